import { expect, zooTest as test } from '../fixtures/zoo-test.ts';
import { signMandate } from '../fixtures/pairing.ts';
import type { CheckoutResult } from '../fixtures/results.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { ZooShop } from '../sandbox/shops/zoo/desk.ts';
import { ZOO_SHOPS } from '../sandbox/shops/zoo/zoo-shops.ts';
import { visitShop } from '../zoo/visit-shop.ts';

/** The buyer in every spelling that a form may post; anything else would be made up. */
const BUYER: readonly string[] = [
  'Ada Lovelace', 'Ada', 'Lovelace', 'ada@example.com', '4155550132', '12 Canary Lane', 'Springfield', 'CA',
  '94103', 'US', '+1', 'ラブレス', 'エイダ', '4155', '5501', '32', '415', '555', '0132', 'Canary Lane', '12',
]; // prettier-ignore
/** What a page says by itself, and the buyer does not type. */
const PAGES_OWN = /^(method|choice|amount|name|giftNumber|giftPin|token)$/;

/** These run with every test; the others with the full set. */
const SAMPLE = new Set([
  'frame',
  'redirect',
  'shadow',
  'react-inputs',
  'accordion',
  'trial',
  'again',
  'japanese',
  'donation',
]);

test.describe.configure({ mode: 'default' });

for (const shop of ZOO_SHOPS) {
  test(
    `[A35] ${shop.key}: ${shop.what} ends in ${shop.ending}`,
    { tag: SAMPLE.has(shop.key) ? [] : ['@whole'] },
    async ({ world }) => {
      test.setTimeout(150_000);
      const visit = await visitShop(world, shop);
      const { reason, wall, steps } = visit.run;
      const why = JSON.stringify({ reason, wall, steps: steps.map(({ name }) => name) });
      expect(visit.ended, why).toBe(shop.ending);

      const { events, charges } = eventsAt(world.sandbox, shop);
      expect(charges.filter(({ approved }) => approved)).toHaveLength(visit.paid ? 1 : 0);
      if (!visit.paid) {
        expect(events).toHaveLength(0);
        return;
      }
      expect(visit.walls).toEqual([]);
      expect(visit.prompts).toBe(0);
      expect(events).toHaveLength(1);
      const typed = Object.entries(events[0]!.details).filter(
        ([name, text]) => text !== '' && !PAGES_OWN.test(name),
      );
      for (const [name, text] of typed) {
        if (shop.key === 'registrar' && name === 'name') continue;
        expect(BUYER, `${name} reads ${text}`).toContain(text);
      }
      // One charge, whatever the shop tried after it.
      expect(String(charges.find(({ approved }) => approved)!.amount)).toBe(visit.run.receipt!.amount.minor);
    },
  );
}

test('[A34][D2] dollars that no page names are taken for the mandate’s once the operator has said so of the shop, under that mandate', async ({
  world,
}) => {
  test.setTimeout(150_000);
  const { agent, operator, sandbox } = world;
  const shop = ZOO_SHOPS.find(({ key }) => key === 'dollar')!;
  const url = `${sandbox.shopAt(shop.key)}/checkout`;
  const mandate = world.mandateFor(shop).id;
  const { id, status, total } = await agent.call<CheckoutResult>('payment_execute', { mandate, url });
  expect(status).toBe('awaiting_approval');
  const seen = await agent.call<{ total: unknown; total_problem: unknown }>('checkout_inspect', {
    tab: url,
  });
  expect(seen).toMatchObject({ total, total_problem: 'currency_assumed' });
  await (await operator.popup()).see('The page names no currency');
  expect(eventsAt(sandbox, shop).charges).toHaveLength(0);
  await operator.press('Approve');
  const runNow = () => agent.call<CheckoutResult>('checkout_wait', { id, timeout_seconds: 1 });
  await expect.poll(async () => (await runNow()).status).toBe('succeeded');
  expect((await runNow()).receipt?.amount).toEqual(total);

  const again = await visitShop(world, shop);
  expect(again.ended).toBe('receipt');
  expect(again.prompts).toBe(0);

  const other = await signMandate(agent, operator, {
    amount: '100.00',
    currency: 'USD',
    purpose: 'Another trip to the zoo',
    merchants: [`${shop.key}.zoo.localhost`],
  });
  const asked = await agent.call<CheckoutResult>('payment_execute', { mandate: other.id, url });
  expect(asked.status).toBe('awaiting_approval');
});

function eventsAt({ control }: Sandbox, { key, name }: ZooShop) {
  const log = control.log();
  return {
    events: log.filter((event) => event.kind === 'details-received').filter(({ shop }) => shop === key),
    charges: control
      .authorizations()
      .filter(({ descriptor }) => descriptor === name.toUpperCase().slice(0, 25)),
  };
}
