import { randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { connect } from 'node:net';
import {
  ExtensionFrame,
  isSameHex,
  macOf,
  macOfRotation,
  MAX_FRAME_BYTES,
  PROTOCOL_VERSION,
  proofOf,
} from '../protocol/frames.ts';
import { CountersignError } from './countersign-error.ts';
import { createFrameReader, encodeFrame } from './length-prefix.ts';

/** Answers may be larger than calls: an audit trail is. */
const MAX_ANSWER_BYTES = 16 * MAX_FRAME_BYTES;
const OPENED_WITHIN_MS = 10_000;
/** The extension itself answers within 25 s, or says what it waits for. */
const ANSWERED_WITHIN_MS = 90_000;
/** The extension refuses more than 64 open calls of a connection; what is above waits here for its turn. */
const MAX_OPEN_CALLS = 60;

export interface AgentConnection {
  /** Throws `CountersignError`. */
  call(operation: string, input: unknown, idempotencyKey: string | null): Promise<unknown>;
  /** Puts a new key in the place of this connection's, which is of no more use from then on. Throws likewise. */
  rotate(next: string): Promise<void>;
  close(): void;
  readonly isOpen: boolean;
  readonly profileId: string;
  /** The key, of those given, that the extension holds. */
  readonly key: string;
  readonly extensionVersion: string;
}

interface Waiting<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(problem: Error): void;
}

/** `Promise.withResolvers`, which Node 20 lacks. */
function waitFor<T>(): Waiting<T> {
  const settle: { resolve?: (value: T) => void; reject?: (problem: Error) => void } = {};
  const promise = new Promise<T>((resolve, reject) => Object.assign(settle, { resolve, reject }));
  return {
    promise,
    resolve: (value) => settle.resolve?.(value),
    reject: (problem) => settle.reject?.(problem),
  };
}

const lost = () =>
  new CountersignError({
    code: 'connection_lost',
    message: 'The extension hung up.',
    fix: 'Repeat the call with the same idempotency key; nothing is executed twice.',
  });

const tooLarge = () =>
  new CountersignError({
    code: 'invalid_input',
    message: 'The arguments are too large.',
    fix: 'Send less text.',
  });

/** Someone else may have made the socket first (THREATS H5): only one of our own user, closed to others, is used. */
function requireOwnSocket(path: string): void {
  if (process.platform === 'win32') return;
  const { uid, mode } = lstatSync(path);
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0) {
    throw new CountersignError({
      code: 'socket_not_trusted',
      message: `The socket ${path} belongs to another user or is open to others.`,
      fix: 'Remove it and restart the browser.',
    });
  }
}

/** Opens an authenticated connection to the extension of one browser profile. Throws `CountersignError`. */
export async function openAgentConnection(parameters: {
  path: string;
  agentId: string | null;
  /** Keys that the extension may hold: the present one, and one that a rotation may have brought over. */
  keys: readonly string[];
  answeredWithinMs?: number;
}): Promise<AgentConnection> {
  const { path, agentId, keys, answeredWithinMs = ANSWERED_WITHIN_MS } = parameters;
  requireOwnSocket(path);
  const clientNonce = randomBytes(32).toString('hex');
  const socket = connect(path);
  let isOpen = true;
  let seq = 0;
  const waiting = new Map<number, Waiting<unknown>>();
  const opening = waitFor<Extract<ExtensionFrame, { kind: 'opened' }>>();

  function fail(problem: Error): void {
    isOpen = false;
    opening.reject(problem);
    for (const call of waiting.values()) call.reject(problem);
    waiting.clear();
    socket.destroy();
  }

  function receive(value: unknown): void {
    const frame = ExtensionFrame.parse(value);
    if (frame.kind === 'opened') return opening.resolve(frame);
    if (frame.kind === 'error' && frame.seq === null) return fail(new CountersignError(frame.error));
    const call = frame.seq === null ? undefined : waiting.get(frame.seq);
    if (frame.seq !== null) waiting.delete(frame.seq);
    if (frame.kind === 'result') call?.resolve(frame.value);
    else call?.reject(new CountersignError(frame.error));
  }

  const read = createFrameReader(MAX_ANSWER_BYTES, receive);
  socket.on('data', (chunk) => {
    try {
      read(chunk);
    } catch {
      fail(lost());
    }
  });
  socket.on('error', () => fail(lost()));
  socket.on('close', () => fail(lost()));
  socket.write(
    encodeFrame({ kind: 'open', protocol: PROTOCOL_VERSION, agent_id: agentId, nonce: clientNonce }),
  );

  const patience = setTimeout(() => fail(lost()), OPENED_WITHIN_MS);
  const hello = await opening.promise.finally(() => clearTimeout(patience));
  const isProven = (one: string) => isSameHex(hello.proof ?? '', proofOf(one, clientNonce, hello.nonce));
  const key = agentId === null ? '' : keys.find(isProven);
  if (key === undefined) {
    socket.destroy();
    throw new CountersignError({
      code: 'extension_not_proven',
      message: 'Whoever listens on the socket does not hold this agent’s key.',
      fix: 'Check which program opened the socket; then ask for access again.',
    });
  }
  const session = { clientNonce, extensionNonce: hello.nonce };
  const turns: (() => void)[] = [];
  let openCalls = 0;
  const takeTurn = async () => {
    if (openCalls >= MAX_OPEN_CALLS) return new Promise<void>((resolve) => turns.push(resolve));
    openCalls += 1;
    return undefined;
  };
  const passTurn = () => {
    const next = turns.shift();
    if (next) next();
    else openCalls -= 1;
  };

  /** Sends a frame under the next number and waits for its answer. */
  async function ask(frameAt: (seq: number) => object): Promise<unknown> {
    if (!isOpen) throw lost();
    const place = seq + 1;
    const frame = encodeFrame(frameAt(place));
    if (frame.length > MAX_FRAME_BYTES) throw tooLarge();
    // Counted only when it is sent: the extension takes no call after a gap.
    seq = place;
    const answer = waitFor<unknown>();
    waiting.set(place, answer);
    socket.write(frame);
    const overdue = setTimeout(() => {
      waiting.delete(place);
      answer.reject(
        new CountersignError({
          code: 'no_answer',
          message: `The extension did not answer within ${Math.round(answeredWithinMs / 1_000)} s.`,
          fix: 'Repeat the call with the same idempotency key; nothing is executed twice.',
        }),
      );
    }, answeredWithinMs);
    return answer.promise.finally(() => clearTimeout(overdue));
  }

  return {
    get isOpen() {
      return isOpen;
    },
    profileId: hello.profile_id,
    key,
    extensionVersion: hello.extension_version,
    close: () => {
      isOpen = false;
      socket.end();
    },
    async call(operation, input, idempotency_key) {
      await takeTurn();
      const frameAt = (place: number) => {
        const call = { seq: place, operation, input, idempotency_key };
        return { kind: 'call', ...call, mac: agentId === null ? null : macOf(key, session, call) };
      };
      return ask(frameAt).finally(passTurn);
    },
    async rotate(next) {
      await ask((place) => ({
        kind: 'rotate',
        seq: place,
        key: next,
        mac: macOfRotation(key, session, { seq: place, key: next }),
      }));
    },
  };
}
