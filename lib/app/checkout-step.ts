import { ok, type Result } from '../kernel/result.ts';
import { CardEvent, decideCard, evolveCard, type Card, type CardRefusal } from '../domain/card/card.ts';
import { isTerminal, type Checkout } from '../domain/checkout/checkout.ts';
import { decideCheckout, type CheckoutRefusal } from '../domain/checkout/decide.ts';
import { evolveCheckout } from '../domain/checkout/evolve.ts';
import type { BookEvent } from './book-event.ts';
import type { BookState } from './book-state.ts';
import type { Kit } from './kit.ts';

/** Why a run or its card cannot take a step. */
export type StepRefusal = CheckoutRefusal | CardRefusal;

const CARD_TYPES: ReadonlySet<string> = new Set(CardEvent.options.map((option) => option.shape.type.value));
const isCardEvent = (event: BookEvent): event is CardEvent => CARD_TYPES.has(event.type);

/**
 * Checks events of one run and its card against their machines, in order, each on the state the one before left.
 * Events of other streams pass: their own use cases decided them.
 */
export function admit(
  state: BookState,
  events: readonly BookEvent[],
  now: number,
): Result<BookEvent[], StepRefusal> {
  let checkouts = state.checkouts;
  let cards = state.cards;
  for (const event of events) {
    if (isCardEvent(event)) {
      const decided = decideCard(cards.get(event.cardId), event);
      if (!decided.ok) return decided;
      const card = evolveCard(cards.get(event.cardId), event, now);
      if (card) cards = cards.with(event.cardId, card);
    } else if ('checkoutId' in event && event.type !== 'funds-reserved') {
      const checkoutEvent = event;
      const decided = decideCheckout(checkouts.get(checkoutEvent.checkoutId), checkoutEvent, { now });
      if (!decided.ok) return decided;
      const checkout = evolveCheckout(checkouts.get(checkoutEvent.checkoutId), checkoutEvent, now);
      if (checkout) checkouts = checkouts.with(checkoutEvent.checkoutId, checkout);
    }
  }
  return ok([...events]);
}

/** Appends events of a run when its machine allows them. */
export function advance(kit: Kit, ...events: BookEvent[]): Promise<Result<BookEvent[], StepRefusal>> {
  return kit.book.commit((state, now) => admit(state, events, now));
}

/**
 * The card of a run: the one under its present hold, which may have been asked for when the worker died, or else the
 * one that it was given. After a total has moved, the card that it had is another hold's.
 */
export function cardOf(state: BookState, checkout: Checkout): Card | undefined {
  const ids = checkout.hold ? (state.cardsOfHold.get(checkout.hold.id) ?? []) : [];
  const cards = ids.map((id) => state.cards.get(id)!);
  return (
    cards.find(({ status }) => status !== 'cancelled' && status !== 'failed') ??
    cards[0] ??
    (checkout.cardId && state.cards.get(checkout.cardId))
  );
}

/** Tells whether a card is the one that the agent made before and gave to a run. */
export const isGiven = (checkout: Checkout, card: Card | undefined): card is Card =>
  checkout.isCardGiven === true && card !== undefined && card.id === checkout.cardId;

/** Tells whether a run that is under way has a card's hold: the card is that run's, to use and to close. */
export const isTaken = (state: BookState, card: Card): boolean =>
  state.checkouts.live().some((run) => run.hold?.id === card.holdId && !isTerminal(run));
