import type { CheckoutId } from '../../kernel/ids.ts';
import { isPastSubmit, isTerminal, type Checkout } from '../../domain/checkout/checkout.ts';
import type { Card } from '../../domain/card/card.ts';
import { isStanding } from '../../domain/card/transaction.ts';
import type { Money } from '../../kernel/money.ts';
import type { IssuerRefusal } from '../../ports/card-issuer.ts';
import type { BookEvent } from '../book-event.ts';
import type { BookState } from '../book-state.ts';
import { admit, advance, cardOf, isGiven } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { noticePayment } from './notice-payment.ts';
import type { RefusalText } from './refusal-text.ts';
import { expectedOf, settleCard } from './settle-checkout.ts';

/** As much as an event's reason holds. */
const LONGEST_MESSAGE = 300;

/** How a run ends without a receipt. */
export type Ending =
  | {
      type: 'checkout-refused' | 'checkout-failed' | 'checkout-expired' | 'checkout-declined';
      code: string;
      message: string;
    }
  | { type: 'checkout-cancelled'; by: 'agent' | 'operator' | 'system'; code: string; message: string };

/**
 * Ends a run, then gives back what it held. Before Pay the end is recorded first; a dead worker finishes the rest at
 * its next start. After Pay the card is closed first: while it lives, a shop that tries again may yet be paid. `false` when
 * the run could not end, as when the operator paid by hand: that is observed to its outcome.
 */
export async function endCheckout(kit: Kit, id: CheckoutId, ending: Ending): Promise<boolean> {
  // A page's address may be as long as it likes; an end that cannot be recorded would be none.
  const reason = { code: ending.code, message: ending.message.slice(0, LONGEST_MESSAGE) };
  const event: BookEvent =
    ending.type === 'checkout-cancelled'
      ? { type: ending.type, checkoutId: id, by: ending.by, reason }
      : { type: ending.type, checkoutId: id, reason };
  const run = kit.book.state().checkouts.get(id);
  if (!run || (await noticePayment(kit, run, { isPageTouched: false })) === 'charged') return false;
  const card = cardOf(kit.book.state(), run);
  if (isPastSubmit(run) && card && UNUSED.has(card.status)) {
    const isAllowed = admit(kit.book.state(), [event], kit.clock.now()).ok;
    if (!isAllowed || !(await isUnpaidForGood(kit, run, card))) return false;
  }
  const ended = await advance(kit, event);
  if (!ended.ok) return false;
  await giveBack(kit, id);
  return true;
}

/** Ends a run that may not pay, for the reason that is put into words. */
export async function refuseCheckout(
  kit: Kit,
  { id }: Checkout,
  { code, message }: Pick<RefusalText, 'code' | 'message'>,
): Promise<void> {
  await endCheckout(kit, id, { type: 'checkout-refused', code, message });
}

/**
 * Closes the card of an ended run at the issuer and releases its hold, unless an approved authorization stands on it.
 * Safe to repeat; does nothing when the issuer cannot be asked, and is tried again by the next tick.
 */
export async function giveBack(kit: Kit, id: CheckoutId): Promise<void> {
  const checkout = kit.book.state().checkouts.get(id);
  if (!checkout || !isTerminal(checkout) || checkout.status === 'succeeded') return;
  if (checkout.tabId !== undefined) {
    await kit.pages.clear(checkout.tabId);
    if (checkout.openerTabId !== undefined) await kit.pages.clear(checkout.openerTabId);
    await kit.pages.showHolder(checkout.tabId, 'nobody');
  }
  // A card that the agent made before and this run never took stays as it is.
  if (checkout.isCardGiven && !checkout.hold) return;
  const isGiven = await giveUpCard(kit, checkout, checkout.reason?.code ?? checkout.status);
  // It has paid after all: what was taken is booked, and the rest returns with it.
  if (!isGiven && checkout.cardId) await settleCard(kit, checkout.cardId);
}

/** Answers that say that the card does not exist. Others (a revoked key, no connection) say nothing about it. */
const NOT_MINTED: readonly number[] = [0, 400, 402];

/** Tells whether a refusal to mint means that there is no card. */
export function saysNoCard(refusal: IssuerRefusal): boolean {
  return refusal.kind === 'issuer_rejected' && NOT_MINTED.includes(refusal.status);
}

/**
 * Closes a run's unused card at the issuer and, in one step with that, releases its hold: a worker that dies leaves
 * neither alone. `false` when the card may still be charged.
 */
export async function giveUpCard(kit: Kit, checkout: Checkout, reason: string): Promise<boolean> {
  const card = cardOf(kit.book.state(), checkout);
  const isEnded = !card || ENDED.has(card.status);
  if (!isEnded && !(await isUnpaidForGood(kit, checkout, card))) return false;
  const given = await kit.book.commit((state, now) => {
    const cancelled: BookEvent[] = isEnded ? [] : [{ type: 'card-cancelled', cardId: card.id, reason }];
    return admit(state, [...cancelled, ...releaseOf(state, checkout, reason)], now);
  });
  return given.ok;
}

const ENDED: ReadonlySet<Card['status']> = new Set(['cancelled', 'failed']);
const UNUSED: ReadonlySet<Card['status']> = new Set(['requested', 'inactive', 'armed', 'unknown']);

/** Closes a card that has not ended, also one whose mint was never answered. */
async function isUnpaidForGood(kit: Kit, checkout: Checkout, card: Card): Promise<boolean> {
  if (!UNUSED.has(card.status)) return false;
  let token = card.issuerToken;
  if (!token) {
    // The issuer's answer may have been lost: asking again under the same key gives the same card, to be closed.
    const minted = await kit.issuer.mint({
      idempotencyKey: card.id,
      limit: card.limit,
      memo: memoOf(card, checkout),
    });
    if (!minted.ok && !saysNoCard(minted.error)) return false;
    token = minted.ok ? minted.value.issuerToken : undefined;
  }
  return token === undefined || isClosedUnpaid(kit, token, expectedOf(card, checkout));
}

/** What gives a run's open hold back to its mandate. */
function releaseOf(state: BookState, { hold, mandateId }: Checkout, reason: string): BookEvent[] {
  const open = hold && state.mandates.get(mandateId)?.holds.get(hold.id);
  return open?.status === 'open'
    ? [{ type: 'funds-released', mandateId, holdId: open.id, amount: open.amount, reason }]
    : [];
}

/** An agent's own card was minted under its own id before there was a run. */
const memoOf = (card: Card, checkout: Checkout) => (isGiven(checkout, card) ? card.id : checkout.id);

/** Closes a card and makes sure that no payment stands on it. */
export async function isClosedUnpaid(kit: Kit, token: string, expected: Money): Promise<boolean> {
  const closed = await kit.issuer.close(token);
  if (!closed.ok) return false;
  const transactions = await kit.issuer.transactionsOf(token);
  return transactions.ok && !transactions.value.some((row) => isStanding(row, expected));
}
