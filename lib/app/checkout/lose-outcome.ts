import type { Checkout } from '../../domain/checkout/checkout.ts';
import { advance, cardOf } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';

/** How sight of an outcome can be lost. The surfaces put each into words, in the operator's language. */
export const LOST_CODES = [
  'tab_closed', 'no_answer', 'gave_up_at_wall', 'wall_not_passed', 'browser_stopped', 'press_missed',
] as const; // prettier-ignore

/** How sight was lost, and then what the page said last, in its own words. */
export type LostEvidence = readonly [(typeof LOST_CODES)[number], ...string[]];

/** Sight is lost after Pay: the card is frozen, the operator is asked, and Pay is never clicked again. */
export async function loseOutcome(kit: Kit, checkout: Checkout, evidence: LostEvidence): Promise<void> {
  const { unknownMs } = await kit.patience();
  const lost = await advance(kit, {
    type: 'outcome-lost',
    checkoutId: checkout.id,
    evidence: [...evidence],
    expiresAt: kit.clock.now() + unknownMs,
  });
  if (lost.ok) await freezeCard(kit, checkout);
}

/** Freezes the card of a run whose outcome is unknown. Safe to repeat: a dead worker, or an issuer that could not be
 * reached, leaves it to the next try. A card that was charged meanwhile closes itself and is left alone. */
export async function freezeCard(kit: Kit, checkout: Checkout): Promise<void> {
  const card = cardOf(kit.book.state(), checkout);
  if (!card?.issuerToken || card.status !== 'armed') return;
  const frozen = await kit.issuer.freeze(card.issuerToken);
  if (frozen.ok) await advance(kit, { type: 'card-frozen', cardId: card.id });
}
