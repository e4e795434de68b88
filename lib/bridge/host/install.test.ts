import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { manifestDirectory } from './browsers.ts';
import { diagnose } from './doctor.ts';
import { installHost, launcherPath, uninstallHost, type InstallParameters } from './install.ts';

let root: string;
let parameters: InstallParameters;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cs-in'stall "));
  vi.stubEnv('HOME', root);
  const command = join(root, 'countersign.js');
  writeFileSync(command, 'console.log(JSON.stringify([process.argv, process.env.COUNTERSIGN_STATE_DIR]))');
  parameters = { stateDirectory: join(root, 'state'), command, browsers: ['chromium', 'brave'] };
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

describe('installing the native host', () => {
  it('writes a manifest a browser, which pins the extension and names an executable launcher', () => {
    const files = installHost(parameters);
    expect(files.length).toBe(2);
    const manifest = JSON.parse(readFileSync(files[0]!, 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      name: 'dev.countersign.host',
      type: 'stdio',
      path: launcherPath(parameters.stateDirectory),
      allowed_origins: ['chrome-extension://hfponmjjmkipacjebljdknggcjanplad/'],
    });
    expect(statSync(String(manifest.path)).mode & 0o777).toBe(0o755);
  });

  it('writes a launcher that survives quotes and spaces in paths and passes the state directory', () => {
    installHost(parameters);
    const output = execFileSync(launcherPath(parameters.stateDirectory), ['chrome-extension://x/'], {
      env: {},
    });
    const [argv, stateDirectory] = JSON.parse(output.toString()) as [string[], string];
    expect(argv.slice(1)).toEqual([parameters.command, 'native-host', 'chrome-extension://x/']);
    expect(stateDirectory).toBe(parameters.stateDirectory);
  });

  it('writes into one profile folder when asked to', () => {
    const userDataDirectory = join(root, 'profile');
    const files = installHost({ ...parameters, userDataDirectory });
    expect(files).toEqual([join(userDataDirectory, 'NativeMessagingHosts', 'dev.countersign.host.json')]);
  });

  it('keeps the launcher while another browser needs it', () => {
    installHost(parameters);
    uninstallHost({ ...parameters, browsers: ['brave'] });
    expect(existsSync(launcherPath(parameters.stateDirectory))).toBe(true);
    uninstallHost(parameters);
    expect(existsSync(launcherPath(parameters.stateDirectory))).toBe(false);
  });

  it.each([
    ['linux', '.config/chromium/NativeMessagingHosts'],
    ['darwin', 'Library/Application Support/Chromium/NativeMessagingHosts'],
  ] as const)('knows the folder of %s', (platform, folder) => {
    expect(manifestDirectory('chromium', '/state', platform)).toBe(join(root, folder));
  });
});

describe('the doctor', () => {
  const wrong = async () => (await diagnose(parameters)).filter(({ ok }) => !ok).map(({ check }) => check);

  it('names what is missing before and after installing', async () => {
    expect(await wrong()).toEqual([
      'the launcher can be started',
      'the launcher starts this command',
      'a browser has the manifest',
      'a browser with the extension is running',
    ]);
    installHost(parameters);
    expect(await wrong()).toEqual(['a browser with the extension is running']);
  });

  it('finds a launcher of another copy and a manifest that lets another extension in', async () => {
    const [file] = installHost(parameters);
    writeFileSync(file!, readFileSync(file!, 'utf8').replace('hfpon', 'aaaaa'));
    parameters = { ...parameters, command: join(root, 'moved.js') };
    expect(await wrong()).toContain('the launcher starts this command');
    expect(await wrong()).toContain('the manifests name the launcher and pin the extension');
  });

  it('says when the state directory is too deep for a socket', async () => {
    parameters = { ...parameters, stateDirectory: join(root, 'x'.repeat(90)) };
    expect(await wrong()).toContain('the state directory can hold sockets');
  });
});
