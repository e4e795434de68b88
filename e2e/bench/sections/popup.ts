import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { BenchContext } from '../bench-context.ts';
import { openBenchWorld } from '../bench-world.ts';
import { bundleProgram, buyOnce } from '../grown-books.ts';
import type { LedgerBench } from '../ledger-program.ts';
import { spread } from '../spread.ts';

const EMPTY = fileURLToPath(new URL('../empty-popup', import.meta.url));
const ENTRIES = 10_000;
/** Public half of a key made for this bench alone: it fixes the id below. */
const EMPTY_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA4E4S2yr7FqvjdcD1DvVGiESudRT0AJ8vb4tDdO396721GvgLgkxlJzZwiAP0kIotzjsFB051K8MEA/rhU9CQIdp6QK6jc6rJ8WVPwivJ3LcJkoJUV1tnYqFxsI4BOaKw6kQcIhFEy/tTH4ByTaUa+51HV0qWL6n6mqwSicW7baXixJhpDDX2f0oeetcUPCpnKn5oJZNOpWxYUwPySZCHd9gWTLkaya/TcuWAQMEsl8vt+GbJB4r69CMh1T4MkttgZUUTGc66ufYjeQ8efl42mHa9n66jeDqZJGNMCtFjXIdqDiyqvCQBWs0hTAFHz2lhT/9ybBLu4bShOOVgvp7PTQIDAQAB';
const EMPTY_ID = 'iehoijbjlhjjdhiobbgolmcohlbkicdb';

/** Builds an extension whose popup is React and a heading. */
async function buildEmptyPopup(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'silent',
    root: EMPTY,
    base: './',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input: join(EMPTY, 'popup.html') } },
  });
  const manifest = { manifest_version: 3, name: 'Empty', version: '1', key: EMPTY_KEY };
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({ ...manifest, action: { default_popup: 'popup.html' } }),
  );
}

/** From navigation to the last paint of the largest text so far: a frame without its content does not count. */
async function paintOf(context: BrowserContext, url: string, word: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByText(word).first().waitFor();
  const at = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  await page.close();
  return at;
}

/** The popup's document over books of 10,000 entries beside an empty React popup, one after the other in one browser. */
export async function measurePopup({ executablePath, runs, say }: BenchContext): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'cs-empty-'));
  await buildEmptyPopup(folder);
  const program = await bundleProgram();
  const world = await openBenchWorld({ executablePath, say, besides: folder });
  await buyOnce(world);
  await world.agent.close();
  const { context, extensionId } = world.browser;
  const inWorker = <T>(work: string): Promise<T> =>
    world.browser.worker().evaluate<T>(`${program}\nglobalThis.ledgerBench.${work}`);
  const template = await inWorker<Awaited<ReturnType<LedgerBench['readLedger']>>>('readLedger()');
  await inWorker(`replaceLedger(${JSON.stringify(template)}, ${ENTRIES})`);
  await world.browser.restartWorker();

  const empty: number[] = [];
  const popup: number[] = [];
  for (let run = 0; run < runs * 4 + 1; run += 1) {
    const [one, other] = [
      await paintOf(context, `chrome-extension://${EMPTY_ID}/popup.html`, 'An empty popup'),
      await paintOf(context, `chrome-extension://${extensionId}/popup.html`, 'available'),
    ];
    // The first of each fills the caches.
    if (run === 0) continue;
    empty.push(one);
    popup.push(other);
  }
  await world.close();
  await rm(folder, { recursive: true, force: true });
  const [ours, baseline] = [spread(popup, { digits: 1 }), spread(empty, { digits: 1 })];
  return {
    entries: ENTRIES,
    baseline: 'an empty React popup',
    empty_ms: baseline,
    popup_ms: ours,
    ratio: Number((ours.median / baseline.median).toFixed(2)),
  };
}
