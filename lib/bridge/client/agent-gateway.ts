import { z } from 'zod';
import type { Result } from '../../kernel/result.ts';
import {
  ClientFrame,
  HostEnvelope,
  isSameHex,
  macOf,
  PROTOCOL_VERSION,
  proofOf,
  type ExtensionFrame,
  type WireError,
} from '../protocol/frames.ts';
import { isOperationName, operations, type OperationName } from '../protocol/operations.ts';

/** One call of a client whose identity has been proven. */
export interface AgentCall {
  /** `null` on a connection that has not proven an agent: it can only ask for access. */
  readonly agentId: string | null;
  readonly operation: OperationName;
  readonly input: unknown;
  readonly idempotencyKey: string | null;
}

export interface AgentGatewayDeps {
  readonly send: (envelope: HostEnvelope) => void;
  readonly keyOf: (agentId: string) => Promise<string | undefined>;
  readonly dispatch: (call: AgentCall) => Promise<Result<unknown, WireError>>;
  readonly profileId: string;
  readonly extensionVersion: string;
  readonly nonce: () => string;
}

interface Session {
  readonly agentId: string | null;
  readonly clientNonce: string;
  readonly extensionNonce: string;
  lastSeq: number;
}

const error = (code: string, message: string, fix: string): WireError => ({ code, message, fix });

/** Authenticates and answers the clients of one native host. A malformed, replayed or forged frame ends its connection. */
export function createAgentGateway(deps: AgentGatewayDeps): { receive(envelope: unknown): Promise<void> } {
  const sessions = new Map<number, Session>();

  const reply = (client: number, frame: ExtensionFrame) => deps.send({ client, frame });

  function hangUp(client: number, seq: number | null, problem: WireError): void {
    reply(client, { kind: 'error', seq, error: problem });
    sessions.delete(client);
    deps.send({ client, frame: null });
  }

  async function open(client: number, frame: Extract<ClientFrame, { kind: 'open' }>): Promise<void> {
    if (frame.protocol !== PROTOCOL_VERSION) {
      const who = frame.protocol < PROTOCOL_VERSION ? 'the countersign command' : 'the extension';
      return hangUp(
        client,
        null,
        error(
          'version_mismatch',
          `The agent wire is ${PROTOCOL_VERSION} here and ${frame.protocol} there.`,
          `Update ${who}.`,
        ),
      );
    }
    const key = frame.agent_id === null ? undefined : await deps.keyOf(frame.agent_id);
    if (frame.agent_id !== null && key === undefined) {
      return hangUp(
        client,
        null,
        error(
          'unknown_agent',
          'This browser profile does not know the agent.',
          'Ask for access: countersign agent request.',
        ),
      );
    }
    const nonce = deps.nonce();
    sessions.set(client, {
      agentId: frame.agent_id,
      clientNonce: frame.nonce,
      extensionNonce: nonce,
      lastSeq: 0,
    });
    reply(client, {
      kind: 'opened',
      protocol: PROTOCOL_VERSION,
      extension_version: deps.extensionVersion,
      profile_id: deps.profileId,
      nonce,
      proof: key === undefined ? null : proofOf(key, frame.nonce, nonce),
    });
  }

  async function call(client: number, frame: Extract<ClientFrame, { kind: 'call' }>): Promise<void> {
    const session = sessions.get(client);
    if (!session)
      return hangUp(
        client,
        frame.seq,
        error('not_open', 'The connection was not opened.', 'Send open first.'),
      );
    if (frame.seq <= session.lastSeq)
      return hangUp(
        client,
        frame.seq,
        error('replayed', 'The call was sent before.', 'Open a new connection.'),
      );
    session.lastSeq = frame.seq;
    if (session.agentId !== null) {
      const key = await deps.keyOf(session.agentId);
      if (!key || !frame.mac || !isSameHex(frame.mac, macOf(key, session, frame))) {
        return hangUp(
          client,
          frame.seq,
          error('not_authentic', 'The call is not proven to be by this agent.', 'Ask for access again.'),
        );
      }
    }
    if (!isOperationName(frame.operation)) {
      return reply(client, {
        kind: 'error',
        seq: frame.seq,
        error: error(
          'unknown_operation',
          `There is no operation ${frame.operation.slice(0, 60)}.`,
          'List the tools.',
        ),
      });
    }
    const answer = await dispatch(session, frame, frame.operation);
    reply(client, answer);
  }

  async function dispatch(
    session: Session,
    frame: Extract<ClientFrame, { kind: 'call' }>,
    name: OperationName,
  ): Promise<ExtensionFrame> {
    const operation = operations[name];
    const refuse = (problem: WireError): ExtensionFrame => ({
      kind: 'error',
      seq: frame.seq,
      error: problem,
    });
    const input = operation.input.safeParse(frame.input);
    if (!input.success)
      return refuse(
        error('invalid_input', z.prettifyError(input.error).slice(0, 400), 'Correct the arguments.'),
      );
    if (operation.needsKey && !frame.idempotency_key)
      return refuse(error('key_required', 'The call needs an idempotency key.', 'Send idempotency_key.'));
    const result = await deps.dispatch({
      agentId: session.agentId,
      operation: name,
      input: input.data,
      idempotencyKey: frame.idempotency_key,
    });
    if (!result.ok) return refuse(result.error);
    // Parsed on the way out too: nothing leaves that the schema has no place for.
    const value = operation.output.safeParse(result.value);
    return value.success
      ? { kind: 'result', seq: frame.seq, value: value.data }
      : refuse(error('internal', 'The answer was not of the promised shape.', 'Report this.'));
  }

  return {
    async receive(raw) {
      const envelope = HostEnvelope.safeParse(raw);
      if (!envelope.success) return;
      const { client, frame } = envelope.data;
      if (frame === null) return void sessions.delete(client);
      const parsed = ClientFrame.safeParse(frame);
      if (!parsed.success)
        return hangUp(
          client,
          null,
          error('malformed', 'The frame cannot be read.', 'Speak the agent wire of this version.'),
        );
      return parsed.data.kind === 'open' ? open(client, parsed.data) : call(client, parsed.data);
    },
  };
}
