import { decideAgent } from '../../domain/agent/agent.ts';
import { isTerminal } from '../../domain/checkout/checkout.ts';
import { decideMandate } from '../../domain/mandate/mandate.ts';
import { ok } from '../../kernel/result.ts';
import { closeCard } from '../close-card.ts';
import type { BookEvent, StopReport } from '../book-event.ts';
import type { BookState } from '../book-state.ts';
import { endCheckout } from '../checkout/end-checkout.ts';
import type { Kit } from '../kit.ts';

/** The pauses of every agent and mandate that can be paused, to be appended as one. */
function pausesOf(state: BookState, now: number): BookEvent[] {
  const agents = state.agents.values().map((agent) => decideAgent(agent, { type: 'pause' }, { now }));
  const mandates = state.mandates
    .values()
    .map((mandate) => decideMandate(mandate, { type: 'pause' }, { now }));
  return [...agents, ...mandates].flatMap((decided): BookEvent[] => (decided.ok ? decided.value : []));
}

/**
 * Pauses every agent and mandate in one append, so that what is asked for meanwhile finds no authority; then ends
 * every run before Pay with its card and closes every card that no run uses. What is past Pay can only be observed
 * and is listed. Says what it did.
 */
export async function stopEverything(kit: Kit): Promise<StopReport> {
  const { checkouts, cards } = kit.book.state();
  const paused = await kit.book.commit((state, now) => ok(pausesOf(state, now)));
  const pauses = paused.ok ? paused.value : [];
  const count = (type: BookEvent['type']) => pauses.filter((event) => event.type === type).length;
  const did: StopReport = {
    runs: 0,
    cards: 0,
    mandates: count('mandate-paused'),
    agents: count('access-paused'),
    observed: [],
  };
  for (const run of checkouts.live().filter((checkout) => !isTerminal(checkout))) {
    const isEnded = await endCheckout(kit, run.id, {
      type: 'checkout-cancelled',
      by: 'operator',
      code: 'stopped',
      message: 'The operator stopped everything. Nothing was paid.',
    });
    if (isEnded) did.runs += 1;
    else did.observed.push(run.id);
  }
  for (const card of cards.live()) {
    if (await closeCard(kit, card, 'stopped')) did.cards += 1;
  }
  const summary = `${did.runs} runs stopped, ${did.cards} cards closed, ${did.mandates} mandates and ${did.agents} agents paused, ${did.observed.length} past Pay and still observed`;
  await kit.book.commit(() => ok([{ type: 'everything-stopped', summary, did }]));
  return did;
}
