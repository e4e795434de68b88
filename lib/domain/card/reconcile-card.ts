import type { Money } from '../../kernel/money.ts';
import type { CardTransaction } from './transaction.ts';

/** What the books have of one card, in minor units of its currency. */
export interface BookedCard {
  readonly currency: string;
  readonly held: bigint;
  readonly isHoldOpen: boolean;
  readonly posted: bigint;
  readonly refunded: bigint;
  /** Taken without a hold that stands for it, less what came back of that. */
  readonly unmatched: bigint;
  /** Came back for nothing known. */
  readonly credits: bigint;
}

/** What the merchant's page said. */
export interface PageClaim {
  readonly orderRef: string;
  readonly total: Money;
}

/**
 * `drift` is what nothing explains: the issuer's sum is not the books'. All others are explained and worth a look:
 * no issuer locks a card to a shop, so what was charged where is compared here.
 */
export type ReconcileFinding =
  | 'drift'
  | 'in_suspense'
  | 'authorized_other_amount'
  | 'captured_more_than_shown'
  | 'no_order_reference'
  | 'paid_without_confirmation'
  | 'confirmed_without_payment'
  | 'waiting_for_capture'
  | 'descriptor_unlike_shop'
  | 'category_outside_mandate';

export interface ReconciledCard {
  readonly authorized: bigint;
  readonly captured: bigint;
  readonly refunded: bigint;
  /** Issuer less books. */
  readonly drift: bigint;
  readonly findings: readonly ReconcileFinding[];
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Tells whether a descriptor names a shop: one of its words is in the domain, or the domain's name is in it. */
function isNamedBy(descriptor: string, domain: string): boolean {
  const name = lettersOf(domain.split('.')[0] ?? '');
  const words = descriptor.split(/[^\p{L}\p{N}]+/u).map(lettersOf);
  return (
    (name.length > 0 && lettersOf(descriptor).includes(name)) ||
    words.some((word) => word.length > 3 && name.includes(word))
  );
}

/** Compares the three accounts of one card: what the page said, what the issuer did and what the books say. */
export function reconcileCard({
  rows,
  booked,
  page,
  merchant,
  categories,
}: {
  rows: readonly CardTransaction[];
  booked: BookedCard;
  page: PageClaim | undefined;
  merchant: string;
  /** Those of the mandate; empty means any. */
  categories: readonly string[];
}): ReconciledCard {
  const own = rows.filter((row) => row.status !== 'declined' && row.captured.currency === booked.currency);
  const sum = (of: (row: CardTransaction) => bigint) => own.reduce((total, row) => total + of(row), 0n);
  const captured = sum((row) => row.captured.minor);
  const refunded = sum((row) => row.refunded.minor);
  const paying = own.filter(
    (row) => row.kind === 'debit' && (row.status === 'pending' || row.captured.minor > 0n),
  );
  const authorized = paying.reduce(
    (most, row) => (row.authorized.minor > most ? row.authorized.minor : most),
    0n,
  );
  const drift = captured - refunded - (booked.posted - booked.refunded + booked.unmatched - booked.credits);
  const shown = page?.total.currency === booked.currency ? page.total.minor : undefined;
  const isPaid = authorized > 0n || captured > 0n;
  const found: [ReconcileFinding, boolean][] = [
    ['drift', drift !== 0n],
    ['in_suspense', booked.unmatched > 0n || booked.credits > 0n],
    ['authorized_other_amount', isPaid && shown !== undefined && authorized > 0n && authorized !== shown],
    ['captured_more_than_shown', shown !== undefined && captured > shown],
    ['no_order_reference', isPaid && page?.orderRef === ''],
    ['paid_without_confirmation', isPaid && page === undefined],
    ['confirmed_without_payment', !isPaid && page !== undefined],
    ['waiting_for_capture', booked.isHoldOpen && isPaid && captured === 0n],
    [
      'descriptor_unlike_shop',
      paying.some(({ merchantDescriptor }) => !isNamedBy(merchantDescriptor, merchant)),
    ],
    [
      'category_outside_mandate',
      categories.length > 0 &&
        paying.some(({ merchantCategory: code }) => code !== undefined && !categories.includes(code)),
    ],
  ];
  const findings = found.flatMap(([finding, isFound]) => (isFound ? [finding] : []));
  return { authorized, captured, refunded, drift, findings };
}
