import type { CheckoutResult } from '../../fixtures/results.ts';
import { mintOpenCard, payButton, typePurchase } from '../../sandbox/type-purchase.ts';
import type { BenchContext } from '../bench-context.ts';
import { openBenchWorld } from '../bench-world.ts';
import { spread } from '../spread.ts';

async function timed(work: () => Promise<void>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** Pays in a sandbox shop, beside a script that was written for that one shop. */
export async function measurePurchase({ executablePath, runs, say }: BenchContext): Promise<object> {
  const world = await openBenchWorld({ executablePath, say });
  const { sandbox, browser, agent, mandate } = world;
  const url = `${sandbox.urls.shop}/checkout?sku=small`;

  /** From the agent's call to the receipt, inside a silent mandate. */
  async function payThroughMandate(): Promise<void> {
    let run = await agent.call<CheckoutResult>('payment_execute', { mandate: mandate.id, url });
    while (run.status !== 'succeeded') {
      if (['failed', 'refused', 'declined', 'outcome_unknown'].includes(run.status))
        throw new Error(run.reason?.message ?? run.status);
      run = await agent.call<CheckoutResult>('checkout_wait', { id: run.id, timeout_seconds: 5 });
    }
  }

  /** The baseline: a script written for this one shop, which holds a real card and checks nothing. */
  async function payByScript(): Promise<void> {
    const page = await browser.context.newPage();
    const card = await mintOpenCard(sandbox, 5_000);
    await page.goto(url);
    await typePurchase(page, card);
    await payButton(page).click();
    await page.waitForURL(/\/orders\//);
    await page.close();
  }

  const mandated: number[] = [];
  const scripted: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    scripted.push(await timed(payByScript));
    mandated.push(await timed(payThroughMandate));
    say(
      `run ${run + 1}: script ${Math.round(scripted[run]!)} ms, countersign ${Math.round(mandated[run]!)} ms`,
    );
  }
  await world.close();

  const baseline = spread(scripted);
  const measured = spread(mandated);
  return {
    baseline: 'a Playwright script written for this shop fills and pays it',
    baseline_ms: baseline,
    measured_ms: measured,
    ratio: Number((measured.median / baseline.median).toFixed(2)),
  };
}
