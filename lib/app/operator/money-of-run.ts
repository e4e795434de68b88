import { unmatchedOf, type Excess } from '../../domain/card/card.ts';
import type { Checkout } from '../../domain/checkout/checkout.ts';
import type { Hold } from '../../domain/mandate/holds.ts';
import { money, subtractMoney, type Money } from '../../kernel/money.ts';
import type { BookState } from '../book-state.ts';

/** Where the money of a run stands now. */
export interface RunMoney {
  /** What was held for it; absent when nothing ever was. */
  readonly hold: Hold | undefined;
  /** What the shop has taken, within the hold and beyond it, in the hold's currency. */
  readonly took: Money | null;
  /** What the shop left of the hold; `null` while it is open. */
  readonly returned: Money | null;
  /** What the shop paid back of all that it took. */
  readonly paidBack: Money | null;
  /** Taken beyond what was approved, by transaction. */
  readonly excess: readonly Excess[];
  /** All of that came back. */
  readonly isExcessBack: boolean;
}

/** Reads where the money of a run stands: the shop may still take and give back after the run has ended. */
export function moneyOf({ cards, mandates }: BookState, run: Checkout): RunMoney {
  const hold = run.hold && mandates.get(run.mandateId)?.holds.get(run.hold.id);
  const card = run.cardId && cards.get(run.cardId);
  const excess = card ? Object.values(card.excess) : [];
  const inHold = (of: (hold: Hold, currency: string) => bigint) =>
    hold ? money(of(hold, hold.amount.currency), hold.amount.currency) : null;
  const excessBack = (currency: string) => (card && card.excessRefunded[currency]) ?? 0n;
  const unmatched = (currency: string) => (card ? unmatchedOf(card, currency) : 0n);
  return {
    hold,
    took: inHold(({ posted }, currency) => posted.minor + unmatched(currency) + excessBack(currency)),
    returned: hold && hold.status !== 'open' ? subtractMoney(hold.amount, hold.posted) : null,
    paidBack: inHold(({ refunded }, currency) => refunded.minor + excessBack(currency)),
    excess,
    isExcessBack: excess.every(({ currency }) => unmatched(currency) === 0n),
  };
}
