import type { Checkout } from '../../domain/checkout/checkout.ts';
import { advance } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';

/** How long the operator has to say what became of a lost outcome before only the issuer's record counts. */
const UNKNOWN_TTL_MS = 30 * 60_000;

/** Sight is lost after Pay: the card is frozen, the operator is asked, and Pay is never clicked again. */
export async function loseOutcome(kit: Kit, checkout: Checkout, evidence: readonly string[]): Promise<void> {
  await advance(kit, {
    type: 'outcome-lost',
    checkoutId: checkout.id,
    evidence: [...evidence],
    expiresAt: kit.clock.now() + UNKNOWN_TTL_MS,
  });
  const card = checkout.cardId && kit.book.state().cards[checkout.cardId];
  if (!card?.issuerToken || card.status !== 'armed') return;
  await kit.issuer.freeze(card.issuerToken);
  await advance(kit, { type: 'card-frozen', cardId: card.id });
}
