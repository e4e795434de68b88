import { randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import {
  ExtensionFrame,
  isSameHex,
  macOf,
  MAX_FRAME_BYTES,
  PROTOCOL_VERSION,
  proofOf,
  type WireError,
} from '../protocol/frames.ts';
import { createFrameReader, encodeFrame } from './length-prefix.ts';

/** The extension refused, or cannot be reached; `code`, `message` and `fix` are for people and programs alike. */
export class CountersignError extends Error {
  override readonly name = 'CountersignError';
  readonly code: string;
  readonly fix: string;

  constructor({ code, message, fix }: WireError) {
    super(message);
    this.code = code;
    this.fix = fix;
  }
}

export interface AgentConnection {
  call(operation: string, input: unknown, idempotencyKey: string | null): Promise<unknown>;
  close(): void;
  readonly isOpen: boolean;
}

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

/** Opens an authenticated connection to the extension of one browser profile. */
export async function openAgentConnection(parameters: {
  path: string;
  agentId: string | null;
  key: string;
}): Promise<AgentConnection> {
  const { path, agentId, key } = parameters;
  requireOwnSocket(path);
  const clientNonce = randomBytes(32).toString('hex');
  const socket: Socket = connect(path);
  let isOpen = true;
  let seq = 0;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (problem: Error) => void }>();
  let opened: {
    resolve: (frame: Extract<ExtensionFrame, { kind: 'opened' }>) => void;
    reject: (problem: Error) => void;
  };
  const opening = new Promise<Extract<ExtensionFrame, { kind: 'opened' }>>((resolve, reject) => {
    opened = { resolve, reject };
  });

  function fail(problem: Error): void {
    isOpen = false;
    opened.reject(problem);
    for (const call of waiting.values()) call.reject(problem);
    waiting.clear();
    socket.destroy();
  }
  const lost = () =>
    new CountersignError({
      code: 'connection_lost',
      message: 'The extension hung up.',
      fix: 'Repeat the call; nothing is executed twice.',
    });

  function receive(value: unknown): void {
    const frame = ExtensionFrame.parse(value);
    if (frame.kind === 'opened') return opened.resolve(frame);
    if (frame.seq === null) return fail(new CountersignError((frame as { error: WireError }).error));
    const call = waiting.get(frame.seq);
    waiting.delete(frame.seq);
    if (frame.kind === 'result') call?.resolve(frame.value);
    else call?.reject(new CountersignError(frame.error));
  }
  const read = createFrameReader(MAX_FRAME_BYTES * 16, receive);
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

  const hello = await opening;
  if (agentId !== null && !isSameHex(hello.proof ?? '', proofOf(key, clientNonce, hello.nonce))) {
    socket.destroy();
    throw new CountersignError({
      code: 'extension_not_proven',
      message: 'Whoever listens on the socket does not hold this agent’s key.',
      fix: 'Check which program opened the socket; then ask for access again.',
    });
  }
  const session = { clientNonce, extensionNonce: hello.nonce };
  return {
    get isOpen() {
      return isOpen;
    },
    close: () => socket.end(),
    call(operation, input, idempotency_key) {
      if (!isOpen) return Promise.reject(lost());
      const call = { seq: (seq += 1), operation, input, idempotency_key };
      const mac = agentId === null ? null : macOf(key, session, call);
      return new Promise((resolve, reject) => {
        waiting.set(call.seq, { resolve, reject });
        socket.write(encodeFrame({ kind: 'call', ...call, mac }));
      });
    },
  };
}
