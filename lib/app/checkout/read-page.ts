import type { Checkout } from '../../domain/checkout/checkout.ts';
import type { TabSight } from '../../ports/page-driver.ts';
import type { Kit } from '../kit.ts';
import { endCheckout } from './end-checkout.ts';
import { raiseHandoff } from './raise-handoff.ts';
import { wallOn } from './see-page.ts';

const SETTLE_MS = 8_000;

/**
 * Reads the run's tab before Pay. When the tab is gone the run fails; when a wall stands there it is handed over.
 * Gives the sight only when automation may go on.
 */
export async function readForAction(kit: Kit, checkout: Checkout): Promise<TabSight | undefined> {
  const read = await kit.pages.read(checkout.tabId!, { settleWithinMs: SETTLE_MS });
  if (!read.ok) {
    await endCheckout(kit, checkout.id, {
      type: 'checkout-failed',
      code: read.error.kind,
      message: 'The checkout tab was closed or cannot be read. Nothing was paid.',
    });
    return undefined;
  }
  const wall = wallOn(read.value);
  if (wall) {
    await raiseHandoff(kit, checkout, wall, 'before_pay');
    return undefined;
  }
  return read.value;
}
