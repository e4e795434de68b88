import { exponentOf, isMoreThan, money, type Money } from '../../kernel/money.ts';

/** What happened on a card at the network, as the issuer tells it now; the amounts only ever grow. */
export interface CardTransaction {
  readonly id: string;
  /** A `credit` is a row of its own that brings money back; what it pays back is in `refunded`. */
  readonly kind: 'debit' | 'credit';
  readonly status: 'declined' | 'pending' | 'settled' | 'voided' | 'expired';
  /** What was authorized (or asked for, when declined). Zero when a capture came without an authorization. */
  readonly authorized: Money;
  /** What was captured so far. */
  readonly captured: Money;
  /** What came back so far. */
  readonly refunded: Money;
  readonly merchantDescriptor: string;
  /** ISO 18245 category code, where the network told one. */
  readonly merchantCategory?: string;
  /** The issuer's decline code; empty unless declined. */
  readonly declineReason: string;
}

/** What issuers call the decline of a card that is not active: Lithic's word, and Stripe's. */
const WHILE_INACTIVE = /^(CARD_PAUSED|card_inactive)$/;

/**
 * Tells whether a row is the decline of a payment of ours. Pay is pressed with an armed card only: whoever was declined
 * because it slept had read it from the page before, and says nothing of our payment.
 */
export function isOwnDecline({ status, declineReason }: CardTransaction): boolean {
  return status === 'declined' && !WHILE_INACTIVE.test(declineReason);
}

/**
 * Tells whether a row only asks whether the card lives: at most one major unit, less than the purchase that is
 * expected, and nothing captured. It is no payment and does not use the card up.
 */
export function isVerification(row: CardTransaction, expected: Money): boolean {
  if (row.kind !== 'debit' || row.captured.minor > 0n) return false;
  const { minor, currency } = row.authorized;
  const most = money(10n ** BigInt(exponentOf(currency)), currency);
  if (isMoreThan(row.authorized, most)) return false;
  return minor === 0n || currency !== expected.currency || minor < expected.minor;
}

/** Tells whether a row is a payment that the issuer approved, whatever became of it since. */
export function isApprovedPurchase(row: CardTransaction, expected: Money): boolean {
  // Money that was taken without an authorization is never a payment of ours.
  const wasAuthorized = row.kind === 'debit' && row.status !== 'declined' && row.authorized.minor > 0n;
  return wasAuthorized && !isVerification(row, expected);
}

/** Tells whether an approved payment may still take money, or has. */
export function isStanding(row: CardTransaction, expected: Money): boolean {
  return isApprovedPurchase(row, expected) && (row.status === 'pending' || row.captured.minor > 0n);
}

/** The card's one payment: the authorization that was recorded, else the first that the issuer approved. */
export function purchaseOf(
  rows: readonly CardTransaction[],
  expected: Money,
  authorizationId: string | undefined,
): CardTransaction | undefined {
  return (
    rows.find(({ id }) => id === authorizationId) ??
    rows.find((row) => isStanding(row, expected)) ??
    rows.find((row) => isApprovedPurchase(row, expected))
  );
}
