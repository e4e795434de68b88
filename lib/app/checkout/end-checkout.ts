import type { CheckoutId } from '../../kernel/ids.ts';
import { isTerminal, type Checkout } from '../../domain/checkout/checkout.ts';
import { decideMandate } from '../../domain/mandate/mandate.ts';
import { ok } from '../../kernel/result.ts';
import type { BookEvent } from '../book-event.ts';
import { advance, cardOf } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { noticePayment } from './notice-payment.ts';

/** How a run ends without a receipt. */
export type Ending =
  | {
      type: 'checkout-refused' | 'checkout-failed' | 'checkout-expired' | 'checkout-declined';
      code: string;
      message: string;
    }
  | { type: 'checkout-cancelled'; by: 'agent' | 'operator' | 'system'; code: string; message: string };

/**
 * Ends a run, then gives back what it held. The end is recorded first; a dead worker finishes the rest at its next
 * start. `false` when the run could not end, as when the operator paid by hand: that is observed to its outcome.
 */
export async function endCheckout(kit: Kit, id: CheckoutId, ending: Ending): Promise<boolean> {
  const reason = { code: ending.code, message: ending.message };
  const event: BookEvent =
    ending.type === 'checkout-cancelled'
      ? { type: ending.type, checkoutId: id, by: ending.by, reason }
      : { type: ending.type, checkoutId: id, reason };
  const run = kit.book.state().checkouts[id];
  if (run && (await noticePayment(kit, run, { isPageTouched: false })) === 'charged') return false;
  const ended = await advance(kit, event);
  if (!ended.ok) return false;
  await giveBack(kit, id);
  return true;
}

/**
 * Closes the card of an ended run at the issuer and releases its hold, unless an approved authorization stands on it.
 * Safe to repeat; does nothing when the issuer cannot be asked, and is tried again by the next tick.
 */
export async function giveBack(kit: Kit, id: CheckoutId): Promise<void> {
  const checkout = kit.book.state().checkouts[id];
  if (!checkout || !isTerminal(checkout) || checkout.status === 'succeeded') return;
  if (checkout.tabId !== undefined) {
    await kit.pages.clear(checkout.tabId);
    await kit.pages.showHolder(checkout.tabId, 'nobody');
  }
  // A card that the agent made before and this run never took stays as it is.
  if (checkout.isCardGiven && !checkout.hold) return;
  if (!(await cancelCard(kit, checkout, checkout.reason?.code ?? checkout.status)))
    return bookStray(kit, checkout);
  await releaseHold(kit, checkout, checkout.reason?.code ?? checkout.status);
}

/**
 * The card of an ended run was charged after all, by a hand that pressed Pay in the same moment. It is single-use and
 * closed by now; what was captured is posted to the hold, and the rest returns.
 */
async function bookStray(kit: Kit, checkout: Checkout): Promise<void> {
  const card = cardOf(kit.book.state(), checkout);
  if (!card?.issuerToken) return;
  const transactions = await kit.issuer.transactionsOf(card.issuerToken);
  const charge = transactions.ok
    ? transactions.value.find(
        ({ id, status }) => id === card.authorizationId || status === 'pending' || status === 'settled',
      )
    : undefined;
  if (!charge) return;
  if (card.status === 'armed' || card.status === 'unknown') {
    await advance(kit, {
      type: 'card-used',
      cardId: card.id,
      authorizationId: charge.id,
      amount: charge.authorized,
    });
  }
  const { hold } = checkout;
  if (!hold || charge.status === 'pending') return;
  await kit.book.commit((state, now) => {
    const posted = {
      type: 'post' as const,
      holdId: hold.id,
      posted: charge.captured,
      authorizationId: charge.id,
    };
    const decided = decideMandate(state.mandates[checkout.mandateId], posted, { now });
    return decided.ok ? decided : ok([]);
  });
}

/** Closes a run's unused card at the issuer. `false` when it may still be charged. */
export async function cancelCard(kit: Kit, checkout: Checkout, reason: string): Promise<boolean> {
  const card = cardOf(kit.book.state(), checkout);
  if (!card || ['cancelled', 'failed'].includes(card.status)) return true;
  if (card.status === 'used' || card.status === 'closed') return false;
  let token = card.issuerToken;
  if (card.status === 'requested') {
    // The issuer's answer may have been lost: asking again under the same key gives the same card, to be closed.
    const minted = await kit.issuer.mint({ idempotencyKey: card.id, limit: card.limit, memo: checkout.id });
    if (!minted.ok && minted.error.kind !== 'issuer_rejected') return false;
    token = minted.ok ? minted.value.issuerToken : undefined;
  }
  if (token) {
    const closed = await kit.issuer.close(token);
    if (!closed.ok) return false;
    const transactions = await kit.issuer.transactionsOf(token);
    if (!transactions.ok) return false;
    if (
      transactions.value.some(
        ({ status }) => status !== 'declined' && status !== 'voided' && status !== 'expired',
      )
    )
      return false;
  }
  return (await advance(kit, { type: 'card-cancelled', cardId: card.id, reason })).ok;
}

/** Releases a run's open hold on its mandate. */
export async function releaseHold(kit: Kit, checkout: Checkout, reason: string): Promise<void> {
  await kit.book.commit((state) => {
    const { hold } = checkout;
    const open = hold && state.mandates[checkout.mandateId]?.holds[hold.id];
    if (!hold || open?.status !== 'open') return { ok: true, value: [] };
    return {
      ok: true,
      value: [
        {
          type: 'funds-released',
          mandateId: checkout.mandateId,
          holdId: hold.id,
          amount: open.amount,
          reason,
        },
      ],
    };
  });
}
