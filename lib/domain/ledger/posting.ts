import { z } from 'zod';
import { Money, type Money as Amount } from '../../kernel/money.ts';
import { invariant } from '../../kernel/invariant.ts';

/**
 * An account of the operator's books. Wallet and merchants' accounts grow by positive postings; `external:issuer`
 * is the mirror of what was deposited, so it is negative by as much as the wallet was funded. `suspense:unmatched` is money
 * that was taken beyond any hold, `suspense:credits` money that came back for nothing known; `external:overdraft` mirrors what
 * the issuer paid beyond the wallet, so that `wallet:available` is never negative.
 */
export const Account = z
  .string()
  .regex(
    /^(wallet:available|external:issuer|external:overdraft|suspense:unmatched|suspense:credits|mandate:[^:]+:reserved|merchant:[^:]+:spent)$/,
  );
export type Account = z.infer<typeof Account>;

/** One signed change of one account. The postings of an entry sum to zero per currency. */
export const Posting = z.strictObject({ account: Account, amount: Money });
export type Posting = z.output<typeof Posting>;

const post = (account: string, amount: Amount, sign: 1n | -1n): Posting => ({
  account,
  amount: { minor: amount.minor * sign, currency: amount.currency },
});

/** Moves an amount from one account to another. */
export function transfer(from: Account, to: Account, amount: Amount): Posting[] {
  invariant(amount.minor >= 0n, 'a transfer is never negative');
  return amount.minor === 0n ? [] : [post(from, amount, -1n), post(to, amount, 1n)];
}

/** Tells whether postings sum to zero in each currency. */
export function isBalanced(postings: readonly Posting[]): boolean {
  const sums = new Map<string, bigint>();
  for (const { amount } of postings)
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.minor);
  return [...sums.values()].every((sum) => sum === 0n);
}
