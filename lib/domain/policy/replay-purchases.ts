import { money, type Money } from '../../kernel/money.ts';
import type { CheckoutId, HoldId } from '../../kernel/ids.ts';
import { evolveMandate } from '../mandate/evolve.ts';
import { Holds } from '../mandate/holds.ts';
import type { Mandate } from '../mandate/state.ts';
import type { MandateTerms } from '../mandate/terms.ts';
import { decidePurchase, type MissionFacts, type Verdict } from './decide-purchase.ts';

/** A purchase that was made, in the facts that policy judged. */
export interface PastPurchase extends MissionFacts {
  readonly holdId: HoldId;
  readonly checkoutId: CheckoutId | null;
  readonly at: number;
  readonly amount: Money;
}

/**
 * Asks of purchases that were made, oldest first, what policy would have said of each under other terms. What it would
 * have denied takes no room from those after it. The wallet is taken to have had the money; the time before the terms
 * begin is taken as theirs, since nobody edits terms to ask only that.
 */
export function replayPurchases(
  mandate: Mandate,
  terms: MandateTerms,
  purchases: readonly PastPurchase[],
): { purchase: PastPurchase; verdict: Verdict }[] {
  const none = money(0n, terms.budget.currency);
  const first = purchases[0]?.at ?? terms.notBefore;
  let replayed: Mandate = {
    ...mandate,
    status: 'active',
    terms: { ...terms, notBefore: Math.min(terms.notBefore, first) },
    seenAt: 0,
    holds: Holds.NONE,
    reserved: none,
    spent: none,
  };
  return purchases.map((purchase) => {
    const { holdId, checkoutId, merchant, amount, category, at } = purchase;
    const verdict = decidePurchase(replayed, {
      ...purchase,
      available: amount,
      knownMerchants: mandate.allowedMerchants,
      now: at,
    });
    if (verdict.verdict !== 'deny') {
      const { mandateId } = terms;
      const reserved = {
        type: 'funds-reserved',
        mandateId,
        holdId,
        checkoutId,
        merchant,
        amount,
        category,
      } as const;
      const posted = {
        type: 'funds-posted',
        mandateId,
        holdId,
        merchant,
        posted: amount,
        released: none,
        authorizationId: '',
      } as const;
      for (const event of [reserved, posted]) replayed = evolveMandate(replayed, event, at) ?? replayed;
    }
    return { purchase, verdict };
  });
}
