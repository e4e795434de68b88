import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { createCountersignClient } from './agent-client.ts';
import { openAgentConnection } from './agent-connection.ts';
import { loadCredentials } from './agent-credentials.ts';
import { EXTENSION_ID } from './browsers.ts';
import { describeError } from './countersign-error.ts';
import { manifestPlaces, type InstallParameters, type ManifestPlace } from './install.ts';
import { launchedBy, launcherPath } from './launcher.ts';
import type { Machine } from './machine.ts';
import { runningProfiles } from './running-profiles.ts';
import { canHoldSockets, socketPath } from './state-dir.ts';

export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  /** What was found wrong, and what mends it; empty when all is well. */
  readonly fix: string;
}

export interface DiagnoseParameters extends InstallParameters {
  /** Whose credentials are looked at. */
  readonly agent: string;
  /** Version of this command. */
  readonly version: string;
}

const Manifest = z.object({ path: z.string(), allowed_origins: z.array(z.string()) });
const INSTALL = 'Run: countersign install';
const ANSWERS_WITHIN_MS = 3_000;

const finding = (check: string, ok: boolean, fix: string): Finding => ({ check, ok, fix: ok ? '' : fix });

/** Looks at each link between agent and extension, in the order in which they depend on each other. */
export async function diagnose(parameters: DiagnoseParameters): Promise<Finding[]> {
  const { stateDirectory, version } = parameters;
  const profiles = await runningProfiles(stateDirectory);
  return [
    ...checkStateDirectory(parameters),
    ...checkLauncher(parameters),
    ...checkManifests(parameters),
    finding(
      'a browser with the extension is running',
      profiles.length > 0,
      'Start the browser with the extension; it connects within 30 s.',
    ),
    ...(await Promise.all(profiles.map((profile) => greet(stateDirectory, profile, version)))).flat(),
    await checkAccess(parameters, profiles),
  ];
}

function checkStateDirectory({ stateDirectory, machine }: DiagnoseParameters): Finding[] {
  const isPrivate =
    machine.platform === 'win32' ||
    !existsSync(stateDirectory) ||
    (statSync(stateDirectory).mode & 0o022) === 0;
  return [
    finding(
      'the state directory can hold sockets',
      canHoldSockets(stateDirectory),
      'Its path is too long for a socket: set COUNTERSIGN_STATE_DIR to a shorter one.',
    ),
    finding(
      'only this user can write to the state directory',
      isPrivate,
      `Run: chmod go-w '${stateDirectory}'`,
    ),
  ];
}

function checkLauncher({ stateDirectory, command, machine }: DiagnoseParameters): Finding[] {
  const launcher = launcherPath(stateDirectory, machine.platform);
  const launched = launchedBy(launcher, machine.platform);
  const hasProgram = launched !== undefined && isExecutable(launched.program);
  return [
    finding('the launcher can be started', isExecutable(launcher), INSTALL),
    finding(
      'the Node that the launcher starts is there',
      hasProgram,
      launched ? `${launched.program} is gone. ${INSTALL}` : INSTALL,
    ),
    finding(
      'the launcher starts this command',
      launched?.command === command && existsSync(command),
      launched ? `It starts ${launched.command}. ${INSTALL}` : INSTALL,
    ),
  ];
}

function checkManifests(parameters: DiagnoseParameters): Finding[] {
  const { machine, stateDirectory } = parameters;
  const launcher = launcherPath(stateDirectory, machine.platform);
  const places = manifestPlaces(parameters).filter((place) => isThere(place, machine));
  const wrong = places.filter((place) => !isRight(place, launcher, machine));
  return [
    finding('a browser has the manifest', places.length > 0, `${INSTALL} --browser chromium`),
    finding(
      'the manifests name the launcher and pin the extension',
      wrong.length === 0,
      `${INSTALL}, which rewrites ${wrong.map(({ file }) => file).join(', ')}`,
    ),
  ];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const isThere = ({ file, registryKey }: ManifestPlace, { registry }: Machine) =>
  existsSync(file) || (registryKey !== undefined && registry.read(registryKey) !== undefined);

function isRight({ file, registryKey }: ManifestPlace, launcher: string, { registry }: Machine): boolean {
  if (registryKey !== undefined && registry.read(registryKey) !== file) return false;
  try {
    const { path, allowed_origins } = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
    return path === launcher && allowed_origins.join() === `chrome-extension://${EXTENSION_ID}/`;
  } catch {
    return false;
  }
}

async function greet(directory: string, profile: string, version: string): Promise<Finding[]> {
  const check = `the extension of profile ${profile} answers`;
  try {
    const path = socketPath(directory, profile);
    const connection = await openAgentConnection({ path, agentId: null, keys: [] });
    connection.close();
    const theirs = connection.extensionVersion;
    const older = isOlder(theirs, version) ? 'the extension' : 'this command';
    return [
      finding(check, true, ''),
      finding(
        `the extension of profile ${profile} has the version of this command`,
        theirs === version,
        `The extension is ${theirs}, this command ${version}. Update ${older}.`,
      ),
    ];
  } catch (problem) {
    const { message, fix } = describeError(problem);
    return [finding(check, false, `${message} ${fix}`)];
  }
}

function isOlder(one: string, other: string): boolean {
  const numbers = (version: string) => version.split('.').map(Number);
  const [a, b] = [numbers(one), numbers(other)];
  const index = a.findIndex((part, place) => part !== b[place]);
  return index >= 0 && a[index]! < (b[index] ?? 0);
}

async function checkAccess(parameters: DiagnoseParameters, profiles: readonly string[]): Promise<Finding> {
  const { stateDirectory: directory, agent } = parameters;
  const check = `the agent ${agent} has access`;
  const client = createCountersignClient({ directory, agent, reachWithinMs: ANSWERS_WITHIN_MS });
  try {
    const credentials = loadCredentials(directory, agent);
    if (!credentials) return finding(check, false, 'Run: countersign agent request --name NAME');
    const { profile_id: profile } = credentials;
    if (!profiles.includes(profile)) {
      const fix = `It was given in the browser profile ${profile}: start that browser, or ask for access again.`;
      return finding(check, false, fix);
    }
    const { status } = await client.agentStatus();
    const isWaiting = status === 'requested';
    return finding(
      check,
      status === 'approved',
      isWaiting ? 'Have the operator approve it in the popup.' : `It is ${status}: ask the operator.`,
    );
  } catch (problem) {
    const { message, fix } = describeError(problem);
    return finding(check, false, `${message} ${fix}`);
  } finally {
    client.close();
  }
}
