import { findBrokenLink, GENESIS_HASH, type Entry } from '../../../domain/ledger/entry.ts';
import type { Kit } from '../../kit.ts';
import { readEntries } from './read-entries.ts';

/** How many of the newest entries a bundle tells, by type and time only. */
const NEWEST = 200;

const countBy = (values: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));

/**
 * Makes what may be sent to whoever helps: states, types, times and codes, taken by name and nothing else. `leftOut`
 * counts what stayed behind, so that the operator sees it before anything leaves.
 */
export async function describeDiagnostics(kit: Kit) {
  const state = kit.book.state();
  const entries: Entry[] = [];
  for await (const entry of readEntries(kit.ledger)) entries.push(entry);
  const checkouts = state.checkouts.values();
  const issuer = await kit.documents.issuer();
  const bundle = {
    format: 'countersign.diagnostics.v1',
    at: new Date(kit.clock.now()).toISOString(),
    vault: await kit.signer.state(),
    issuer: issuer?.kind ?? null,
    ledger: {
      entries: entries.length,
      chain: findBrokenLink(entries, GENESIS_HASH) === undefined ? 'holds' : 'broken',
    },
    agents: countBy(state.agents.values().map(({ status }) => status)),
    mandates: countBy(state.mandates.values().map(({ status }) => status)),
    cards: countBy(state.cards.values().map(({ status }) => status)),
    checkouts: countBy(checkouts.map(({ status }) => status)),
    reasons: countBy(checkouts.flatMap(({ reason }) => (reason ? [reason.code] : []))),
    walls: countBy(checkouts.flatMap(({ handoffs }) => handoffs.map(({ kind }) => kind))),
    newest: entries.slice(-NEWEST).map(({ position, at, type }) => ({ position, at, type })),
  };
  const leftOut = {
    names: state.agents.ids().length,
    purposes: state.mandates.ids().length,
    shops: new Set(checkouts.map(({ merchant }) => merchant).filter(Boolean)).size,
    bodies: entries.length,
    profile: (await kit.documents.profile()) ? 1 : 0,
  };
  return { text: JSON.stringify(bundle, null, 2), leftOut };
}
