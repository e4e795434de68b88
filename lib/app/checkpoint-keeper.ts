import { hashEntry } from '../domain/ledger/entry.ts';
import type { CheckpointStore } from '../ports/checkpoint-store.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import { readCheckpoint, writeCheckpoint, type FoldedBook } from './checkpoint.ts';

export interface CheckpointOptions {
  readonly store: CheckpointStore;
  /** After how many entries the next one is saved. */
  readonly every: number;
}

/** Keeps checkpoints of folded books. Nothing depends on them but the time that a start takes: whatever fails here is passed over. */
export function createCheckpointKeeper(ledger: LedgerStore, { store, every }: CheckpointOptions) {
  let newest: FoldedBook | undefined;
  let triedAt = 0;
  let saving: Promise<void> | undefined;

  /** Reads the newest one; `undefined` when the ledger does not have the entry that it stands on. */
  async function read(): Promise<FoldedBook | undefined> {
    const kept = await store.load();
    if (!kept) return undefined;
    const [entry] = await ledger.readAll(kept.position - 1, 1);
    const isOfThisLog =
      entry?.position === kept.position && entry.hash === kept.head && hashEntry(entry) === kept.head;
    return isOfThisLog ? readCheckpoint(kept) : undefined;
  }

  async function saveNow(book: FoldedBook): Promise<void> {
    triedAt = book.position;
    // Another worker may have saved since: then all of it is written.
    if (
      (newest && (await store.save(writeCheckpoint(book, newest)))) ||
      (await store.save(writeCheckpoint(book, undefined)))
    )
      newest = book;
  }

  return {
    async load(): Promise<FoldedBook | undefined> {
      newest = await read().catch(() => undefined);
      triedAt = newest?.position ?? 0;
      return newest;
    },
    newest: () => newest,
    isDue: ({ position }: FoldedBook) => position - triedAt >= every && !saving,
    async save(book: FoldedBook): Promise<void> {
      if (saving || book.position - triedAt < every) return;
      saving = saveNow(book).catch(() => undefined);
      await saving;
      saving = undefined;
    },
    async drop(): Promise<void> {
      newest = undefined;
      await store.clear().catch(() => undefined);
    },
  };
}
