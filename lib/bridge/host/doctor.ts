import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { openAgentConnection } from './agent-connection.ts';
import { EXTENSION_ID } from './browsers.ts';
import { describeError } from './countersign-error.ts';
import { launcherPath, manifestFiles, type InstallParameters } from './install.ts';
import { runningProfiles } from './running-profiles.ts';
import { canHoldSockets, socketPath } from './state-dir.ts';

export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  /** What was found wrong, and what mends it; empty when all is well. */
  readonly fix: string;
}

const Manifest = z.object({ path: z.string(), allowed_origins: z.array(z.string()) });
const INSTALL = 'Run: countersign install';

const finding = (check: string, ok: boolean, fix: string): Finding => ({ check, ok, fix: ok ? '' : fix });

/** Looks at each link between agent and extension, in the order in which they depend on each other. */
export async function diagnose(parameters: InstallParameters): Promise<Finding[]> {
  const { stateDirectory } = parameters;
  const launcher = launcherPath(stateDirectory);
  const manifests = manifestFiles(parameters).filter((file) => existsSync(file));
  const wrong = manifests.filter((file) => !isRightManifest(file, launcher));
  const profiles = await runningProfiles(stateDirectory);
  return [
    finding(
      'the state directory can hold sockets',
      canHoldSockets(stateDirectory),
      'Its path is too long for a socket: set COUNTERSIGN_STATE_DIR to a shorter one.',
    ),
    finding('the launcher can be started', isExecutable(launcher), INSTALL),
    finding('the launcher starts this command', launches(launcher, parameters.command), INSTALL),
    finding('a browser has the manifest', manifests.length > 0, `${INSTALL} --browser chromium`),
    finding(
      'the manifests name the launcher and pin the extension',
      wrong.length === 0,
      `${INSTALL}, which rewrites ${wrong.join(', ')}`,
    ),
    finding(
      'a browser with the extension is running',
      profiles.length > 0,
      'Start the browser with the extension; it connects within 30 s.',
    ),
    ...(await Promise.all(profiles.map((profile) => greet(stateDirectory, profile)))),
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

function launches(launcher: string, command: string): boolean {
  if (!existsSync(launcher) || !existsSync(command)) return false;
  return readFileSync(launcher, 'utf8').includes(process.platform === 'win32' ? command : quoted(command));
}

const quoted = (text: string) => text.replaceAll("'", `'\\''`);

function isRightManifest(file: string, launcher: string): boolean {
  try {
    const { path, allowed_origins } = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
    return path === launcher && allowed_origins.join() === `chrome-extension://${EXTENSION_ID}/`;
  } catch {
    return false;
  }
}

async function greet(directory: string, profile: string): Promise<Finding> {
  const check = `the extension of profile ${profile} answers`;
  try {
    const connection = await openAgentConnection({
      path: socketPath(directory, profile),
      agentId: null,
      keys: [],
    });
    connection.close();
    return finding(check, true, '');
  } catch (problem) {
    const { message, fix } = describeError(problem);
    return finding(check, false, `${message} ${fix}`);
  }
}
