import { passChallenge } from '../demo/run-demo.ts';
import type { CheckoutResult } from '../fixtures/results.ts';
import { expect, test } from '../fixtures/test.ts';

test('[A39] a challenge after Pay is handed over and the run ends in a receipt', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  sandbox.control.set('threeDs', 'challenge');
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  const wall = await agent.waitFor(preview.id, 'handoff');
  expect(wall.wall).toMatchObject({ kind: '3ds', phase: 'after_pay' });
  await passChallenge(installation.browser.context, connected, sandbox);
  const paid = await agent.waitFor(preview.id, 'succeeded');
  expect(paid.handoffs).toEqual([{ kind: '3ds', ms: expect.any(Number) as unknown }]);
  expect(sandbox.control.authorizations().filter(({ approved }) => approved)).toHaveLength(1);
  expect(sandbox.control.payRequests()).toHaveLength(1);
});

test('[A39] a frictionless check is no wall', async ({ agent, connected, sandbox }) => {
  sandbox.control.set('threeDs', 'frictionless');
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  const paid = await agent.waitFor(preview.id, 'succeeded');
  expect(paid.handoffs).toEqual([]);
});

test('[A44] the operator gives up after Pay: outcome_unknown, card frozen, money kept', async ({
  agent,
  connected,
  sandbox,
}) => {
  sandbox.control.set('threeDs', 'challenge');
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  await agent.waitFor(preview.id, 'handoff');
  await connected.press('Stop…');
  await connected.press('Really stop');
  await agent.waitFor(preview.id, 'outcome_unknown');
  await expect.poll(() => sandbox.control.cards()[0]!.state).toBe('PAUSED');
  const { reserved } = await agent.call<{ reserved: { minor: string } }>('wallet_balance', {});
  expect(reserved.minor).toBe(preview.total!.minor);
});

test('[A39] a bank that takes the whole page is handed over, leads back by itself, and the run ends in a receipt', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  sandbox.control.set('threeDs', 'challenge');
  const mandate = await agent.signedMandate({ merchants: ['redirect.zoo.localhost'], ask_above: '50.00' });
  const url = `${sandbox.shopAt('redirect')}/checkout`;
  const { id } = await agent.call<CheckoutResult>('checkout_preview', { mandate: mandate.id, url });
  await agent.call('checkout_execute', { id });
  const stopped = await agent.waitFor(id, 'handoff');
  expect(stopped.wall).toMatchObject({ kind: '3ds', phase: 'after_pay' });
  await connected.press('Go to tab');
  const bank = installation.browser.context.pages().find((page) => page.url().startsWith(sandbox.urls.acs))!;
  await bank.getByLabel('Enter the code from your bank').fill(sandbox.control.bankMessages()[0]!.code);
  await bank.getByRole('button', { name: 'Verify' }).click();
  const paid = await agent.waitFor(id, 'succeeded');
  expect(paid.handoffs).toEqual([{ kind: '3ds', ms: expect.any(Number) as unknown }]);
  expect(sandbox.control.payRequests()).toHaveLength(1);
  expect(sandbox.control.authorizations().filter(({ approved }) => approved)).toHaveLength(1);
});

test('[A39] a provider’s own page that waits for the bank’s app is handed over, goes on by itself, and the run ends in a receipt', async ({
  agent,
  installation,
  sandbox,
}) => {
  sandbox.control.set('threeDs', 'decoupled');
  const mandate = await agent.signedMandate({ merchants: ['redirect.zoo.localhost'], ask_above: '50.00' });
  const { id } = await agent.call<CheckoutResult>('payment_execute', {
    mandate: mandate.id,
    url: `${sandbox.shopAt('redirect')}/checkout`,
  });
  const stopped = await agent.waitFor(id, 'handoff');
  expect(stopped.wall).toMatchObject({ kind: '3ds', phase: 'after_pay' });
  const app = await installation.browser.context.newPage();
  await app.goto(`${sandbox.urls.bank}/messages`);
  await app.getByRole('button', { name: 'Approve' }).click();
  await agent.waitFor(id, 'succeeded');
  expect(sandbox.control.authorizations().filter(({ approved }) => approved)).toHaveLength(1);
});
