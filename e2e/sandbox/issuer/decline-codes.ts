import type { Transaction } from 'lithic/resources/transactions';

/** Lithic's fine-grained outcome of a transaction event. */
export type DetailedResult = Transaction.Event['detailed_results'][number];
/** Lithic's coarse outcome. */
type TransactionResult = Transaction['result'];

const COARSE: Partial<Record<DetailedResult, TransactionResult>> = {
  APPROVED: 'APPROVED',
  CARD_CLOSED: 'CARD_CLOSED',
  CARD_PAUSED: 'CARD_PAUSED',
  CARD_SPEND_LIMIT_EXCEEDED: 'USER_TRANSACTION_LIMIT',
  SINGLE_USE_CARD_REATTEMPTED: 'SINGLE_USE_RECHARGED',
  INSUFFICIENT_FUNDS: 'INSUFFICIENT_FUNDS',
  CARD_SECURITY_CODE_INCORRECT: 'INVALID_CARD_DETAILS',
  CARD_EXPIRY_DATE_INCORRECT: 'INVALID_CARD_DETAILS',
  SUSPECTED_FRAUD: 'SUSPECTED_FRAUD',
  UNAUTHORIZED_MERCHANT: 'UNAUTHORIZED_MERCHANT',
};

/** Gives the coarse result that goes with a detailed one. */
export function coarseResult(detailed: DetailedResult): TransactionResult {
  return COARSE[detailed] ?? 'DECLINED';
}

/** Reads a scripted decline; a code that Lithic does not have declines as `DECLINED`. */
export function scriptedDecline(code: string): DetailedResult {
  const scriptable: readonly DetailedResult[] = [
    'CARD_CLOSED',
    'CARD_PAUSED',
    'CARD_SPEND_LIMIT_EXCEEDED',
    'INSUFFICIENT_FUNDS',
    'CARD_SECURITY_CODE_INCORRECT',
    'CARD_EXPIRY_DATE_INCORRECT',
    'CARD_RESTRICTED',
    'DO_NOT_HONOR',
    'SUSPECTED_FRAUD',
    'UNAUTHORIZED_MERCHANT',
    'MERCHANT_NOT_PERMITTED',
    'CONTACT_CARD_ISSUER',
  ];
  return scriptable.find((one) => one === code) ?? 'DECLINED';
}
