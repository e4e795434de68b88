import { decideToTell } from '../../domain/agent/agent.ts';
import { walletBalanceOf } from '../../domain/ledger/balances.ts';
import { isLowFundsNews, lowFundsOf } from '../../domain/ledger/funds-alert.ts';
import type { Money } from '../../kernel/money.ts';
import { ok } from '../../kernel/result.ts';
import type { BookEvent } from '../book-event.ts';
import type { BookState } from '../book-state.ts';
import type { Kit } from '../kit.ts';

/** What there is to tell the operator that nobody waits for. */
function newsOf({ fundsAlert, balances, agents }: BookState, now: number): BookEvent[] {
  const below = lowFundsOf(fundsAlert, balances);
  const funds: BookEvent[] =
    below && isLowFundsNews(fundsAlert, balances)
      ? [{ type: 'funds-ran-low', available: walletBalanceOf(balances, below.currency).available, below }]
      : [];
  return [...funds, ...agents.values().flatMap((agent) => decideToTell(agent, { now }))];
}

/**
 * Tells the operator that funds run low, or that an agent is refused again and again. It is written first that they were
 * told, so that a worker that starts again does not tell it again.
 */
export async function watchAlerts(kit: Kit): Promise<void> {
  if (newsOf(kit.book.state(), kit.clock.now()).length === 0) return;
  const told = await kit.book.commit((state, now) => ok(newsOf(state, now)));
  const types = new Set(told.ok ? told.value.map(({ type }) => type) : []);
  if (types.has('funds-ran-low')) await kit.human.tell('funds_low');
  if (types.has('refusals-told')) await kit.human.tell('agent_refused');
}

/** Sets below what the operator is told that funds run low; `null` for never. */
export async function setFundsAlert(kit: Kit, below: Money | null): Promise<void> {
  await kit.book.commit(() => ok([{ type: 'funds-alert-set', below }]));
}
