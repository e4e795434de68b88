import { expect, test } from 'vitest';
import { createCard } from '../../lib/app/agent/create-card.ts';
import { findBrokenInvariants } from '../../lib/app/book-invariants.ts';
import { advance } from '../../lib/app/checkout-step.ts';
import { settleCard } from '../../lib/app/checkout/settle-checkout.ts';
import { stopEverything } from '../../lib/app/operator/stop-everything.ts';
import { money } from '../../lib/kernel/money.ts';
import { openSecret } from '../../lib/kernel/secret.ts';
import { openShop } from './open-shop.ts';
import { must } from './open-wallet.ts';

test.each([
  ['a smaller budget than is held already', { amount: '20.00' }],
  ['fewer payments than were made already', { max_payments: 1 }],
])('[A21] signing %s binds new payments, and the books go on', async (_, terms) => {
  const shop = await openShop();
  const { kit, agentId, mandateId: mandate } = shop;
  must(await createCard(kit, agentId, { mandate, amount: '15.00' }, 'first'));
  must(await createCard(kit, agentId, { mandate, amount: '15.00' }, 'second'));
  await shop.sign({ supersedes: mandate, ...terms });
  const worker = await shop.restart();
  expect(await createCard(worker.kit, agentId, { mandate, amount: '1.00' }, 'third')).toMatchObject({
    ok: false,
  });
  expect(findBrokenInvariants(worker.kit.book.state())).toEqual([]);
  await expect(stopEverything(worker.kit)).resolves.toMatchObject({ cards: 2 });
});

test('a capture that comes after the one allowed payment was made anew is booked, and the books go on', async () => {
  const shop = await openShop();
  const { kit, agentId, network } = shop;
  const mandate = await shop.sign({ max_payments: 1 });
  async function pay(key: string) {
    const card = must(await createCard(kit, agentId, { mandate, amount: '20.00' }, key));
    must(await kit.issuer.arm(card.issuerToken!));
    must(await advance(kit, { type: 'card-armed', cardId: card.id }));
    const { number } = openSecret(must(await kit.issuer.reveal(card.issuerToken!)));
    const { id } = network.authorize(number, money(2_000, 'USD'), 'SHOP');
    await settleCard(kit, card.id);
    return { cardId: card.id, id };
  }
  const first = await pay('first');
  network.expire(first.id);
  await settleCard(kit, first.cardId);
  await pay('second');
  network.capture(first.id, money(2_000, 'USD'));
  await settleCard(kit, first.cardId);
  expect(shop.mandate(mandate).spent.minor).toBe(2_000n);
  const worker = await shop.restart();
  await expect(stopEverything(worker.kit)).resolves.toMatchObject({ agents: 1 });
});
