import { money } from '../../../kernel/money.ts';
import type { IssuerTransaction } from '../../../ports/card-issuer.ts';
import type { LithicTransaction } from './lithic-answers.ts';

const STATUS: Readonly<Record<LithicTransaction['status'], IssuerTransaction['status']>> = {
  PENDING: 'pending',
  SETTLED: 'settled',
  VOIDED: 'voided',
  DECLINED: 'declined',
  EXPIRED: 'expired',
};

/** Sums the parts of a row that were cleared or returned; Lithic's `settled_amount` is what is left of both. */
function sumOf(row: LithicTransaction, types: readonly string[]): number {
  return row.events
    .filter(({ type, detailed_results: results }) => types.includes(type ?? '') && results[0] === 'APPROVED')
    .reduce((sum, { amount }) => sum + Math.abs(amount ?? 0), 0);
}

/** Reads a row. A refund is a row of its own, with amounts below zero, or an event inside the row it belongs to. */
export function toTransaction(row: LithicTransaction): IssuerTransaction {
  const { currency } = row.amounts.settlement;
  const status = STATUS[row.status];
  const size = row.authorization_amount ?? Math.min(row.settled_amount, 0);
  const isCredit = size < 0;
  const returned = sumOf(row, ['RETURN']);
  const cleared = sumOf(row, ['CLEARING']);
  const refunded = isCredit ? (status === 'settled' ? Math.abs(row.settled_amount) : 0) : returned;
  return {
    id: row.token,
    kind: isCredit ? 'credit' : 'debit',
    status,
    authorized: money(isCredit ? 0 : size, currency),
    // Never less than what is left of it: a row without events still says what was taken.
    captured: money(isCredit ? 0 : Math.max(cleared, row.settled_amount + returned, 0), currency),
    refunded: money(refunded, currency),
    merchantDescriptor: row.merchant.descriptor,
    ...(row.merchant.mcc !== undefined && { merchantCategory: row.merchant.mcc }),
    declineReason: status === 'declined' ? (row.events[0]?.detailed_results[0] ?? row.result) : '',
  };
}
