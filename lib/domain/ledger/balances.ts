import { money, type Money } from '../../kernel/money.ts';
import type { Account, Posting } from './posting.ts';

/** Balance of each account, keyed by `account|currency`. */
export type Balances = Readonly<Record<string, bigint>>;

/** Folds postings into balances. */
export function applyPostings(balances: Balances, postings: readonly Posting[]): Balances {
  if (postings.length === 0) return balances;
  const next: Record<string, bigint> = { ...balances };
  for (const { account, amount } of postings) {
    const key = `${account}|${amount.currency}`;
    next[key] = (next[key] ?? 0n) + amount.minor;
  }
  return next;
}

/** Reads one account's balance. */
export function balanceOf(balances: Balances, account: Account, currency: string): Money {
  return money(balances[`${account}|${currency}`] ?? 0n, currency);
}

/** What a wallet holds. `available + reserved + spent = funded` at all times. */
export interface WalletBalance {
  readonly currency: string;
  readonly available: Money;
  readonly reserved: Money;
  readonly spent: Money;
  readonly funded: Money;
}

/** Sums the accounts of one currency into what the operator sees. */
export function walletBalanceOf(balances: Balances, currency: string): WalletBalance {
  let reserved = 0n;
  let spent = 0n;
  for (const [key, minor] of Object.entries(balances)) {
    const [account = '', of] = key.split('|');
    if (of !== currency) continue;
    // Money that came back unexplained is kept apart until it is known what for.
    if (account.endsWith(':reserved') || account === 'suspense:credits') reserved += minor;
    if (account.endsWith(':spent') || account === 'suspense:unmatched') spent += minor;
  }
  return {
    currency,
    available: balanceOf(balances, 'wallet:available', currency),
    reserved: money(reserved, currency),
    spent: money(spent, currency),
    funded: money(
      -balanceOf(balances, 'external:issuer', currency).minor -
        balanceOf(balances, 'external:overdraft', currency).minor,
      currency,
    ),
  };
}
