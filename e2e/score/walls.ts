import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext } from '@playwright/test';
import { AS_ROOT } from '../fixtures/launch-browser.ts';
import { buildProject } from '../tooling/build.ts';
import { findChromium } from '../tooling/find-chromium.ts';
import { developmentExtensionDir } from '../tooling/paths.ts';
import { writeOwnWallPages } from './own-wall-pages.ts';
import { readWallFolder, type WallPage } from './walls-pages.ts';
import { serveWalls, type WallServer } from './walls-server.ts';
import { verdictOf, type Look, type Verdict } from './walls-verdict.ts';

interface ScoredPage extends Verdict {
  readonly file: string;
  readonly truth: string;
  readonly ms: number;
}

const LOADS_WITHIN_MS = 20_000;
const say = (line: string) => process.stderr.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    /** Scores the pages of this repository instead. */
    own: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    /** Only files whose name holds this. */
    only: { type: 'string', default: '' },
  },
});
const directory = values.own ? await writeOwnWallPages() : values.pages;
if (!directory) throw new Error('usage: npm run score:walls -- --pages DIR | --own [--json] [--only PART]');

const folder = await readWallFolder(directory);
await buildProject({ isDevelopment: true, say });
const browser = await findChromium(say);
if ('problem' in browser) throw new Error(browser.problem);
const server = await serveWalls(folder);
const profile = await mkdtemp(join(tmpdir(), 'cs-walls-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: browser.executablePath,
  headless: true,
  viewport: { width: 1100, height: 900 },
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--ignore-certificate-errors',
    `--host-resolver-rules=${server.resolverRules}`,
    ...AS_ROOT,
    `--disable-extensions-except=${developmentExtensionDir}`,
    `--load-extension=${developmentExtensionDir}`,
  ],
  ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
});
const scored: ScoredPage[] = [];
try {
  for (const page of folder.pages.filter(({ file }) => file.includes(values.only)))
    scored.push(await scorePage(context, server, page));
} finally {
  await context.close();
  await server.close();
  if (values.own) await rm(directory, { recursive: true, force: true });
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
report(scored);

/** Shows one page in a tab of its own and has the worker judge it, as it would in a run. */
async function scorePage(where: BrowserContext, walls: WallServer, page: WallPage): Promise<ScoredPage> {
  walls.show(page);
  const started = performance.now();
  const tab = await where.newPage();
  // Pages may open dialogs; nobody is there to close them.
  tab.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  await tab.goto(page.url, { waitUntil: 'load', timeout: LOADS_WITHIN_MS }).catch(() => undefined);
  await tab.bringToFront();
  const worker = where.serviceWorkers()[0] ?? (await where.waitForEvent('serviceworker'));
  const look = await worker.evaluate(async () => {
    const { chrome, countersignLook } = globalThis as unknown as {
      chrome: { tabs: { query(filter: object): Promise<{ id: number }[]> } };
      countersignLook: (tabId: number) => Promise<unknown>;
    };
    const [active] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return active ? await countersignLook(active.id) : { error: 'no tab' };
  });
  await tab.close({ runBeforeUnload: false });
  return {
    file: page.file,
    truth: page.truth,
    ...verdictOf(look as Look),
    ms: Math.round(performance.now() - started),
  };
}

function report(pages: readonly ScoredPage[]): void {
  const confusion: Record<string, Record<string, number>> = {};
  for (const { truth, verdict } of pages) {
    const row = (confusion[truth] ??= {});
    row[verdict] = (row[verdict] ?? 0) + 1;
  }
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ pages, confusion }, null, 2)}\n`);
    return;
  }
  const wrong = pages.filter(({ truth, verdict }) => truth !== verdict);
  const falseWalls = wrong.filter(({ truth }) => truth === 'none');
  process.stdout.write(
    [
      `${pages.length - wrong.length} of ${pages.length} right; ${falseWalls.length} non-walls called something else`,
      ...wrong.map(
        ({ file, truth, verdict, evidence }) =>
          `  ${file}: ${truth} read as ${verdict} (${evidence.join('; ')})`,
      ),
      '',
    ].join('\n'),
  );
}
