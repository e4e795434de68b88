import { err, ok, type Result } from '../../kernel/result.ts';
import { closeCard } from '../close-card.ts';
import type { Kit } from '../kit.ts';

/** Closes a card that no run has yet, for the operator. Refuses one that a run holds, or that the issuer does not say is closed unpaid. */
export async function closeUnusedCard(
  kit: Kit,
  cardId: string,
): Promise<Result<void, { kind: 'card_in_use' }>> {
  const card = kit.book.state().cards.get(cardId);
  const isClosed = card !== undefined && (await closeCard(kit, card, 'closed_by_operator'));
  return isClosed ? ok(undefined) : err({ kind: 'card_in_use' });
}
