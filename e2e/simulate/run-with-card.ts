import { createFakeCardIssuer } from '../../lib/adapters/issuers/fake/fake-card-issuer.ts';
import { createMemoryLedgerStore } from '../../lib/adapters/storage/fake/memory-ledger-store.ts';
import type { BookEvent } from '../../lib/app/book-event.ts';
import type { CardId, CheckoutId, HoldId } from '../../lib/kernel/ids.ts';
import { money } from '../../lib/kernel/money.ts';
import { ok } from '../../lib/kernel/result.ts';
import { openSecret } from '../../lib/kernel/secret.ts';
import { must, openWallet } from './open-wallet.ts';

const usd = (minor: number) => money(minor, 'USD');
const idOf = (prefix: string, digit: string) => `${prefix}_${digit.repeat(26)}`;
export const checkoutId = idOf('chk', '7') as CheckoutId;

/** A run with a card of 9.99 on a hold of its own, and the store's appends, one list of event types each. */
export async function runWithCard() {
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
  type Taken = Awaited<ReturnType<typeof takeCard>>;

  /** Pays the card's whole limit; gives the issuer's transaction. */
  async function pay({ cardId, issuerToken, last4, limit }: Taken) {
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
    return { id: paid.id, number };
  }

  const run = () => kit.book.state().checkouts.get(checkoutId)!;
  return { kit, issuer, network, appends, record, takeCard, pay, run, first: await takeCard('1', 999) };
}
