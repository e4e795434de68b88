import { unmatchedOf, type Excess } from '../../domain/card/card.ts';
import type { Checkout } from '../../domain/checkout/checkout.ts';
import type { BookState } from '../book-state.ts';

/** Where the money of a run stands now. */
export interface RunMoney {
  /** Taken beyond what was approved, by transaction. */
  readonly excess: readonly Excess[];
  /** All of that came back. */
  readonly isExcessBack: boolean;
}

/** Reads where the money of a run stands: the shop may still take and give back after the run has ended. */
export function moneyOf({ cards }: BookState, { cardId }: Checkout): RunMoney {
  const card = cardId && cards.get(cardId);
  const excess = card ? Object.values(card.excess) : [];
  return {
    excess,
    isExcessBack: excess.every(({ currency }) => card && unmatchedOf(card, currency) === 0n),
  };
}
