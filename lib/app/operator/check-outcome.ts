import type { CheckoutId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { CheckoutDriver } from '../checkout/drive-checkout.ts';
import { askIssuer } from '../checkout/observe-outcome.ts';
import type { Kit } from '../kit.ts';

/**
 * Asks the issuer whether a run whose outcome is unknown was charged, and has the run look again. Refuses when the
 * issuer cannot be asked. The answer is for the operator alone: what it means for the run is decided by its own step.
 */
export async function checkOutcome(
  kit: Kit,
  driver: CheckoutDriver,
  id: CheckoutId,
): Promise<Result<'charged' | 'not_charged', { kind: string }>> {
  const checkout = kit.book.state().checkouts.get(id);
  if (!checkout) return err({ kind: 'unknown_checkout' });
  driver.poke(id);
  const issuer = await askIssuer(kit, checkout);
  return issuer.ok ? ok(issuer.value.approved ? 'charged' : 'not_charged') : issuer;
}
