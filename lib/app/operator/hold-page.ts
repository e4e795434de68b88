import { isTerminal } from '../../domain/checkout/checkout.ts';
import type { CheckoutId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { abandonHandoff, resumeAfterHandoff } from '../checkout/handoff.ts';
import type { CheckoutDriver } from '../checkout/drive-checkout.ts';
import { advance } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { whyNotEnded } from './answer-preview.ts';

type Held = Promise<Result<unknown, { kind: string }>>;

/** The page waits for nobody any more. */
const NOT_HELD = { kind: 'not_held' };

/** Brings the run's own tab to the front and notes that the operator holds the page. */
export async function takePage(kit: Kit, id: CheckoutId): Held {
  const claimed = await advance(kit, { type: 'handoff-claimed', checkoutId: id });
  const { tabId } = kit.book.state().checkouts.get(id) ?? {};
  if (claimed.ok && tabId !== undefined) await kit.pages.focus(tabId);
  return claimed;
}

/** The operator says that the wall is passed: the page is looked at again. */
export async function returnPage(kit: Kit, driver: CheckoutDriver, id: CheckoutId): Held {
  const checkout = kit.book.state().checkouts.get(id);
  // It saw for itself that the wall is gone, a moment earlier.
  if (checkout && checkout.status !== 'handoff' && !isTerminal(checkout)) return ok(undefined);
  if (checkout?.status !== 'handoff') return err(NOT_HELD);
  const resumed = await resumeAfterHandoff(kit, checkout, 'operator_done');
  driver.poke(id);
  return resumed;
}

/** The operator gives up at the wall. Refuses where they have paid by hand: that is observed to its outcome. */
export async function leavePage(kit: Kit, driver: CheckoutDriver, id: CheckoutId): Held {
  const checkout = kit.book.state().checkouts.get(id);
  if (checkout?.status !== 'handoff') return err(NOT_HELD);
  await abandonHandoff(kit, checkout, 'operator');
  driver.poke(id);
  const left = kit.book.state().checkouts.get(id)!;
  const isLeft = checkout.handoff?.phase === 'after_pay' ? left.status !== 'handoff' : isTerminal(left);
  return isLeft ? ok(undefined) : err(whyNotEnded(kit, id));
}

/** Gives the operator the same time once more. */
export async function extendHandoff(kit: Kit, id: CheckoutId): Held {
  const { handoffMs } = await kit.patience();
  return advance(kit, {
    type: 'handoff-extended',
    checkoutId: id,
    expiresAt: kit.clock.now() + handoffMs,
  });
}
