import { findBrokenLink, GENESIS_HASH } from '../domain/ledger/entry.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';

const PAGE = 100;

/** Reads the whole log and gives the first entry that does not follow from the one before, if there is one. */
export async function findBrokenEntry(store: LedgerStore): Promise<number | undefined> {
  let head = GENESIS_HASH;
  for (let position = 0; ; ) {
    const entries = await store.readAll(position, PAGE);
    const broken = findBrokenLink(entries, head);
    if (broken !== undefined) return broken;
    const last = entries.at(-1);
    if (!last || entries.length < PAGE) return undefined;
    ({ position, hash: head } = last);
  }
}
