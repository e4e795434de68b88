import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../../kernel/money.ts';
import { matchCard, type CardBooks, type CardMove } from './match-card.ts';
import { isVerification, type CardTransaction } from './transaction.ts';

const usd = (minor: number | bigint) => money(minor, 'USD');

const row = (change: Partial<CardTransaction> = {}): CardTransaction => ({
  id: 'a',
  kind: 'debit',
  status: 'pending',
  authorized: usd(2_000),
  captured: usd(0),
  refunded: usd(0),
  merchantDescriptor: 'SHOP',
  declineReason: '',
  ...change,
});
const EMPTY: CardBooks = {
  held: usd(2_000),
  isHoldOpen: true,
  posted: usd(0),
  refunded: usd(0),
  authorizationId: undefined,
  expected: usd(2_000),
  excess: {},
  excessRefunded: {},
  credits: {},
  spendable: usd(100_000),
};

/** Books moves as the ledger does. */
function booked(books: CardBooks, moves: readonly CardMove[]): CardBooks {
  return moves.reduce<CardBooks>((now, move) => {
    switch (move.kind) {
      case 'post':
        return { ...now, isHoldOpen: false, posted: move.posted, authorizationId: move.authorizationId };
      case 'release':
        return { ...now, isHoldOpen: false };
      case 'post_late':
        return {
          ...now,
          posted: usd(now.posted.minor + move.amount.minor),
          authorizationId: move.transactionId,
        };
      case 'refund':
        return { ...now, refunded: usd(now.refunded.minor + move.amount.minor) };
      case 'excess': {
        const { minor, currency } = move.amount;
        const before = now.excess[move.transactionId]?.minor ?? 0n;
        return { ...now, excess: { ...now.excess, [move.transactionId]: money(before + minor, currency) } };
      }
      default: {
        const key = move.kind === 'excess_refund' ? 'excessRefunded' : 'credits';
        const sign = move.kind === 'match_credit' ? -1n : 1n;
        const { minor, currency } = move.amount;
        return { ...now, [key]: { ...now[key], [currency]: (now[key][currency] ?? 0n) + sign * minor } };
      }
    }
  }, books);
}

/** Shows the issuer's rows one state after another and gives all that was booked. */
function live(...states: CardTransaction[][]): { moves: CardMove[]; books: CardBooks } {
  let books = EMPTY;
  const moves: CardMove[] = [];
  for (const rows of states) {
    const next = matchCard(rows, books);
    moves.push(...next);
    books = booked(books, next);
    expect(matchCard(rows, books)).toEqual([]);
  }
  return { moves, books };
}
const kindsOf = (moves: readonly CardMove[]) =>
  moves.map((move) => [
    move.kind,
    'amount' in move ? Number(move.amount.minor) : 'posted' in move ? Number(move.posted.minor) : move.reason,
  ]);

const settled = (captured: number, change: Partial<CardTransaction> = {}) =>
  row({ status: 'settled', captured: usd(captured), ...change });

describe('what a card’s transactions book', () => {
  test.each<[string, CardTransaction[][], unknown[]]>([
    ['an open authorization: nothing yet', [[row()]], []],
    ['a capture of less: posted, the rest returns with it', [[row()], [settled(1_850)]], [['post', 1_850]]],
    [
      'captures in three parts: the first resolves the hold, the others follow while the budget has room',
      [[row()], [settled(500)], [settled(1_200)], [settled(2_000)]],
      [
        ['post', 500],
        ['post_late', 700],
        ['post_late', 800],
      ],
    ],
    [
      'an over-capture: the hold is posted in full, what is beyond is suspended',
      [[row()], [settled(2_400)]],
      [
        ['post', 2_000],
        ['excess', 400],
      ],
    ],
    ['a reversal', [[row()], [row({ status: 'voided' })]], [['release', 'reversed']]],
    ['an expiry', [[row()], [row({ status: 'expired' })]], [['release', 'expired']]],
    [
      'an expiry, then a capture',
      [[row({ status: 'expired' })], [row({ status: 'settled', captured: usd(2_000) })]],
      [
        ['release', 'expired'],
        ['post_late', 2_000],
      ],
    ],
    [
      'a partial reversal before a capture of the rest',
      [[row()], [row({ authorized: usd(1_500) })], [settled(1_500, { authorized: usd(1_500) })]],
      [['post', 1_500]],
    ],
    [
      'an incremental authorization that the issuer let pass: what is beyond the lock is suspended',
      [[row({ authorized: usd(2_600) })], [settled(2_600, { authorized: usd(2_600) })]],
      [
        ['post', 2_000],
        ['excess', 600],
      ],
    ],
    [
      'a force post on a card that has not paid: suspended, the hold is untouched',
      [[row({ id: 'f', status: 'settled', authorized: usd(0), captured: usd(300) })]],
      [['excess', 300]],
    ],
    [
      'a second authorization that the issuer let pass',
      [[row()], [settled(2_000), settled(900, { id: 'b', authorized: usd(900) })]],
      [
        ['post', 2_000],
        ['excess', 900],
      ],
    ],
    ['a check of nothing', [[row({ authorized: usd(0) })]], []],
    ['a check of one dollar', [[row({ authorized: usd(100) })]], []],
    [
      'a check, then the payment',
      [
        [row({ id: 'v', authorized: usd(100) })],
        [row({ id: 'v', authorized: usd(100), status: 'voided' }), settled(1_850)],
      ],
      [['post', 1_850]],
    ],
    [
      'a refund in full',
      [[settled(2_000)], [settled(2_000, { refunded: usd(2_000) })]],
      [
        ['post', 2_000],
        ['refund', 2_000],
      ],
    ],
    [
      'refunds in two parts, one of them on a row of its own',
      [
        [settled(2_000, { refunded: usd(500) })],
        [
          settled(2_000, { refunded: usd(500) }),
          row({ id: 'r', kind: 'credit', status: 'settled', authorized: usd(0), refunded: usd(300) }),
        ],
      ],
      [
        ['post', 2_000],
        ['refund', 500],
        ['refund', 300],
      ],
    ],
    [
      'a refund before the capture waits as a suspended credit and is matched',
      [
        [
          row(),
          row({ id: 'r', kind: 'credit', status: 'settled', authorized: usd(0), refunded: usd(2_000) }),
        ],
        [
          settled(2_000),
          row({ id: 'r', kind: 'credit', status: 'settled', authorized: usd(0), refunded: usd(2_000) }),
        ],
      ],
      [
        ['suspend_credit', 2_000],
        ['post', 2_000],
        ['match_credit', 2_000],
        ['refund', 2_000],
      ],
    ],
    [
      'a refund of more than was taken',
      [[settled(2_000, { refunded: usd(2_500) })]],
      [
        ['post', 2_000],
        ['refund', 2_000],
        ['suspend_credit', 500],
      ],
    ],
    [
      'an over-capture that is refunded in full leaves no suspense',
      [[settled(2_400)], [settled(2_400, { refunded: usd(2_400) })]],
      [
        ['post', 2_000],
        ['excess', 400],
        ['refund', 2_000],
        ['excess_refund', 400],
      ],
    ],
    [
      'a capture in another currency than the lock’s is suspended in its own',
      [[row()], [row({ status: 'settled', captured: money(1_900, 'EUR') })]],
      [
        ['release', 'reversed'],
        ['excess', 1_900],
      ],
    ],
  ])('%s', (_name, states, expected) => {
    expect(kindsOf(live(...states).moves)).toEqual(expected);
  });

  test('a late capture that the budget has no room for any more is suspended', () => {
    const books = { ...EMPTY, isHoldOpen: false, spendable: usd(1_999) };
    expect(kindsOf(matchCard([settled(2_000)], books))).toEqual([['excess', 2_000]]);
  });

  test('the same rows told twice, or older ones again, book nothing', () => {
    const { moves } = live([row()], [settled(2_400, { refunded: usd(100) })], [row()], [settled(2_000)]);
    expect(kindsOf(moves)).toEqual([
      ['post', 2_000],
      ['excess', 400],
      ['refund', 100],
    ]);
  });

  test('a purchase of less than a dollar is a payment, not a check', () => {
    expect(isVerification(row({ authorized: usd(80) }), usd(80))).toBe(false);
    expect(isVerification(row({ authorized: usd(80) }), usd(2_000))).toBe(true);
    expect(isVerification(row({ authorized: usd(80), captured: usd(80) }), usd(2_000))).toBe(false);
  });

  test('[A63] whatever the issuer tells, in whatever order: each cent taken is posted or suspended, each cent back is booked', () => {
    const amount = fc.integer({ min: 0, max: 3_000 }).map(usd);
    const anyRow = fc
      .record({
        id: fc.constantFrom('a', 'b', 'c'),
        kind: fc.constantFrom('debit' as const, 'credit' as const),
        status: fc.constantFrom(
          'pending' as const,
          'settled' as const,
          'voided' as const,
          'expired' as const,
        ),
        authorized: amount,
        captured: amount,
        refunded: amount,
      })
      .map((change) =>
        row(change.kind === 'credit' ? { ...change, captured: usd(0), authorized: usd(0) } : change),
      );
    const rows = fc.uniqueArray(anyRow, { maxLength: 3, selector: ({ id }) => id });
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 5 }), (states) => {
        let books = EMPTY;
        const peak = new Map<string, bigint>();
        let refundPeak = 0n;
        for (const told of states) {
          const moves = matchCard(told, books);
          for (const move of moves) expect('amount' in move ? move.amount.minor > 0n : true).toBe(true);
          books = booked(books, moves);
          for (const { id, captured } of told)
            peak.set(id, captured.minor > (peak.get(id) ?? 0n) ? captured.minor : (peak.get(id) ?? 0n));
          const refunded = told.reduce((sum, one) => sum + one.refunded.minor, 0n);
          if (refunded > refundPeak) refundPeak = refunded;
        }
        expect(books.posted.minor).toBeLessThanOrEqual(books.held.minor);
        expect(books.refunded.minor).toBeLessThanOrEqual(books.posted.minor);
        const excess = Object.values(books.excess).reduce((sum, one) => sum + one.minor, 0n);
        const taken = [...peak.values()].reduce((sum, one) => sum + one, 0n);
        expect(books.posted.minor + excess).toBeLessThanOrEqual(taken);
        const back = books.refunded.minor + (books.excessRefunded.USD ?? 0n) + (books.credits.USD ?? 0n);
        expect(back).toBe(refundPeak);
        expect(books.credits.USD ?? 0n).toBeGreaterThanOrEqual(0n);
      }),
      { numRuns: 2_000 },
    );
  });
});
