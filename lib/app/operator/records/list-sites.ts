import type { BookState } from '../../book-state.ts';

/** Lists the shops that agents were at: what was paid there, how often, and when last. */
export function listSites(state: BookState) {
  const runs = state.checkouts.values().filter(({ merchant }) => merchant !== undefined);
  return [...Map.groupBy(runs, ({ merchant }) => merchant!)]
    .map(([merchant, all]) => ({
      merchant,
      payments: all.filter(({ status }) => status === 'succeeded').length,
      refusals: all.filter(({ status }) => status === 'refused' || status === 'declined').length,
      lastAt: Math.max(...all.map(({ steps }) => steps.at(-1)?.at ?? 0)),
      isApproved: all.some(({ approval }) => approval?.by === 'operator'),
    }))
    .sort((a, b) => b.lastAt - a.lastAt);
}
