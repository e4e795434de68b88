import type { Card } from '../../domain/card/card.ts';
import type { Kit } from '../kit.ts';
import { advance } from '../checkout-step.ts';
import { settleCard } from './settle-checkout.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** So long after its last movement a card may still be captured or refunded (networks allow up to 31 days and more). */
const WINDOW_MS = 45 * DAY_MS;

/** How long to wait between two looks, by how long the card has been still. */
const PACE: readonly (readonly [stillForMs: number, everyMs: number])[] = [
  [5 * MINUTE_MS, 0],
  [60 * MINUTE_MS, 5 * MINUTE_MS],
  [DAY_MS, 60 * MINUTE_MS],
  [Infinity, 12 * 60 * MINUTE_MS],
];

/** Cards asked about in one round at most: a wallet with a long past must not meet the issuer's rate limit at its start. */
const PER_ROUND = 20;

/**
 * Asks the issuer about cards that have ended, for captures and refunds that come late; seldom, and more seldom the
 * longer nothing happens. What is due follows from the books, so a dead worker forgets nothing but when it last looked.
 */
export async function watchCards(kit: Kit): Promise<void> {
  if ((await kit.signer.state()) !== 'unlocked') return;
  const lastLook = looksOf(kit);
  const now = kit.clock.now();
  const due = kit.book
    .state()
    .cards.live()
    .filter((card) => isWatched(card) && now >= (lastLook.get(card.id) ?? 0) + paceOf(now - card.movedAt))
    .sort((a, b) => (lastLook.get(a.id) ?? 0) - (lastLook.get(b.id) ?? 0))
    .slice(0, PER_ROUND);
  for (const card of due) {
    // Whoever does not answer now is asked about the others later.
    if (!(await settleCard(kit, card.id))) return;
    lastLook.set(card.id, now);
    const { movedAt, status } = kit.book.state().cards.get(card.id)!;
    if (now - movedAt >= WINDOW_MS && status !== 'used' && status !== 'inactive')
      await advance(kit, { type: 'card-settled', cardId: card.id });
  }
}

/** The card of a run that is under way is watched by the run. */
const isWatched = ({ status, issuerToken, checkoutId }: Card) =>
  issuerToken !== undefined &&
  (['used', 'closed', 'cancelled'].includes(status) || (status === 'inactive' && !checkoutId));

const paceOf = (stillForMs: number) => PACE.find(([until]) => stillForMs < until)![1];

const looks = new WeakMap<object, Map<string, number>>();

/** When each card was last asked about in this life of the worker. */
function looksOf(kit: Kit): Map<string, number> {
  const known = looks.get(kit.book) ?? new Map<string, number>();
  looks.set(kit.book, known);
  return known;
}
