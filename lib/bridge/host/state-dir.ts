import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** A Unix socket's path has 108 bytes with its closing zero on Linux, 104 on macOS (sys/un.h). */
const MAX_SOCKET_PATH_BYTES = process.platform === 'darwin' ? 103 : 107;

/** Where sockets and agents' keys are: `COUNTERSIGN_STATE_DIR`, else the XDG state directory. */
export function stateDir(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.COUNTERSIGN_STATE_DIR) return resolve(environment.COUNTERSIGN_STATE_DIR);
  // `||`: the XDG specification treats an empty variable like one that is not set.
  const base = environment.XDG_STATE_HOME || join(homedir(), '.local', 'state');
  return join(base, 'countersign');
}

/** The socket on which the host of one browser profile listens (a named pipe on Windows). */
export function socketPath(directory: string, profileId: string): string {
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\countersign-${profileId}`
    : join(directory, 'run', `${profileId}.sock`);
}

/** Tells whether sockets in this directory can have names that the system takes. */
export function canHoldSockets(directory: string): boolean {
  const longest = socketPath(directory, '0'.repeat(16));
  return process.platform === 'win32' || Buffer.byteLength(longest) <= MAX_SOCKET_PATH_BYTES;
}
