import { APPROVAL_TTL_MS, PREVIEW_TTL_MS } from '../../domain/checkout/checkout.ts';
import type { CheckoutRefusal } from '../../domain/checkout/decide.ts';
import type { CheckoutId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { endCheckout } from '../checkout/end-checkout.ts';
import type { CheckoutDriver } from '../checkout/drive-checkout.ts';
import { advance, type StepRefusal } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';

/** Approves the preview whose hash was on the screen; any other is refused. */
export async function approveCheckout(
  kit: Kit,
  driver: CheckoutDriver,
  checkoutId: CheckoutId,
  intentHash: string,
): Promise<Result<void, StepRefusal>> {
  await kit.reach('cp3');
  const expiresAt = kit.clock.now() + APPROVAL_TTL_MS;
  const approved = await advance(kit, {
    type: 'checkout-approved',
    checkoutId,
    by: 'operator',
    intentHash,
    expiresAt,
  });
  if (!approved.ok) return approved;
  driver.poke(checkoutId);
  return ok(undefined);
}

/** Rejects a preview: the card is closed and the money returns. */
export async function rejectCheckout(kit: Kit, checkoutId: CheckoutId): Promise<void> {
  await endCheckout(kit, checkoutId, {
    type: 'checkout-cancelled',
    by: 'operator',
    code: 'rejected_by_operator',
    message: 'The operator rejected the payment. Nothing was paid.',
  });
}

/** Gives a preview that still waits another ten minutes. Refuses one whose time is over: its page may have moved on. */
export async function extendPreview(
  kit: Kit,
  checkoutId: CheckoutId,
): Promise<Result<void, { kind: string }>> {
  const { askedUntil } = kit.book.state().checkouts[checkoutId] ?? {};
  const now = kit.clock.now();
  if (askedUntil === undefined || now >= askedUntil) return err({ kind: 'preview_expired' });
  const asked = await advance(kit, { type: 'approval-asked', checkoutId, expiresAt: now + PREVIEW_TTL_MS });
  return asked.ok ? ok(undefined) : asked;
}
