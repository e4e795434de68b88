import { chainEntry, GENESIS_HASH, type Entry } from '../../../domain/ledger/entry.ts';
import { invariant } from '../../../kernel/invariant.ts';
import { err, ok } from '../../../kernel/result.ts';
import type { LedgerStore } from '../../../ports/ledger-store.ts';

/** Keeps the ledger in memory, with the same promises as the one on disk but durability. */
export function createMemoryLedgerStore(): LedgerStore {
  const entries: Entry[] = [];
  const versions = new Map<string, number>();
  return {
    // Async, so that a broken invariant rejects as it does on disk.
    async append(drafts, expected) {
      invariant(
        drafts.every(({ stream }) => Object.hasOwn(expected, stream)),
        'an append names the version of every stream that it writes to',
      );
      for (const [stream, version] of Object.entries(expected)) {
        const actual = versions.get(stream) ?? 0;
        if (actual !== version) return err({ kind: 'version_conflict', stream, expected: version, actual });
      }
      const written = new Map<string, number>();
      let hash = entries.at(-1)?.hash ?? GENESIS_HASH;
      const appended = drafts.map((draft, index) => {
        const version = (written.get(draft.stream) ?? expected[draft.stream] ?? 0) + 1;
        const entry = chainEntry(structuredClone(draft), entries.length + index + 1, version, hash);
        written.set(draft.stream, version);
        hash = entry.hash;
        return entry;
      });
      // Only now: a draft that cannot be hashed leaves nothing behind.
      entries.push(...appended);
      written.forEach((version, stream) => versions.set(stream, version));
      return Promise.resolve(ok(structuredClone(appended)));
    },
    readAll: (after, limit) => Promise.resolve(structuredClone(entries.slice(after, after + limit))),
    load: (stream) => Promise.resolve(structuredClone(entries.filter((entry) => entry.stream === stream))),
  };
}
