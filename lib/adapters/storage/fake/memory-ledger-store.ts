import { chainEntry, GENESIS_HASH, type Entry } from '../../../domain/ledger/entry.ts';
import { invariant } from '../../../kernel/invariant.ts';
import { err, ok } from '../../../kernel/result.ts';
import type { LedgerStore } from '../../../ports/ledger-store.ts';

/** Keeps the ledger in memory, with the same promises as the one on disk but durability. */
export function createMemoryLedgerStore(): LedgerStore {
  let entries: readonly Entry[] = [];
  const versionOf = (stream: string, of: readonly Entry[]) =>
    of.findLast((entry) => entry.stream === stream)?.version ?? 0;
  return {
    async append(drafts, expected) {
      invariant(
        drafts.every(({ stream }) => Object.hasOwn(expected, stream)),
        'an append names the version of every stream that it writes to',
      );
      for (const [stream, version] of Object.entries(expected)) {
        const actual = versionOf(stream, entries);
        if (actual !== version)
          return Promise.resolve(err({ kind: 'version_conflict', stream, expected: version, actual }));
      }
      // Replaced at the end and at once: a draft that cannot be hashed leaves nothing behind.
      const next = [...entries];
      for (const draft of drafts) {
        const prevHash = next.at(-1)?.hash ?? GENESIS_HASH;
        const version = versionOf(draft.stream, next) + 1;
        next.push(structuredClone(chainEntry(draft, next.length + 1, version, prevHash)));
      }
      const appended = structuredClone(next.slice(entries.length));
      entries = next;
      return Promise.resolve(ok(appended));
    },
    readAll: (after, limit) => Promise.resolve(structuredClone(entries.slice(after, after + limit))),
    load: (stream) => Promise.resolve(structuredClone(entries.filter((entry) => entry.stream === stream))),
  };
}
