import type { Checkout } from '../../domain/checkout/checkout.ts';
import { remainingOf } from '../../domain/mandate/limits.ts';
import { mandateStatusAt } from '../../domain/mandate/mandate.ts';
import { addMoney, money, toMoneyJSON, type Money } from '../../kernel/money.ts';
import type { BookState } from '../book-state.ts';

const DAY_MS = 86_400_000;

/** Sums what an agent's runs paid in the last days, by merchant and by workflow, and what its mandates have left. */
export function summariseSpending(
  state: BookState,
  agentId: string,
  { days, currency }: { days: number; currency: string },
  now: number,
) {
  const since = now - days * DAY_MS;
  const paid = state.checkouts
    .values()
    .filter(
      (run) =>
        run.agentId === agentId &&
        run.receipt?.amount.currency === currency &&
        (run.steps.at(-1)?.at ?? 0) >= since,
    );
  const none = money(0n, currency);
  const spentOn = (run: Checkout): Money => run.settled?.posted ?? run.receipt?.amount ?? none;
  const sum = (runs: readonly Checkout[]) => ({
    amount: toMoneyJSON(runs.reduce((total, run) => addMoney(total, spentOn(run)), none)),
    payments: runs.length,
  });
  const by = (keyOf: (run: Checkout) => string) =>
    [...Map.groupBy(paid, keyOf)].sort(([a], [b]) => a.localeCompare(b));
  const { amount: total, payments } = sum(paid);
  return {
    status: 'ok',
    since: new Date(since).toISOString(),
    as_of: new Date(now).toISOString(),
    total,
    payments,
    by_merchant: by((run) => run.merchant ?? '').map(([merchant, runs]) => ({ merchant, ...sum(runs) })),
    by_workflow: by((run) => run.workflow).map(([workflow, runs]) => ({ workflow, ...sum(runs) })),
    mandates: state.mandates
      .values()
      .filter(({ terms }) => terms.agentId === agentId && terms.budget.currency === currency)
      .map((mandate) => ({
        id: mandate.terms.mandateId,
        status: mandateStatusAt(mandate, now),
        budget: toMoneyJSON(mandate.terms.budget),
        reserved: toMoneyJSON(mandate.reserved),
        spent: toMoneyJSON(mandate.spent),
        remaining: toMoneyJSON(remainingOf(mandate)),
      })),
  };
}
