import { placeInBanner, pressBanner } from '../fixtures/banner.ts';
import type { CheckoutResult } from '../fixtures/results.ts';
import { waitUntil } from '../fixtures/wait-until.ts';
import { expect, hostileTest as test } from '../fixtures/zoo-test.ts';
import { HOSTILE_SHOPS } from '../sandbox/shops/hostile/hostile-shops.ts';
import type { ZooWorld } from '../zoo/open-world.ts';

test.describe.configure({ mode: 'default' });
test.setTimeout(150_000);

/** Previews at a hostile shop, and gives the run with its tab. */
async function previewAt(world: ZooWorld, key: string) {
  const shop = HOSTILE_SHOPS.find((one) => one.key === key)!;
  const url = `${world.sandbox.shopAt(key)}/checkout`;
  const mandate = world.mandateFor(shop).id;
  const run = await world.agent.call<CheckoutResult>('checkout_preview', { mandate, url });
  const page = world.browser.context.pages().findLast((one) => one.url() === url)!;
  const statusNow = async () =>
    (await world.agent.call<CheckoutResult>('checkout_get', { id: run.id })).status;
  return { run, page, statusNow };
}

test('[A6] a click on the banner counts only where it has been standing for a while', async ({ world }) => {
  const { run, page, statusNow } = await previewAt(world, 'a6-under-hand');
  expect(run.status).toBe('awaiting_approval');
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  await waitUntil(async () => (await placeInBanner(session, 'Take over')) !== undefined);
  // Brought out of its own corner once, the banner keeps its column.
  await page.mouse.move(200, 200);
  const { x } = (await placeInBanner(session, 'Take over'))!;
  // The page brings the banner to wherever the pointer goes; the hand was about to press something else.
  for (const y of [300, 420, 540]) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.up();
  }
  expect(await statusNow()).toBe('awaiting_approval');
  // Whoever sees it and presses it there is heard.
  await page.mouse.move(x, 300);
  await pressBanner(page, 'Take over');
  await waitUntil(async () => (await statusNow()) === 'handoff');
  await world.agent.call('checkout_cancel', { id: run.id });
});

test('[A9] a page can neither embed the popup, nor open it, nor go there', async ({ world }) => {
  const page = await world.browser.context.newPage();
  const popup = `chrome-extension://${world.browser.extensionId}/popup.html`;
  await page.goto(`${world.sandbox.shopAt('a9-embedded')}/checkout`);
  await expect
    .poll(() =>
      page
        .frames()
        .find((frame) => frame !== page.mainFrame())
        ?.url(),
    )
    .toMatch(/^chrome-error:/);
  const opening = page.waitForEvent('popup');
  await page.evaluate((url) => void open(url, 'again'), popup);
  const opened = await opening;
  await expect.poll(() => opened.url()).not.toBe('');
  expect(await opened.evaluate(() => document.body.innerText)).not.toContain('Countersign');
  expect(opened.url()).not.toMatch(/^chrome-extension:/);
  await opened.close();
  await page.evaluate((url) => void location.assign(url), popup);
  await expect.poll(() => page.url()).not.toMatch(/^http/);
  expect(page.url()).not.toMatch(/^chrome-extension:/);
  await page.close();
});

test('[A11] what a page calls itself and its goods is shown as text, apart, cut, with the host in full', async ({
  world,
}) => {
  const { run } = await previewAt(world, 'a11-names');
  expect(run.status).toBe('awaiting_approval');
  const popup = await world.operator.popup();
  await popup.see('a11-names.zoo.localhost');
  const shown = await popup.evaluate<{ hit: boolean; made: number; text: string; isApart: boolean }>(`(() => {
    const cells = [...document.querySelectorAll('table.lines th')].filter((cell) => /latoT/.test(cell.textContent));
    return {
      hit: 'hit' in globalThis,
      made: document.querySelectorAll('img[src="x"], a[href^="javascript:"], script:not([src])').length,
      text: document.body.innerText,
      isApart: cells.length > 0 && cells.every((cell) => cell.querySelector('bdi') !== null),
    };
  })()`);
  expect(shown).toMatchObject({ hit: false, made: 0, isApart: true });
  expect(shown.text).toContain('<img src=x');
  // Nothing that turns the direction of reading, hides itself or speaks to a terminal.
  expect(shown.text).not.toMatch(/\u202e|\u200b|\[2J\u200b/);
  expect(shown.text.length).toBeLessThan(6_000);
  await world.agent.call('checkout_cancel', { id: run.id });
});
