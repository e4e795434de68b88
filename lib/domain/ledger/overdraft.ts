import { money, type Money } from '../../kernel/money.ts';
import { applyPostings, balanceOf, type Balances } from './balances.ts';
import type { Posting } from './posting.ts';

/**
 * What postings make good of an overdraft: while the issuer has paid beyond the wallet, whatever becomes available belongs
 * to it first, or the wallet would show money that the issuer does not have.
 */
export function repaymentsAfter(before: Balances, postings: readonly Posting[]): Money[] {
  const after = applyPostings(before, postings);
  const currencies = new Set(postings.map(({ amount }) => amount.currency));
  return [...currencies].flatMap((currency) => {
    const owed = -balanceOf(after, 'external:overdraft', currency).minor;
    const available = balanceOf(after, 'wallet:available', currency).minor;
    const repaid = owed < available ? owed : available;
    return repaid > 0n ? [money(repaid, currency)] : [];
  });
}
