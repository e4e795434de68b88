import { connectAgent } from '../../fixtures/agent.ts';
import { createHome, launchBrowser, removeHome } from '../../fixtures/launch-browser.ts';
import { createOperator } from '../../fixtures/operator.ts';
import type { CheckoutResult, MandateResult } from '../../fixtures/results.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { mintOpenCard, payButton, typePurchase } from '../../sandbox/type-purchase.ts';
import { buildProject } from '../../tooling/build.ts';
import { countersignCommand, developmentExtensionDir } from '../../tooling/paths.ts';
import type { BenchContext } from '../bench-context.ts';
import { spread } from '../spread.ts';

async function timed(work: () => Promise<void>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** Pays in a sandbox shop, beside a script that was written for that one shop. */
export async function measurePurchase({ executablePath, runs, say }: BenchContext): Promise<object> {
  await buildProject({ isDevelopment: true, say });
  const sandbox = await startSandbox({ seed: 1 });
  const home = await createHome();
  const browser = await launchBrowser({
    executablePath,
    extensionDirectory: developmentExtensionDir,
    command: countersignCommand,
    isHeadless: true,
    home,
  });
  const operator = createOperator(() => browser);
  await operator.firstRun({ issuer: sandbox.urls.issuer, apiKey: sandbox.apiKey }, '500.00');
  const agent = await connectAgent({ command: countersignCommand, stateDirectory: home.stateDirectory });
  const { code } = await agent.call<{ code: string }>('agent_request', { name: 'Bench' });
  await operator.approveAgent(code);
  const mandate = await agent.call<MandateResult>('payment_request', {
    amount: '400.00',
    currency: 'USD',
    purpose: 'Measuring',
    merchants: ['shop.localhost'],
  });
  await operator.press('Sign');
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
  await agent.close();
  await browser.close();
  await sandbox.close();
  await removeHome(home);

  const baseline = spread(scripted);
  const measured = spread(mandated);
  return {
    baseline: 'a Playwright script written for this shop fills and pays it',
    baseline_ms: baseline,
    measured_ms: measured,
    ratio: Number((measured.median / baseline.median).toFixed(2)),
  };
}
