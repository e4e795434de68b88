import { expect, test } from 'vitest';
import { createFakeCardIssuer } from '../../lib/adapters/issuers/fake/fake-card-issuer.ts';
import { createMemoryLedgerStore } from '../../lib/adapters/storage/fake/memory-ledger-store.ts';
import type { BookEvent } from '../../lib/app/book-event.ts';
import { findBrokenInvariants } from '../../lib/app/book-invariants.ts';
import { giveUpCard } from '../../lib/app/checkout/end-checkout.ts';
import { settleCard } from '../../lib/app/checkout/settle-checkout.ts';
import type { CardId, CheckoutId, HoldId } from '../../lib/kernel/ids.ts';
import { money } from '../../lib/kernel/money.ts';
import { ok } from '../../lib/kernel/result.ts';
import { openSecret } from '../../lib/kernel/secret.ts';
import { must, openWallet } from './open-wallet.ts';

const usd = (minor: number) => money(minor, 'USD');
const idOf = (prefix: string, digit: string) => `${prefix}_${digit.repeat(26)}`;
const checkoutId = idOf('chk', '7') as CheckoutId;

/** A run with a card of 9.99 on a hold of its own, and the store's appends, one list of event types each. */
async function runWithCard() {
  const { issuer, network } = createFakeCardIssuer();
  const appends: string[][] = [];
  const memory = createMemoryLedgerStore();
  const store: typeof memory = {
    ...memory,
    append: (drafts, expected) => {
      appends.push(drafts.map(({ type }) => type));
      return memory.append(drafts, expected);
    },
  };
  const { kit, agentId, mandateId } = await openWallet({ issuer, funds: 10_000, budget: '50.00', store });
  const record = async (...events: BookEvent[]) => must(await kit.book.commit(() => ok(events)));

  async function takeCard(digit: string, minor: number) {
    const [cardId, holdId] = [idOf('card', digit) as CardId, idOf('hold', digit) as HoldId];
    const limit = usd(minor);
    const merchant = 'shop.example';
    const expiresAt = kit.clock.now() + 60_000;
    await record(
      { type: 'funds-reserved', mandateId, holdId, checkoutId, merchant, amount: limit, category: null },
      { type: 'checkout-reserved', checkoutId, holdId, amount: limit, merchant },
      { type: 'card-requested', cardId, mandateId, agentId, merchant, limit, holdId, expiresAt },
    );
    const minted = must(await issuer.mint({ idempotencyKey: cardId, limit, memo: checkoutId }));
    await record(
      { type: 'card-minted', cardId, ...minted },
      { type: 'card-assigned', cardId, checkoutId },
      { type: 'checkout-minted', checkoutId, cardId },
    );
    return { cardId, holdId, limit, ...minted };
  }

  await record(
    {
      type: 'checkout-created',
      checkoutId,
      mandateId,
      agentId,
      workflow: 'restock',
      url: 'https://shop.example/checkout',
      tabId: null,
      cardId: null,
      maximum: null,
      isExecuteRequested: true,
      expiresAt: kit.clock.now() + 60_000,
      request: { key: 'k', digest: 'd' },
    },
    { type: 'checkout-preparing', checkoutId, tabId: 1 },
  );
  const run = () => kit.book.state().checkouts.get(checkoutId)!;
  return { kit, issuer, network, appends, record, takeCard, run, first: await takeCard('1', 999) };
}

test('a card and its hold are given up in one write: a worker that dies leaves neither alone', async () => {
  const { kit, appends, run } = await runWithCard();
  appends.splice(0);
  expect(await giveUpCard(kit, run(), 'total_moved')).toBe(true);
  expect(appends).toEqual([['card-cancelled', 'funds-released']]);
  expect(await giveUpCard(kit, run(), 'total_moved')).toBe(true);
  expect(appends).toHaveLength(1);
});

test('a card from before the total moved does not settle the payment that another card made', async () => {
  const { kit, issuer, network, record, takeCard, run, first } = await runWithCard();
  await giveUpCard(kit, run(), 'total_moved');
  const { cardId, issuerToken, last4, limit } = await takeCard('2', 1_099);
  must(await issuer.arm(issuerToken));
  const { number } = openSecret(must(await issuer.reveal(issuerToken)));
  const paid = network.authorize(number, limit, 'SHOP');
  const receipt = { orderRef: 'O-1', amount: limit, authorizationId: paid.id, cardLast4: last4 };
  await record(
    { type: 'card-armed', cardId },
    { type: 'payment-found', checkoutId },
    { type: 'authorization-seen', checkoutId, authorizationId: paid.id, amount: limit },
    { type: 'checkout-succeeded', checkoutId, receipt },
  );

  await settleCard(kit, first.cardId);
  expect(run().settled).toBeUndefined();

  network.capture(paid.id, usd(1_000));
  await settleCard(kit, cardId);
  expect(run().settled).toEqual({ posted: usd(1_000), returned: usd(99) });
  expect(findBrokenInvariants(kit.book.state())).toEqual([]);
});
