import { isMoreThan, type Money } from '../../kernel/money.ts';
import { decideMandate, type Mandate, type MandateRefusal } from '../mandate/mandate.ts';
import type { CheckoutId, HoldId } from '../../kernel/ids.ts';

/** Bumped when the rules below change; every ledger entry names it. */
export const POLICY_VERSION = 1;

/** What a purchase is, in structured facts only. No free text of an agent or a page takes part. */
export interface PurchaseFacts {
  readonly merchant: string;
  readonly amount: Money;
  readonly isRecurring: boolean;
  /** What the wallet could still reserve, in the amount's currency. */
  readonly available: Money;
  /** Registrable domains that the operator has approved a payment to under this mandate. */
  readonly knownMerchants: readonly string[];
  readonly now: number;
}

export type DenyReason =
  | MandateRefusal
  | { kind: 'merchant_not_in_mandate'; merchant: string; allowed: readonly string[] }
  | { kind: 'recurring_not_allowed' }
  | { kind: 'insufficient_funds'; available: Money; asked: Money };

export type AskReason = 'above_ask_limit' | 'new_merchant';

export type Verdict =
  | { verdict: 'allow' }
  | { verdict: 'ask'; reasons: readonly AskReason[] }
  | { verdict: 'deny'; reason: DenyReason };

/**
 * Decides a purchase under a mandate: allow, ask the operator, or deny with the first reason. Pure: the same facts
 * give the same verdict, and nothing that is not a fact here can change it (RELIABILITY §3, 33).
 */
export function decidePurchase(mandate: Mandate | undefined, facts: PurchaseFacts): Verdict {
  const reservation = decideMandate(
    mandate,
    {
      type: 'reserve',
      holdId: 'hold_dryrun' as HoldId,
      checkoutId: 'chk_dryrun' as CheckoutId,
      merchant: facts.merchant,
      amount: facts.amount,
    },
    { now: facts.now },
  );
  if (!mandate || !reservation.ok) {
    return { verdict: 'deny', reason: reservation.ok ? { kind: 'unknown_mandate' } : reservation.error };
  }
  const { merchants } = mandate.terms;
  if (merchants.length > 0 && !merchants.includes(facts.merchant)) {
    return {
      verdict: 'deny',
      reason: { kind: 'merchant_not_in_mandate', merchant: facts.merchant, allowed: merchants },
    };
  }
  if (facts.isRecurring) return { verdict: 'deny', reason: { kind: 'recurring_not_allowed' } };
  if (isMoreThan(facts.amount, facts.available)) {
    return {
      verdict: 'deny',
      reason: { kind: 'insufficient_funds', available: facts.available, asked: facts.amount },
    };
  }
  const reasons = askReasonsFor(mandate, facts);
  return reasons.length > 0 ? { verdict: 'ask', reasons } : { verdict: 'allow' };
}

/** Why the operator is asked about a purchase that the mandate allows; empty inside its silent limits. */
export function askReasonsFor(
  mandate: Mandate,
  facts: Pick<PurchaseFacts, 'merchant' | 'amount' | 'knownMerchants'>,
): AskReason[] {
  const { merchants, askAbove } = mandate.terms;
  return [
    ...(merchants.length === 0 && !facts.knownMerchants.includes(facts.merchant)
      ? (['new_merchant'] as const)
      : []),
    ...(askAbove && isMoreThan(facts.amount, askAbove) ? (['above_ask_limit'] as const) : []),
  ];
}
