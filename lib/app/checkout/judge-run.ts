import { balanceOf } from '../../domain/ledger/balances.ts';
import type { Checkout } from '../../domain/checkout/checkout.ts';
import { saysRecurring } from '../../domain/checkout/build-intent.ts';
import type { FoundCheckout, SeenFrame } from '../../domain/checkout/find-checkout.ts';
import {
  askReasonsFor,
  decidePurchase,
  judgeMission,
  type AskReason,
  type DenyReason,
  type MissionFacts,
  type Verdict,
} from '../../domain/policy/decide-purchase.ts';
import type { Cart } from '../../domain/policy/judge-cart.ts';
import { isMoreThan, type Money } from '../../kernel/money.ts';
import type { BookState } from '../book-state.ts';
import { cardOf, isGiven } from '../checkout-step.ts';

/** What the issuer last called a merchant; `null` before it was first paid. */
export function categoryOf(state: BookState, merchant: string): string | null {
  return state.categories.get(merchant) ?? null;
}

/** Merchants that need no question under a mandate: those about which the operator said "always". */
export function knownMerchantsOf(state: BookState, mandateId: string): readonly string[] {
  return state.mandates.get(mandateId)?.allowedMerchants ?? [];
}

/** Tells whether the operator has approved, under this mandate, a payment here in this currency, though the page named none. */
function isCurrencyKnown(
  { shopCurrencies }: BookState,
  mandateId: string,
  { merchant, total }: FoundCheckout,
): boolean {
  return shopCurrencies.get(`${mandateId}|${merchant}`) === total.currency;
}

const CHARGES: ReadonlySet<string> = new Set(['shipping', 'tax', 'fee', 'tip']);

function cartOf(found: FoundCheckout, top: SeenFrame): Cart {
  const { lines, amounts } = top.reading;
  return {
    total: found.total,
    lines: lines.map(({ title, quantity, amount }) => ({ title, quantity, amount })),
    charges: amounts.flatMap(({ kind, source, amount }) =>
      CHARGES.has(kind) && source === 'visible' && amount ? [amount] : [],
    ),
  };
}

/** What a read page offers, in the facts that policy judges. */
export function missionOf(
  state: BookState,
  mandateId: string,
  found: FoundCheckout,
  top: SeenFrame,
): MissionFacts {
  return {
    merchant: found.merchant,
    host: found.merchantHost,
    category: categoryOf(state, found.merchant),
    isRecurring: saysRecurring(top.reading),
    isPayeeUnproven: found.isPayeeUnproven,
    isCurrencyAssumed: found.isCurrencyAssumed && !isCurrencyKnown(state, mandateId, found),
    cart: cartOf(found, top),
  };
}

/** Asks policy about a purchase that still needs its money, in a given state of the books. */
export function judgePurchase(
  state: BookState,
  checkout: Checkout,
  mission: MissionFacts,
  amount: Money,
  now: number,
): Verdict {
  return decidePurchase(state.mandates.get(checkout.mandateId), {
    ...mission,
    amount,
    available: balanceOf(state.balances, 'wallet:available', amount.currency),
    knownMerchants: knownMerchantsOf(state, checkout.mandateId),
    now,
  });
}

/**
 * Judges a run whose money is held already: what it buys may have moved since. Gives why the operator is asked. Of a card
 * that the agent made ahead the shop may take all that it is locked to, so that is what is asked about.
 */
export function judgeHeldRun(
  state: BookState,
  checkout: Checkout,
  mission: MissionFacts,
  total: Money,
): { refusal: DenyReason } | { asks: AskReason[] } {
  const card = cardOf(state, checkout);
  const amount = isGiven(checkout, card) && isMoreThan(card.limit, total) ? card.limit : total;
  const terms = state.mandates.get(checkout.mandateId)?.terms;
  if (!terms) return { refusal: { kind: 'unknown_mandate' } };
  const refusal = judgeMission(terms, mission);
  if (refusal) return { refusal };
  const knownMerchants = knownMerchantsOf(state, checkout.mandateId);
  const asks = askReasonsFor(terms, { ...mission, amount, knownMerchants });
  return asks.length > 0 && terms.quiet ? { refusal: { kind: 'would_ask', reasons: asks } } : { asks };
}
