import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { socketPath } from './state-dir.ts';

const PROBE_MS = 1_000;
const PIPE_PREFIX = 'countersign-';

/** Tells whether somebody listens on a socket; the file of a host that died stays behind and refuses. */
export function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const finish = (isAlive: boolean) => {
      socket.destroy();
      resolve(isAlive);
    };
    socket.setTimeout(PROBE_MS, () => finish(false));
    socket.on('connect', () => finish(true));
    socket.on('error', () => finish(false));
  });
}

function profilesWithSocket(directory: string): string[] {
  if (process.platform === 'win32') {
    return readdirSync('\\\\.\\pipe\\')
      .filter((name) => name.startsWith(PIPE_PREFIX))
      .map((name) => name.slice(PIPE_PREFIX.length));
  }
  const run = join(directory, 'run');
  if (!existsSync(run)) return [];
  return readdirSync(run)
    .filter((name) => name.endsWith('.sock'))
    .map((name) => name.slice(0, -'.sock'.length));
}

/** Lists the browser profiles whose native hosts answer now, in the order of their ids. */
export async function runningProfiles(directory: string): Promise<string[]> {
  const profiles = profilesWithSocket(directory).sort();
  const alive = await Promise.all(profiles.map((profile) => isListening(socketPath(directory, profile))));
  return profiles.filter((_, index) => alive[index]);
}
