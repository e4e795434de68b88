import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  isOperationName,
  operations,
  type OperationInput,
  type OperationName,
  type OperationOutput,
} from '../protocol/operations.ts';
import type { AuditExport } from '../protocol/verify-audit.ts';
import type { CheckoutView } from '../protocol/views.ts';
import { forgetNextKey, saveCredentials } from './agent-credentials.ts';
import { createAgentLink } from './agent-link.ts';
import { CountersignError } from './countersign-error.ts';
import { exportAudit } from './export-audit.ts';
import { isListening, runningProfiles } from './running-profiles.ts';
import { socketPath, stateDir } from './state-dir.ts';

export { CountersignError } from './countersign-error.ts';
export type { AuditExport } from '../protocol/verify-audit.ts';
export type { OperationInput, OperationName, OperationOutput } from '../protocol/operations.ts';

/** A sleeping worker is revived by an alarm every 30 s; a call waits a little longer than that. */
const REACH_WITHIN_MS = 35_000;
const MAX_TRIES = 5;

export interface CountersignClientOptions {
  /** Names the agent's file of credentials; one user may have several agents. */
  readonly agent?: string;
  /** Where sockets and credentials are; `COUNTERSIGN_STATE_DIR` or the XDG state directory otherwise. */
  readonly directory?: string;
  /** The browser profile to ask for access; needed when several are running. */
  readonly profile?: string;
  readonly reachWithinMs?: number;
  /** Called once per call that finds no browser at first, so that a person can be told. */
  readonly onWaiting?: () => void;
}

type CamelCase<S extends string> = S extends `${infer A}_${infer B}` ? `${A}${Capitalize<CamelCase<B>>}` : S;
interface CallOptions {
  /** The same key and arguments give the same answer; minted here when absent. */
  readonly idempotencyKey?: string;
}
type Method<K extends OperationName> =
  Record<string, never> extends OperationInput<K>
    ? (input?: OperationInput<K>, options?: CallOptions) => Promise<OperationOutput<K>>
    : (input: OperationInput<K>, options?: CallOptions) => Promise<OperationOutput<K>>;

/** Every operation as a method: `wallet_balance` is `walletBalance()`. */
type OperationMethods = {
  readonly [K in Exclude<OperationName, 'agent_request'> as CamelCase<K>]: Method<K>;
};

/** The agent's side of Countersign: every operation of the agent wire, and no approval among them. */
export interface CountersignClient extends OperationMethods {
  /** Calls an operation by its name. Throws `CountersignError`. */
  call<K extends OperationName>(
    operation: K,
    input: OperationInput<K>,
    idempotencyKey?: string,
  ): Promise<OperationOutput<K>>;
  /**
   * Asks the operator for access and keeps the credentials in a 0600 file. While access stands or waits, this tells
   * its state instead of asking again.
   */
  requestAccess(name: string): Promise<OperationOutput<'agent_request'>>;
  /** Replaces the agent's key at once; keys are replaced by themselves when they are a day old. */
  rotateKey(): Promise<void>;
  /** Waits until a checkout has ended or needs the agent; `undefined` when the time was over before. */
  waitForEnd(id: string, timeoutMs: number): Promise<CheckoutView | undefined>;
  /** Reads the whole audit trail up to its present head. */
  auditExport(): Promise<AuditExport>;
  close(): void;
}

/** States in which a run stays, but for an outcome that may yet be found. */
export const ENDED: ReadonlySet<string> = new Set([
  'succeeded',
  'declined',
  'refused',
  'cancelled',
  'expired',
  'failed',
  'outcome_unknown',
]);

const refusal = (code: string, message: string, fix: string) => new CountersignError({ code, message, fix });
const notPaired = () =>
  refusal(
    'not_paired',
    'This agent has no access yet.',
    'Call agent_request (countersign agent request --name NAME) and have the operator approve it.',
  );
const hasCode = (problem: unknown, code: string) =>
  problem instanceof CountersignError && problem.code === code;

/** Makes a client. It connects at the first call and reconnects by itself. */
export function createCountersignClient(options: CountersignClientOptions = {}): CountersignClient {
  const directory = options.directory ?? stateDir();
  const agent = options.agent ?? 'default';
  const link = createAgentLink({
    directory,
    agent,
    profile: options.profile,
    reachWithinMs: options.reachWithinMs ?? REACH_WITHIN_MS,
    onWaiting: options.onWaiting,
  });

  async function call<K extends OperationName>(
    operation: K,
    input: OperationInput<K>,
    idempotencyKey?: string,
  ): Promise<OperationOutput<K>> {
    if (!link.credentials()) throw notPaired();
    const definition = operations[operation];
    const parsed = definition.input.safeParse(input);
    if (!parsed.success)
      throw refusal('invalid_input', z.prettifyError(parsed.error).slice(0, 400), 'Correct the arguments.');
    const key = definition.needsKey ? (idempotencyKey ?? randomUUID()) : null;
    const answer = await send(operation, parsed.data, key, true);
    return definition.output.parse(answer) as OperationOutput<K>;
  }

  /** A call that was not performed is made again; one that may have been is, when that does no harm. */
  async function send(
    operation: OperationName,
    input: unknown,
    key: string | null,
    isRepeatable: boolean,
  ): Promise<unknown> {
    for (let tries = 1; ; tries += 1) {
      const open = await link.reach();
      try {
        return await open.call(operation, input, key);
      } catch (problem) {
        // Not authentic: another process of this agent may have rotated the key.
        const isStale = hasCode(problem, 'session_expired') || hasCode(problem, 'not_authentic');
        const isAgain = isStale || (hasCode(problem, 'connection_lost') && isRepeatable);
        if (!isAgain || tries >= MAX_TRIES) throw problem;
        open.close();
        if (isStale) link.reload();
      }
    }
  }

  /** Access that stands or waits, on a profile that is there. Whatever else a file holds is worth a new request. */
  async function standingAccess(): Promise<OperationOutput<'agent_status'> | undefined> {
    link.reload();
    const credentials = link.credentials();
    if (!credentials) return undefined;
    if (options.profile !== undefined && options.profile !== credentials.profile_id) return undefined;
    if (!(await isListening(socketPath(directory, credentials.profile_id)))) {
      const others = await runningProfiles(directory);
      if (others.length > 0) return undefined;
    }
    try {
      const view = await call('agent_status', {});
      return view.status === 'approved' || view.status === 'requested' ? view : undefined;
    } catch (problem) {
      if (hasCode(problem, 'unknown_agent') || hasCode(problem, 'key_expired')) return undefined;
      throw problem;
    }
  }

  async function requestAccess(name: string): Promise<OperationOutput<'agent_request'>> {
    const standing = await standingAccess();
    if (standing) return standing;
    link.disconnect();
    const before = link.credentials();
    link.use(undefined);
    try {
      const key = randomBytes(32).toString('hex');
      const input = operations.agent_request.input.safeParse({ name, key });
      if (!input.success)
        throw refusal('invalid_input', 'A name has 1 to 60 characters.', 'Choose another name.');
      const { profileId } = await link.reach();
      const answer = await send('agent_request', input.data, null, false);
      const view = operations.agent_request.output.parse(answer);
      const credentials = { agent_id: view.id, key, profile_id: profileId, name, since: Date.now() };
      saveCredentials(directory, agent, credentials);
      forgetNextKey(directory, agent);
      link.use(credentials);
      return view;
    } catch (problem) {
      link.use(before);
      throw problem;
    } finally {
      // The next call proves the new agent.
      link.disconnect();
    }
  }

  async function rotateKey(): Promise<void> {
    if (!link.credentials()) throw notPaired();
    await link.rotate();
  }

  async function waitForEnd(id: string, timeoutMs: number): Promise<CheckoutView | undefined> {
    const deadline = Date.now() + timeoutMs;
    do {
      const left = Math.min(25, Math.max(1, Math.ceil((deadline - Date.now()) / 1_000)));
      const view = await call('checkout_wait', { id, timeout_seconds: left });
      if (ENDED.has(view.status) || view.next_action?.owner === 'agent') return view;
    } while (Date.now() < deadline);
    return undefined;
  }

  return {
    ...methodsOver(call),
    call,
    requestAccess,
    rotateKey,
    waitForEnd,
    auditExport: () => exportAudit((input) => call('audit_list', input)),
    close: link.disconnect,
  };
}

function methodsOver(call: CountersignClient['call']): OperationMethods {
  const names = Object.keys(operations).filter(isOperationName);
  const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const methods = names
    .filter((name) => name !== 'agent_request')
    .map((name) => [
      camel(name),
      (input: OperationInput<typeof name> = {}, options: CallOptions = {}) =>
        call(name, input, options.idempotencyKey),
    ]);
  return Object.fromEntries(methods) as OperationMethods;
}
