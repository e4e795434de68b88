import type { CardId } from '../../kernel/ids.ts';
import type { Checkout } from '../../domain/checkout/checkout.ts';
import { err } from '../../kernel/result.ts';
import type { BookEvent } from '../book-event.ts';
import { admit, advance, cardOf, isGiven, type StepRefusal } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { endCheckout, saysNoCard } from './end-checkout.ts';

/** Mints the run's card, inactive and locked to what was reserved. The request is recorded before the issuer is asked. */
export async function mintCard(kit: Kit, checkout: Checkout): Promise<void> {
  const mandate = kit.book.state().mandates.get(checkout.mandateId);
  const { hold } = checkout;
  if (!mandate || !hold) return;
  // Once its total has moved a run stands on another hold, which that card is not locked to.
  const given = cardOf(kit.book.state(), checkout);
  if (isGiven(checkout, given) && given.holdId === hold.id) {
    await advance(
      kit,
      { type: 'card-assigned', cardId: given.id, checkoutId: checkout.id },
      { type: 'checkout-minted', checkoutId: checkout.id, cardId: given.id },
    );
    return;
  }
  const requested = cardOf(kit.book.state(), checkout);
  const cardId = requested?.status === 'requested' ? requested.id : (kit.clock.nextId('card') as CardId);
  await kit.reach('cp4');
  if (cardId !== requested?.id) {
    const event: BookEvent = {
      type: 'card-requested',
      cardId,
      mandateId: checkout.mandateId,
      agentId: checkout.agentId,
      merchant: checkout.merchant ?? '',
      limit: hold.amount,
      holdId: hold.id,
      expiresAt: Math.min(checkout.expiresAt, mandate.terms.expiresAt),
    };
    // The run may have been cancelled meanwhile and its money given back: no card is asked for without a hold.
    const isAsked = await kit.book.commit<{ kind: 'run_moved' } | StepRefusal>((state, now) =>
      state.checkouts.get(checkout.id)?.status === 'reserved' &&
      state.mandates.get(checkout.mandateId)?.holds.get(hold.id)?.status === 'open'
        ? admit(state, [event], now)
        : err({ kind: 'run_moved' }),
    );
    if (!isAsked.ok) return;
  }
  const minted = await kit.issuer.mint({ idempotencyKey: cardId, limit: hold.amount, memo: checkout.id });
  await kit.reach('cp5');
  if (!minted.ok) {
    // Without a clear answer the card may exist: it stays `requested`, and the run's end asks again and closes it.
    if (saysNoCard(minted.error))
      await advance(kit, { type: 'card-mint-failed', cardId, reason: minted.error.kind });
    await endCheckout(kit, checkout.id, {
      type: 'checkout-failed',
      code: minted.error.kind,
      message: 'The card issuer did not issue a card. Nothing was paid.',
    });
    return;
  }
  const { issuerToken, last4 } = minted.value;
  await advance(
    kit,
    { type: 'card-minted', cardId, issuerToken, last4 },
    { type: 'card-assigned', cardId, checkoutId: checkout.id },
    { type: 'checkout-minted', checkoutId: checkout.id, cardId },
  );
}
