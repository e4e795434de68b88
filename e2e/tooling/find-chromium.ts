import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { canLoadExtensions } from './browser-version.ts';
import { rootDir } from './paths.ts';

export type FoundChromium = { executablePath: string; source: string } | { problem: string };

type Say = (line: string) => void;

const run = promisify(execFile);

const SYSTEM = [
  'chromium',
  'chromium-browser',
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const BRANDED = [
  'google-chrome-stable',
  'google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const PLAYWRIGHT = join(rootDir, 'node_modules', '@playwright', 'test', 'cli.js');
const FETCH_WITHIN_MS = 15 * 60_000;

async function pathOf(name: string): Promise<string | undefined> {
  if (name.startsWith('/')) return existsSync(name) ? name : undefined;
  return run('sh', ['-c', 'command -v "$0"', name]).then(
    ({ stdout }) => stdout.trim() || undefined,
    () => undefined,
  );
}

/** Tells whether a browser starts (one without its shared libraries does not) and can load our extension. */
async function isUsable(path: string): Promise<boolean> {
  return run(path, ['--version'], { timeout: 20_000 }).then(
    ({ stdout }) => canLoadExtensions(stdout),
    () => false,
  );
}

async function firstUsable(names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const path = await pathOf(name);
    if (path && (await isUsable(path))) return path;
  }
  return undefined;
}

async function attempt(command: string, args: string[], say: Say): Promise<boolean> {
  say(`Running ${[command === process.execPath ? 'node' : command, ...args].join(' ')}`);
  return run(command, args, {
    cwd: rootDir,
    timeout: FETCH_WITHIN_MS,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).then(
    () => true,
    (problem: { stderr?: string; message: string }) => {
      const lines = (problem.stderr?.trim() || problem.message).split('\n');
      say(`That failed: ${(lines.find((line) => /^E:|error|fail/i.test(line)) ?? lines[0] ?? '').trim()}`);
      return false;
    },
  );
}

async function fetchChromium(say: Say): Promise<FoundChromium | undefined> {
  const mayInstall = process.getuid?.() === 0 && (await pathOf('apt-get')) !== undefined;
  const downloaded = () => firstUsable([chromium.executablePath()]);

  if (await attempt(process.execPath, [PLAYWRIGHT, 'install', 'chromium'], say)) {
    // It is there but does not start: its shared libraries are missing.
    if (mayInstall && !(await downloaded()))
      await attempt(process.execPath, [PLAYWRIGHT, 'install-deps', 'chromium'], say);
    const path = await downloaded();
    if (path) return { executablePath: path, source: 'downloaded by Playwright' };
  }
  if (!mayInstall) return undefined;
  // An index that could not be refreshed may still name a package that can be had.
  await attempt('apt-get', ['update', '-qq'], say);
  await attempt('apt-get', ['install', '-y', '-qq', 'chromium'], say);
  const path = await firstUsable(SYSTEM);
  return path ? { executablePath: path, source: 'installed by apt-get' } : undefined;
}

/**
 * Finds a Chromium that starts and loads unpacked extensions: the one named in `COUNTERSIGN_CHROMIUM`, the system's,
 * Playwright's, Chrome where it is old enough; else fetches one. `problem` is one line that says what to do.
 */
export async function findChromium(say: Say): Promise<FoundChromium> {
  const named = process.env.COUNTERSIGN_CHROMIUM;
  if (named) {
    return (await firstUsable([named]))
      ? { executablePath: named, source: 'COUNTERSIGN_CHROMIUM' }
      : {
          problem: `COUNTERSIGN_CHROMIUM names ${named}, which does not start or cannot load an unpacked extension.`,
        };
  }
  const candidates = [
    { source: 'system', names: SYSTEM },
    { source: 'Playwright', names: [chromium.executablePath()] },
    { source: 'Chrome', names: BRANDED },
  ];
  for (const { source, names } of candidates) {
    const path = await firstUsable(names);
    if (path) return { executablePath: path, source };
  }
  say('No Chromium here that can load an extension: fetching one');
  return (
    (await fetchChromium(say)) ?? {
      problem:
        'No usable Chromium was found and none could be fetched: install Chromium (Debian: `apt-get install chromium`; elsewhere: `npx playwright install chromium`), or name one in COUNTERSIGN_CHROMIUM.',
    }
  );
}
