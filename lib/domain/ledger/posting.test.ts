import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvariantError } from '../../kernel/invariant.ts';
import { money } from '../../kernel/money.ts';
import { applyPostings, balanceOf, NO_BALANCES, walletBalanceOf, type Balances } from './balances.ts';
import { Account, isBalanced, transfer, type Posting } from './posting.ts';

const ACCOUNTS: readonly Account[] = [
  'wallet:available',
  'external:issuer',
  'suspense:unmatched',
  'mandate:mand_a:reserved',
  'mandate:mand_b:reserved',
  'merchant:shop.example:spent',
];
const account = fc.constantFrom(...ACCOUNTS);
const amount = fc.record({
  minor: fc.bigInt({ min: 0n, max: 10n ** 15n }),
  currency: fc.constantFrom('USD', 'JPY'),
});
const transfers = fc.array(fc.tuple(account, account, amount), { maxLength: 30 });

test('every transfer balances, in each currency', () => {
  fc.assert(
    fc.property(transfers, (moves) => {
      expect(isBalanced(moves.flatMap(([from, to, of]) => transfer(from, to, of)))).toBe(true);
    }),
  );
});

test('one posting that moved alone does not balance', () => {
  fc.assert(
    fc.property(transfers, account, amount, (moves, to, of) => {
      fc.pre(of.minor > 0n);
      const alone: Posting = { account: to, amount: of };
      expect(isBalanced([...moves.flatMap(([a, b, c]) => transfer(a, b, c)), alone])).toBe(false);
    }),
  );
});

test('equal amounts in two currencies do not balance each other', () => {
  expect(
    isBalanced([
      { account: 'wallet:available', amount: money(5, 'USD') },
      { account: 'external:issuer', amount: money(-5, 'EUR') },
    ]),
  ).toBe(false);
});

test('a negative transfer is a bug; a transfer of nothing is no posting', () => {
  expect(() => transfer('external:issuer', 'wallet:available', money(-1, 'USD'))).toThrow(InvariantError);
  expect(transfer('external:issuer', 'wallet:available', money(0, 'USD'))).toEqual([]);
});

test('[A3] balances are the sum of postings, whatever the order, and sum to zero', () => {
  fc.assert(
    fc.property(transfers, (moves) => {
      const postings = moves.flatMap(([from, to, of]) => transfer(from, to, of));
      const forwards = applyPostings(NO_BALANCES, postings);
      const backwards = [...postings]
        .reverse()
        .reduce((sum: Balances, one) => applyPostings(sum, [one]), NO_BALANCES);
      const kept = ({ accounts, totals }: Balances) => ({ totals, accounts: accounts.toJSON() });
      expect(kept(backwards)).toEqual(kept(forwards));
      for (const currency of ['USD', 'JPY']) {
        const total = ACCOUNTS.reduce((sum, of) => sum + balanceOf(forwards, of, currency).minor, 0n);
        expect(total).toBe(0n);
        const wallet = walletBalanceOf(forwards, currency);
        expect(wallet.available.minor + wallet.reserved.minor + wallet.spent.minor).toBe(wallet.funded.minor);
      }
    }),
  );
});

test('folding does not change the balances that it starts from', () => {
  const funded = applyPostings(NO_BALANCES, transfer('external:issuer', 'wallet:available', money(5, 'USD')));
  applyPostings(funded, transfer('wallet:available', 'mandate:m:reserved', money(5, 'USD')));
  expect(walletBalanceOf(funded, 'USD')).toMatchObject({
    available: money(5, 'USD'),
    reserved: money(0, 'USD'),
  });
});

test('only accounts of the plan exist', () => {
  for (const name of ACCOUNTS) expect(Account.safeParse(name).success).toBe(true);
  for (const name of ['wallet', 'wallet:available|USD', 'mandate::reserved', 'merchant:a:b:spent', ''])
    expect(Account.safeParse(name).success).toBe(false);
});
