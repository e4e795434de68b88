import type { Page } from '@playwright/test';
import type { CheckoutResult } from '../fixtures/results.ts';
import { answerBank } from '../sandbox/type-purchase.ts';
import type { Plan } from './plan.ts';
import type { SoakWorld } from './soak-world.ts';

const RUN_WITHIN_MS = 180_000;
/** How long an issuer loses its answers, where the plan has it. */
const FAULT_FOR_MS = 3_000;
const ACT_WITHIN_MS = 5_000;
const ENDED = ['succeeded', 'declined', 'refused', 'cancelled', 'expired', 'failed'];

export const isEnded = ({ status }: CheckoutResult): boolean => ENDED.includes(status);

/** Authorizations that the issuer approved on the cards of a run. */
export function approvedOn({ sandbox }: SoakWorld, runId: string): string[] {
  const cards = sandbox.control
    .log()
    .flatMap((event) => (event.kind === 'card-created' && event.memo === runId ? [event.cardToken] : []));
  return sandbox.control
    .authorizations()
    .filter(({ approved, cardToken }) => approved && cards.includes(cardToken))
    .map(({ transactionToken }) => transactionToken);
}

/** An agent whose calls may meet a dead worker: it asks again. */
export async function ask<T>(deadline: number, call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (problem) {
      if (Date.now() > deadline) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Plays one purchase with an agent that repeats itself and an operator that follows the plan, while workers die. */
export async function playRun(world: SoakWorld, plan: Plan, key: string): Promise<CheckoutResult> {
  const { agent, mandates, sandbox } = world;
  sandbox.control.merge({
    codesBeforeCheckout: plan.codeWall === 'at_start' ? 1 : 0,
    threeDs: plan.bank,
    afterPay: plan.afterPay,
    decline: plan.decline,
    issuerAnswers: plan.issuerAnswers,
  });
  const healing = setTimeout(() => sandbox.control.set('issuerAnswers', 'normal'), FAULT_FOR_MS);
  const deadline = Date.now() + RUN_WITHIN_MS;
  const order = {
    mandate: plan.isAsked ? mandates.asking : mandates.silent,
    url: `${sandbox.urls.shop}/checkout?sku=small`,
    idempotency_key: key,
  };
  let run = await ask(deadline, () => agent.call<CheckoutResult>('payment_execute', order));
  let isWallUp = false;
  const raiseWall = () => {
    if (plan.codeWall === 'at_approval' && !isWallUp) sandbox.control.set('codesBeforeCheckout', 1);
    isWallUp = true;
  };
  while (!isEnded(run) && Date.now() < deadline) {
    // Whatever hinders the operator now, the next look shows anew what is to be done.
    await act(world, plan, run, raiseWall).catch(() => undefined);
    run = await ask(deadline, () => agent.call<CheckoutResult>('checkout_get', { id: run.id }));
  }
  clearTimeout(healing);
  sandbox.control.set('issuerAnswers', 'normal');
  return run;
}

async function act(world: SoakWorld, plan: Plan, run: CheckoutResult, raiseWall: () => void): Promise<void> {
  switch (run.status) {
    case 'awaiting_approval':
      raiseWall();
      return press(world, 'Approve');
    case 'handoff':
      return atWall(world, plan, run);
    case 'outcome_unknown':
      await press(
        world,
        approvedOn(world, run.id).length > 0 ? 'It went through…' : 'It failed, close card…',
      );
      return press(world, 'Yes, I am sure');
    default:
      return undefined;
  }
}

/** Presses a button that shows now; does nothing where there is none. */
async function press({ operator }: SoakWorld, name: string): Promise<void> {
  await Promise.race([
    operator.popup().then((popup) => popup.tryPress(name)),
    new Promise((_, reject) =>
      setTimeout(() => reject(new Error('the popup does not answer')), ACT_WITHIN_MS),
    ),
  ]);
}

async function atWall(world: SoakWorld, { atWall: deed }: Plan, run: CheckoutResult): Promise<void> {
  const { browser, sandbox } = world;
  const page = browser.context.pages().find((one) => one.url().startsWith(sandbox.urls.shop));
  if (!page || deed === 'give_up') {
    await press(world, 'Stop…');
    return press(world, 'Really stop');
  }
  page.setDefaultTimeout(ACT_WITHIN_MS);
  if (deed === 'close_tab') return page.close();
  if (deed === 'reload' && run.handoffs.length < 2 && (await isFresh(page))) {
    await page.reload();
    return;
  }
  return passWall(world, page, run);
}

/** Tells whether this document was not reloaded yet. */
function isFresh(page: Page): Promise<boolean> {
  return page.evaluate(
    () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).type !== 'reload',
  );
}

async function passWall({ sandbox }: SoakWorld, page: Page, run: CheckoutResult): Promise<void> {
  if (run.wall?.kind === '3ds') return answerBank(page, sandbox.control.bankMessages()[0]?.code ?? '');
  await page.getByLabel('Verification code').fill('123456');
  await page.getByRole('button', { name: 'Continue' }).click();
}
