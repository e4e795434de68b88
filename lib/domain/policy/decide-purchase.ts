import { isMoreThan, type Money } from '../../kernel/money.ts';
import type { CheckoutId, HoldId } from '../../kernel/ids.ts';
import { decideMandate } from '../mandate/mandate.ts';
import type { Mandate, MandateRefusal } from '../mandate/state.ts';
import type { MandateTerms } from '../mandate/terms.ts';
import { judgeCart, type Cart, type CartRefusal } from './judge-cart.ts';

/** Bumped when the rules below change; every ledger entry names it. */
export const POLICY_VERSION = 4;

/** What is bought and from whom, in structured facts only. No free text of an agent or a page can widen them. */
export interface MissionFacts {
  /** Registrable domain of the page that asks. */
  readonly merchant: string;
  /** Its whole host; `null` when only the merchant is known yet, and an exact host cannot be judged. */
  readonly host: string | null;
  /** The issuer's category code of the merchant, from its own records; `null` while it has none. */
  readonly category: string | null;
  readonly isRecurring: boolean;
  /** The card is given to a provider's own page to which no page of the merchant led: its payee may be anybody. */
  readonly isPayeeUnproven: boolean;
  /** The price's currency is the mandate's because the page says none, and no operator has said so of this shop. */
  readonly isCurrencyAssumed: boolean;
  /** `unread` before a page was read. What was read is judged, whether or not anything was found. */
  readonly cart: Cart | 'unread';
}

/** A purchase: a mission, its price and the state of the wallet. */
export interface PurchaseFacts extends MissionFacts {
  readonly amount: Money;
  /** What the wallet could still reserve, in the amount's currency. */
  readonly available: Money;
  /** Registrable domains that need no question under this mandate. */
  readonly knownMerchants: readonly string[];
  readonly now: number;
}

export type MissionRefusal =
  | CartRefusal
  | { kind: 'merchant_not_in_mandate'; merchant: string; allowed: readonly string[] }
  | { kind: 'category_not_in_mandate'; category: string; allowed: readonly string[] }
  | { kind: 'recurring_not_allowed' };

export type DenyReason =
  | MandateRefusal
  | MissionRefusal
  | { kind: 'would_ask'; reasons: readonly AskReason[] }
  | { kind: 'insufficient_funds'; available: Money; asked: Money };

export type AskReason =
  | 'above_ask_limit'
  | 'new_merchant'
  | 'unproven_payee'
  | 'unknown_category'
  | 'assumed_currency'
  | 'always_ask'
  | 'changed';

export type Verdict =
  | { verdict: 'allow' }
  | { verdict: 'ask'; reasons: readonly AskReason[] }
  | { verdict: 'deny'; reason: DenyReason };

/**
 * Decides a purchase under a mandate: allow, ask the operator, or deny with the first reason. Pure: the same facts
 * give the same verdict, and nothing that is not a fact here can change it (RELIABILITY §3, 33).
 */
export function decidePurchase(mandate: Mandate | undefined, facts: PurchaseFacts): Verdict {
  const deny = (reason: DenyReason): Verdict => ({ verdict: 'deny', reason });
  const reservation = decideMandate(
    mandate,
    {
      type: 'reserve',
      holdId: 'hold_dryrun' as HoldId,
      checkoutId: 'chk_dryrun' as CheckoutId,
      merchant: facts.merchant,
      amount: facts.amount,
      category: facts.category,
    },
    { now: facts.now },
  );
  if (!mandate || !reservation.ok)
    return deny(reservation.ok ? { kind: 'unknown_mandate' } : reservation.error);
  const offMission = judgeMission(mandate.terms, facts);
  if (offMission) return deny(offMission);
  if (isMoreThan(facts.amount, facts.available))
    return deny({ kind: 'insufficient_funds', available: facts.available, asked: facts.amount });
  const reasons = askReasonsFor(mandate.terms, facts);
  if (reasons.length === 0) return { verdict: 'allow' };
  return mandate.terms.quiet ? deny({ kind: 'would_ask', reasons }) : { verdict: 'ask', reasons };
}

/** Tells whether the terms name a shop: by its registrable domain, or by exactly this host. */
export function isNamedMerchant(
  { merchants, hosts }: Pick<MandateTerms, 'merchants' | 'hosts'>,
  { merchant, host }: Pick<MissionFacts, 'merchant' | 'host'>,
): boolean {
  if (merchants.includes(merchant)) return true;
  // Before a page was opened only the domain is known: what it cannot be is refused, the rest is judged on the page.
  return host === null
    ? hosts.some((one) => one === merchant || one.endsWith(`.${merchant}`))
    : hosts.includes(host);
}

/** Tells whether terms leave the choice of merchants to questions. */
export function isOpenToAnyMerchant({
  merchants,
  hosts,
}: Pick<MandateTerms, 'merchants' | 'hosts'>): boolean {
  return merchants.length === 0 && hosts.length === 0;
}

/** Judges what is bought and from whom, whatever it costs. */
export function judgeMission(terms: MandateTerms, facts: MissionFacts): MissionRefusal | undefined {
  if (!isOpenToAnyMerchant(terms) && !isNamedMerchant(terms, facts)) {
    const { merchant, host } = facts;
    const allowed = [...terms.merchants, ...terms.hosts];
    const asked = terms.merchants.length === 0 ? (host ?? merchant) : merchant;
    return { kind: 'merchant_not_in_mandate', merchant: asked, allowed };
  }
  const codes = terms.categories.map(({ code }) => code);
  if (codes.length > 0 && facts.category !== null && !codes.includes(facts.category))
    return { kind: 'category_not_in_mandate', category: facts.category, allowed: codes };
  if (facts.isRecurring && !terms.recurring) return { kind: 'recurring_not_allowed' };
  return facts.cart === 'unread' ? undefined : judgeCart(terms.products, facts.cart);
}

/** Why the operator is asked about a purchase that the mandate allows; empty inside its silent limits. */
export function askReasonsFor(
  terms: MandateTerms,
  facts: Pick<
    PurchaseFacts,
    'merchant' | 'amount' | 'knownMerchants' | 'category' | 'isPayeeUnproven' | 'isCurrencyAssumed'
  >,
): AskReason[] {
  const { askAbove, alwaysAsk, categories } = terms;
  const isNew = isOpenToAnyMerchant(terms) && !facts.knownMerchants.includes(facts.merchant);
  return [
    ...(isNew ? (['new_merchant'] as const) : []),
    ...(askAbove && isMoreThan(facts.amount, askAbove) ? (['above_ask_limit'] as const) : []),
    ...(facts.isPayeeUnproven ? (['unproven_payee'] as const) : []),
    ...(categories.length > 0 && facts.category === null ? (['unknown_category'] as const) : []),
    ...(facts.isCurrencyAssumed ? (['assumed_currency'] as const) : []),
    ...(alwaysAsk ? (['always_ask'] as const) : []),
  ];
}
