import { openDashboard } from '../fixtures/dashboard.ts';
import type { BalanceResult } from '../fixtures/results.ts';
import { expect, test, type Installation, type PairedAgent } from '../fixtures/test.ts';
import { badgeOf } from '../fixtures/worker-hooks.ts';

interface Audit {
  readonly entries: readonly { readonly type: string; readonly body?: Record<string, unknown> }[];
}

/** Ids of the notifications that the operator sees. */
const notificationsOf = ({ browser }: Installation) =>
  browser.worker().evaluate(async () => {
    const { notifications } = (
      globalThis as unknown as { chrome: { notifications: { getAll(): Promise<Record<string, true>> } } }
    ).chrome;
    return Object.keys(await notifications.getAll());
  });

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'taken',
    (problem: Error & { code?: string }) => problem.code ?? problem.message,
  );

const attempts = async (times: number, attempt: () => Promise<unknown>) => {
  const codes: string[] = [];
  for (let count = 0; count < times; count += 1) codes.push(await codeOf(attempt()));
  return codes;
};

const typesOf = async (agent: PairedAgent) =>
  (await agent.call<Audit>('audit_list', {})).entries.map(({ type }) => type);

test('[A4][A66] low funds are told once, shown until there is enough, and below the amount that the operator chose', async ({
  agent,
  connected,
  installation,
}) => {
  test.slow();
  const mandate = await agent.signedMandate({ amount: '100.00', per_payment: '100.00' });
  const popup = await connected.popup();
  await popup.see('Nothing needs you');
  expect(await notificationsOf(installation)).not.toContain('countersign-funds_low');
  const card = await agent.call<{ id: string }>('card_create', { mandate: mandate.id, amount: '90.01' });
  await popup.see('is available');
  await expect.poll(() => notificationsOf(installation)).toContain('countersign-funds_low');

  const page = await openDashboard(installation, connected);
  const note = page.getByText(/^Less than .* is available$/);
  await expect(note).toContainText('10.00');
  await agent.call('card_close', { id: card.id });
  await expect(note).toHaveCount(0);

  await page.getByRole('link', { name: 'Wallet' }).click();
  await page.getByLabel('Tell me when less than this is available').fill('100.01');
  await page.getByRole('button', { name: 'Save the amount' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(note).toContainText('100.01');
  await installation.browser.restartWorker();
  await page.reload();
  await expect(note).toContainText('100.01');

  await page.getByRole('link', { name: 'Wallet' }).click();
  await page.getByLabel('Tell me when less than this is available').fill('');
  await page.getByRole('button', { name: 'Save the amount' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('[A66] an agent that asks for the same refused thing again and again is stopped until the operator lets it go on', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  test.slow();
  const mandate = await agent.signedMandate({ ask_above: '50.00' });
  const elsewhere = { mandate: mandate.id, url: `${sandbox.urls.other}/checkout` };
  const refused = await attempts(5, () => agent.call('payment_execute', elsewhere));
  expect(refused).toEqual(Array(5).fill('merchant_not_in_mandate'));
  expect(await badgeOf(installation)).toBe('');

  await test.step('the next attempt stops it: nothing new is taken, what it has may be looked at', async () => {
    expect(await codeOf(agent.call('payment_execute', elsewhere))).toBe('agent_stopped');
    expect(await codeOf(agent.preview(mandate))).toBe('agent_stopped');
    expect(await codeOf(agent.call('card_create', { mandate: mandate.id, amount: '1.00' }))).toBe(
      'agent_stopped',
    );
    expect(await agent.call('agent_status', {})).toMatchObject({ status: 'stopped' });
    expect((await agent.call<BalanceResult>('wallet_balance', {})).reserved.minor).toBe('0');
    expect(sandbox.control.cards()).toHaveLength(0);
  });

  await test.step('also after the worker died', async () => {
    await installation.browser.restartWorker();
    await expect.poll(() => codeOf(agent.preview(mandate)), { timeout: 60_000 }).toBe('agent_stopped');
  });

  await test.step('the log says so, and the operator is called', async () => {
    const types = await typesOf(agent);
    expect(types.filter((type) => type === 'attempt-refused')).toHaveLength(5);
    expect(types.filter((type) => type === 'access-stopped')).toHaveLength(1);
    await expect.poll(() => badgeOf(installation)).toBe('1');
    await (await connected.popup()).see('asks again and again for what is refused');
  });

  await test.step('the operator lets it go on', async () => {
    await connected.press('Let it go on');
    await expect.poll(() => badgeOf(installation)).toBe('');
    const run = await agent.preview(mandate);
    await agent.call('checkout_execute', { id: run.id });
    await agent.waitFor(run.id, 'succeeded');
  });
});

test('[A66] runs that end refused count as attempts, and what is asked for otherwise is not stopped', async ({
  agent,
}) => {
  test.slow();
  const mandate = await agent.signedMandate({ amount: '9.50' });
  for (let count = 0; count < 5; count += 1)
    expect(await agent.preview(mandate)).toMatchObject({
      status: 'refused',
      reason: { code: 'budget_exceeded' },
    });
  // Another purchase is another matter.
  const other = await agent.preview(mandate, '/checkout?sku=small');
  expect(other.status, other.reason?.message).not.toBe('refused');
  expect(await codeOf(agent.preview(mandate))).toBe('agent_stopped');
});

test('[A66] an agent that is refused again and again, whatever it asks for, is told to the operator and not stopped', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({});
  let made = 0;
  const refused = await attempts(10, () =>
    agent.call('checkout_preview', {
      mandate: mandate.id,
      url: `${sandbox.urls.other}/checkout?try=${(made += 1)}`,
    }),
  );
  expect(refused).toEqual(Array(10).fill('merchant_not_in_mandate'));
  const page = await openDashboard(installation, connected);
  await expect(page.getByText('Desk agent was refused often in the last minutes.')).toBeVisible();
  await expect.poll(() => notificationsOf(installation)).toContain('countersign-agent_refused');
  expect((await typesOf(agent)).filter((type) => type === 'refusals-told')).toHaveLength(1);
  expect((await agent.preview(mandate)).status).not.toBe('refused');
});
