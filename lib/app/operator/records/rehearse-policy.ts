import { z } from 'zod';
import type { Checkout } from '../../../domain/checkout/checkout.ts';
import { isPayableAddress, registrableDomainOf, type Scope } from '../../../domain/checkout/scope.ts';
import { balanceOf } from '../../../domain/ledger/balances.ts';
import type { Hold } from '../../../domain/mandate/holds.ts';
import type { Mandate } from '../../../domain/mandate/state.ts';
import { MandateTerms } from '../../../domain/mandate/terms.ts';
import { decidePurchase, type Verdict } from '../../../domain/policy/decide-purchase.ts';
import type { Cart } from '../../../domain/policy/judge-cart.ts';
import { replayPurchases, type PastPurchase } from '../../../domain/policy/replay-purchases.ts';
import { money, type Money } from '../../../kernel/money.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { BookState } from '../../book-state.ts';
import { categoryOf, knownMerchantsOf } from '../../checkout/judge-run.ts';
import { describeDenial } from '../../checkout/refusal-text.ts';

/** Changes to signed terms, by field, to see what they would do. Nothing is drafted or signed. */
export type TermsEdit = Readonly<Record<string, unknown>>;

export interface RehearsedPurchase {
  readonly url: string;
  readonly amount: Money;
  readonly isRecurring: boolean;
  /** What would be bought; without it the goods are not judged. */
  readonly lines: readonly { title: string; quantity: number; amount: Money }[];
}

export interface Rehearsal {
  readonly verdict: Verdict['verdict'];
  /** Codes: why it would be asked about, or why not allowed. */
  readonly reasons: readonly string[];
}

type RehearsalRefusal =
  | { kind: 'unknown_mandate' }
  | { kind: 'invalid_terms' }
  | { kind: 'invalid_merchant' };

/** Who may pay is no term to be tried out. */
const FIXED = ['mandateId', 'agentId', 'version'];
const CHARGES: ReadonlySet<string> = new Set(['shipping', 'tax', 'fee', 'tip']);

function editTerms(mandate: Mandate, edit: TermsEdit): MandateTerms | undefined {
  if (Object.keys(edit).some((field) => FIXED.includes(field))) return undefined;
  const wire = z.encode(MandateTerms, mandate.terms) as Record<string, unknown>;
  const edited = MandateTerms.safeParse({ ...wire, ...edit });
  return edited.success ? edited.data : undefined;
}

function say(verdict: Verdict): Rehearsal {
  if (verdict.verdict === 'allow') return { verdict: 'allow', reasons: [] };
  return verdict.verdict === 'ask'
    ? { verdict: 'ask', reasons: verdict.reasons }
    : { verdict: 'deny', reasons: [describeDenial(verdict.reason).code] };
}

/** Tells what policy would say of a purchase now, under the terms in force or under edited ones. Changes nothing. */
export function rehearsePurchase(
  state: BookState,
  scope: Scope,
  { mandateId, edit, purchase }: { mandateId: string; edit: TermsEdit; purchase: RehearsedPurchase },
  now: number,
): Result<Rehearsal, RehearsalRefusal> {
  const mandate = state.mandates.get(mandateId);
  if (!mandate) return err({ kind: 'unknown_mandate' });
  const terms = editTerms(mandate, edit);
  if (!terms) return err({ kind: 'invalid_terms' });
  const merchant = isPayableAddress(purchase.url, scope) ? registrableDomainOf(purchase.url) : undefined;
  if (!merchant) return err({ kind: 'invalid_merchant' });
  const { amount, isRecurring, lines } = purchase;
  const verdict = decidePurchase(
    { ...mandate, terms },
    {
      merchant,
      host: new URL(purchase.url).hostname,
      category: categoryOf(state, merchant),
      isRecurring,
      isPayeeUnproven: false,
      isCurrencyAssumed: false,
      cart: lines.length === 0 ? 'unread' : { total: amount, lines, charges: [] },
      amount,
      available: balanceOf(state.balances, 'wallet:available', amount.currency),
      knownMerchants: knownMerchantsOf(state, mandateId),
      now,
    },
  );
  return ok(say(verdict));
}

function cartOf({ intent }: Checkout): Cart | 'unread' {
  if (!intent) return 'unread';
  const charges = intent.amounts.flatMap(({ kind, amount }) => (CHARGES.has(kind) && amount ? [amount] : []));
  return { total: intent.total, lines: intent.lines, charges };
}

function pastPurchaseOf(state: BookState, hold: Hold): PastPurchase {
  const checkout = hold.checkoutId === null ? undefined : state.checkouts.get(hold.checkoutId);
  return {
    holdId: hold.id,
    checkoutId: hold.checkoutId,
    at: hold.at,
    merchant: hold.merchant,
    host: checkout ? new URL(checkout.url).hostname : null,
    category: hold.category,
    amount: hold.status === 'posted' ? hold.posted : hold.amount,
    isRecurring: checkout?.intent?.isRecurring ?? false,
    // It was said, or asked about, when it was paid.
    isPayeeUnproven: false,
    isCurrencyAssumed: false,
    cart: checkout ? cartOf(checkout) : 'unread',
  };
}

export interface ReplayedRow extends Rehearsal {
  readonly checkoutId: string | null;
  readonly at: number;
  readonly merchant: string;
  readonly amount: Money;
}

/** Replays the last purchases of a mandate against edited terms, oldest first: which would have been asked or denied. */
export function replayMandate(
  state: BookState,
  { mandateId, edit, last }: { mandateId: string; edit: TermsEdit; last: number },
): Result<{ rows: ReplayedRow[]; changed: number; total: Money }, RehearsalRefusal> {
  const mandate = state.mandates.get(mandateId);
  if (!mandate) return err({ kind: 'unknown_mandate' });
  const terms = editTerms(mandate, edit);
  if (!terms) return err({ kind: 'invalid_terms' });
  const purchases = mandate.holds
    .values()
    .filter(({ status, posted }) => status === 'open' || posted.minor > 0n)
    .sort((a, b) => a.at - b.at)
    .slice(-last)
    .map((hold) => pastPurchaseOf(state, hold));
  const rows = replayPurchases(mandate, terms, purchases).map(({ purchase, verdict }) => {
    const { checkoutId, at, merchant, amount } = purchase;
    return { checkoutId, at, merchant, amount, ...say(verdict) };
  });
  const allowed = rows.filter(({ verdict }) => verdict !== 'deny');
  const sum = allowed.reduce((total, { amount }) => total + amount.minor, 0n);
  return ok({
    rows,
    changed: rows.length - rows.filter(({ verdict }) => verdict === 'allow').length,
    total: money(sum, terms.budget.currency),
  });
}
