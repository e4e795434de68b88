import { expect, test } from 'vitest';
import { createCard } from '../../lib/app/agent/create-card.ts';
import { endCheckout } from '../../lib/app/checkout/end-checkout.ts';
import { openShop } from './open-shop.ts';
import { must } from './open-wallet.ts';

/** A shop, and a card that the agent made before it went there. */
async function withCard(amount: string, request: { ask_above?: string } = {}) {
  const shop = await openShop();
  const mandate = await shop.sign(request);
  const card = must(await createCard(shop.kit, shop.agentId, { mandate, amount }, 'card'));
  const given = { mandate, card: card.id };
  return { ...shop, given, cardNow: () => shop.kit.book.state().cards.get(card.id)! };
}

test('goes on after its page moved by a cent: asked about anew, on a card of its own', async () => {
  const shop = await withCard('20.00');
  const id = await shop.begin(shop.given, false);
  await shop.until(id, 'previewed');
  shop.tab.total = 2_001;
  await shop.execute(id);
  await shop.until(id, 'awaiting_approval');
  expect(shop.cardNow().status).toBe('cancelled');
  await shop.approve(id);
  const paid = await shop.until(id, 'succeeded');
  expect(paid.authorization?.amount.minor).toBe(2_001n);
  expect(shop.faults).toEqual([]);
});

test('keeps its card through a wall that a person passes', async () => {
  const shop = await withCard('20.00');
  const id = await shop.begin(shop.given, false);
  await shop.until(id, 'previewed');
  shop.tab.wall = true;
  await shop.execute(id);
  await shop.until(id, 'handoff');
  shop.tab.wall = false;
  shop.driver.poke(id);
  await shop.until(id, 'succeeded');
  expect(shop.run(id).cardId).toBe(shop.given.card);
});

test('what the card can take without a question is not above what the mandate asks about', async () => {
  const shop = await withCard('50.00', { ask_above: '10.00' });
  shop.tab.total = 999;
  const id = await shop.begin(shop.given);
  await shop.until(id, 'awaiting_approval');
  expect(shop.run(id).asks).toContain('above_ask_limit');
  expect(shop.tab.pressed).toBe(0);
});

test('of two runs with one card the second is refused, and its end leaves the first alone', async () => {
  const shop = await withCard('10.00');
  const runs = [await shop.begin(shop.given, false), await shop.begin(shop.given, false)];
  await shop.rest();
  const statuses = runs.map((id) => shop.run(id).status);
  expect(statuses.sort()).toEqual(['previewed', 'refused']);
  for (const id of runs.filter((one) => shop.run(one).status === 'refused'))
    await endCheckout(shop.kit, id, { type: 'checkout-cancelled', by: 'agent', code: 'c', message: 'm' });
  expect(shop.cardNow().status).toBe('inactive');
  expect(shop.mandate(shop.given.mandate).reserved.minor).toBe(1_000n);
});
