import { expect, test } from 'vitest';
import { money } from '../../kernel/money.ts';
import { reconcileCard, type BookedCard } from './reconcile-card.ts';
import type { CardTransaction } from './transaction.ts';

const usd = (minor: number) => money(minor, 'USD');

const ROW: CardTransaction = {
  id: 't',
  kind: 'debit',
  status: 'settled',
  authorized: usd(2_000),
  captured: usd(2_000),
  refunded: usd(0),
  merchantDescriptor: 'NORTHWIND PAPER',
  merchantCategory: '5943',
  declineReason: '',
};
const BOOKED: BookedCard = {
  currency: 'USD',
  held: 2_000n,
  isHoldOpen: false,
  posted: 2_000n,
  refunded: 0n,
  unmatched: 0n,
  credits: 0n,
};
const PAGE = { orderRef: 'N-1', total: usd(2_000) };

function findingsOf(
  changes: {
    rows?: Partial<CardTransaction>[];
    booked?: Partial<BookedCard>;
    page?: Partial<typeof PAGE> | null;
    merchant?: string;
    categories?: string[];
  } = {},
) {
  return reconcileCard({
    rows: (changes.rows ?? [{}]).map((row) => ({ ...ROW, ...row })),
    booked: { ...BOOKED, ...changes.booked },
    page: changes.page === null ? undefined : { ...PAGE, ...changes.page },
    merchant: changes.merchant ?? 'northwind.example',
    categories: changes.categories ?? [],
  }).findings;
}

test('[A63] page, issuer and books that agree leave nothing to say', () => {
  expect(findingsOf()).toEqual([]);
});

test.each([
  ['a capture that is not booked', { booked: { posted: 0n } }, ['drift']],
  ['a booking that the issuer does not know', { rows: [] }, ['drift', 'confirmed_without_payment']],
  ['a refund that is not booked', { rows: [{ refunded: usd(1) }] }, ['drift']],
  ['a cent too much', { booked: { posted: 2_001n } }, ['drift']],
  [
    'more than was shown',
    { rows: [{ captured: usd(2_400) }], booked: { unmatched: 400n } },
    ['in_suspense', 'captured_more_than_shown'],
  ],
  ['another amount than was shown', { page: { total: usd(2_100) } }, ['authorized_other_amount']],
  ['no order reference', { page: { orderRef: '' } }, ['no_order_reference']],
  ['no confirmation', { page: null }, ['paid_without_confirmation']],
  [
    'a payment that is not captured yet',
    { rows: [{ status: 'pending', captured: usd(0) }], booked: { posted: 0n, isHoldOpen: true } },
    ['waiting_for_capture'],
  ],
  ['another shop', { merchant: 'southwind.example' }, ['descriptor_unlike_shop']],
  ['another kind of goods', { categories: ['5411'] }, ['category_outside_mandate']],
] as const)('[A63] %s shows', (_what, changes, findings) => {
  expect(findingsOf(changes as unknown as Parameters<typeof findingsOf>[0])).toEqual(findings);
});

test('a declined attempt is no payment', () => {
  const declined = { status: 'declined', captured: usd(0) } as const;
  expect(findingsOf({ rows: [declined], booked: { posted: 0n }, page: null })).toEqual([]);
});

test.each([
  ['NW*NORTHWIND 123', 'northwind.example'],
  ['PAYPAL *SHOPFRONT', 'shopfront-online.example'],
])('%s names %s', (merchantDescriptor, merchant) => {
  expect(findingsOf({ rows: [{ merchantDescriptor }], merchant })).toEqual([]);
});
