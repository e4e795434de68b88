import type { Checkout } from '../../domain/checkout/checkout.ts';
import { advance } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { endCheckout } from './end-checkout.ts';
import { loseOutcome } from './lose-outcome.ts';
import { wallOn } from './see-page.ts';

const LOOK_EVERY_MS = 300;

/**
 * Watches a handed-over page until the wall is gone, the deadline passes or the run leaves `handoff`. Looks only at
 * whether the wall still stands; what the operator types is never read.
 */
export async function watchHandoff(kit: Kit, id: Checkout['id']): Promise<void> {
  let clearSince: number | undefined;
  for (;;) {
    const checkout = kit.book.state().checkouts[id];
    if (checkout?.status !== 'handoff' || !checkout.handoff) return;
    if (checkout.handoff.wall.kind === 'manual_check') return;
    if (kit.clock.now() >= checkout.handoff.expiresAt) return expireHandoff(kit, checkout);
    const read = await kit.pages.read(checkout.tabId!, { settleWithinMs: 0 });
    if (!read.ok && read.error.kind === 'tab_gone') return loseTab(kit, checkout);
    const isClear = read.ok && wallOn(read.value) === undefined;
    if (!isClear) clearSince = undefined;
    else clearSince ??= kit.clock.now();
    // Two looks in a row: a page between two documents shows no wall for a moment.
    if (clearSince !== undefined && kit.clock.now() - clearSince >= LOOK_EVERY_MS) {
      await resumeAfterHandoff(kit, checkout, 'cleared');
      return;
    }
    await kit.clock.wait(LOOK_EVERY_MS);
  }
}

/** Goes on after the operator is done. Before Pay everything is read again; after Pay the outcome is only observed. */
export async function resumeAfterHandoff(
  kit: Kit,
  checkout: Checkout,
  how: 'cleared' | 'operator_done',
): Promise<boolean> {
  const resolved = { type: 'handoff-resolved' as const, checkoutId: checkout.id, how };
  const next =
    checkout.handoff?.phase === 'after_pay'
      ? ({ type: 'checkout-processing', checkoutId: checkout.id } as const)
      : ({ type: 'checkout-preparing', checkoutId: checkout.id, tabId: checkout.tabId! } as const);
  const resumed = await advance(kit, resolved, next);
  if (resumed.ok) await kit.pages.showHolder(checkout.tabId!, 'agent');
  return resumed.ok;
}

/** The operator gives up, or the time is over: before Pay the money returns; after Pay the outcome is unknown. */
export async function abandonHandoff(
  kit: Kit,
  checkout: Checkout,
  by: 'operator' | 'deadline',
): Promise<void> {
  if (checkout.handoff?.phase === 'after_pay') {
    await loseOutcome(kit, checkout, [
      by === 'operator' ? 'the operator gave up at a wall' : 'nobody passed the wall in time',
    ]);
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

const expireHandoff = (kit: Kit, checkout: Checkout) => abandonHandoff(kit, checkout, 'deadline');

async function loseTab(kit: Kit, checkout: Checkout): Promise<void> {
  if (checkout.handoff?.phase === 'after_pay')
    return loseOutcome(kit, checkout, ['the checkout tab was closed']);
  await endCheckout(kit, checkout.id, {
    type: 'checkout-failed',
    code: 'tab_gone',
    message: 'The checkout tab was closed. Nothing was paid.',
  });
}
