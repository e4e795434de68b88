import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { version } from '../../../package.json';
import { createAgentGateway } from '../client/agent-gateway.ts';
import { PROTOCOL_VERSION } from '../protocol/frames.ts';
import { createFrameReader, encodeFrame } from '../host/length-prefix.ts';
import { isListening } from '../host/running-profiles.ts';
import { socketPath } from '../host/state-dir.ts';
import type { FakeDesk } from './fake-desk.ts';

/** Builds the Node side into a folder of its own, so that nobody else's build is disturbed. */
export async function buildCommand(): Promise<{ command: string; remove(): void }> {
  const directory = mkdtempSync(join(tmpdir(), 'cs-build-'));
  const vite = resolve('node_modules/vite/bin/vite.js');
  const build = spawn(
    process.execPath,
    [vite, 'build', '-c', 'vite.node.config.ts', '--outDir', directory, '--logLevel', 'error'],
    { stdio: 'inherit' },
  );
  const [code] = (await once(build, 'exit')) as [number];
  if (code !== 0) throw new Error(`vite ended with ${code}`);
  return {
    command: join(directory, 'countersign.js'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command to its end. */
export const runCommand = (command: string, stateDirectory: string, parameters: readonly string[]) =>
  runProgram(process.execPath, [command, ...parameters], { COUNTERSIGN_STATE_DIR: stateDirectory });

/** Runs a program to its end. */
export async function runProgram(
  file: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const child = spawn(file, parameters, { env: { ...process.env, ...environment } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** Tells one socket from the next in its place; the number of a removed inode may be given again at once. */
const birthOf = (path: string) => statSync(path, { throwIfNoEntry: false, bigint: true })?.ctimeNs;

export interface FakeBrowser {
  readonly profileId: string;
  readonly host: ChildProcess;
  /** Hangs up as a browser does: the host reads the end of its input. */
  close(): Promise<void>;
}

/** Starts the built native host as a browser does, with a gateway over a desk at the other end of its stdio. */
export async function startFakeBrowser(
  command: string,
  stateDirectory: string,
  desk: FakeDesk,
  profileId = 'a'.repeat(16),
  extensionVersion?: string,
): Promise<FakeBrowser> {
  const path = socketPath(stateDirectory, profileId);
  const older = birthOf(path);
  const host = spawn(
    process.execPath,
    [command, 'native-host', 'chrome-extension://hfponmjjmkipacjebljdknggcjanplad/'],
    {
      env: { ...process.env, COUNTERSIGN_STATE_DIR: stateDirectory },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  let nonces = 0;
  const gateway = createAgentGateway({
    send: (envelope) => void host.stdin.write(encodeFrame(envelope)),
    keyOf: desk.keyOf,
    saveKey: desk.saveKey,
    dispatch: desk.dispatch,
    profileId,
    extensionVersion: extensionVersion ?? version,
    nonce: () => (nonces += 1).toString(16).padStart(64, '0'),
  });
  const read = createFrameReader(2 ** 20, (message) => void gateway.receive(message));
  host.stdout.on('data', read);
  host.stdin.on('error', () => undefined);
  host.stdin.write(encodeFrame({ hello: { profile_id: profileId, protocol: PROTOCOL_VERSION } }));
  while (!(await isListening(path)) || birthOf(path) === older) {
    if (host.exitCode !== null || host.signalCode !== null) throw new Error('the host ended');
  }
  return {
    profileId,
    host,
    async close() {
      const isOver = host.exitCode !== null || host.signalCode !== null;
      const ended = isOver ? Promise.resolve([]) : once(host, 'exit');
      host.stdin.end();
      await ended;
    },
  };
}
