import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import type { CheckoutResult } from '../../fixtures/results.ts';
import type { BenchContext } from '../bench-context.ts';
import { openBenchWorld } from '../bench-world.ts';
import type { LedgerBench } from '../ledger-program.ts';

const ENTRY = fileURLToPath(new URL('../ledger-program.ts', import.meta.url));
const SIZES = [100, 10_000, 1_000_000];
const STARTS = [100, 100_000];

async function bundleProgram(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: ENTRY, formats: ['iife'], name: 'program', fileName: 'program' } },
  });
  const chunk = [result].flat().flatMap((output) => ('output' in output ? output.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error('the program was not bundled');
  return chunk.code;
}

type World = Awaited<ReturnType<typeof openBenchWorld>>;

/** One real purchase, to its end: what it wrote is what the books are grown from. */
async function buyOnce({ agent, mandate, sandbox }: World): Promise<void> {
  const url = `${sandbox.urls.shop}/checkout?sku=small`;
  let run = await agent.call<CheckoutResult>('payment_execute', { mandate: mandate.id, url });
  while (run.status !== 'succeeded') {
    if (['failed', 'refused', 'declined'].includes(run.status))
      throw new Error(run.reason?.message ?? run.status);
    run = await agent.call<CheckoutResult>('checkout_wait', { id: run.id, timeout_seconds: 5 });
  }
}

/** From a message to a worker that is dead to its answer: the snapshot that every surface begins with. */
async function firstAnswer({ browser }: World, page: Page): Promise<number> {
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
  const template = await inWorker<Awaited<ReturnType<LedgerBench['readLedger']>>>('readLedger()');
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
