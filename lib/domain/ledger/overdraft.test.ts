import fc from 'fast-check';
import { expect, test } from 'vitest';
import { money } from '../../kernel/money.ts';
import { applyPostings, balanceOf, NO_BALANCES } from './balances.ts';
import { repaymentsAfter } from './overdraft.ts';
import { transfer, type Posting } from './posting.ts';

const usd = (minor: bigint) => money(minor, 'USD');
const owing = (available: bigint, owed: bigint) =>
  applyPostings(NO_BALANCES, [
    ...transfer('external:issuer', 'wallet:available', usd(available)),
    ...transfer('external:overdraft', 'suspense:unmatched', usd(owed)),
  ]);
const comesIn = (minor: bigint): Posting[] => transfer('mandate:m:reserved', 'wallet:available', usd(minor));

test('what comes in belongs to what is owed first, and no more than that', () => {
  expect(repaymentsAfter(owing(0n, 499n), comesIn(999n))).toEqual([usd(499n)]);
  expect(repaymentsAfter(owing(0n, 499n), comesIn(100n))).toEqual([usd(100n)]);
  expect(repaymentsAfter(owing(700n, 0n), comesIn(100n))).toEqual([]);
  expect(repaymentsAfter(owing(0n, 499n), [])).toEqual([]);
});

test('another currency owes nothing', () => {
  const euros = transfer('external:issuer', 'wallet:available', money(500n, 'EUR'));
  expect(repaymentsAfter(owing(0n, 499n), euros)).toEqual([]);
});

test('after it nothing is both available and owed, and nothing is below zero', () => {
  const amount = fc.bigInt(0n, 10_000n);
  fc.assert(
    fc.property(amount, amount, amount, (available, owed, comes) => {
      const before = owing(available, owed);
      const postings = comesIn(comes + 1n);
      const after = applyPostings(
        applyPostings(before, postings),
        repaymentsAfter(before, postings).flatMap((repaid) =>
          transfer('wallet:available', 'external:overdraft', repaid),
        ),
      );
      const left = balanceOf(after, 'wallet:available', 'USD').minor;
      const open = -balanceOf(after, 'external:overdraft', 'USD').minor;
      expect(left >= 0n && open >= 0n && (left === 0n || open === 0n)).toBe(true);
      expect(left - open).toBe(available + comes + 1n - owed);
    }),
  );
});
