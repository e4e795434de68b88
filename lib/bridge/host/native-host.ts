import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { HostEnvelope, HostHello, MAX_FRAME_BYTES } from '../protocol/frames.ts';
import { createFrameReader, encodeFrame, FrameTooLargeError } from './length-prefix.ts';
import { socketPath, stateDir } from './state-dir.ts';

/** What the extension may send at once; far above what it does send. */
const MAX_FROM_EXTENSION_BYTES = 16 * 1024 * 1024;
/** The browser ends a host that sends more than 1 MB at once (developer.chrome.com, native messaging). */
const MAX_TO_EXTENSION_BYTES = 1_000_000;
const MAX_CLIENTS = 64;
const LINGER_MS = 2_000;

/**
 * The process that the browser starts: carries frames between clients of a 0600 socket and the extension. Decides
 * nothing, keeps nothing; ends when the browser hangs up.
 */
export function runNativeHost(): void {
  const clients = new Map<number, Socket>();
  let lastClient = 0;
  let isBound = false;
  let removeOwnSocket: (() => void) | undefined;

  function toExtension(envelope: HostEnvelope): void {
    const frame = encodeFrame(envelope);
    // A small frame can grow when written anew (1e20 becomes 21 digits).
    if (frame.length > MAX_TO_EXTENSION_BYTES) throw new FrameTooLargeError(`${frame.length} bytes`);
    process.stdout.write(frame);
  }

  function dismiss(socket: Socket, code: string, message: string, fix: string): void {
    socket.end(encodeFrame({ kind: 'error', seq: null, error: { code, message, fix } }));
    socket.setTimeout(LINGER_MS, () => socket.destroy());
  }

  function accept(socket: Socket): void {
    socket.on('error', () => socket.destroy());
    if (clients.size >= MAX_CLIENTS)
      return dismiss(socket, 'too_many_clients', `${MAX_CLIENTS} clients are connected.`, 'Close some.');
    const client = (lastClient += 1);
    clients.set(client, socket);
    const read = createFrameReader(MAX_FRAME_BYTES, (frame) =>
      // `null` is our own word for a client that left; a client cannot say it.
      toExtension({ client, frame: frame ?? 'empty' }),
    );
    socket.on('data', (chunk) => {
      try {
        read(chunk);
      } catch (problem) {
        const [code, why] =
          problem instanceof FrameTooLargeError
            ? ['frame_too_large', problem.message]
            : ['malformed', 'not JSON'];
        const message = `The frame cannot be read: ${why}.`;
        dismiss(socket, code, message, 'Open a new connection and send smaller, well-formed frames.');
      }
    });
    socket.on('close', () => {
      clients.delete(client);
      toExtension({ client, frame: null });
    });
  }

  function listen(profileId: string): void {
    isBound = true;
    const path = socketPath(stateDir(), profileId);
    const isFile = process.platform !== 'win32';
    if (isFile) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      chmodSync(dirname(path), 0o700);
      // A socket of a host that died. The browser starts one host a profile, so no living one is taken from.
      rmSync(path, { force: true });
    }
    const server = createServer(accept);
    server.on('error', (problem) => end(`cannot listen on ${path}: ${problem.message}`));
    const before = process.umask(0o177);
    server.listen(path, () => {
      process.umask(before);
      if (isFile) removeOwnSocket = removerOf(path);
    });
  }

  function fromExtension(value: unknown): void {
    const hello = HostHello.safeParse(value);
    if (hello.success && !isBound) return listen(hello.data.hello.profile_id);
    const envelope = HostEnvelope.safeParse(value);
    if (!envelope.success) return;
    const socket = clients.get(envelope.data.client);
    if (envelope.data.frame === null) socket?.end();
    else socket?.write(encodeFrame(envelope.data.frame));
  }

  function end(complaint?: string): never {
    removeOwnSocket?.();
    if (complaint !== undefined) process.stderr.write(`countersign native-host: ${complaint}\n`);
    process.exit(complaint === undefined ? 0 : 1);
  }

  const read = createFrameReader(MAX_FROM_EXTENSION_BYTES, fromExtension);
  process.stdin.on('data', (chunk: Buffer) => {
    try {
      read(chunk);
    } catch {
      end('the browser sent what cannot be read');
    }
  });
  process.stdin.on('end', () => end());
  process.stdout.on('error', () => end());
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end());
}

/** Removes the socket at its end, unless a younger host has put its own in that place meanwhile. */
function removerOf(path: string): () => void {
  const { ino } = lstatSync(path);
  return () => {
    try {
      if (lstatSync(path).ino === ino) rmSync(path);
    } catch {
      // Gone already.
    }
  };
}
