import { chromium, type Browser, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from './sandbox.ts';
import {
  answerBank,
  bankFrame,
  mintOpenCard,
  payButton,
  typeCard,
  typePurchase,
  type TypedCard,
} from './type-purchase.ts';

/** A system browser first; Playwright's own where it was installed. */
const EXECUTABLE = ['/usr/bin/chromium', '/usr/bin/google-chrome', chromium.executablePath()].find(
  existsSync,
);
const TIMEOUT_MS = 60_000;

let sandbox: Sandbox;
let browser: Browser;
let page: Page;

describe.skipIf(EXECUTABLE === undefined)('a purchase typed by hand', { timeout: TIMEOUT_MS }, () => {
  beforeAll(async () => {
    sandbox = await startSandbox({ seed: 7 });
    browser = await chromium.launch({
      executablePath: EXECUTABLE ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  }, TIMEOUT_MS);
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
  });
  beforeEach(async () => {
    sandbox.control.reset();
    sandbox.control.deposit(10_000, 'opening');
    page = await browser.newPage();
  });
  afterEach(() => page.close());

  /** Opens a checkout and types everything; gives the card and the total on the page in minor units. */
  async function prepare(url = `${sandbox.urls.shop}/checkout`): Promise<{ card: TypedCard; total: number }> {
    const card = await mintOpenCard(sandbox, 2500);
    await page.goto(url);
    await typePurchase(page, card);
    return { card, total: await shownTotal() };
  }

  async function shownTotal(): Promise<number> {
    const text = await page.locator('.total dd').innerText();
    return Number(/^\$(\d+)\.(\d\d) USD$/.exec(text)?.slice(1).join(''));
  }

  const confirmation = () => page.getByText(/Thank you, your order SO-2026-\d{6} is confirmed/);
  const alert = () => page.getByRole('alert');

  async function expectOneCapture(card: TypedCard, total: number): Promise<void> {
    await expect.poll(() => sandbox.control.captures().length).toBe(1);
    expect(sandbox.control.authorizations()).toMatchObject([
      { cardToken: card.token, amount: total, approved: true, reason: 'APPROVED' },
    ]);
    expect(sandbox.control.captures()).toMatchObject([
      { cardToken: card.token, amount: total - 150, authorized: total },
    ]);
    expect(sandbox.control.payRequests()).toHaveLength(1);
    expect(sandbox.control.balance()).toEqual({ available: 10_000 - (total - 150), pending: 0 });
  }

  test('is authorized once and captured for less', async () => {
    const { card, total } = await prepare();
    expect(await payButton(page).innerText()).toBe(`Pay $${(total / 100).toFixed(2)}`);
    await payButton(page).click();
    await confirmation().waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/orders\/SO-2026-\d{6}$/);
    await expectOneCapture(card, total);
    expect(sandbox.control.cards()).toMatchObject([{ state: 'CLOSED' }]);
  });

  test('shows the card number to the provider and the issuer only', async () => {
    const { card } = await prepare();
    await payButton(page).click();
    await confirmation().waitFor();
    const seen = sandbox.control
      .requests()
      .filter((request) => `${request.url} ${request.body}`.replace(/[\s-]/g, '').includes(card.number))
      .map((request) => `${request.server} ${new URL(request.url).pathname}`);
    expect(new Set(seen)).toEqual(new Set(['psp /v1/tokens', 'issuer /v1/simulate/authorize']));
    expect(JSON.stringify(sandbox.control.log())).not.toContain(card.number);
  });

  test('goes through a bank’s question', async () => {
    sandbox.control.set('threeDs', 'challenge');
    const { card, total } = await prepare();
    await payButton(page).click();
    await answerBank(page, '000000');
    await bankFrame(page).getByRole('alert').waitFor();
    expect(sandbox.control.authorizations()).toEqual([]);
    const bank = await browser.newPage();
    await bank.goto(`${sandbox.urls.bank}/messages`);
    const code = await bank.locator('[data-code]').first().innerText();
    await bank.close();
    await answerBank(page, code);
    await confirmation().waitFor();
    await expectOneCapture(card, total);
  });

  test('passes a bank that asks nothing', async () => {
    sandbox.control.set('threeDs', 'frictionless');
    const { card, total } = await prepare();
    await payButton(page).click();
    await confirmation().waitFor();
    await expectOneCapture(card, total);
    const started = sandbox.control.log().find((event) => event.kind === 'three-ds-started');
    expect(started).toMatchObject({ mode: 'frictionless' });
  });

  test('ends without authorization after three wrong codes', async () => {
    sandbox.control.set('threeDs', 'challenge');
    await prepare();
    await payButton(page).click();
    for (const attempt of [1, 2, 3]) {
      await answerBank(page, 'wrong!');
      const isRefused = () =>
        sandbox.control.log().filter((event) => event.kind === 'three-ds-code-refused').length;
      await expect.poll(isRefused).toBe(attempt);
      if (attempt < 3) await bankFrame(page).getByRole('alert').waitFor();
    }
    await alert().filter({ hasText: 'declined' }).waitFor();
    expect(sandbox.control.authorizations()).toEqual([]);
  });

  test('ends without authorization when the buyer gives up or the bank runs out of patience', async () => {
    sandbox.control.set('threeDs', 'challenge');
    const { card } = await prepare();
    await payButton(page).click();
    await bankFrame(page).getByRole('button', { name: 'Cancel' }).click();
    await alert().filter({ hasText: 'declined' }).waitFor();
    sandbox.control.set('threeDsTimeoutMs', 1_000);
    await typeCard(page, card);
    await payButton(page).click();
    await expect
      .poll(
        () =>
          sandbox.control.log().flatMap((event) => (event.kind === 'three-ds-ended' ? [event.reason] : [])),
        {
          timeout: 10_000,
        },
      )
      .toEqual(['abandoned', 'timed out']);
    await alert().filter({ hasText: 'declined' }).waitFor();
    expect(sandbox.control.authorizations()).toEqual([]);
  });

  test('is declined in words and can be tried again', async () => {
    sandbox.control.set('decline', 'INSUFFICIENT_FUNDS');
    const { card, total } = await prepare();
    await payButton(page).click();
    await alert().filter({ hasText: 'declined' }).waitFor();
    expect(sandbox.control.authorizations()).toMatchObject([
      { approved: false, reason: 'INSUFFICIENT_FUNDS' },
    ]);
    sandbox.control.set('decline', null);
    await payButton(page).click();
    await confirmation().waitFor();
    expect(sandbox.control.authorizations().at(-1)).toMatchObject({
      approved: true,
      cardToken: card.token,
      amount: total,
    });
  });

  test('says which card field is wrong', async () => {
    const { card } = await prepare();
    await typeCard(page, {
      ...card,
      number: `${card.number.slice(0, 15)}${(Number(card.number[15]) + 1) % 10}`,
    });
    await payButton(page).click();
    await alert().filter({ hasText: 'card number is not valid' }).waitFor();
    expect(sandbox.control.payRequests()).toEqual([]);
  });

  test('sees a raised price on the open page, and pays that', async () => {
    const { card, total } = await prepare();
    sandbox.control.set('raisePriceBy', 1);
    await expect.poll(shownTotal).toBe(total + 1);
    await payButton(page).click();
    await confirmation().waitFor();
    await expectOneCapture(card, total + 1);
  });

  test('sees the price drift by itself', async () => {
    sandbox.control.set('priceDriftAfterMs', 1_500);
    await page.goto(`${sandbox.urls.shop}/checkout`);
    await payButton(page).waitFor();
    const before = await shownTotal();
    await expect.poll(shownTotal, { timeout: 10_000 }).toBe(before + 1);
  });

  test('may end on a page that says nothing, though the card was charged', async () => {
    sandbox.control.set('afterPay', 'unknown_page');
    await prepare();
    await payButton(page).click();
    await page.getByText('We are looking into it').waitFor();
    expect(sandbox.control.authorizations()).toHaveLength(1);
  });

  test('may hang, though the card was charged', async () => {
    sandbox.control.set('afterPay', 'hang');
    await prepare();
    await payButton(page).click();
    await page.getByRole('button', { name: 'Processing…' }).waitFor();
    await expect.poll(() => sandbox.control.captures().length).toBe(1);
    expect(await page.getByRole('button', { name: 'Processing…' }).isVisible()).toBe(true);
  });

  test('may be confirmed by a liar', async () => {
    sandbox.control.set('afterPay', 'spoof_confirmation_without_charge');
    await prepare();
    await payButton(page).click();
    await confirmation().waitFor();
    expect(sandbox.control.authorizations()).toEqual([]);
    expect(sandbox.control.log().at(-1)).toMatchObject({ kind: 'order-confirmed', charged: false });
  });

  test('waits for its capture when that is scripted', async () => {
    sandbox.control.set('capture', 'manual');
    const { total } = await prepare();
    await payButton(page).click();
    await confirmation().waitFor();
    expect(sandbox.control.balance()).toEqual({ available: 10_000 - total, pending: total });
    expect(await sandbox.control.captureNow()).toBe(1);
    expect(sandbox.control.balance()).toEqual({ available: 10_000 - total + 150, pending: 0 });
  });

  test('can be small, and can be at the other shop', async () => {
    const small = await prepare(`${sandbox.urls.shop}/checkout?sku=small`);
    expect(small.total).toBeLessThanOrEqual(900);
    await payButton(page).click();
    await confirmation().waitFor();
    await prepare(`${sandbox.urls.other}/checkout`);
    await payButton(page).click();
    await confirmation().waitFor();
    const descriptors = sandbox.control.authorizations().map((one) => one.descriptor);
    expect(new Set(descriptors).size).toBe(2);
  });
});
