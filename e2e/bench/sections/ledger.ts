import type { Page } from '@playwright/test';
import type { BenchContext } from '../bench-context.ts';
import { openBenchWorld, type BenchWorld } from '../bench-world.ts';
import { bundleProgram, buyOnce } from '../grown-books.ts';
import type { LedgerBench } from '../ledger-program.ts';

const SIZES = [100, 10_000, 1_000_000];
const STARTS = [100, 100_000];

/** From a message to a worker that is dead to its answer: the snapshot that every surface begins with. */
async function firstAnswer({ browser }: BenchWorld, page: Page): Promise<number> {
  const { targetInfos } = await browser.cdp.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(browser.extensionId),
  );
  if (worker) await browser.cdp.send('Target.closeTarget', { targetId: worker.targetId });
  return page.evaluate(async () => {
    const { runtime } = (
      globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<{ ok?: boolean }> } };
      }
    ).chrome;
    const since = performance.now();
    const answer = await runtime.sendMessage({ type: 'operator.snapshot', input: {} });
    if (!answer.ok) throw new Error('no snapshot');
    return performance.now() - since;
  });
}

/** The ledger in the extension's own worker and on its own disk. */
export async function measureLedger({ executablePath, runs, say }: BenchContext): Promise<object> {
  const program = await bundleProgram();
  const world = await openBenchWorld({ executablePath, say });
  await buyOnce(world);
  await world.agent.close();
  const page = await world.browser.context.newPage();
  await page.goto(`chrome-extension://${world.browser.extensionId}/manifest.json`);
  const inWorker = async <T>(work: string): Promise<T> =>
    world.browser.worker().evaluate<T>(`${program}\nglobalThis.ledgerBench.${work}`);
  // While workers are killed: the same origin, the same disk.
  const onDisk = async <T>(work: string): Promise<T> =>
    page.evaluate<T>(`${program}\nglobalThis.ledgerBench.${work}`);
  // The card is closed just after the purchase has succeeded.
  const readTemplate = () => inWorker<Awaited<ReturnType<LedgerBench['readLedger']>> | null>('readLedger()');
  let template = await readTemplate();
  while (!template) template = await readTemplate();
  const given = JSON.stringify(template);
  say(`a purchase writes ${template.purchase.length} entries`);
  const appends = await inWorker<object>(`measureAppends(${given}, ${runs * 10}, 25)`);
  say(JSON.stringify(appends));
  const growth = await inWorker<object>(`measureGrowth(${given}, ${JSON.stringify(SIZES)})`);
  say(JSON.stringify(growth));

  const starts: Record<string, { median_ms: number; checkpoint_at: number }> = {};
  for (const count of STARTS) {
    await onDisk(`replaceLedger(${given}, ${count})`);
    // The first start after that finds no checkpoint of these books, folds them all and keeps one.
    await firstAnswer(world, page);
    const times: number[] = [];
    let checkpoint_at = 0;
    while (count > 128 && checkpoint_at !== count) checkpoint_at = await onDisk<number>('checkpointedAt()');
    for (let run = 0; run < runs * 2 + 1; run += 1) times.push(await firstAnswer(world, page));
    starts[count] = {
      median_ms: Math.round([...times].sort((a, b) => a - b)[times.length >> 1]!),
      checkpoint_at,
    };
    say(`${count} entries: ${starts[count].median_ms} ms`);
  }
  await world.close();
  const [few, many] = STARTS.map((count) => starts[count]!.median_ms);
  return {
    appends,
    growth,
    cold_start: {
      baseline: `a dead worker's first answer over ${STARTS[0]} entries`,
      entries: starts,
      ratio: Number((many! / few!).toFixed(2)),
    },
  };
}
