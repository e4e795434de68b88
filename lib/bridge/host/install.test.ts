import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from './browsers.ts';
import { diagnose, type DiagnoseParameters } from './doctor.ts';
import { installHost, uninstallHost } from './install.ts';
import { launchedBy, launcherPath } from './launcher.ts';
import type { Machine } from './machine.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cs-in'stall "));
  writeFileSync(
    join(root, 'countersign.js'),
    'console.log(JSON.stringify([process.argv, process.env.COUNTERSIGN_STATE_DIR]))',
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A computer of any platform, with a home of its own and a registry in memory. */
function createMachine(platform: NodeJS.Platform) {
  const keys = new Map<string, string>();
  const machine: Machine = {
    platform,
    home: root,
    registry: {
      read: (key) => keys.get(key),
      write: (key, value) => void keys.set(key, value),
      remove: (key) => void keys.delete(key),
    },
  };
  const parameters: DiagnoseParameters = {
    stateDirectory: join(root, 'state'),
    command: join(root, 'countersign.js'),
    browsers: [...BROWSERS],
    machine,
    agent: 'default',
    version: '0.1.0',
  };
  return { keys, parameters };
}

const FILE = 'dev.countersign.host.json';
const PLACES = {
  linux: {
    chromium: '.config/chromium/NativeMessagingHosts',
    chrome: '.config/google-chrome/NativeMessagingHosts',
    edge: '.config/microsoft-edge/NativeMessagingHosts',
    brave: '.config/BraveSoftware/Brave-Browser/NativeMessagingHosts',
  },
  darwin: {
    chromium: 'Library/Application Support/Chromium/NativeMessagingHosts',
    chrome: 'Library/Application Support/Google/Chrome/NativeMessagingHosts',
    edge: 'Library/Application Support/Microsoft Edge/NativeMessagingHosts',
    brave: 'Library/Application Support/BraveSoftware/Brave-Browser/NativeMessagingHosts',
  },
  win32: {
    chromium: 'state/manifests/chromium',
    chrome: 'state/manifests/chrome',
    edge: 'state/manifests/edge',
    brave: 'state/manifests/brave',
  },
} as const;
const KEYS = {
  chromium: 'HKCU\\Software\\Chromium\\NativeMessagingHosts\\dev.countersign.host',
  chrome: 'HKCU\\Software\\Google\\Chrome\\NativeMessagingHosts\\dev.countersign.host',
  edge: 'HKCU\\Software\\Microsoft\\Edge\\NativeMessagingHosts\\dev.countersign.host',
  brave: 'HKCU\\Software\\BraveSoftware\\Brave-Browser\\NativeMessagingHosts\\dev.countersign.host',
} as const;

describe.each(['linux', 'darwin', 'win32'] as const)('installing on %s', (platform) => {
  it.each(BROWSERS)('puts a manifest where %s looks, and takes it away again', (browser) => {
    const { parameters, keys } = createMachine(platform);
    const one = { ...parameters, browsers: [browser] };
    const file = join(root, PLACES[platform][browser], FILE);
    expect(installHost(one)).toEqual([file]);
    expect([...keys]).toEqual(platform === 'win32' ? [[KEYS[browser], file]] : []);
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const launcher = launcherPath(parameters.stateDirectory, platform);
    expect(manifest).toMatchObject({
      name: 'dev.countersign.host',
      type: 'stdio',
      path: launcher,
      allowed_origins: ['chrome-extension://hfponmjjmkipacjebljdknggcjanplad/'],
    });
    expect(statSync(launcher).mode & 0o777).toBe(0o755);
    expect(launchedBy(launcher, platform)).toEqual({
      program: process.execPath,
      command: parameters.command,
    });
    expect(uninstallHost(one)).toEqual([file, launcher]);
    expect(existsSync(file)).toBe(false);
    expect([...keys]).toEqual([]);
    expect(uninstallHost(one)).toEqual([]);
  });

  it('keeps the launcher while another browser needs it', () => {
    const { parameters } = createMachine(platform);
    const launcher = launcherPath(parameters.stateDirectory, platform);
    expect(installHost(parameters).length).toBe(4);
    uninstallHost({ ...parameters, browsers: ['brave'] });
    expect(existsSync(launcher)).toBe(true);
    uninstallHost(parameters);
    expect(existsSync(launcher)).toBe(false);
  });
});

describe('installing', () => {
  it('writes a launcher that survives quotes and spaces in paths and passes the state directory', () => {
    const { parameters } = createMachine('linux');
    installHost(parameters);
    const launcher = launcherPath(parameters.stateDirectory, 'linux');
    const output = execFileSync(launcher, ['chrome-extension://x/'], { env: {} });
    const [argv, stateDirectory] = JSON.parse(output.toString()) as [string[], string];
    expect(argv.slice(1)).toEqual([parameters.command, 'native-host', 'chrome-extension://x/']);
    expect(stateDirectory).toBe(parameters.stateDirectory);
  });

  it('writes a batch file in which no path is taken for a variable', () => {
    const { parameters } = createMachine('win32');
    installHost({ ...parameters, command: join(root, '100%', 'countersign.js') });
    const script = readFileSync(launcherPath(parameters.stateDirectory, 'win32'), 'utf8');
    expect(script).toContain('100%%');
    expect(script).toMatch(/^@echo off\r\nset "COUNTERSIGN_STATE_DIR=.*"\r\n".*" ".*" native-host %\*\r\n$/);
  });

  it('writes into one user-data folder when asked to', () => {
    const { parameters } = createMachine('darwin');
    const profileDirectory = join(root, 'profile');
    const one = { ...parameters, profileDirectory };
    expect(installHost(one)).toEqual([join(profileDirectory, 'NativeMessagingHosts', FILE)]);
    expect(uninstallHost(one)).toHaveLength(2);
  });
});

describe.each(['linux', 'win32'] as const)('the doctor on %s', (platform) => {
  const broken = async (parameters: DiagnoseParameters) =>
    (await diagnose(parameters)).filter(({ ok }) => !ok).map(({ check, fix }) => `${check} → ${fix}`);
  /** What is left to do on a computer where all is installed and no browser runs. */
  const NOT_STARTED = [
    'a browser with the extension is running → Start the browser with the extension; it connects within 30 s.',
    'the agent default has access → Run: countersign agent request --name NAME',
  ];

  it('names what is missing before and after installing, with what mends it', async () => {
    const { parameters } = createMachine(platform);
    expect(await broken(parameters)).toEqual([
      'the launcher can be started → Run: countersign install',
      'the Node that the launcher starts is there → Run: countersign install',
      'the launcher starts this command → Run: countersign install',
      'a browser has the manifest → Run: countersign install --browser chromium',
      ...NOT_STARTED,
    ]);
    installHost(parameters);
    expect(await broken(parameters)).toEqual(NOT_STARTED);
  });

  type Break = (machine: ReturnType<typeof createMachine>, files: string[], launcher: string) => void;
  const edit = (file: string, from: string, to: string) =>
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
  it.each<[string, Break, RegExp]>([
    [
      'a manifest that lets another extension in',
      (_, [file]) => edit(file!, 'hfpon', 'aaaaa'),
      /pin the extension → Run: countersign install, which rewrites .*chromium/,
    ],
    [
      'a manifest that is not JSON',
      (_, files) => writeFileSync(files[1]!, '{'),
      /pin the extension → .*rewrites .*chrome/,
    ],
    [
      'a manifest of another launcher',
      (_, files) => edit(files[2]!, 'native-host', 'other-host'),
      /pin the extension → .*rewrites .*edge/,
    ],
    ['a launcher that is gone', (_, __, launcher) => rmSync(launcher), /can be started → Run/],
    [
      'a launcher that may not be executed',
      (_, __, launcher) => chmodSync(launcher, 0o644),
      /can be started → Run/,
    ],
    [
      'a Node that was removed',
      (_, __, launcher) => edit(launcher, process.execPath, '/gone/node'),
      /the Node that the launcher starts is there → \/gone\/node is gone. Run: countersign install/,
    ],
    [
      'a command that was moved',
      (_, __, launcher) => edit(launcher, 'countersign.js', 'moved.js'),
      /the launcher starts this command → It starts .*moved\.js\. Run: countersign install/,
    ],
    [
      'a state directory that others may write to',
      ({ parameters }) => chmodSync(parameters.stateDirectory, 0o777),
      /only this user can write to the state directory → Run: chmod go-w/,
    ],
    [
      'credentials that others can read',
      ({ parameters }) => {
        mkdirSync(join(parameters.stateDirectory, 'agents'));
        writeFileSync(join(parameters.stateDirectory, 'agents', 'default.json'), '{}', { mode: 0o644 });
      },
      /has access → Others can read .* Run: chmod 600/,
    ],
    [
      'credentials of a browser that is not there',
      ({ parameters }) => {
        mkdirSync(join(parameters.stateDirectory, 'agents'));
        const credentials = {
          agent_id: `agt_${'a'.repeat(20)}`,
          key: 'ab'.repeat(32),
          profile_id: 'f'.repeat(16),
          name: 'Desk',
        };
        writeFileSync(
          join(parameters.stateDirectory, 'agents', 'default.json'),
          JSON.stringify(credentials),
          { mode: 0o600 },
        );
      },
      /has access → It was given in the browser profile f{16}: start that browser/,
    ],
  ])('finds %s', async (name, breakIt, wanted) => {
    const machine = createMachine(platform);
    const files = installHost(machine.parameters);
    breakIt(machine, files, launcherPath(machine.parameters.stateDirectory, platform));
    const isOfModes = platform === 'win32' && name.includes('others may write');
    expect(await broken(machine.parameters)).toEqual(
      isOfModes ? NOT_STARTED : expect.arrayContaining([expect.stringMatching(wanted)]),
    );
    installHost(machine.parameters);
    const left = (await broken(machine.parameters)).filter((one) => !NOT_STARTED.includes(one));
    // What installing anew mends is what the doctor says it does.
    expect(left.filter((one) => /Run: countersign install/.test(one))).toEqual([]);
  });

  it('says when the state directory is too deep for a socket', async () => {
    const { parameters } = createMachine(platform);
    const stateDirectory = join(root, 'x'.repeat(90));
    expect(await broken({ ...parameters, stateDirectory })).toContain(
      'the state directory can hold sockets → Its path is too long for a socket: set COUNTERSIGN_STATE_DIR to a shorter one.',
    );
  });
});

it('the doctor finds a registry key that is gone or names another file', async () => {
  const { parameters, keys } = createMachine('win32');
  installHost(parameters);
  const isWell = async () =>
    (await diagnose(parameters)).find(({ check }) => check.startsWith('the manifests'))?.ok;
  expect(await isWell()).toBe(true);
  keys.set(KEYS.edge, 'C:\\elsewhere.json');
  expect(await isWell()).toBe(false);
  keys.delete(KEYS.edge);
  expect(await isWell()).toBe(false);
});
