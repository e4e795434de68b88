import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

export type FoundChromium = { executablePath: string; source: string } | { problem: string };

const SYSTEM = [
  'chromium',
  'chromium-browser',
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
/** Branded Chrome since 137 ignores `--load-extension`: it is taken only when nothing else can be had. */
const BRANDED = [
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Tells whether a program starts and says its version: a browser without its libraries does not. */
function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function locate(name: string): string | undefined {
  if (name.startsWith('/')) return existsSync(name) && runs(name) ? name : undefined;
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout?.trim();
  return found && runs(found) ? found : undefined;
}

function playwrightChromium(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) && runs(path) ? path : undefined;
}

function attempt(command: string, args: string[], say: (line: string) => void): boolean {
  say(`Running ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'], timeout: 15 * 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** Finds a Chromium that runs: the system's, Playwright's, else fetched; `problem` is one line that says what to do. */
export async function findChromium(say: (line: string) => void): Promise<FoundChromium> {
  const named = process.env.COUNTERSIGN_CHROMIUM;
  if (named) {
    return runs(named)
      ? { executablePath: named, source: 'COUNTERSIGN_CHROMIUM' }
      : { problem: `COUNTERSIGN_CHROMIUM names ${named}, which does not run.` };
  }
  const present = SYSTEM.map(locate).find(Boolean);
  if (present) return { executablePath: present, source: 'system' };
  const downloaded = playwrightChromium();
  if (downloaded) return { executablePath: downloaded, source: 'playwright' };
  say('No Chromium here: fetching one');
  attempt('npx', ['playwright', 'install', 'chromium'], say);
  const fetched = playwrightChromium();
  if (fetched) return { executablePath: fetched, source: 'playwright' };
  if (process.getuid?.() === 0 && locate('apt-get') !== undefined) {
    attempt('apt-get', ['update', '-qq'], say);
    attempt('apt-get', ['install', '-y', '-qq', 'chromium'], say);
    const installed = locate('chromium');
    if (installed) return { executablePath: installed, source: 'apt' };
  }
  const branded = BRANDED.map(locate).find(Boolean);
  if (branded) return { executablePath: branded, source: 'chrome' };
  return Promise.resolve({
    problem:
      'No Chromium was found and none could be fetched: install Chromium, or name one in COUNTERSIGN_CHROMIUM.',
  });
}
