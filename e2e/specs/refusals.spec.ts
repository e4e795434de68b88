import type { Worker } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import type { BalanceResult, MandateResult } from '../fixtures/results.ts';

const balanceOf = async (agent: { call<T>(tool: string, input: object): Promise<T> }) => {
  const { available, reserved, spent } = await agent.call<BalanceResult>('wallet_balance', {});
  return { available, reserved, spent };
};

test('[A14] a mandate too small is refused before a card exists', async ({ agent, sandbox }) => {
  const mandate = await agent.signedMandate({ amount: '5.00' });
  const before = await balanceOf(agent);
  const run = await agent.preview(mandate);
  expect(run).toMatchObject({ status: 'refused', reason: { code: 'budget_exceeded' } });
  expect(sandbox.control.cards()).toHaveLength(0);
  expect(await balanceOf(agent)).toEqual(before);
});

test('[A15] another merchant is refused before a tab opens', async ({ agent, sandbox, installation }) => {
  const mandate = await agent.signedMandate({});
  const before = await balanceOf(agent);
  const order = { mandate: mandate.id, url: `${sandbox.urls.other}/checkout` };
  await expect(agent.call('checkout_preview', order)).rejects.toThrow('merchant_not_in_mandate');
  expect(sandbox.control.cards()).toHaveLength(0);
  expect(installation.browser.context.pages().some((page) => page.url().includes('other.localhost'))).toBe(
    false,
  );
  expect(await balanceOf(agent)).toEqual(before);
});

test('[E3] an address that no checkout can be trusted at is refused before a tab opens', async ({
  agent,
  installation,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ merchants: [] });
  const pages = installation.browser.context.pages().length;
  const refusedAt = (url: string) =>
    agent.call('checkout_preview', { mandate: mandate.id, url }).then(
      () => 'taken',
      (problem: Error) => /address_not_payable|invalid_input/.exec(problem.message)?.[0] ?? problem.message,
    );
  for (const url of [
    'http://shop.example/checkout',
    'https://ada:secret@shop.example/',
    'https://203.0.113.7/',
  ])
    expect(await refusedAt(url), url).toBe('address_not_payable');
  for (const url of ['file:///tmp/checkout.html', 'data:text/html,<form>', 'about:blank', 'javascript:0',
    'view-source:https://shop.example/', 'blob:https://shop.example/1']) // prettier-ignore
    expect(await refusedAt(url), url).toBe('invalid_input');
  expect(installation.browser.context.pages()).toHaveLength(pages);
  expect(sandbox.control.cards()).toHaveLength(0);
});

test('[C6] another tab of the same shop is neither filled nor pressed', async ({
  agent,
  installation,
  sandbox,
}) => {
  const beside = await installation.browser.context.newPage();
  await beside.goto(`${sandbox.urls.shop}/checkout`);
  await beside.locator('input[autocomplete="email"], input[type="email"]').first().waitFor();
  const seen = () =>
    beside.evaluate(() =>
      [...document.querySelectorAll('input')].map(({ value, checked }) => [value, checked]),
    );
  const before = await seen();
  const mandate = await agent.signedMandate({ ask_above: '50.00' });
  const { id } = await agent.preview(mandate);
  await agent.call('checkout_execute', { id });
  await agent.waitFor(id, 'succeeded');
  expect(await seen()).toEqual(before);
  expect(sandbox.control.payRequests()).toHaveLength(1);
});

test('[A11] an unsigned mandate pays nothing', async ({ agent, sandbox }) => {
  const mandate = await agent.mandate({});
  await expect(agent.preview(mandate)).rejects.toThrow('mandate_pending_signature');
  expect(sandbox.control.cards()).toHaveLength(0);
});

for (const way of ['the button', 'the key'] as const) {
  test(`[A21] everything is stopped by ${way}: the open run ends with its card closed, and the agent may ask for nothing`, async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    const mandate = await agent.signedMandate({ ask_above: '1.00' });
    const run = await agent.preview(mandate);
    const before = await balanceOf(agent);
    expect(before.reserved.minor).not.toBe('0');
    if (way === 'the button') await connected.press('Stop all');
    else await pressStopKey(installation.browser.worker());
    await expect.poll(() => sandbox.control.cards()[0]!.state).toBe('CLOSED');
    await expect(agent.call('checkout_get', { id: run.id })).rejects.toThrow('agent_paused');
    await expect(agent.preview(mandate)).rejects.toThrow('agent_paused');
    expect(sandbox.control.cards()).toHaveLength(1);
    expect(sandbox.control.payRequests()).toHaveLength(0);
  });
}

test('[A11][A28] a mandate expires: its open run ends, the card is closed, the money is back, nothing new starts', async ({
  agent,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ ask_above: '1.00', expires: '40s' });
  const before = await balanceOf(agent);
  const run = await agent.preview(mandate);
  expect(run.status).toBe('awaiting_approval');
  expect((await agent.waitFor(run.id, 'expired', 'cancelled')).receipt).toBeNull();
  await expect
    .poll(async () => (await agent.call<MandateResult>('mandate_get', { id: mandate.id })).status, {
      timeout: 60_000,
    })
    .toBe('expired');
  await expect.poll(() => sandbox.control.cards()[0]!.state, { timeout: 60_000 }).toBe('CLOSED');
  await expect.poll(() => balanceOf(agent)).toEqual(before);
  await expect(agent.preview(mandate)).rejects.toThrow('mandate_expired');
  expect(sandbox.control.cards()).toHaveLength(1);
  expect(sandbox.control.payRequests()).toHaveLength(0);
});

test('[A21] the operator revokes a mandate in the popup, and nothing new starts in it', async ({
  agent,
  connected,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ workflow: 'desk-supplies' });
  const before = await balanceOf(agent);
  await connected.press('Open desk-supplies');
  await connected.press('Revoke…');
  await connected.press('Yes, I am sure');
  await expect
    .poll(async () => (await agent.call<MandateResult>('mandate_get', { id: mandate.id })).status)
    .toBe('revoked');
  await expect(agent.preview(mandate)).rejects.toThrow('mandate_revoked');
  expect(sandbox.control.cards()).toHaveLength(0);
  expect(await balanceOf(agent)).toEqual(before);
});

test('[A4] an empty wallet is refused before a card exists', async ({ agent, sandbox }) => {
  const mandate = await agent.signedMandate({ amount: '200.00' });
  // Nearly all of the 100.00 that were deposited waits on a card of the agent's own.
  await agent.call('card_create', { mandate: mandate.id, amount: '95.00' });
  const cards = sandbox.control.cards().length;
  const before = await balanceOf(agent);
  const run = await agent.preview(mandate);
  expect(run).toMatchObject({ status: 'refused', reason: { code: 'insufficient_funds' } });
  expect(sandbox.control.cards()).toHaveLength(cards);
  expect(await balanceOf(agent)).toEqual(before);
});

test('[A6] ids of nobody and bad arguments get a typed error and change nothing', async ({ agent }) => {
  const nobody = `${'0'.repeat(26)}`;
  await expect(agent.call('checkout_get', { id: `chk_${nobody}` })).rejects.toThrow('unknown_checkout');
  await expect(agent.call('mandate_get', { id: `mand_${nobody}` })).rejects.toThrow('unknown_mandate');
  await expect(agent.call('checkout_get', { id: 'chk' })).rejects.toThrow('invalid');
  await expect(agent.mandate({ amount: '-5' })).rejects.toThrow('invalid');
  await expect(agent.mandate({ amount: '5.001' })).rejects.toThrow('invalid_amount');
  await expect(agent.mandate({ merchants: ['not a host'] })).rejects.toThrow('invalid_merchant');
  const { mandates } = await agent.call<{ mandates: MandateResult[] }>('mandate_list', {});
  expect(mandates).toHaveLength(0);
});

interface Commands {
  getAll(): Promise<{ name: string; shortcut: string }[]>;
  readonly onCommand: { dispatch(command: string): void };
}

/** Has the browser report the key, which must be bound: one that a test presses reaches the page alone. */
function pressStopKey(worker: Worker): Promise<void> {
  return worker.evaluate(async () => {
    const { commands } = (globalThis as unknown as { chrome: { commands: Commands } }).chrome;
    const [bound] = (await commands.getAll()).filter(({ name, shortcut }) => name === 'stop-all' && shortcut);
    if (!bound) throw new Error('no key stops everything');
    commands.onCommand.dispatch(bound.name);
  });
}
