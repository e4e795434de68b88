import { isTerminal, type Checkout } from '../../../domain/checkout/checkout.ts';
import type { BookState } from '../../book-state.ts';
import { moneyOf } from '../money-of-run.ts';

/**
 * Where the money of a run stands: nothing moved, the shop has not collected yet, or it has; it gave the payment up
 * before it collected anything, or paid back some of it, or all. `excess`: it took more than was approved, and keeps it.
 */
export type Settlement = 'none' | 'open' | 'settled' | 'reversed' | 'partly_refunded' | 'refunded' | 'excess';

function settlementOf(state: BookState, checkout: Checkout): Settlement {
  const { hold, isExcessBack } = moneyOf(state, checkout);
  const isPaid = checkout.status === 'succeeded';
  if (!isExcessBack) return 'excess';
  if (!hold || hold.status === 'open') return isPaid ? 'open' : 'none';
  if (hold.posted.minor === 0n) return isPaid ? 'reversed' : 'none';
  if (hold.refunded.minor === 0n) return 'settled';
  return hold.refunded.minor < hold.posted.minor ? 'partly_refunded' : 'refunded';
}

function viewRow(state: BookState, checkout: Checkout) {
  const card = checkout.cardId && state.cards.get(checkout.cardId);
  return {
    id: checkout.id,
    at: checkout.steps.at(-1)?.at ?? 0,
    status: checkout.status,
    isOver: isTerminal(checkout),
    merchant: checkout.merchant ?? '',
    agentName: state.agents.get(checkout.agentId)?.name ?? '',
    workflow: checkout.workflow,
    amount: checkout.receipt?.amount ?? checkout.intent?.total ?? null,
    settlement: settlementOf(state, checkout),
    orderRef: checkout.receipt?.orderRef ?? '',
    last4: (card && card.last4) ?? '',
    reasonCode: checkout.reason?.code ?? '',
  };
}

type Row = ReturnType<typeof viewRow>;

const textOf = (row: Row) =>
  [row.merchant, row.agentName, row.workflow, row.orderRef, row.last4, row.status, row.reasonCode, row.id]
    .join('\n')
    .toLowerCase();

/** Lists runs, newest first, whose shop, agent, workflow, order, card, state or reason contain every word of a search. */
export function listActivity(
  state: BookState,
  { search, offset, limit }: { search: string; offset: number; limit: number },
): { total: number; rows: Row[] } {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const newestFirst = state.checkouts.values().reverse();
  if (words.length === 0) {
    const page = newestFirst.slice(offset, offset + limit).map((checkout) => viewRow(state, checkout));
    return { total: newestFirst.length, rows: page };
  }
  const found = newestFirst
    .map((checkout) => viewRow(state, checkout))
    .filter((row) => {
      const text = textOf(row);
      return words.every((word) => text.includes(word));
    });
  return { total: found.length, rows: found.slice(offset, offset + limit) };
}
