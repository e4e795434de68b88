import {
  ClientFrame,
  HostEnvelope,
  isSameHex,
  macOf,
  macOfRotation,
  PROTOCOL_VERSION,
  proofOf,
  type ExtensionFrame,
} from '../protocol/frames.ts';
import { answerCall, type CallFrame, type Dispatch } from './answer-call.ts';
import { createCallRate } from './call-rate.ts';

export type { AgentCall } from './answer-call.ts';

/** An agent's key, and when it was made (epoch ms) if that is known. */
export interface HeldKey {
  readonly key: string;
  readonly since?: number | undefined;
}

export interface AgentGatewayDeps {
  readonly send: (envelope: HostEnvelope) => void;
  readonly keyOf: (agentId: string) => Promise<HeldKey | undefined>;
  readonly saveKey: (agentId: string, key: string) => Promise<void>;
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
  readonly openedAt: number;
  lastSeq: number;
  inFlight: number;
}

type RotateFrame = Extract<ClientFrame, { kind: 'rotate' }>;

const macOfFrame = (key: string, session: Session, frame: CallFrame | RotateFrame) =>
  frame.kind === 'call' ? macOf(key, session, frame) : macOfRotation(key, session, frame);

/** What one connection may have open at once. */
const MAX_IN_FLIGHT = 64;
/** A session is proven anew after this; what was recorded of it is worth nothing from then on. */
export const SESSION_TTL_MS = 15 * 60_000;
/** A key that was not rotated for this long is dead: whoever finds an old file gets nowhere (A6). */
export const KEY_TTL_MS = 30 * 86_400_000;
const CALLS_PER_MINUTE = 1_200;
/** All connections without a proven agent share one small allowance. */
const ANONYMOUS_CALLS_PER_MINUTE = 60;

/** Authenticates and answers the clients of one native host. A malformed, replayed or forged frame ends its connection. */
export function createAgentGateway(deps: AgentGatewayDeps): { receive(envelope: unknown): Promise<void> } {
  const sessions = new Map<number, Session | 'opening'>();
  const now = deps.now ?? Date.now;
  const rate = createCallRate(now);

  const reply = (client: number, frame: ExtensionFrame) => deps.send({ client, frame });

  const isOver = (since: number | undefined, ttlMs: number) => since !== undefined && now() - since >= ttlMs;

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
    const held = frame.agent_id === null ? undefined : await deps.keyOf(frame.agent_id);
    // The client may have left, or spoken out of turn, while its key was looked up.
    if (sessions.get(client) !== 'opening') return;
    if (frame.agent_id !== null && held === undefined) {
      const message = 'This browser profile does not know the agent.';
      return hangUp(client, null, 'unknown_agent', message, 'Ask for access: countersign agent request.');
    }
    if (held && isOver(held.since, KEY_TTL_MS)) {
      const message = 'The key of this agent was not used for 30 days and is no longer taken.';
      return hangUp(client, null, 'key_expired', message, 'Ask for access: countersign agent request.');
    }
    const nonce = deps.nonce();
    sessions.set(client, {
      agentId: frame.agent_id,
      clientNonce: frame.nonce,
      extensionNonce: nonce,
      openedAt: now(),
      lastSeq: 0,
      inFlight: 0,
    });
    reply(client, {
      kind: 'opened',
      protocol: PROTOCOL_VERSION,
      extension_version: deps.extensionVersion,
      profile_id: deps.profileId,
      nonce,
      proof: held === undefined ? null : proofOf(held.key, frame.nonce, nonce),
    });
  }

  /**
   * Admits a signed frame: a session that is not over, the next place in it, and the agent's present key. Whoever is
   * not admitted is hung up on.
   */
  async function admit(client: number, frame: CallFrame | RotateFrame): Promise<Session | undefined> {
    const refuse = (code: string, message: string, fix = 'Open a new connection.') =>
      void hangUp(client, frame.seq, code, message, fix);
    const session = sessions.get(client);
    if (!session || session === 'opening')
      return refuse('not_open', 'The connection was not opened.', 'Send open first.');
    if (frame.seq !== session.lastSeq + 1)
      return refuse('out_of_order', 'The call was sent before, or calls are missing before it.');
    session.lastSeq = frame.seq;
    if (isOver(session.openedAt, SESSION_TTL_MS))
      return refuse('session_expired', 'The session is over; the call was not performed.');
    if (session.agentId === null) return session;
    const held = await deps.keyOf(session.agentId);
    if (sessions.get(client) !== session) return undefined;
    if (!held || !frame.mac || !isSameHex(frame.mac, macOfFrame(held.key, session, frame)))
      return refuse('not_authentic', 'The call is not proven to be by this agent.');
    return session;
  }

  async function call(client: number, frame: CallFrame): Promise<void> {
    const session = await admit(client, frame);
    if (!session) return;
    const busy = busyError(session, frame.seq);
    if (busy) return reply(client, busy);
    session.inFlight += 1;
    const answer = await answerCall(session.agentId, frame, deps.dispatch);
    session.inFlight -= 1;
    // Access may have been taken away while the call waited: nothing is told any more (THREATS F5).
    const isKnown = session.agentId === null || (await deps.keyOf(session.agentId)) !== undefined;
    if (sessions.get(client) !== session) return;
    if (isKnown) return reply(client, answer);
    const message = 'The access of this agent has ended.';
    hangUp(client, frame.seq, 'unknown_agent', message, 'Ask for access: countersign agent request.');
  }

  async function rotate(client: number, frame: RotateFrame): Promise<void> {
    const session = await admit(client, frame);
    if (!session) return;
    if (session.agentId === null) {
      const message = 'There is no key to rotate on this connection.';
      return hangUp(client, frame.seq, 'not_paired', message, 'Open the connection as an agent.');
    }
    const busy = busyError(session, frame.seq);
    if (busy) return reply(client, busy);
    await deps.saveKey(session.agentId, frame.key);
    reply(client, { kind: 'result', seq: frame.seq, value: null });
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

  const take = (client: number, frame: ClientFrame): Promise<void> => {
    if (frame.kind === 'open') return open(client, frame);
    return frame.kind === 'call' ? call(client, frame) : rotate(client, frame);
  };

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
        await take(client, parsed.data);
      } catch {
        // Nesting too deep to canonicalise, or storage that cannot be read: the connection cannot be trusted further.
        unreadable(null);
      }
    },
  };
}
