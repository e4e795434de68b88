import type { Card, CardEvent } from '../domain/card/card.ts';
import { decideMandate, mandateStatusAt } from '../domain/mandate/mandate.ts';
import type { CardId } from '../kernel/ids.ts';
import type { BookState } from './book-state.ts';
import { isClosedUnpaid, saysNoCard } from './checkout/end-checkout.ts';
import { admit, advance, isTaken } from './checkout-step.ts';
import type { Kit } from './kit.ts';

/** Ends a card that the issuer did not make; its money returns. */
export async function failMint(kit: Kit, cardId: CardId, reason: string): Promise<void> {
  await endCard(kit, { type: 'card-mint-failed', cardId, reason }, 'mint_failed');
}

/** Closes an unused card at the issuer and returns its money; the others are not touched. */
export async function closeCard(kit: Kit, card: Card, reason: string): Promise<boolean> {
  if (card.status !== 'inactive' || card.checkoutId || !card.issuerToken) return false;
  // A run may hold the card already and take it any moment: it is the run's to close.
  if (isTaken(kit.book.state(), card)) return false;
  if (!(await isClosedUnpaid(kit, card.issuerToken, card.limit))) return false;
  return endCard(kit, { type: 'card-cancelled', cardId: card.id, reason }, reason);
}

/** Ends a card and releases its hold in one step: a worker that dies leaves neither alone. */
async function endCard(kit: Kit, event: CardEvent, reason: string): Promise<boolean> {
  const ended = await kit.book.commit<unknown>((state, now) => {
    const card = state.cards.get(event.cardId)!;
    const release = { type: 'release' as const, holdId: card.holdId, reason };
    const released = decideMandate(state.mandates.get(card.mandateId), release, { now });
    return admit(state, [event, ...(released.ok ? released.value : [])], now);
  });
  return ended.ok;
}

/** How long an answer of the mint may still be under way in this worker. */
const MINT_WITHIN_MS = 60_000;

/**
 * Closes unused cards whose time is over or whose mandate is no longer active, and cards whose mint was never
 * answered; their money returns.
 */
export async function sweepCards(kit: Kit): Promise<void> {
  if ((await kit.signer.state()) !== 'unlocked') return;
  const now = kit.clock.now();
  for (const card of kit.book.state().cards.live()) {
    if (card.status === 'requested' && !isOfRun(kit.book.state(), card)) {
      if (now >= card.requestedAt + MINT_WITHIN_MS) await closeLostMint(kit, card);
      continue;
    }
    if (card.status !== 'inactive' || card.checkoutId) continue;
    const mandate = kit.book.state().mandates.get(card.mandateId);
    const isActive = mandate !== undefined && mandateStatusAt(mandate, now) === 'active';
    if (!isActive || now >= card.expiresAt)
      await closeCard(kit, card, isActive ? 'expired' : 'mandate_ended');
  }
}

const isOfRun = (state: BookState, card: Card) =>
  state.mandates.get(card.mandateId)?.holds.get(card.holdId)?.checkoutId != null;

/** The worker died, or the line broke, before the issuer answered: the same key gives the card, which is closed. */
async function closeLostMint(kit: Kit, card: Card): Promise<void> {
  const minted = await kit.issuer.mint({ idempotencyKey: card.id, limit: card.limit, memo: card.id });
  if (!minted.ok) {
    if (saysNoCard(minted.error)) await failMint(kit, card.id, minted.error.kind);
    return;
  }
  if ((await advance(kit, { type: 'card-minted', cardId: card.id, ...minted.value })).ok)
    await closeCard(kit, kit.book.state().cards.get(card.id)!, 'mint_unanswered');
}
