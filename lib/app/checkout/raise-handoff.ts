import type { Checkout } from '../../domain/checkout/checkout.ts';
import { MAX_RAISES, type Wall } from '../../domain/wall/wall.ts';
import { advance } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { endCheckout } from './end-checkout.ts';

/** Hands the page to the operator: nothing is typed, pressed or pictured until the wall is gone. */
export async function raiseHandoff(
  kit: Kit,
  checkout: Checkout,
  wall: Wall,
  phase: 'before_pay' | 'after_pay',
): Promise<void> {
  const again = checkout.handoffs.filter(({ kind }) => kind === wall.kind).length;
  if (phase === 'before_pay' && again >= MAX_RAISES) {
    await endCheckout(kit, checkout.id, {
      type: 'checkout-failed',
      code: 'wall_persists',
      message: `The same wall (${wall.kind}) came back ${again} times. Nothing was paid.`,
    });
    return;
  }
  const { handoffMs } = await kit.patience();
  const raised = await advance(kit, {
    type: 'checkout-handed-off',
    checkoutId: checkout.id,
    wall,
    phase,
    expiresAt: kit.clock.now() + handoffMs,
  });
  if (raised.ok) await kit.pages.showHolder(checkout.tabId!, 'operator');
}
