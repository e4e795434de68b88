import { APPROVAL_TTL_MS, isPastSubmit, isTerminal } from '../../domain/checkout/checkout.ts';
import type { MandateEvent } from '../../domain/mandate/events.ts';
import { decideMandate } from '../../domain/mandate/mandate.ts';
import type { CheckoutId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { endCheckout } from '../checkout/end-checkout.ts';
import type { CheckoutDriver } from '../checkout/drive-checkout.ts';
import { admit, advance, type StepRefusal } from '../checkout-step.ts';
import type { BookState } from '../book-state.ts';
import type { Kit } from '../kit.ts';

/**
 * Approves the preview whose hash was on the screen; any other is refused. A new merchant is approved this time, or
 * remembered.
 */
export async function approveCheckout(
  kit: Kit,
  driver: CheckoutDriver,
  checkoutId: CheckoutId,
  intentHash: string,
  isMerchantRemembered: boolean,
): Promise<Result<void, StepRefusal>> {
  await kit.reach('cp3');
  const expiresAt = kit.clock.now() + APPROVAL_TTL_MS;
  const approved = await kit.book.commit<StepRefusal>((state, now) => {
    const admitted = admit(
      state,
      [{ type: 'checkout-approved', checkoutId, by: 'operator', intentHash, expiresAt }],
      now,
    );
    return admitted.ok && isMerchantRemembered
      ? ok([...admitted.value, ...rememberMerchant(state, checkoutId, now)])
      : admitted;
  });
  if (!approved.ok) return approved;
  driver.poke(checkoutId);
  return ok(undefined);
}

/** "Always": the merchant that was asked about needs no question under this mandate any more. */
function rememberMerchant(state: BookState, checkoutId: CheckoutId, now: number): MandateEvent[] {
  const checkout = state.checkouts.get(checkoutId);
  if (!checkout?.merchant || !checkout.asks.includes('new_merchant')) return [];
  const { mandateId, merchant } = checkout;
  const decided = decideMandate(state.mandates.get(mandateId), { type: 'allow_merchant', merchant }, { now });
  return decided.ok ? decided.value : [];
}

/** Rejects a preview: the card is closed and the money returns. */
export const rejectCheckout = (kit: Kit, id: CheckoutId): Promise<Result<void, NotEnded>> =>
  endBeforePay(kit, id, {
    code: 'rejected_by_operator',
    message: 'The operator rejected the payment. Nothing was paid.',
  });

/** Stops a run before Pay, wherever it is: the card is closed and the money returns. */
export const cancelCheckout = (kit: Kit, id: CheckoutId): Promise<Result<void, NotEnded>> =>
  endBeforePay(kit, id, {
    code: 'stopped_by_operator',
    message: 'The operator stopped the run. Nothing was paid.',
  });

async function endBeforePay(
  kit: Kit,
  id: CheckoutId,
  reason: { code: string; message: string },
): Promise<Result<void, NotEnded>> {
  const isEnded = await endCheckout(kit, id, { type: 'checkout-cancelled', by: 'operator', ...reason });
  return isEnded ? ok(undefined) : err(whyNotEnded(kit, id));
}

/** Pay was pressed and the run is only observed, or there is nothing left to end. */
export type NotEnded = { kind: 'already_submitted' | 'nothing_to_end' };

/** Says why a run could not be ended before Pay. */
export function whyNotEnded(kit: Kit, id: CheckoutId): NotEnded {
  const run = kit.book.state().checkouts.get(id);
  return { kind: run && isPastSubmit(run) && !isTerminal(run) ? 'already_submitted' : 'nothing_to_end' };
}

/** Gives a preview that still waits as much time again, from now. Refuses one whose time is over: its page may have moved on. */
export async function extendPreview(
  kit: Kit,
  checkoutId: CheckoutId,
): Promise<Result<void, { kind: string }>> {
  const { askedUntil } = kit.book.state().checkouts.get(checkoutId) ?? {};
  const now = kit.clock.now();
  if (askedUntil === undefined || now >= askedUntil) return err({ kind: 'preview_expired' });
  const { previewMs } = await kit.patience();
  const asked = await advance(kit, { type: 'approval-asked', checkoutId, expiresAt: now + previewMs });
  return asked.ok ? ok(undefined) : asked;
}
