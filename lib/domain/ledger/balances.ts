import { money, type Money } from '../../kernel/money.ts';
import { Table } from '../../kernel/table.ts';
import type { Account, Posting } from './posting.ts';

/** What all mandates hold and all merchants got, in minor units of one currency. */
interface Totals {
  readonly reserved: bigint;
  readonly spent: bigint;
}

/** Balance of each account in minor units, by `account|currency`, and the sums that a wallet shows, by currency. */
export interface Balances {
  readonly accounts: Table<bigint>;
  readonly totals: Readonly<Record<string, Totals>>;
}

export const NO_BALANCES: Balances = { accounts: Table.empty(), totals: {} };

/** Tells whether an account counts as spent: what merchants got, and what was taken beyond any hold. */
export const isSpent = (account: Account): boolean =>
  account.endsWith(':spent') || account === 'suspense:unmatched';

/** Folds postings into balances. */
export function applyPostings(balances: Balances, postings: readonly Posting[]): Balances {
  return postings.reduce(({ accounts, totals }, { account, amount: { minor, currency } }) => {
    const key = `${account}|${currency}`;
    const { reserved, spent } = totals[currency] ?? { reserved: 0n, spent: 0n };
    // Money that came back unexplained is kept apart until it is known what for.
    const isReserved = account.endsWith(':reserved') || account === 'suspense:credits';
    return {
      accounts: accounts.with(key, (accounts.get(key) ?? 0n) + minor),
      totals: {
        ...totals,
        [currency]: {
          reserved: isReserved ? reserved + minor : reserved,
          spent: isSpent(account) ? spent + minor : spent,
        },
      },
    };
  }, balances);
}

/** Reads one account's balance. */
export function balanceOf({ accounts }: Balances, account: Account, currency: string): Money {
  return money(accounts.get(`${account}|${currency}`) ?? 0n, currency);
}

/** What a wallet holds. `available + reserved + spent = funded` at all times. */
export interface WalletBalance {
  readonly currency: string;
  readonly available: Money;
  readonly reserved: Money;
  readonly spent: Money;
  readonly funded: Money;
}

/** What the operator sees of one currency. */
export function walletBalanceOf(balances: Balances, currency: string): WalletBalance {
  const { reserved, spent } = balances.totals[currency] ?? { reserved: 0n, spent: 0n };
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
