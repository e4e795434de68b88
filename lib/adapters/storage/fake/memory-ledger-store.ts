import { chainEntry, GENESIS_HASH, type Entry } from '../../../domain/ledger/entry.ts';
import { err, ok } from '../../../kernel/result.ts';
import type { LedgerStore } from '../../../ports/ledger-store.ts';

/** Keeps the ledger in memory, with the same promises as the one on disk but durability. */
export function createMemoryLedgerStore(): LedgerStore {
  const entries: Entry[] = [];
  const versions = new Map<string, number>();
  return {
    async append(drafts, expected) {
      for (const [stream, version] of Object.entries(expected)) {
        const actual = versions.get(stream) ?? 0;
        if (actual !== version) return err({ kind: 'version_conflict', stream, expected: version, actual });
      }
      const appended = drafts.map((draft) => {
        const version = (versions.get(draft.stream) ?? 0) + 1;
        const entry = chainEntry(draft, entries.length + 1, version, entries.at(-1)?.hash ?? GENESIS_HASH);
        versions.set(draft.stream, version);
        entries.push(entry);
        return entry;
      });
      return Promise.resolve(ok(appended));
    },
    readAll: (after, limit) => Promise.resolve(entries.slice(after, after + limit)),
    load: (stream) => Promise.resolve(entries.filter((entry) => entry.stream === stream)),
  };
}
