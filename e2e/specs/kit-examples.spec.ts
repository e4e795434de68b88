import { expect, test } from '../fixtures/test.ts';

test('pays once, and what was not used comes back', async ({ agent, connected, issuer }) => {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  expect(preview.status).toBe('awaiting_approval');
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  const paid = await agent.waitFor(preview.id, 'succeeded');
  expect(paid.receipt?.amount).toEqual(preview.total);
  expect(issuer).toHaveBeenChargedOnce();
  // The sandbox's shops capture 1.50 less than they authorize.
  await expect(agent).toHaveReturned(preview.id, '1.50');
});

test('a worker that dies right after Pay pays no second time', async ({
  agent,
  connected,
  issuer,
  worker,
}) => {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  await worker.stopAt('cp10');
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  await worker.killAt('cp10');
  await agent.waitFor(preview.id, 'succeeded');
  expect(issuer).toHaveBeenChargedOnce();
});

test('a declined card is no receipt, and the money is free again', async ({ agent, issuer, sandbox }) => {
  issuer.declineWith('INSUFFICIENT_FUNDS');
  const mandate = await agent.signedMandate({});
  const url = `${sandbox.urls.shop}/checkout`;
  const run = await agent.call<{ id: string }>('payment_execute', { mandate: mandate.id, url });
  const ended = await agent.waitFor(run.id, 'declined');
  expect(ended.receipt).toBeNull();
  expect(issuer).not.toHaveBeenChargedOnce();
  expect(issuer.declines()).toHaveLength(1);
  await expect
    .poll(async () => (await agent.call<{ reserved: object }>('wallet_balance', {})).reserved)
    .toEqual({ minor: '0', currency: 'USD' });
});
