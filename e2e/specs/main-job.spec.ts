import { expect, test, waitUntil } from '../fixtures/test.ts';
import type { AuditResult, BalanceResult } from '../fixtures/results.ts';

const typesOf = (audit: AuditResult) => audit.entries.map(({ type }) => type);

test('[A27][A32][A33] previews without submitting, pays once after approval, returns the rest', async ({
  agent,
  connected,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  expect(preview.status).toBe('awaiting_approval');
  expect(sandbox.control.payRequests()).toHaveLength(0);
  expect(sandbox.control.authorizations()).toHaveLength(0);
  expect(sandbox.control.cards()).toHaveLength(1);
  expect(sandbox.control.cards()[0]!.state).toBe('PAUSED');

  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  const paid = await agent.waitFor(preview.id, 'succeeded');
  const settled = await agent.waitForReturn(preview.id);

  expect(paid.receipt?.amount).toEqual(preview.total);
  expect(settled.returned).toEqual({ minor: '150', currency: 'USD' });
  expect(sandbox.control.authorizations().filter(({ approved }) => approved)).toHaveLength(1);
  expect(sandbox.control.captures()).toHaveLength(1);
  expect(sandbox.control.payRequests()).toHaveLength(1);
  await waitUntil(async () => sandbox.control.cards()[0]!.state === 'CLOSED');
  const balance = await agent.call<BalanceResult>('wallet_balance', {});
  const sum = BigInt(balance.available.minor) + BigInt(balance.reserved.minor) + BigInt(balance.spent.minor);
  expect(sum).toBe(BigInt(balance.funded.minor));
  expect(balance.reserved.minor).toBe('0');
});

test('[A9][A12] one signature, three purchases without a prompt, a fourth over budget refused', async ({
  agent,
  connected,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ amount: '50.00' });
  const order = { mandate: mandate.id, url: `${sandbox.urls.shop}/checkout` };
  for (let count = 1; count <= 3; count += 1) {
    const run = await agent.call<{ id: string }>('payment_execute', order);
    await agent.waitFor(run.id, 'succeeded');
    await agent.waitForReturn(run.id);
  }
  sandbox.control.set('raisePriceBy', 3_000);
  const fourth = await agent.call<{ id: string }>('payment_execute', order);
  const refused = await agent.waitFor(fourth.id, 'refused');
  expect(refused.reason?.code).toBe('budget_exceeded');
  expect(sandbox.control.cards()).toHaveLength(3);
  const audit = await agent.call<AuditResult>('audit_list', { limit: 500 });
  expect(typesOf(audit).filter((type) => type === 'approval-asked')).toHaveLength(0);
  expect(audit.chain_valid).toBe(true);
  expect(await (await connected.popup()).text()).not.toContain('Approve ');
});

test('[I1] checkout_execute replayed gives the same answer and no second effect', async ({
  agent,
  connected,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  await agent.call('checkout_execute', { id: preview.id });
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  await agent.waitFor(preview.id, 'succeeded');
  const first = await agent.waitForReturn(preview.id);
  const replayed = await agent.call('checkout_execute', { id: preview.id });
  expect(replayed).toEqual(first);
  expect(sandbox.control.authorizations()).toHaveLength(1);
});

test('[I1] same idempotency key: same body same run, other body conflict', async ({ agent, sandbox }) => {
  const mandate = await agent.signedMandate({ ask_above: '1.00' });
  const order = { mandate: mandate.id, url: `${sandbox.urls.shop}/checkout`, idempotency_key: 'order-1' };
  const first = await agent.call<{ id: string }>('checkout_preview', order);
  const again = await agent.call<{ id: string }>('checkout_preview', order);
  expect(again.id).toBe(first.id);
  await expect(agent.call('checkout_preview', { ...order, max: '9.00' })).rejects.toThrow(
    'idempotency_conflict',
  );
  expect(sandbox.control.cards()).toHaveLength(1);
});
