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

const sizeOf = (row: LithicTransaction) => row.authorization_amount ?? row.settled_amount;

/** Tells whether a row takes money from the card. Refunds are rows of their own, with amounts below zero. */
export function isDebit(row: LithicTransaction): boolean {
  return sizeOf(row) >= 0;
}

/** Reads a debit row. What was refunded inside it never makes the captured amount negative. */
export function toTransaction(row: LithicTransaction): IssuerTransaction {
  const { currency } = row.amounts.settlement;
  const status = STATUS[row.status];
  return {
    id: row.token,
    status,
    authorized: money(sizeOf(row), currency),
    captured: money(Math.max(row.settled_amount, 0), currency),
    merchantDescriptor: row.merchant.descriptor,
    declineReason: status === 'declined' ? (row.events[0]?.detailed_results[0] ?? row.result) : '',
  };
}
