import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  BROWSERS,
  EXTENSION_ID,
  HOST_NAME,
  manifestDirectory,
  registryKeyOf,
  type Browser,
} from './browsers.ts';
import { launcherPath, writeLauncher } from './launcher.ts';
import type { Machine } from './machine.ts';

export interface InstallParameters {
  readonly stateDirectory: string;
  /** Absolute path of the built command. */
  readonly command: string;
  readonly browsers: readonly Browser[];
  /** Installs for one user-data folder instead of the user's browsers. Not on Windows, whose registry is the user's. */
  readonly profileDirectory?: string;
  readonly machine: Machine;
}

/** Where a browser looks for our manifest. */
export interface ManifestPlace {
  readonly file: string;
  /** On Windows the browser finds the file by this key. */
  readonly registryKey?: string;
}

/** The places that these parameters stand for, one a browser. */
export function manifestPlaces(parameters: Omit<InstallParameters, 'command'>): ManifestPlace[] {
  const { profileDirectory, browsers, stateDirectory, machine } = parameters;
  if (profileDirectory !== undefined && machine.platform !== 'win32')
    return [{ file: join(profileDirectory, 'NativeMessagingHosts', `${HOST_NAME}.json`) }];
  return browsers.map((browser) => ({
    file: join(manifestDirectory(browser, stateDirectory, machine), `${HOST_NAME}.json`),
    ...(machine.platform === 'win32' && { registryKey: registryKeyOf(browser) }),
  }));
}

/** Writes the native-messaging manifests, which pin the extension's id. Returns the files written. */
export function installHost(parameters: InstallParameters): string[] {
  const manifest = {
    name: HOST_NAME,
    description: 'Carries requests of AI agents to the Countersign extension',
    path: writeLauncher(parameters),
    type: 'stdio',
    allowed_origins: [`chrome-extension://${EXTENSION_ID}/`],
  };
  return manifestPlaces(parameters).map(({ file, registryKey }) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
    if (registryKey !== undefined) parameters.machine.registry.write(registryKey, file);
    return file;
  });
}

/** Removes what `installHost` wrote; the launcher stays while another browser needs it. Returns the files removed. */
export function uninstallHost(parameters: InstallParameters): string[] {
  const { stateDirectory, machine } = parameters;
  const places = manifestPlaces(parameters);
  const removed = places.map(({ file }) => file).filter((file) => existsSync(file));
  for (const file of removed) rmSync(file);
  for (const { registryKey } of places) if (registryKey !== undefined) machine.registry.remove(registryKey);
  const launcher = launcherPath(stateDirectory, machine.platform);
  const others = manifestPlaces({ stateDirectory, browsers: BROWSERS, machine }).filter(
    ({ file }) => existsSync(file) && readFileSync(file, 'utf8').includes(JSON.stringify(launcher)),
  );
  if (others.length > 0 || !existsSync(launcher)) return removed;
  rmSync(launcher);
  return [...removed, launcher];
}
