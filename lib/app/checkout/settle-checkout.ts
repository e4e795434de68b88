import type { Card } from '../../domain/card/card.ts';
import { matchCard, type CardMove } from '../../domain/card/match-card.ts';
import { isVerification, purchaseOf, type CardTransaction } from '../../domain/card/transaction.ts';
import type { Checkout } from '../../domain/checkout/checkout.ts';
import { balanceOf } from '../../domain/ledger/balances.ts';
import { evolveMandate } from '../../domain/mandate/evolve.ts';
import { remainingOf } from '../../domain/mandate/limits.ts';
import { decideMandate, type MandateCommand } from '../../domain/mandate/mandate.ts';
import type { Hold } from '../../domain/mandate/holds.ts';
import type { Mandate } from '../../domain/mandate/state.ts';
import { unreachable } from '../../kernel/invariant.ts';
import type { CardId } from '../../kernel/ids.ts';
import { money, subtractMoney, type Money } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { BookEvent } from '../book-event.ts';
import type { BookState } from '../book-state.ts';
import { admit, advance } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';

/** What a run expects its card to be charged: its total, or the lock while none was read. */
export function expectedOf(card: Card, checkout: Checkout | undefined): Money {
  const total = checkout?.intent?.total;
  return total?.currency === card.limit.currency ? total : card.limit;
}

/**
 * Reads what the issuer says of one card and books what is not booked yet: captures under the hold, what is beyond it
 * as suspense, refunds to wallet and mandate. Safe to repeat; does nothing when the issuer cannot be asked. The operator
 * is told of what is beyond the hold, once it is written.
 */
export async function settleCard(kit: Kit, cardId: CardId): Promise<boolean> {
  const card = kit.book.state().cards.get(cardId);
  if (!card?.issuerToken) return false;
  const transactions = await kit.issuer.transactionsOf(card.issuerToken);
  if (!transactions.ok) return false;
  const booked = await kit.book.commit((state, now) =>
    decideSettlement(state, cardId, transactions.value, now),
  );
  if (booked.ok && booked.value.some(({ type }) => type === 'card-excess-captured'))
    await kit.human.tell('excess_taken');
  await closeUsed(kit, cardId);
  return true;
}

/** Books the capture of a paid run. */
export async function settleCheckout(kit: Kit, checkout: Checkout): Promise<void> {
  if (checkout.cardId) await settleCard(kit, checkout.cardId);
}

/** A card that has paid is closed at the issuer as soon as its hold is resolved. */
async function closeUsed(kit: Kit, cardId: CardId): Promise<void> {
  const { cards, mandates } = kit.book.state();
  const card = cards.get(cardId);
  if (card?.status !== 'used' || !card.issuerToken) return;
  if (mandates.get(card.mandateId)?.holds.get(card.holdId)?.status === 'open') return;
  const closed = await kit.issuer.close(card.issuerToken);
  if (closed.ok) await advance(kit, { type: 'card-closed', cardId });
}

/** Decides what to book so that the books say of a card what the issuer says. */
function decideSettlement(
  state: BookState,
  cardId: CardId,
  rows: readonly CardTransaction[],
  now: number,
): Result<BookEvent[], unknown> {
  const card = state.cards.get(cardId)!;
  const checkout = card.checkoutId && state.checkouts.get(card.checkoutId);
  let mandate = state.mandates.get(card.mandateId);
  const hold = mandate?.holds.get(card.holdId);
  if (!mandate || !hold) return ok([]);
  const expected = expectedOf(card, checkout || undefined);
  const before = evidenceOf(card, rows, expected);
  const events: BookEvent[] = [...before];
  const available = new Map<string, bigint>();
  const availableIn = (currency: string) =>
    available.get(currency) ?? balanceOf(state.balances, 'wallet:available', currency).minor;
  const take = (currency: string, minor: bigint) => available.set(currency, availableIn(currency) - minor);

  const commit = (command: MandateCommand): boolean => {
    const decided = decideMandate(mandate, command, { now });
    if (!decided.ok) return false;
    for (const event of decided.value) {
      events.push(event);
      mandate = evolveMandate(mandate, event, now)!;
    }
    return true;
  };
  const book = (move: CardMove): boolean => {
    switch (move.kind) {
      case 'post':
        return commit({
          type: 'post',
          holdId: hold.id,
          posted: move.posted,
          authorizationId: move.authorizationId,
        });
      case 'release':
        return commit({ type: 'release', holdId: hold.id, reason: move.reason });
      case 'post_late':
        take(move.amount.currency, move.amount.minor);
        return commit({
          type: 'post_late',
          holdId: hold.id,
          amount: move.amount,
          transactionId: move.transactionId,
        });
      case 'refund':
        take(move.amount.currency, -move.amount.minor);
        return commit({ type: 'refund', holdId: hold.id, amount: move.amount });
      case 'excess': {
        const { currency, minor } = move.amount;
        const free = availableIn(currency);
        const own = free < minor ? (free > 0n ? free : 0n) : minor;
        take(currency, own);
        const { transactionId, why } = move;
        events.push({
          type: 'card-excess-captured',
          cardId,
          transactionId,
          why,
          fromWallet: money(own, currency),
          fromIssuer: money(minor - own, currency),
        });
        return true;
      }
      case 'excess_refund':
        take(move.amount.currency, -move.amount.minor);
        events.push({ type: 'card-excess-refunded', cardId, amount: move.amount });
        return true;
      case 'suspend_credit':
        events.push({ type: 'card-credit-suspended', cardId, amount: move.amount });
        return true;
      case 'match_credit':
        events.push({ type: 'card-credit-matched', cardId, amount: move.amount });
        return true;
      default:
        return unreachable(move);
    }
  };
  const moves = matchCard(rows, booksOf(state, card, mandate, hold, expected));
  if (!moves.every(book)) return err({ kind: 'books_moved' });
  const resolved = mandate.holds.get(hold.id)!;
  // A card that the run had before its total moved stands on another hold, which says nothing of the payment.
  const isPaidFrom = checkout && checkout.status === 'succeeded' && checkout.hold?.id === hold.id;
  if (isPaidFrom && !checkout.settled && resolved.status !== 'open') {
    const { posted, amount } = resolved;
    events.push({
      type: 'checkout-settled',
      checkoutId: checkout.id,
      posted,
      returned: subtractMoney(amount, posted),
    });
  }
  return admit(state, events, now);
}

/** What the issuer's rows say of the card itself: that it was tried, or used. */
function evidenceOf(card: Card, rows: readonly CardTransaction[], expected: Money): BookEvent[] {
  const events: BookEvent[] = rows
    .filter(
      (row) => row.status !== 'declined' && row.kind === 'debit' && !card.verifications.includes(row.id),
    )
    .filter((row) => isVerification(row, expected))
    .map(({ id, authorized }) => ({
      type: 'card-verified',
      cardId: card.id,
      transactionId: id,
      amount: authorized,
    }));
  events.push(...declinesOf(card, rows));
  const purchase = purchaseOf(rows, expected, card.authorizationId);
  const isLive = card.status === 'armed' || card.status === 'unknown';
  // An authorization that was given up since has used the card as well: the issuer lets it pay no more.
  if (purchase && isLive && purchase.status !== 'declined') {
    events.push({
      type: 'card-used',
      cardId: card.id,
      authorizationId: purchase.id,
      amount: purchase.authorized,
    });
  }
  return events;
}

/** Of a shop that tries for ever, the first attempts say it all. */
const MOST_DECLINES = 20;

/** Attempts to charge the card that were declined and that the books do not have yet. */
function declinesOf(card: Card, rows: readonly CardTransaction[]): BookEvent[] {
  return rows
    .filter(({ id, status }) => status === 'declined' && !card.declined.includes(id))
    .slice(0, Math.max(0, MOST_DECLINES - card.declined.length))
    .map(({ id, authorized, declineReason }) => ({
      type: 'card-charge-declined',
      cardId: card.id,
      transactionId: id,
      amount: authorized,
      reason: declineReason,
    }));
}

function booksOf(state: BookState, card: Card, mandate: Mandate, hold: Hold, expected: Money) {
  const { currency } = hold.amount;
  const remaining = remainingOf(mandate);
  const available = balanceOf(state.balances, 'wallet:available', currency);
  return {
    held: hold.amount,
    isHoldOpen: hold.status === 'open',
    posted: hold.posted,
    refunded: hold.refunded,
    authorizationId: hold.transactionId ?? card.authorizationId,
    expected,
    excess: card.excess,
    excessRefunded: card.excessRefunded,
    credits: card.credits,
    spendable: remaining.minor < available.minor ? remaining : available,
  };
}
