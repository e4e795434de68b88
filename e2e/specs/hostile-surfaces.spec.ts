import type { CheckoutResult } from '../fixtures/results.ts';
import { expect, hostileTest as test } from '../fixtures/zoo-test.ts';
import { HOSTILE_SHOPS } from '../sandbox/shops/hostile/hostile-shops.ts';

test.describe.configure({ mode: 'default' });
test.setTimeout(150_000);

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
  const shop = HOSTILE_SHOPS.find(({ key }) => key === 'a11-names')!;
  const run = await world.agent.call<CheckoutResult>('checkout_preview', {
    mandate: world.mandateFor(shop).id,
    url: `${world.sandbox.shopAt(shop.key)}/checkout`,
  });
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
