import { expect, test, waitUntil, type PairedAgent } from '../fixtures/test.ts';
import type { AuditResult, CheckoutResult, MandateResult, WireMoney } from '../fixtures/results.ts';

interface ChoiceResult {
  readonly id: string;
  readonly status: string;
  readonly chosen: number | null;
  readonly checkout_id: string | null;
}

const decimal = ({ minor }: WireMoney) => `${minor.slice(0, -2)}.${minor.slice(-2)}`;

/** Learns a page's item and final price as an agent does: by a preview, which it then gives up. */
async function priceOf(agent: PairedAgent, mandate: MandateResult, url: string) {
  const begun = await agent.call<CheckoutResult>('checkout_preview', { mandate: mandate.id, url });
  const preview = await agent.waitFor(begun.id, 'previewed', 'awaiting_approval');
  await agent.call('checkout_cancel', { id: preview.id });
  return { label: preview.untrusted.lines[0]!.title, url, amount: decimal(preview.total!) };
}

test('[A46] the operator picks a domain name in the popup: that one at that price is bought, nothing else', async ({
  agent,
  connected,
  sandbox,
}) => {
  test.setTimeout(180_000);
  // A mandate that asks about everything: the pick is the one question.
  const mandate = await agent.signedMandate({ ask_above: '0.01' });
  const at = (sku: string) => `${sandbox.urls.shop}/checkout?sku=${sku}`;
  const options = [
    await priceOf(agent, mandate, at('domain-shop')),
    await priceOf(agent, mandate, at('domain-dev')),
  ];
  const pay = (url: string) => agent.call<CheckoutResult>('payment_execute', { mandate: mandate.id, url });

  const choice = await agent.call<ChoiceResult>('choice_request', { mandate: mandate.id, options });
  expect(choice.status).toBe('awaiting_choice');
  await expect(pay(options[1]!.url)).rejects.toThrow('choice_open');

  const popup = await connected.popup();
  for (const { label } of options) await popup.see(label);
  await popup.choose(options[1]!.label);
  await connected.press('Pick this one');
  await waitUntil(
    async () =>
      (await agent.call<ChoiceResult>('choice_get', { id: choice.id })).status !== 'awaiting_choice',
  );
  expect(await agent.call<ChoiceResult>('choice_get', { id: choice.id })).toMatchObject({
    status: 'chosen',
    chosen: 1,
    checkout_id: null,
  });

  await expect(pay(options[0]!.url)).rejects.toThrow('not_chosen');
  await expect(pay(at('basket'))).rejects.toThrow('not_chosen');
  const run = await pay(options[1]!.url);
  const paid = await agent.waitFor(run.id, 'succeeded');
  expect(decimal(paid.receipt!.amount)).toBe(options[1]!.amount);
  expect(paid.untrusted.lines[0]!.title).toBe(options[1]!.label);
  await agent.waitForReturn(run.id);
  expect(sandbox.control.captures()).toHaveLength(1);
  expect((await agent.call<ChoiceResult>('choice_get', { id: choice.id })).checkout_id).toBe(run.id);
  const audit = await agent.call<AuditResult>('audit_list', { limit: 500 });
  const asked = audit.entries.filter(
    ({ type, stream }) => type === 'approval-asked' && stream === `checkout:${run.id}`,
  );
  expect(asked).toEqual([]);
});

test('[A46] a price that moved after the pick, or another item at that price, is not bought', async ({
  agent,
  connected,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const mandate = await agent.signedMandate({});
  const url = `${sandbox.urls.shop}/checkout?sku=domain-shop`;
  const option = await priceOf(agent, mandate, url);
  const runAfterPick = async (offered: typeof option) => {
    await agent.call('choice_request', { mandate: mandate.id, options: [offered] });
    const popup = await connected.popup();
    await popup.choose(offered.label);
    await connected.press('Pick this one');
    const started = async () => {
      try {
        return await agent.call<CheckoutResult>('payment_execute', { mandate: mandate.id, url });
      } catch {
        return undefined;
      }
    };
    let run: CheckoutResult | undefined;
    await waitUntil(async () => (run = await started()) !== undefined);
    return agent.waitFor(run!.id, 'refused', 'succeeded');
  };
  sandbox.control.set('raisePriceBy', 1);
  const moved = await runAfterPick(option);
  expect(moved.reason).toMatchObject({
    code: 'not_as_chosen',
    message: expect.stringContaining('page asks'),
  });
  sandbox.control.set('raisePriceBy', 0);
  // The new offer takes the place of the old one; its words are not on the page.
  const swapped = await runAfterPick({ ...option, label: 'fernpost.example for ever' });
  expect(swapped.reason).toMatchObject({
    code: 'not_as_chosen',
    message: expect.stringContaining('does not list the item'),
  });
  expect(sandbox.control.payRequests()).toHaveLength(0);
  expect(sandbox.control.cards().filter(({ state }) => state !== 'CLOSED' && state !== 'PAUSED')).toEqual([]);
});

test('[A46] none of these: the choice is over, and no run was bound to it', async ({ agent, connected }) => {
  const mandate = await agent.signedMandate({});
  const option = { label: 'Tea', url: 'https://shop.localhost/tea', amount: '4.00' };
  await expect(
    agent.call('choice_request', { mandate: mandate.id, options: [{ ...option, amount: '400.00' }] }),
  ).rejects.toThrow('budget_exceeded');
  await expect(
    agent.call('choice_request', { mandate: mandate.id, options: [option, option] }),
  ).rejects.toThrow('duplicate_option');
  await expect(
    agent.call('choice_request', {
      mandate: mandate.id,
      options: [{ ...option, url: 'https://elsewhere.example/' }],
    }),
  ).rejects.toThrow('merchant_not_in_mandate');
  const choice = await agent.call<ChoiceResult>('choice_request', { mandate: mandate.id, options: [option] });
  await connected.press('None of these');
  const state = () => agent.call<ChoiceResult>('choice_get', { id: choice.id });
  await waitUntil(async () => (await state()).status === 'rejected');
  expect(await state()).toMatchObject({ chosen: null, checkout_id: null });
});
