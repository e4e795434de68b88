import {
  ClientFrame,
  HostEnvelope,
  isSameHex,
  macOf,
  PROTOCOL_VERSION,
  proofOf,
  type ExtensionFrame,
} from '../protocol/frames.ts';
import { answerCall, type CallFrame, type Dispatch } from './answer-call.ts';
import { createCallRate } from './call-rate.ts';

export type { AgentCall } from './answer-call.ts';

export interface AgentGatewayDeps {
  readonly send: (envelope: HostEnvelope) => void;
  readonly keyOf: (agentId: string) => Promise<string | undefined>;
  readonly dispatch: Dispatch;
  readonly profileId: string;
  readonly extensionVersion: string;
  /** 64 random hex digits. */
  readonly nonce: () => string;
  readonly now?: () => number;
}

interface Session {
  readonly agentId: string | null;
  readonly clientNonce: string;
  readonly extensionNonce: string;
  lastSeq: number;
  inFlight: number;
}

/** What one connection may have open at once. */
const MAX_IN_FLIGHT = 64;
const CALLS_PER_MINUTE = 6_000;
/** All connections without a proven agent share one small allowance. */
const ANONYMOUS_CALLS_PER_MINUTE = 60;

/** Authenticates and answers the clients of one native host. A malformed, replayed or forged frame ends its connection. */
export function createAgentGateway(deps: AgentGatewayDeps): { receive(envelope: unknown): Promise<void> } {
  const sessions = new Map<number, Session | 'opening'>();
  const rate = createCallRate(deps.now ?? Date.now);

  const reply = (client: number, frame: ExtensionFrame) => deps.send({ client, frame });

  function hangUp(client: number, seq: number | null, code: string, message: string, fix: string): void {
    reply(client, { kind: 'error', seq, error: { code, message, fix } });
    sessions.delete(client);
    deps.send({ client, frame: null });
  }

  async function open(client: number, frame: Extract<ClientFrame, { kind: 'open' }>): Promise<void> {
    if (sessions.has(client))
      return hangUp(client, null, 'already_open', 'The connection was opened before.', 'Open a new one.');
    if (frame.protocol !== PROTOCOL_VERSION) {
      const who = frame.protocol < PROTOCOL_VERSION ? 'the countersign command' : 'the extension';
      const message = `The agent wire is ${PROTOCOL_VERSION} here and ${frame.protocol} there.`;
      return hangUp(client, null, 'version_mismatch', message, `Update ${who}.`);
    }
    sessions.set(client, 'opening');
    const key = frame.agent_id === null ? undefined : await deps.keyOf(frame.agent_id);
    // The client may have left, or spoken out of turn, while its key was looked up.
    if (sessions.get(client) !== 'opening') return;
    if (frame.agent_id !== null && key === undefined) {
      const message = 'This browser profile does not know the agent.';
      return hangUp(client, null, 'unknown_agent', message, 'Ask for access: countersign agent request.');
    }
    const nonce = deps.nonce();
    sessions.set(client, {
      agentId: frame.agent_id,
      clientNonce: frame.nonce,
      extensionNonce: nonce,
      lastSeq: 0,
      inFlight: 0,
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

  async function call(client: number, frame: CallFrame): Promise<void> {
    const session = sessions.get(client);
    if (!session || session === 'opening')
      return hangUp(client, frame.seq, 'not_open', 'The connection was not opened.', 'Send open first.');
    if (frame.seq !== session.lastSeq + 1)
      return hangUp(
        client,
        frame.seq,
        'out_of_order',
        'The call was sent before, or calls are missing before it.',
        'Open a new connection.',
      );
    session.lastSeq = frame.seq;
    if (session.agentId !== null) {
      const key = await deps.keyOf(session.agentId);
      if (sessions.get(client) !== session) return;
      if (!key || !frame.mac || !isSameHex(frame.mac, macOf(key, session, frame))) {
        const message = 'The call is not proven to be by this agent.';
        return hangUp(client, frame.seq, 'not_authentic', message, 'Open a new connection.');
      }
    }
    const busy = busyError(session, frame.seq);
    if (busy) return reply(client, busy);
    session.inFlight += 1;
    const answer = await answerCall(session.agentId, frame, deps.dispatch);
    session.inFlight -= 1;
    if (sessions.get(client) === session) reply(client, answer);
  }

  function busyError(session: Session, seq: number): ExtensionFrame | undefined {
    const busy = (code: string, message: string, fix: string): ExtensionFrame => ({
      kind: 'error',
      seq,
      error: { code, message, fix },
    });
    if (session.inFlight >= MAX_IN_FLIGHT)
      return busy('too_many_calls', `${MAX_IN_FLIGHT} calls are open.`, 'Wait for an answer first.');
    const admission = rate.admit(
      session.agentId ?? '',
      session.agentId === null ? ANONYMOUS_CALLS_PER_MINUTE : CALLS_PER_MINUTE,
    );
    return admission.admitted
      ? undefined
      : busy('rate_limited', 'Too many calls.', `Wait ${admission.waitSeconds} s.`);
  }

  return {
    /** Takes one message of the host. Never rejects, whatever it is given. */
    async receive(raw) {
      const envelope = HostEnvelope.safeParse(raw);
      if (!envelope.success) return;
      const { client, frame } = envelope.data;
      if (frame === null) return void sessions.delete(client);
      const unreadable = (seq: number | null) =>
        hangUp(
          client,
          seq,
          'malformed',
          'The frame cannot be read.',
          'Speak the agent wire of this version.',
        );
      try {
        const parsed = ClientFrame.safeParse(frame);
        if (!parsed.success) return unreadable(null);
        await (parsed.data.kind === 'open' ? open(client, parsed.data) : call(client, parsed.data));
      } catch {
        // Nesting too deep to canonicalise, or storage that cannot be read: the connection cannot be trusted further.
        unreadable(null);
      }
    },
  };
}
