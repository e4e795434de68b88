import type { Frame, Page } from '@playwright/test';
import { PASSABLE_WALLS, type PassableWallName } from '../../fixtures/pass-wall.ts';
import type { AuditResult, CheckoutResult } from '../../fixtures/results.ts';
import { attachPopup, findPopup } from '../../fixtures/popup.ts';
import { shopTab } from '../../fixtures/shop-tab.ts';
import { waitUntil } from '../../fixtures/wait-until.ts';
import { answerBank } from '../../sandbox/type-purchase.ts';
import type { BenchContext } from '../bench-context.ts';
import { openBenchWorld } from '../bench-world.ts';
import { spread } from '../spread.ts';

/** Walls that are walls as soon as they show: those that may pass alone are given their vendor's grace first. */
const WALLS = ['picture_text', 'split_code', 'login'] as const;

/** When a document first showed something, on the clock that the worker reads, too. */
const shownAt = (where: Page | Frame): Promise<number> =>
  where.evaluate(
    () =>
      performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
  );

/** Measures how soon a wall that shows is recorded and how soon a run goes on once it is passed. */
export async function measureHandoffs({ executablePath, runs, say }: BenchContext): Promise<object> {
  const world = await openBenchWorld({ executablePath, say });
  const { sandbox, browser, agent, mandate } = world;
  const recorded: number[] = [];
  const resumed: number[] = [];
  const raised: number[] = [];

  const wait = async (id: string, ...statuses: string[]): Promise<CheckoutResult> => {
    for (;;) {
      const run = await agent.call<CheckoutResult>('checkout_wait', { id, timeout_seconds: 2 });
      if (statuses.includes(run.status)) return run;
      if (['failed', 'refused', 'declined', 'outcome_unknown'].includes(run.status))
        throw new Error(run.reason?.message ?? run.status);
    }
  };
  /** When the books say that something happened to a run. */
  const bookedAt = async (id: string, type: string): Promise<number> => {
    const { entries } = await agent.call<AuditResult>('audit_list', { limit: 500 });
    const entry = entries.findLast((one) => one.type === type && one.stream?.includes(id));
    if (!entry?.at) throw new Error(`the books have no ${type} of ${id}`);
    return Date.parse(entry.at);
  };
  const leave = async () => {
    await closePopup();
    await browser.context.clearCookies();
    for (const page of browser.context.pages().slice(1)) await page.close();
  };

  const closePopup = async () => {
    const targetId = await findPopup(browser.cdp, browser.extensionId);
    if (targetId !== undefined) await (await attachPopup(browser.cdp, targetId)).close();
  };
  /** When the popup that came by itself first showed something. */
  const popupShownAt = async (): Promise<number> => {
    const targetId = await waitUntil(() => findPopup(browser.cdp, browser.extensionId));
    const popup = await attachPopup(browser.cdp, targetId);
    const paint = `(performance.getEntriesByName('first-contentful-paint')[0] ?? {}).startTime`;
    return waitUntil(() =>
      popup.evaluate<number | undefined>(`${paint} && performance.timeOrigin + ${paint}`),
    );
  };
  const noteHandoff = async (id: string, shown: number): Promise<void> => {
    const recordedAt = await bookedAt(id, 'checkout-handed-off');
    recorded.push(recordedAt - shown);
    raised.push((await popupShownAt()) - recordedAt);
  };

  async function beforePay(wall: PassableWallName): Promise<void> {
    sandbox.control.set('wall', wall);
    const url = `${sandbox.urls.shop}/checkout?sku=small`;
    const { id } = await agent.call<CheckoutResult>('checkout_preview', { mandate: mandate.id, url });
    await wait(id, 'handoff');
    const page = shopTab(browser, sandbox);
    await noteHandoff(id, await shownAt(page));
    await PASSABLE_WALLS[wall].pass(page, sandbox.control.wallAnswer());
    await wait(id, 'previewed', 'approved');
    resumed.push((await bookedAt(id, 'handoff-resolved')) - (await shownAt(page)));
    await agent.call('checkout_cancel', { id });
    await leave();
  }

  async function afterPay(): Promise<void> {
    sandbox.control.set('wall', 'none');
    sandbox.control.set('threeDs', 'challenge');
    const url = `${sandbox.urls.shop}/checkout?sku=small`;
    const { id } = await agent.call<CheckoutResult>('payment_execute', { mandate: mandate.id, url });
    await wait(id, 'handoff');
    const challenge = shopTab(browser, sandbox)
      .frames()
      .find((frame) => frame.url().includes('/3ds/creq'));
    if (!challenge) throw new Error('the bank shows no challenge');
    await noteHandoff(id, await shownAt(challenge));
    const gone = shopTab(browser, sandbox)
      .waitForEvent('framedetached')
      .then(() => Date.now());
    await answerBank(shopTab(browser, sandbox), sandbox.control.bankMessages()[0]!.code);
    const goneAt = await gone;
    await wait(id, 'succeeded');
    resumed.push((await bookedAt(id, 'handoff-resolved')) - goneAt);
    sandbox.control.set('threeDs', 'none');
    await leave();
  }

  await closePopup();
  for (let run = 0; run < runs; run += 1) {
    for (const wall of WALLS) await beforePay(wall);
    await afterPay();
    say(`run ${run + 1}: recorded ${recorded.at(-1)} ms after it showed, resumed ${resumed.at(-1)} ms after`);
  }
  await world.close();
  return {
    count: recorded.length,
    recorded_after_shown_ms: spread(recorded),
    popup_shown_after_recorded_ms: spread(raised),
    resumed_after_cleared_ms: spread(resumed),
  };
}
