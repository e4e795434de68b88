import type { Checkout } from '../../domain/checkout/checkout.ts';
import type { TabSight } from '../../ports/page-driver.ts';
import type { Kit } from '../kit.ts';
import { endCheckout } from './end-checkout.ts';
import { readPastChecks } from './read-past-checks.ts';
import { raiseHandoff } from './raise-handoff.ts';
import { findOn } from './see-page.ts';

const SETTLE_MS = 8_000;

/**
 * Reads the run's tab before Pay. When the tab is gone the run fails; when a wall stands there it is handed over.
 * Gives the sight only when automation may go on.
 */
export async function readForAction(kit: Kit, checkout: Checkout): Promise<TabSight | undefined> {
  const mandate = kit.book.state().mandates.get(checkout.mandateId);
  const read = await readPastChecks(kit, checkout.tabId!, {
    settleWithinMs: SETTLE_MS,
    // A bare "$" is taken for the mandate's, and policy has the operator asked. The card's lock is in that money.
    assumedCurrency: mandate?.terms.budget.currency,
  });
  if (!read.ok) {
    await endCheckout(kit, checkout.id, {
      type: 'checkout-failed',
      code: read.error.kind,
      message: 'The checkout tab was closed or cannot be read. Nothing was paid.',
    });
    return undefined;
  }
  const { wall } = read.value;
  if (wall) {
    await raiseHandoff(kit, checkout, wall, 'before_pay');
    return undefined;
  }
  // Again with each reading: the page may have been loaded anew since, and the banner is how an operator takes over.
  await kit.pages.showHolder(checkout.tabId!, 'agent');
  return read.value.sight;
}

/** How long a page may take to show its card fields and its total: provider frames load late. */
const APPEAR_WITHIN_MS = 12_000;
const LOOK_AGAIN_MS = 200;
/** How long a page shows a way on to its next step before it counts as one without card fields. */
const STEP_AFTER_MS = 1_200;

/**
 * Reads the run's tab until it shows a checkout, or the time is over. A refusal that waiting cannot mend is given at
 * once; `undefined` when the run has ended or was handed over.
 */
export async function readCheckout(
  kit: Kit,
  checkout: Checkout,
): Promise<{ sight: TabSight; found: ReturnType<typeof findOn> } | undefined> {
  const deadline = kit.clock.now() + APPEAR_WITHIN_MS;
  let leadsOnSince: number | undefined;
  for (;;) {
    const sight = await readForAction(kit, checkout);
    if (!sight) return undefined;
    const found = findOn(kit, sight, checkout.url);
    const mayAppear =
      !found.ok && (found.error.kind === 'no_checkout' || found.error.kind === 'total_unreadable');
    const now = kit.clock.now();
    leadsOnSince = leadsOn(sight) ? (leadsOnSince ?? now) : undefined;
    const isStep = leadsOnSince !== undefined && now - leadsOnSince >= STEP_AFTER_MS;
    if (!mayAppear || isStep || now >= deadline) return { sight, found };
    await kit.clock.wait(LOOK_AGAIN_MS);
  }
}

const leadsOn = ({ top }: TabSight): boolean =>
  (top.reading.proceed ?? top.reading.cardMethod)?.isEnabled === true;
