import type { CheckoutId } from '../../kernel/ids.ts';
import { abandonHandoff, resumeAfterHandoff } from '../checkout/handoff.ts';
import type { CheckoutDriver } from '../checkout/drive-checkout.ts';
import { advance } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';

/** Brings the run's own tab to the front and notes that the operator holds the page. */
export async function takePage(kit: Kit, id: CheckoutId): Promise<void> {
  const checkout = kit.book.state().checkouts.get(id);
  if (checkout?.tabId === undefined) return;
  await advance(kit, { type: 'handoff-claimed', checkoutId: id });
  await kit.pages.focus(checkout.tabId);
}

/** The operator says that the wall is passed: the page is looked at again. */
export async function returnPage(kit: Kit, driver: CheckoutDriver, id: CheckoutId): Promise<void> {
  const checkout = kit.book.state().checkouts.get(id);
  if (checkout?.status !== 'handoff') return;
  await resumeAfterHandoff(kit, checkout, 'operator_done');
  driver.poke(id);
}

/** The operator gives up at the wall. */
export async function leavePage(kit: Kit, driver: CheckoutDriver, id: CheckoutId): Promise<void> {
  const checkout = kit.book.state().checkouts.get(id);
  if (checkout?.status !== 'handoff') return;
  await abandonHandoff(kit, checkout, 'operator');
  driver.poke(id);
}

/** Gives the operator the same time once more. */
export async function extendHandoff(kit: Kit, id: CheckoutId): Promise<void> {
  const { handoffMs } = await kit.patience();
  await advance(kit, {
    type: 'handoff-extended',
    checkoutId: id,
    expiresAt: kit.clock.now() + handoffMs,
  });
}
