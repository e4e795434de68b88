import type { Page } from '@playwright/test';
import { reservedOf } from '../fixtures/balances.ts';
import { shopTab } from '../fixtures/shop-tab.ts';
import { expect, test, waitUntil } from '../fixtures/test.ts';
import { armCrash, letGoOn, reachCrash, setPatience } from '../fixtures/worker-hooks.ts';
import { payButton } from '../sandbox/type-purchase.ts';

test('[D1] the total rises by one cent after approval: no click, a new preview that says what changed', async ({
  agent,
  connected,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  await connected.press('Approve');
  await agent.waitFor(preview.id, 'approved');
  sandbox.control.set('raisePriceBy', 1);
  await agent.call('checkout_execute', { id: preview.id });
  const again = await agent.waitFor(preview.id, 'awaiting_approval');
  expect(BigInt(again.total!.minor)).toBe(BigInt(preview.total!.minor) + 1n);
  expect(again.previous_total).toEqual(preview.total);
  expect(again.changed).toContain('total');
  expect(sandbox.control.payRequests()).toHaveLength(0);
  expect(sandbox.control.authorizations()).toHaveLength(0);
  // What was not what was approved never armed a card.
  const armed = sandbox.control
    .log()
    .filter((event) => event.kind === 'card-patched' && event.state === 'OPEN');
  expect(armed).toHaveLength(0);
  await connected.press('Approve');
  const paid = await agent.waitFor(preview.id, 'succeeded');
  expect(paid.receipt?.amount).toEqual(again.total);
  expect(sandbox.control.authorizations().filter(({ approved }) => approved)).toHaveLength(1);
});

test('[K3] the page is loaded anew between preview and approval: its empty form is not paid; it is filled and asked about again', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  test.setTimeout(150_000);
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const { id } = await agent.preview(mandate);
  await shopTab(installation.browser, sandbox).reload();
  await agent.call('checkout_execute', { id });
  await connected.press('Approve');
  await waitUntil(async () => (await agent.get(id)).steps.some(({ name }) => name === 'interrupted'));
  const again = await agent.waitFor(id, 'awaiting_approval');
  expect(again.changed).toEqual(['page']);
  expect(sandbox.control.payRequests()).toHaveLength(0);
  await connected.press('Approve');
  await agent.waitFor(id, 'succeeded');
  expect(sandbox.control.payRequests()).toHaveLength(1);
  expect(sandbox.control.authorizations()).toHaveLength(1);
});

for (const [what, change] of [
  [
    'the delivery address',
    (page: Page) => page.getByLabel('Address', { exact: true }).fill('9 Elsewhere Lane'),
  ],
  ['the country’s state', (page: Page) => page.getByLabel('State').selectOption('NY')],
  [
    'the number of the card',
    (page: Page) =>
      page
        .frameLocator('iframe[name="psp-field-number"]')
        .getByLabel('Card number')
        .fill('4000 0000 0000 0002'),
  ],
] as const)
  test(`[A33] ${what} is another one in the page by the time of Pay: no click; what was approved is put back and asked about again`, async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    test.setTimeout(150_000);
    const mandate = await agent.signedMandate({ ask_above: '10.00' });
    const { id } = await agent.preview(mandate);
    await connected.press('Approve');
    await agent.waitFor(id, 'approved');
    await change(shopTab(installation.browser, sandbox));
    await agent.call('checkout_execute', { id });
    await agent.waitFor(id, 'awaiting_approval');
    expect(sandbox.control.payRequests()).toHaveLength(0);
    expect(sandbox.control.authorizations()).toHaveLength(0);
    await connected.press('Approve');
    await agent.waitFor(id, 'succeeded');
    expect(sandbox.control.payRequests()).toHaveLength(1);
    expect(sandbox.control.authorizations().filter(({ approved }) => approved)).toHaveLength(1);
    await agent.waitForReturn(id);
  });

test('[A33] the address that the shop shows in words is another one by the time of Pay: no click, and the operator is told', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  test.setTimeout(150_000);
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const { id } = await agent.preview(mandate);
  const shop = shopTab(installation.browser, sandbox);
  const show = (address: string) =>
    shop.evaluate((text) => {
      const box =
        document.querySelector('#saved') ?? document.body.appendChild(document.createElement('section'));
      box.id = 'saved';
      box.innerHTML = '<h2>Deliver to</h2><p></p>';
      box.querySelector('p')!.textContent = text;
    }, address);
  await show('Ada Lovelace, 1 Market Street, San Francisco CA 94105');
  await connected.press('Approve');
  await agent.waitFor(id, 'approved');
  await agent.call('checkout_execute', { id });
  // It was not there when the operator looked.
  expect((await agent.waitFor(id, 'awaiting_approval')).changed).toContain('deliveryDigest');
  await connected.press('Approve');
  await agent.waitFor(id, 'succeeded');
  expect(sandbox.control.payRequests()).toHaveLength(1);
});

for (const [what, leave] of [
  ['is gone', (page: Page) => page.reload()],
  [
    'drew its button anew',
    (page: Page) => payButton(page).evaluate((button) => button.replaceWith(button.cloneNode(true))),
  ],
] as const)
  test(`[K1] the document ${what} once Pay is recorded: nothing was pressed, and a new card pays once, after a new question`, async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    test.setTimeout(150_000);
    const mandate = await agent.signedMandate({ ask_above: '50.00' });
    const { id } = await agent.preview(mandate);
    await armCrash(installation, 'cp9');
    await agent.call('checkout_execute', { id });
    await reachCrash(installation, 'cp9');
    await leave(shopTab(installation.browser, sandbox));
    await letGoOn(installation);
    // What a mandate approved silently before is asked about now.
    const again = await agent.waitFor(id, 'awaiting_approval');
    expect(again.changed).toEqual(['page']);
    expect(sandbox.control.payRequests()).toHaveLength(0);
    const [first] = sandbox.control.cards();
    expect(first!.state).toBe('CLOSED');
    await connected.press('Approve');
    const paid = await agent.waitFor(id, 'succeeded');
    expect(paid.steps.filter(({ name }) => name === 'submitting')).toHaveLength(2);
    expect(sandbox.control.payRequests()).toHaveLength(1);
    expect(sandbox.control.authorizations().filter(({ approved }) => approved)).toHaveLength(1);
    await agent.waitForReturn(id);
  });

test('[A44] an unknown page after the click is outcome_unknown: never success, never a retry', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  await setPatience(installation, { outcomeMs: 10_000 });
  sandbox.control.set('afterPay', 'unknown_page');
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  const unknown = await agent.waitFor(preview.id, 'outcome_unknown');
  expect(unknown.receipt).toBeNull();
  expect(sandbox.control.payRequests()).toHaveLength(1);
  await agent.call('checkout_execute', { id: preview.id });
  expect(sandbox.control.payRequests()).toHaveLength(1);
});

test('[K4] the shop falls silent after Pay: unknown is said, the charge is found, and the operator’s word ends it once', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  test.setTimeout(150_000);
  await setPatience(installation, { outcomeMs: 3_000 });
  sandbox.control.set('afterPay', 'hang');
  const mandate = await agent.signedMandate({ ask_above: '50.00' });
  const { id } = await agent.preview(mandate);
  await agent.call('checkout_execute', { id });
  const unknown = await agent.waitFor(id, 'outcome_unknown');
  expect(unknown.receipt).toBeNull();
  await agent.call('checkout_execute', { id });
  await connected.press('It went through…');
  await connected.press('Yes, I am sure');
  const paid = await agent.waitFor(id, 'succeeded');
  expect(paid.receipt?.amount).toEqual(unknown.total);
  expect((await agent.waitForReturn(id)).returned?.minor).toBe('150');
  expect(sandbox.control.payRequests()).toHaveLength(1);
  expect(sandbox.control.authorizations()).toHaveLength(1);
  expect(sandbox.control.captures()).toHaveLength(1);
});

test('[A45] a confirmation page without an authorization is no success', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  await setPatience(installation, { outcomeMs: 10_000 });
  sandbox.control.set('afterPay', 'spoof_confirmation_without_charge');
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  const unknown = await agent.waitFor(preview.id, 'outcome_unknown');
  expect(unknown.receipt).toBeNull();
});

for (const [decline, tag] of [
  ['INSUFFICIENT_FUNDS', []],
  ['DO_NOT_HONOR', ['@whole']],
  ['CARD_SECURITY_CODE_INCORRECT', ['@whole']],
  ['SUSPECTED_FRAUD', ['@whole']],
] as const) {
  const title = `[A44] a card that is declined as ${decline} is declined for that reason, and everything returns`;
  test(title, { tag: [...tag] }, async ({ agent, connected, sandbox }) => {
    sandbox.control.set('decline', decline);
    const mandate = await agent.signedMandate({ ask_above: '10.00' });
    const preview = await agent.preview(mandate);
    await agent.call('checkout_execute', { id: preview.id });
    await connected.press('Approve');
    const { reason } = await agent.waitFor(preview.id, 'declined');
    expect(reason?.code).toBe('card_declined');
    expect(reason?.message).toContain(decline);
    await expect.poll(() => reservedOf(agent)).toBe('0');
    expect(sandbox.control.payRequests()).toHaveLength(1);
  });
}

test('[A44] a provider that takes its time is waited for: one press, one charge, a receipt', async ({
  agent,
  connected,
  issuer,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  sandbox.control.set('providerDelayMs', 6_000);
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  const paid = await agent.waitFor(preview.id, 'succeeded');
  expect(paid.steps.find(({ name }) => name === 'processing')!.ms).toBeGreaterThan(5_000);
  expect(sandbox.control.payRequests()).toHaveLength(1);
  expect(issuer).toHaveBeenChargedOnce();
});

test('[A34] a cart that is sold out ends the run for that reason, before a card exists', async ({
  agent,
  sandbox,
}) => {
  sandbox.control.set('stock', 'sold_out');
  const mandate = await agent.signedMandate({ ask_above: '50.00' });
  const { id } = await agent.preview(mandate);
  const { reason } = await agent.waitFor(id, 'failed');
  expect(reason?.code).toBe('out_of_stock');
  expect(sandbox.control.cards()).toHaveLength(0);
  expect(await reservedOf(agent)).toBe('0');
});

test('[A44] a cart that sells out under Pay is not paid twice: unknown is said with the shop’s words, and the operator’s word returns the money', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  await setPatience(installation, { outcomeMs: 3_000 });
  sandbox.control.set('stock', 'sold_out_at_pay');
  const mandate = await agent.signedMandate({ ask_above: '50.00' });
  const { id } = await agent.preview(mandate);
  await agent.call('checkout_execute', { id });
  await agent.waitFor(id, 'outcome_unknown');
  await (await connected.popup()).see('has just sold out');
  await connected.press('It failed, close card…');
  await connected.press('Yes, I am sure');
  const { reason } = await agent.waitFor(id, 'failed');
  expect(reason?.code).toBe('not_charged');
  expect(sandbox.control.payRequests()).toHaveLength(1);
  expect(sandbox.control.authorizations()).toHaveLength(0);
  await expect.poll(() => reservedOf(agent)).toBe('0');
});
