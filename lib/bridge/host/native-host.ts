import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { HostEnvelope, HostHello, MAX_FRAME_BYTES } from '../protocol/frames.ts';
import { createFrameReader, encodeFrame } from './length-prefix.ts';
import { socketPath, stateDir } from './state-dir.ts';

/** What the browser may send at once; far above what the extension sends. */
const MAX_NATIVE_BYTES = 16 * 1024 * 1024;

/**
 * The process that the browser starts: carries frames between clients of a 0600 socket and the extension. Decides
 * nothing, keeps nothing; ends when the browser hangs up.
 */
export function runNativeHost(): void {
  const clients = new Map<number, Socket>();
  let lastClient = 0;
  let server: Server | undefined;

  const toExtension = (envelope: HostEnvelope) => void process.stdout.write(encodeFrame(envelope));

  function accept(socket: Socket): void {
    const client = (lastClient += 1);
    clients.set(client, socket);
    const read = createFrameReader(MAX_FRAME_BYTES, (frame) =>
      toExtension({ client, frame: frame ?? 'empty' }),
    );
    socket.on('data', (chunk) => {
      try {
        read(chunk);
      } catch (problem) {
        const message = problem instanceof Error ? problem.message : 'unreadable';
        const error = {
          code: 'malformed',
          message: `The frame cannot be read: ${message}.`,
          fix: 'Send smaller, well-formed frames.',
        };
        socket.end(encodeFrame({ kind: 'error', seq: null, error }));
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clients.delete(client);
      toExtension({ client, frame: null });
    });
  }

  function listen(profileId: string): void {
    const path = socketPath(stateDir(), profileId);
    if (process.platform !== 'win32') {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      chmodSync(dirname(path), 0o700);
      // A socket of a host that died. The browser starts one host a profile, so no living one is taken from.
      rmSync(path, { force: true });
    }
    server = createServer(accept);
    const before = process.umask(0o177);
    server.listen(path, () => process.umask(before));
  }

  function fromExtension(value: unknown): void {
    const hello = HostHello.safeParse(value);
    if (hello.success && !server) return listen(hello.data.hello.profile_id);
    const envelope = HostEnvelope.safeParse(value);
    if (!envelope.success) return;
    const socket = clients.get(envelope.data.client);
    if (envelope.data.frame === null) socket?.end();
    else socket?.write(encodeFrame(envelope.data.frame));
  }

  const read = createFrameReader(MAX_NATIVE_BYTES, fromExtension);
  process.stdin.on('data', (chunk: Buffer) => {
    try {
      read(chunk);
    } catch {
      process.exit(1);
    }
  });
  process.stdin.on('end', () => process.exit(0));
}
