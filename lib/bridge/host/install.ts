import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  BROWSERS,
  EXTENSION_ID,
  HOST_NAME,
  manifestDirectory,
  WINDOWS_KEYS,
  type Browser,
} from './browsers.ts';

export interface InstallParameters {
  readonly stateDirectory: string;
  /** Absolute path of the built command. */
  readonly command: string;
  readonly browsers: readonly Browser[];
  /** Installs for one user-data directory instead of the user's browsers. */
  readonly userDataDirectory?: string;
}

/** The script that browsers start. */
export const launcherPath = (stateDirectory: string) =>
  join(stateDirectory, process.platform === 'win32' ? 'native-host.cmd' : 'native-host.sh');

/** Browsers start hosts with an environment of their own: all paths are absolute, and the state directory is named. */
const shellScript = (stateDirectory: string, command: string) =>
  [
    '#!/bin/sh',
    `export COUNTERSIGN_STATE_DIR=${shellQuoted(stateDirectory)}`,
    `exec ${shellQuoted(process.execPath)} ${shellQuoted(command)} native-host "$@"`,
    '',
  ].join('\n');
const windowsScript = (stateDirectory: string, command: string) =>
  [
    '@echo off',
    `set "COUNTERSIGN_STATE_DIR=${stateDirectory}"`,
    `"${process.execPath}" "${command}" native-host %*`,
    '',
  ].join('\r\n');
const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

function writeLauncher({ stateDirectory, command }: InstallParameters): string {
  const path = launcherPath(stateDirectory);
  mkdirSync(stateDirectory, { recursive: true, mode: 0o700 });
  const script =
    process.platform === 'win32'
      ? windowsScript(stateDirectory, command)
      : shellScript(stateDirectory, command);
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}

/** The manifests that these parameters stand for, one a browser. */
export function manifestFiles({ userDataDirectory, browsers, stateDirectory }: InstallParameters): string[] {
  const directories =
    userDataDirectory === undefined
      ? browsers.map((browser) => manifestDirectory(browser, stateDirectory))
      : [join(userDataDirectory, 'NativeMessagingHosts')];
  return directories.map((directory) => join(directory, `${HOST_NAME}.json`));
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
  const files = manifestFiles(parameters);
  for (const file of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  }
  if (process.platform === 'win32' && !parameters.userDataDirectory) {
    parameters.browsers.forEach((browser, index) => {
      execFileSync('reg', [
        'add',
        `${WINDOWS_KEYS[browser]}\\${HOST_NAME}`,
        '/ve',
        '/t',
        'REG_SZ',
        '/d',
        files[index]!,
        '/f',
      ]);
    });
  }
  return files;
}

/** Removes what `installHost` wrote; the launcher stays while another browser needs it. Returns the files removed. */
export function uninstallHost(parameters: InstallParameters): string[] {
  const removed = manifestFiles(parameters).filter((file) => existsSync(file));
  for (const file of removed) rmSync(file);
  if (process.platform === 'win32' && parameters.userDataDirectory === undefined)
    for (const browser of parameters.browsers) forgetInRegistry(browser);
  const launcher = launcherPath(parameters.stateDirectory);
  const { stateDirectory, command } = parameters;
  const others = manifestFiles({ stateDirectory, command, browsers: BROWSERS }).filter(
    (file) => existsSync(file) && readFileSync(file, 'utf8').includes(JSON.stringify(launcher)),
  );
  if (others.length > 0 || !existsSync(launcher)) return removed;
  rmSync(launcher);
  return [...removed, launcher];
}

function forgetInRegistry(browser: Browser): void {
  try {
    execFileSync('reg', ['delete', `${WINDOWS_KEYS[browser]}\\${HOST_NAME}`, '/f'], { stdio: 'ignore' });
  } catch {
    // There was no such key.
  }
}
