import type { Checkout } from '../../domain/checkout/checkout.ts';
import type { WallKind } from '../../domain/wall/wall.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { advance, type StepRefusal } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { endCheckout } from './end-checkout.ts';
import { loseOutcome } from './lose-outcome.ts';
import { noticePayment } from './notice-payment.ts';
import { isWayFree, showsOrder } from './see-page.ts';

const LOOK_EVERY_MS = 150;
/** So long no wall shows before it counts as gone: a page between two documents shows none for a moment. */
const CLEAR_FOR_MS = 300;

/** Walls that no page shows: whether they are passed is the operator's word alone. */
const SAID_BY_OPERATOR: ReadonlySet<WallKind> = new Set([
  'manual_check', 'unsupported_widget', 'amount_ambiguous', 'merchant_mismatch', 'new_merchant',
  'ui_interference', 'post_submit_review',
]); // prettier-ignore

/**
 * Watches a handed-over page until the wall is gone, the operator has paid by hand, the deadline passes or the run
 * leaves `handoff`. Looks only at whether the wall still stands; what the operator types is never read.
 */
export async function watchHandoff(kit: Kit, id: Checkout['id']): Promise<void> {
  let clearSince: number | undefined;
  let bannerIn: string | undefined;
  for (;;) {
    const checkout = kit.book.state().checkouts.get(id);
    if (checkout?.status !== 'handoff' || !checkout.handoff) return;
    const { wall, phase, expiresAt } = checkout.handoff;
    if (kit.clock.now() >= expiresAt) return abandonHandoff(kit, checkout, 'deadline');
    const read = await kit.pages.read(checkout.tabId!, { settleWithinMs: 0 });
    if (!read.ok && read.error.kind === 'tab_gone') return loseTab(kit, checkout);
    if (read.ok && read.value.top.documentId !== bannerIn) {
      bannerIn = read.value.top.documentId;
      await kit.pages.showHolder(checkout.tabId!, 'operator');
    }
    const isPassed =
      read.ok &&
      (SAID_BY_OPERATOR.has(wall.kind)
        ? phase === 'before_pay' && showsOrder(kit, read.value)
        : isWayFree(kit, read.value));
    if (!isPassed) clearSince = undefined;
    else clearSince ??= kit.clock.now();
    const isClear = clearSince !== undefined && kit.clock.now() - clearSince >= CLEAR_FOR_MS;
    if (isClear && (await resumeAfterHandoff(kit, checkout, 'cleared')).ok) return;
    await kit.clock.wait(LOOK_EVERY_MS);
  }
}

/**
 * Goes on after the operator is done. Before Pay everything is read again, unless they paid by hand; after Pay the
 * outcome is only observed. Refuses when the run stays where it is.
 */
export async function resumeAfterHandoff(
  kit: Kit,
  checkout: Checkout,
  how: 'cleared' | 'operator_done',
): Promise<Result<void, StepRefusal | { kind: 'issuer_unreachable' }>> {
  const isAfterPay = checkout.handoff?.phase === 'after_pay';
  if (!isAfterPay) {
    const noticed = await noticePayment(kit, checkout, { isPageTouched: false });
    if (noticed === 'charged') return ok(undefined);
    if (noticed === 'unknown') return err({ kind: 'issuer_unreachable' });
    const read = await kit.pages.read(checkout.tabId!, { settleWithinMs: 0 });
    if (read.ok && showsOrder(kit, read.value)) return endPaidByOperator(kit, checkout);
  }
  const resumed = await advance(
    kit,
    { type: 'handoff-resolved', checkoutId: checkout.id, how },
    isAfterPay
      ? { type: 'checkout-processing', checkoutId: checkout.id }
      : { type: 'checkout-preparing', checkoutId: checkout.id, tabId: checkout.tabId! },
  );
  if (resumed.ok) await kit.pages.showHolder(checkout.tabId!, 'agent');
  return resumed.ok ? ok(undefined) : resumed;
}

/** The page shows an order that our card did not pay: the operator paid by other means, so this run never pays. */
async function endPaidByOperator(kit: Kit, checkout: Checkout): Promise<Result<void, StepRefusal>> {
  await advance(kit, { type: 'handoff-resolved', checkoutId: checkout.id, how: 'paid_by_hand' });
  const isEnded = await endCheckout(kit, checkout.id, {
    type: 'checkout-cancelled',
    by: 'operator',
    code: 'paid_by_operator',
    message: 'The page shows an order that this card did not pay: the operator paid by other means.',
  });
  return isEnded ? ok(undefined) : err({ kind: 'already_submitted' });
}

/** The operator gives up, or the time is over: before Pay the money returns; after Pay the outcome is unknown. */
export async function abandonHandoff(
  kit: Kit,
  checkout: Checkout,
  by: 'operator' | 'deadline',
): Promise<void> {
  if (checkout.handoff?.phase === 'after_pay') {
    await loseOutcome(kit, checkout, [by === 'operator' ? 'gave_up_at_wall' : 'wall_not_passed']);
    return;
  }
  await endCheckout(
    kit,
    checkout.id,
    by === 'operator'
      ? {
          type: 'checkout-cancelled',
          by: 'operator',
          code: 'given_up',
          message: 'The operator gave up at the wall.',
        }
      : {
          type: 'checkout-expired',
          code: 'handoff_expired',
          message: 'Nobody passed the wall in time. Nothing was paid.',
        },
  );
}

async function loseTab(kit: Kit, checkout: Checkout): Promise<void> {
  if (checkout.handoff?.phase === 'after_pay') return loseOutcome(kit, checkout, ['tab_closed']);
  await endCheckout(kit, checkout.id, {
    type: 'checkout-cancelled',
    by: 'system',
    code: 'tab_gone',
    message: 'The checkout tab was closed. Nothing was paid.',
  });
}
