import type { BalanceResult } from '../fixtures/results.ts';
import { expect, test, waitUntil } from '../fixtures/test.ts';

test.use({ dialect: 'Stripe' });

test('[A24][A25][A26] over Stripe Issuing: previewed on an inactive card, paid once after approval, closed, the rest returned', async ({
  agent,
  connected,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  expect(preview.status).toBe('awaiting_approval');
  expect(sandbox.control.requests('issuer').some(({ url }) => url.includes('/v1/issuing/cards'))).toBe(true);
  expect(sandbox.control.cards().map(({ state }) => state)).toEqual(['PAUSED']);

  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  const paid = await agent.waitFor(preview.id, 'succeeded');
  const settled = await agent.waitForReturn(preview.id);

  expect(paid.receipt?.amount).toEqual(preview.total);
  expect(settled.returned).toEqual({ minor: '150', currency: 'USD' });
  expect(sandbox.control.authorizations().filter(({ approved }) => approved)).toHaveLength(1);
  expect(sandbox.control.payRequests()).toHaveLength(1);
  await waitUntil(async () => sandbox.control.cards()[0]!.state === 'CLOSED');
  const { available, reserved, spent, funded } = await agent.call<BalanceResult>('wallet_balance', {});
  expect(BigInt(available.minor) + BigInt(spent.minor)).toBe(BigInt(funded.minor));
  expect(reserved.minor).toBe('0');
});
