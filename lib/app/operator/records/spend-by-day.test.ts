import { expect, test } from 'vitest';
import type { Entry } from '../../../domain/ledger/entry.ts';
import { applyPostings, NO_BALANCES, walletBalanceOf } from '../../../domain/ledger/balances.ts';
import { money } from '../../../kernel/money.ts';
import { sumSpendByDay } from './spend-by-day.ts';

const entry = (at: number, postings: [account: string, minor: string][]): Entry => ({
  position: 1,
  stream: 's',
  version: 1,
  id: 'evt_1',
  at,
  type: 'funds-posted',
  body: {},
  postings: postings.map(([account, minor]) => ({ account, amount: { minor, currency: 'USD' } })),
  context: { policyVersion: 1 },
  prevHash: '',
  hash: '',
});

test('[A1] what was spent is counted on the day of its capture, once, and only as spent', async () => {
  const days = await sumSpendByDay(
    [
      entry(5, [['merchant:shop.example:spent', '1']]),
      entry(10, [
        ['mandate:mand_1:reserved', '-2490'],
        ['merchant:shop.example:spent', '2400'],
        ['wallet:available', '90'],
      ]),
      entry(29, [['suspense:unmatched', '7']]),
      entry(30, [['merchant:other.example:spent', '100']]),
    ],
    [10, 20, 30],
    'USD',
  );
  expect(days.map(({ from, amount }) => [from, amount.minor])).toEqual([
    [10, 2400n],
    [20, 7n],
    [30, 100n],
  ]);
});

test('[A1] money that came back unexplained is no spending: the days are the wallet’s Spent', async () => {
  const moved = [
    ['suspense:unmatched', '400'],
    ['suspense:credits', '250'],
    ['suspense:credits', '-250'],
    ['suspense:credits', '100'],
    ['merchant:shop.example:spent', '2000'],
  ] as [string, string][];
  const [day] = await sumSpendByDay([entry(10, moved)], [0], 'USD');
  const postings = moved.map(([account, minor]) => ({ account, amount: money(BigInt(minor), 'USD') }));
  expect(day!.amount).toEqual(walletBalanceOf(applyPostings(NO_BALANCES, postings), 'USD').spent);
  expect(day!.amount.minor).toBe(2_400n);
});
