import type { Entry } from '../../../domain/ledger/entry.ts';
import type { LedgerStore } from '../../../ports/ledger-store.ts';

const PAGE = 500;

/** Reads the whole log, oldest first, a page at a time. */
export async function* readEntries(ledger: LedgerStore): AsyncGenerator<Entry> {
  let position = 0;
  for (;;) {
    const entries = await ledger.readAll(position, PAGE);
    yield* entries;
    position = entries.at(-1)?.position ?? position;
    if (entries.length < PAGE) return;
  }
}
