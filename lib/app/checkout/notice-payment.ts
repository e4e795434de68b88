import { isStanding } from '../../domain/card/transaction.ts';
import { isPastSubmit, isTerminal, type Checkout } from '../../domain/checkout/checkout.ts';
import type { BookEvent } from '../book-event.ts';
import { advance, cardOf } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { expectedOf } from './settle-checkout.ts';

/**
 * What became of a run's card before we pressed Pay. `charged`: the operator pressed it, which is now recorded;
 * `refused`: somebody tried the card while it was inactive; `unknown`: the issuer cannot be asked.
 */
export type Noticed = 'nothing' | 'charged' | 'refused' | 'unknown';

/**
 * Asks the issuer whether the operator pressed Pay by hand, and records it if so: such a run is never paid again. Only
 * an armed card can have been charged; an inactive one is asked about where `isPageTouched` says that a human was there.
 */
export async function noticePayment(
  kit: Kit,
  checkout: Checkout,
  { isPageTouched }: { isPageTouched: boolean },
): Promise<Noticed> {
  if (isTerminal(checkout) || isPastSubmit(checkout)) return 'nothing';
  const card = cardOf(kit.book.state(), checkout);
  const isAsked = card?.status === 'armed' || (card?.status === 'inactive' && isPageTouched);
  if (!isAsked || !card.issuerToken) return 'nothing';
  const transactions = await kit.issuer.transactionsOf(card.issuerToken);
  if (!transactions.ok) return card.status === 'armed' ? 'unknown' : 'nothing';
  if (transactions.value.some((row) => isStanding(row, expectedOf(card, checkout)))) {
    const found: BookEvent = { type: 'payment-found', checkoutId: checkout.id };
    const resolved: BookEvent = { type: 'handoff-resolved', checkoutId: checkout.id, how: 'paid_by_hand' };
    const isHeld = kit.book.state().checkouts.get(checkout.id)?.status === 'handoff';
    await advance(kit, ...(isHeld ? [resolved, found] : [found]));
    return 'charged';
  }
  return transactions.value.some(({ status }) => status === 'declined') ? 'refused' : 'nothing';
}
