import { expect, test } from '../fixtures/test.ts';
import { setPatience } from '../fixtures/worker-hooks.ts';

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

test('[A44] an unknown page after the click is outcome_unknown: never success, never a retry', async ({
  agent,
  connected,
  sandbox,
}) => {
  test.setTimeout(150_000);
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
  sandbox,
}) => {
  test.setTimeout(150_000);
  sandbox.control.set('afterPay', 'spoof_confirmation_without_charge');
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  const unknown = await agent.waitFor(preview.id, 'outcome_unknown');
  expect(unknown.receipt).toBeNull();
});

test('a declined card is declined, and everything returns', async ({ agent, connected, sandbox }) => {
  sandbox.control.set('decline', 'INSUFFICIENT_FUNDS');
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  await agent.waitFor(preview.id, 'declined');
  await expect
    .poll(
      async () => (await agent.call<{ reserved: { minor: string } }>('wallet_balance', {})).reserved.minor,
    )
    .toBe('0');
});
