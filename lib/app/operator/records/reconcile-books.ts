import { unmatchedOf, type Card } from '../../../domain/card/card.ts';
import {
  reconcileCard,
  type BookedCard,
  type ReconcileFinding,
} from '../../../domain/card/reconcile-card.ts';
import { money, type Money } from '../../../kernel/money.ts';
import type { BookState } from '../../book-state.ts';
import type { Kit } from '../../kit.ts';

export interface ReconciledRow {
  readonly cardId: string;
  readonly last4: string;
  readonly checkoutId: string | null;
  readonly merchant: string;
  readonly page: { readonly orderRef: string; readonly total: Money } | null;
  /** `null` when the issuer could not be asked. */
  readonly issuer: { readonly authorized: Money; readonly captured: Money; readonly refunded: Money } | null;
  readonly ledger: {
    readonly held: Money;
    readonly posted: Money;
    readonly refunded: Money;
    readonly unmatched: Money;
    readonly credits: Money;
  };
  readonly findings: readonly (ReconcileFinding | 'issuer_not_asked')[];
}

export interface Reconciliation {
  readonly at: number;
  readonly rows: readonly ReconciledRow[];
  /** Rows where money is not where it was approved to be, and rows for which the issuer gave no answer. */
  readonly toLookInto: number;
  readonly notAsked: number;
}

/** Findings that say that money was taken, or came, otherwise than the operator approved. */
const MONEY_ASTRAY: readonly ReconcileFinding[] = ['drift', 'in_suspense', 'captured_more_than_shown'];

function bookedOf(state: BookState, card: Card): BookedCard | undefined {
  const hold = state.mandates.get(card.mandateId)?.holds.get(card.holdId);
  if (!hold) return undefined;
  const { currency } = hold.amount;
  return {
    currency,
    held: hold.amount.minor,
    isHoldOpen: hold.status === 'open',
    posted: hold.posted.minor,
    refunded: hold.refunded.minor,
    unmatched: unmatchedOf(card, currency),
    credits: card.credits[currency] ?? 0n,
  };
}

/** Matches page, issuer and ledger for the newest cards, one row each. Asks the issuer and changes nothing. */
export async function reconcileBooks(kit: Kit, limit: number): Promise<Reconciliation> {
  const cards = kit.book
    .state()
    .cards.values()
    .filter(({ issuerToken }) => issuerToken !== undefined)
    .slice(-limit)
    .reverse();
  const rows: ReconciledRow[] = [];
  for (const card of cards) {
    const row = await reconcileOne(kit, card);
    if (row) rows.push(row);
  }
  const having = (found: readonly ReconciledRow['findings'][number][]) =>
    rows.filter(({ findings }) => findings.some((one) => found.includes(one))).length;
  return {
    at: kit.clock.now(),
    rows,
    toLookInto: having(MONEY_ASTRAY),
    notAsked: having(['issuer_not_asked']),
  };
}

async function reconcileOne(kit: Kit, { id, issuerToken }: Card): Promise<ReconciledRow | undefined> {
  const told = await kit.issuer.transactionsOf(issuerToken!);
  // The books may have moved while the issuer was asked.
  const state = kit.book.state();
  const card = state.cards.get(id)!;
  const booked = bookedOf(state, card);
  if (!booked) return undefined;
  const checkout = card.checkoutId ? state.checkouts.get(card.checkoutId) : undefined;
  const total = checkout?.receipt?.amount ?? checkout?.intent?.total;
  const orderRef = checkout?.receipt?.orderRef ?? checkout?.confirmation?.orderRef;
  const page = total && orderRef !== undefined ? { orderRef, total } : undefined;
  const amount = (minor: bigint) => money(minor, booked.currency);
  const compared = told.ok
    ? reconcileCard({
        rows: told.value,
        booked,
        page,
        merchant: card.merchant,
        categories: state.mandates.get(card.mandateId)?.terms.categories.map(({ code }) => code) ?? [],
      })
    : undefined;
  return {
    cardId: card.id,
    last4: card.last4 ?? '',
    checkoutId: card.checkoutId ?? null,
    merchant: card.merchant,
    page: page ?? null,
    issuer: compared
      ? {
          authorized: amount(compared.authorized),
          captured: amount(compared.captured),
          refunded: amount(compared.refunded),
        }
      : null,
    ledger: {
      held: amount(booked.isHoldOpen ? booked.held : 0n),
      posted: amount(booked.posted),
      refunded: amount(booked.refunded),
      unmatched: amount(booked.unmatched),
      credits: amount(booked.credits),
    },
    findings: compared ? compared.findings : ['issuer_not_asked'],
  };
}
