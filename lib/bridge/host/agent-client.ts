import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  operations,
  type OperationInput,
  type OperationName,
  type OperationOutput,
} from '../protocol/operations.ts';
import type { CheckoutView } from '../protocol/views.ts';
import { CountersignError, openAgentConnection, type AgentConnection } from './agent-connection.ts';
import {
  listProfiles,
  loadCredentials,
  saveCredentials,
  type AgentCredentials,
} from './agent-credentials.ts';
import { socketPath, stateDir } from './state-dir.ts';

export { CountersignError } from './agent-connection.ts';

/** A sleeping worker is revived by an alarm every 30 s; a call waits a little longer than that. */
const REACH_WITHIN_MS = 35_000;
const RETRY_EVERY_MS = 250;

export interface CountersignClientOptions {
  /** Names the agent's file of credentials; one agent may have several. */
  readonly agent?: string;
  readonly directory?: string;
  /** The browser profile to talk to before the agent is paired; needed when several are running. */
  readonly profile?: string;
  readonly reachWithinMs?: number;
}

/** The agent's side of Countersign: every operation of the agent wire, and no approval among them. */
export interface CountersignClient {
  /** Calls an operation. Throws `CountersignError`. Keys are minted here when none is given. */
  call<K extends OperationName>(
    operation: K,
    input: OperationInput<K>,
    idempotencyKey?: string,
  ): Promise<OperationOutput<K>>;
  /** Asks the operator for access and keeps the credentials in a 0600 file. */
  requestAccess(name: string): Promise<OperationOutput<'agent_request'>>;
  /** Waits until a checkout has ended or needs the agent; `undefined` when the time was over before. */
  waitForEnd(id: string, timeoutMs: number): Promise<CheckoutView | undefined>;
  close(): void;
}

const ENDED = new Set([
  'succeeded',
  'declined',
  'refused',
  'cancelled',
  'expired',
  'failed',
  'outcome_unknown',
]);

/** Makes a client. It connects at the first call and reconnects by itself. */
export function createCountersignClient(options: CountersignClientOptions = {}): CountersignClient {
  const directory = options.directory ?? stateDir();
  const agent = options.agent ?? 'default';
  const reachWithinMs = options.reachWithinMs ?? REACH_WITHIN_MS;
  let credentials: AgentCredentials | undefined = loadCredentials(directory, agent);
  let connection: AgentConnection | undefined;

  function profileId(): string | undefined {
    const known = credentials?.agent_id ? credentials.profile_id : options.profile;
    if (known) return known;
    const profiles = listProfiles(directory);
    if (profiles.length > 1) {
      throw new CountersignError({
        code: 'several_profiles',
        message: `Several browser profiles are running: ${profiles.join(', ')}.`,
        fix: 'Name one with --profile.',
      });
    }
    return profiles[0];
  }

  function disconnect(): void {
    connection?.close();
    connection = undefined;
  }

  async function reach(): Promise<AgentConnection> {
    if (connection?.isOpen) return connection;
    const deadline = Date.now() + reachWithinMs;
    for (;;) {
      try {
        const profile = profileId();
        if (profile) {
          const agentId = credentials?.agent_id ?? null;
          connection = await openAgentConnection({
            path: socketPath(directory, profile),
            agentId,
            key: credentials?.key ?? '',
          });
          return connection;
        }
      } catch (problem) {
        const isFinal = problem instanceof CountersignError && problem.code !== 'connection_lost';
        if (isFinal) throw problem;
      }
      if (Date.now() >= deadline) {
        throw new CountersignError({
          code: 'extension_not_reachable',
          message: `No browser with the extension answered within ${Math.round(reachWithinMs / 1000)} s.`,
          fix: 'Start the browser, then run: countersign doctor.',
        });
      }
      await wait(RETRY_EVERY_MS);
    }
  }

  async function call<K extends OperationName>(
    operation: K,
    input: OperationInput<K>,
    idempotencyKey?: string,
  ): Promise<OperationOutput<K>> {
    if (!credentials?.agent_id && operation !== 'agent_request') {
      throw new CountersignError({
        code: 'not_paired',
        message: 'This agent has no access yet.',
        fix: 'Call agent_request (countersign agent request --name NAME) and have the operator approve it.',
      });
    }
    const definition = operations[operation];
    const key = definition.needsKey ? (idempotencyKey ?? randomUUID()) : null;
    const isRepeatable = definition.isReadOnly || definition.needsKey || operation === 'checkout_execute';
    for (let tries = 0; ; tries += 1) {
      const open = await reach();
      try {
        return definition.output.parse(
          await open.call(operation, definition.input.parse(input), key),
        ) as OperationOutput<K>;
      } catch (problem) {
        const isLost = problem instanceof CountersignError && problem.code === 'connection_lost';
        if (!isLost || !isRepeatable || tries >= 5) throw problem;
      }
    }
  }

  return {
    call,
    async requestAccess(name) {
      disconnect();
      const profile = options.profile ?? profileId();
      const key = randomBytes(32).toString('hex');
      credentials = undefined;
      const view = await call('agent_request', { name, key });
      credentials = { agent_id: view.id, key, profile_id: profile ?? profileId() ?? '', name };
      saveCredentials(directory, agent, credentials);
      disconnect();
      return view;
    },
    async waitForEnd(id, timeoutMs) {
      const deadline = Date.now() + timeoutMs;
      while (Date.now() < deadline) {
        const left = Math.max(0, Math.min(25, Math.floor((deadline - Date.now()) / 1000)));
        const view = await call('checkout_wait', { id, timeout_seconds: left });
        if (ENDED.has(view.status)) return view;
      }
      return undefined;
    },
    close: disconnect,
  };
}
