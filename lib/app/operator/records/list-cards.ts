import type { BookState } from '../../book-state.ts';

/** How many cards a page of the dashboard gets, newest first. */
const SHOWN = 200;

/** Lists the single-use cards, newest first; a card that no run uses can be closed by itself. */
export function listCards(state: BookState) {
  return state.cards
    .values()
    .reverse()
    .slice(0, SHOWN)
    .map((card) => ({
      id: card.id,
      last4: card.last4 ?? '',
      status: card.status,
      merchant: card.merchant,
      limit: card.limit,
      agentName: state.agents.get(card.agentId)?.name ?? '',
      workflow: state.mandates.get(card.mandateId)?.terms.workflow ?? '',
      expiresAt: card.expiresAt,
      canClose: card.status === 'inactive' && card.checkoutId === undefined,
    }));
}
