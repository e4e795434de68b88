import { findCardSightings } from '../fixtures/card-sightings.ts';
import { expect, hostileTest as test } from '../fixtures/zoo-test.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { HOSTILE_SHOPS } from '../sandbox/shops/hostile/hostile-shops.ts';
import type { HostileShop } from '../sandbox/shops/hostile/hostile-shop.ts';
import { visitShop, type Visit } from '../zoo/visit-shop.ts';

/** One of each kind runs with every test; the others with the full set. */
const SAMPLE = new Set([
  'a8-false-hands', 'b1-baits', 'b2-swapped', 'b6-action', 'b7-reader', 'b8-skimmer', 'c2-stranger', 'c3-sandboxed', 'd1-after-preview',
  'd4-dearer', 'd5-two-totals', 'd8-led-away', 'd9-orders',
]); // prettier-ignore

test.describe.configure({ mode: 'default' });

for (const shop of HOSTILE_SHOPS) {
  const { key, threat, what, ending } = shop;
  const tag = SAMPLE.has(key) ? [] : ['@whole'];
  test(`[${threat}] ${key}: ${what} ends in ${ending}`, { tag }, async ({ world }) => {
    test.setTimeout(180_000);
    const { control } = world.sandbox;
    const [events, requests] = [control.log().length, control.requests().length];
    const visit = await visitShop(world, shop);
    const { reason, wall, steps, changed } = visit.run;
    expect(visit.ended, JSON.stringify({ reason, wall, changed, steps: steps.map(({ name }) => name) })).toBe(
      ending,
    );
    expectNoBaitTaken(world.sandbox, events);
    expectNoMoneyBut(world.sandbox, shop, visit, events);
    expectNoCardElsewhere(world.sandbox, shop, visit, requests);
  });
}

test('[B9] what was typed is cleared when a run is given up, and its card is closed', async ({ world }) => {
  const { agent, browser, sandbox } = world;
  const shop = HOSTILE_SHOPS.find(({ key }) => key === 'd9-orders')!;
  const url = `${sandbox.shopAt(shop.key)}/checkout`;
  const mandate = world.mandateFor(shop);
  const run = await agent.call<{ id: string }>('checkout_preview', { mandate: mandate.id, url });
  const tab = browser.context.pages().findLast((page) => page.url() === url)!;
  const typed = () =>
    tab.evaluate(() => [...document.querySelectorAll('input')].filter(({ value }) => value !== '').length);
  expect(await typed()).toBeGreaterThanOrEqual(8);
  await agent.call('checkout_cancel', { id: run.id });
  await expect.poll(typed).toBe(0);
  await expect.poll(() => sandbox.control.cards().at(-1)!.state).toBe('CLOSED');
});

test('a card number is found wherever it was sent, however it is spelled', async ({ world }) => {
  const { control, urls } = world.sandbox;
  await visitShop(world, HOSTILE_SHOPS.find(({ key }) => key === 'b1-baits')!);
  const { pan, cvv } = control.cards().at(-1)!;
  const before = control.requests().length;
  const at = `http://127.0.0.1:${new URL(urls.mail).port}`;
  await fetch(`${at}/?n=${encodeURIComponent(pan.replace(/(....)/g, '$1 '))}`);
  await fetch(at, { method: 'POST', body: JSON.stringify({ cvc: cvv }) });
  expect(findCardSightings(world.sandbox, before).map(({ server, what }) => `${what} at ${server}`)).toEqual([
    'number at mail',
    'code at mail',
  ]);
});

/** What only a machine can see stays empty, and no box that was not ours to tick is ticked. */
function expectNoBaitTaken({ control }: Sandbox, since: number): void {
  const posted = control
    .log()
    .slice(since)
    .flatMap((event) => (event.kind === 'details-received' ? Object.entries(event.details) : []));
  expect(posted.filter(([name, text]) => name.startsWith('bait') && text !== '')).toEqual([]);
}

/** One approved authorization where the visit paid, of what was approved; every other one was declined. */
function expectNoMoneyBut({ control }: Sandbox, shop: HostileShop, { run }: Visit, since: number): void {
  const tried = control
    .log()
    .slice(since)
    .filter((event) => event.kind === 'authorization');
  const approved = tried.filter((event) => event.approved);
  const isPaid = run.receipt !== null || shop.isCharged === true;
  expect(approved.map(({ amount }) => String(amount))).toEqual(isPaid ? [run.total!.minor] : []);
  if (shop.takesWhatIsTyped) expect(tried.length).toBeGreaterThan(approved.length);
  // What was not what was approved never armed a card.
  const armed = control
    .log()
    .slice(since)
    .filter((event) => event.kind === 'card-patched' && event.state === 'OPEN');
  if (shop.movesAfterPreview) expect(armed).toEqual([]);
}

/** The card is seen at the provider, and at the shop once Pay was pressed there: nowhere else. */
function expectNoCardElsewhere(sandbox: Sandbox, shop: HostileShop, { run }: Visit, since: number): void {
  const own = `${shop.key}.zoo.localhost`;
  const isPressed = run.steps.some(({ name }) => name === 'submitting' || name === 'processing');
  const elsewhere = findCardSightings(sandbox, since).filter(
    ({ server, host }) => server !== 'psp' && !(host === own && isPressed),
  );
  // Where a page can see it, every authorization tried with it was declined: see above.
  if (!shop.takesWhatIsTyped) expect(elsewhere).toEqual([]);
}
