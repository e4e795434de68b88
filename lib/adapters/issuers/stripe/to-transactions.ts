import { money } from '../../../kernel/money.ts';
import type { IssuerTransaction } from '../../../ports/card-issuer.ts';
import type { StripeAuthorization, StripeTransaction } from './stripe-answers.ts';

type Row = IssuerTransaction & { readonly created: number };

const sumOf = (rows: readonly StripeTransaction[], type: StripeTransaction['type']) =>
  rows.filter((row) => row.type === type).reduce((sum, { amount }) => sum + Math.abs(amount), 0);

function statusOf({ approved, status }: StripeAuthorization, captured: number): IssuerTransaction['status'] {
  if (!approved) return 'declined';
  if (status === 'pending') return 'pending';
  if (captured > 0) return 'settled';
  return status === 'expired' ? 'expired' : 'voided';
}

function merchantOf({ merchant_data: { name, category_code } }: StripeAuthorization | StripeTransaction) {
  return {
    merchantDescriptor: name ?? '',
    ...(category_code != null && category_code !== '' && { merchantCategory: category_code }),
  };
}

function fromAuthorization(authorization: StripeAuthorization, own: readonly StripeTransaction[]): Row {
  const { id, created, amount, currency, approved, request_history: requests } = authorization;
  // `amount` shrinks with a reversal; what was approved once is in the history.
  const asked = requests.filter((request) => request.approved === approved).map((request) => request.amount);
  // All parts of one row are in one currency: the card's.
  const parts = own.filter((row) => row.currency === currency);
  const captured = sumOf(parts, 'capture');
  return {
    id,
    created,
    kind: 'debit',
    status: statusOf(authorization, captured),
    authorized: money(Math.max(amount, ...asked), currency),
    captured: money(captured, currency),
    refunded: money(sumOf(parts, 'refund'), currency),
    ...merchantOf(authorization),
    declineReason: approved ? '' : (requests.at(-1)?.reason ?? 'declined'),
  };
}

/** A transaction that belongs to no authorization: a forced capture, or a refund of its own. */
function fromUnlinked(transaction: StripeTransaction): Row {
  const { id, created, type, currency } = transaction;
  const minor = Math.abs(transaction.amount);
  const isCredit = type === 'refund';
  return {
    id,
    created,
    kind: isCredit ? 'credit' : 'debit',
    status: 'settled',
    authorized: money(0, currency),
    captured: money(isCredit ? 0 : minor, currency),
    refunded: money(isCredit ? minor : 0, currency),
    ...merchantOf(transaction),
    declineReason: '',
  };
}

/**
 * Puts Stripe's two lists, both newest first, together as rows of the card, newest last. A transaction whose
 * authorization is not in the list counts as one of its own: money is never left out.
 */
export function toTransactions(
  authorizations: readonly StripeAuthorization[],
  transactions: readonly StripeTransaction[],
): IssuerTransaction[] {
  const known = new Set(authorizations.map(({ id }) => id));
  const ownerOf = ({ authorization }: StripeTransaction) => {
    const id = typeof authorization === 'object' ? authorization?.id : authorization;
    return id !== undefined && known.has(id) ? id : undefined;
  };
  const rows = [
    ...authorizations.toReversed().map((one) =>
      fromAuthorization(
        one,
        transactions.filter((row) => ownerOf(row) === one.id),
      ),
    ),
    ...transactions
      .toReversed()
      .filter((row) => ownerOf(row) === undefined)
      .map(fromUnlinked),
  ];
  // Stripe tells whole seconds; what fell into the same one stays with the authorizations first.
  return rows.sort((a, b) => a.created - b.created).map(({ created: _, ...row }) => row);
}
