import type { Result } from '../kernel/result.ts';
import type { Entry, EntryDraft } from '../domain/ledger/entry.ts';

export interface VersionConflict {
  readonly kind: 'version_conflict';
  readonly stream: string;
  readonly expected: number;
  readonly actual: number;
}

/** The append-only, hash-chained log. One append is one durable transaction: all its entries or none. */
export interface LedgerStore {
  /**
   * Appends entries in order, giving them positions and hashes. `expected` names, for every stream written to, the
   * version it must have (0 for a new one); refuses with the first stream that has another.
   */
  append(
    drafts: readonly EntryDraft[],
    expected: Readonly<Record<string, number>>,
  ): Promise<Result<Entry[], VersionConflict>>;
  /** Reads entries after a position, oldest first. */
  readAll(afterPosition: number, limit: number): Promise<Entry[]>;
  /** Reads one stream, oldest first. */
  load(stream: string): Promise<Entry[]>;
}
