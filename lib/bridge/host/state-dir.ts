import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where sockets and agents' keys are: `COUNTERSIGN_STATE_DIR`, else the XDG state directory. */
export function stateDir(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.COUNTERSIGN_STATE_DIR) return environment.COUNTERSIGN_STATE_DIR;
  const base = environment.XDG_STATE_HOME ?? join(homedir(), '.local', 'state');
  return join(base, 'countersign');
}

/** The socket on which the host of one browser profile listens (a named pipe on Windows). */
export function socketPath(directory: string, profileId: string): string {
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\countersign-${profileId}`
    : join(directory, 'run', `${profileId}.sock`);
}
