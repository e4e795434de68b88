import { z } from 'zod';
import type { Entry } from '../../../domain/ledger/entry.ts';
import { isSpent } from '../../../domain/ledger/balances.ts';
import { Posting } from '../../../domain/ledger/posting.ts';
import { addMoney, money, type Money } from '../../../kernel/money.ts';

export interface DaySpend {
  readonly from: number;
  readonly amount: Money;
}

/**
 * Sums what the log posted as spent, per day. `starts` are the days' first moments in the operator's time zone, oldest
 * first; the last day has no end. Money is counted when it was captured, as the wallet's own sum counts it.
 */
export async function sumSpendByDay(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  starts: readonly number[],
  currency: string,
): Promise<DaySpend[]> {
  const days = starts.map((from) => ({ from, amount: money(0n, currency) }));
  for await (const { at, postings } of entries) {
    const day = days.findLast(({ from }) => at >= from);
    if (!day) continue;
    for (const posting of postings) {
      const { account, amount } = z.decode(Posting, posting as z.input<typeof Posting>);
      if (isSpent(account) && amount.currency === currency) day.amount = addMoney(day.amount, amount);
    }
  }
  return days;
}
