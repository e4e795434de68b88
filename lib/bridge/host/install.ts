import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXTENSION_ID, HOST_NAME, manifestDirectory, WINDOWS_KEYS, type Browser } from './browsers.ts';
import { listProfiles } from './agent-credentials.ts';

export interface InstallParameters {
  readonly stateDirectory: string;
  /** Absolute path of the built command. */
  readonly command: string;
  readonly browsers: readonly Browser[];
  /** Installs for one user-data directory instead of the user's browsers. */
  readonly userDataDirectory?: string;
}

const launcherPath = (stateDirectory: string) =>
  join(stateDirectory, process.platform === 'win32' ? 'native-host.cmd' : 'native-host.sh');

function writeLauncher({ stateDirectory, command }: InstallParameters): string {
  const path = launcherPath(stateDirectory);
  mkdirSync(stateDirectory, { recursive: true, mode: 0o700 });
  const script =
    process.platform === 'win32'
      ? `@echo off\r\n"${process.execPath}" "${command}" native-host %*\r\n`
      : `#!/bin/sh\nexport COUNTERSIGN_STATE_DIR='${stateDirectory}'\nexec '${process.execPath}' '${command}' native-host "$@"\n`;
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}

function directoriesOf(parameters: InstallParameters): string[] {
  if (parameters.userDataDirectory) return [join(parameters.userDataDirectory, 'NativeMessagingHosts')];
  return parameters.browsers.map((browser) => manifestDirectory(browser, parameters.stateDirectory));
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
  const files = directoriesOf(parameters).map((directory) => {
    mkdirSync(directory, { recursive: true });
    const file = join(directory, `${HOST_NAME}.json`);
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
    return file;
  });
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

/** Removes what `installHost` wrote. Returns the files removed. */
export function uninstallHost(parameters: InstallParameters): string[] {
  const files = directoriesOf(parameters).map((directory) => join(directory, `${HOST_NAME}.json`));
  const present = files.filter((file) => existsSync(file));
  for (const file of present) rmSync(file);
  rmSync(launcherPath(parameters.stateDirectory), { force: true });
  return present;
}

export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly fix: string;
}

/** Looks at each link between agent and extension and says how to mend what is broken. */
export function diagnose(parameters: InstallParameters): Finding[] {
  const launcher = launcherPath(parameters.stateDirectory);
  const manifests = directoriesOf(parameters).map((directory) => join(directory, `${HOST_NAME}.json`));
  const installed = manifests.filter((file) => existsSync(file));
  const pinned = installed.every((file) => readFileSync(file, 'utf8').includes(EXTENSION_ID));
  const install = 'Run: countersign install';
  return [
    { check: 'the launcher exists', ok: existsSync(launcher), fix: install },
    { check: 'a browser has the manifest', ok: installed.length > 0, fix: `${install} --browser chromium` },
    { check: 'the manifests pin the extension', ok: installed.length > 0 && pinned, fix: install },
    {
      check: 'a browser with the extension is running',
      ok: listProfiles(parameters.stateDirectory).length > 0,
      fix: 'Start the browser, and open the extension once.',
    },
  ];
}
