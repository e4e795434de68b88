import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { chainEntry, Entry, GENESIS_HASH } from '../../domain/ledger/entry.ts';
import { err, ok } from '../../kernel/result.ts';
import type { LedgerStore } from '../../ports/ledger-store.ts';

interface LedgerSchema extends DBSchema {
  entries: { key: number; value: Entry; indexes: { stream: [string, number] } };
  versions: { key: string; value: number };
}

/** Keeps the ledger in IndexedDB: one append is one transaction with strict durability. */
export function createIdbLedgerStore(name = 'countersign-ledger'): LedgerStore {
  let opened: Promise<IDBPDatabase<LedgerSchema>> | undefined;
  const database = () =>
    (opened ??= openDB<LedgerSchema>(name, 1, {
      upgrade(db) {
        db.createObjectStore('entries', { keyPath: 'position' }).createIndex('stream', ['stream', 'version']);
        db.createObjectStore('versions');
      },
    }));

  return {
    async append(drafts, expected) {
      const db = await database();
      const transaction = db.transaction(['entries', 'versions'], 'readwrite', { durability: 'strict' });
      const entries = transaction.objectStore('entries');
      const versions = transaction.objectStore('versions');
      const current = new Map<string, number>();
      for (const [stream, version] of Object.entries(expected)) {
        const actual = (await versions.get(stream)) ?? 0;
        if (actual !== version) {
          transaction.abort();
          await transaction.done.catch(() => undefined);
          return err({ kind: 'version_conflict', stream, expected: version, actual });
        }
        current.set(stream, actual);
      }
      const last = (await entries.openCursor(null, 'prev'))?.value;
      let position = last?.position ?? 0;
      let hash = last?.hash ?? GENESIS_HASH;
      const appended = drafts.map((draft) => {
        const version = (current.get(draft.stream) ?? 0) + 1;
        const entry = chainEntry(draft, (position += 1), version, hash);
        current.set(draft.stream, version);
        hash = entry.hash;
        return entry;
      });
      await Promise.all([
        ...appended.map((entry) => entries.add(entry)),
        ...[...current].map(([stream, version]) => versions.put(version, stream)),
        transaction.done,
      ]);
      return ok(appended);
    },
    async readAll(afterPosition, limit) {
      const db = await database();
      const rows = await db.getAll('entries', IDBKeyRange.lowerBound(afterPosition, true), limit);
      return rows.map((row) => Entry.parse(row));
    },
    async load(stream) {
      const db = await database();
      const rows = await db.getAllFromIndex(
        'entries',
        'stream',
        IDBKeyRange.bound([stream, 0], [stream, Infinity]),
      );
      return rows.map((row) => Entry.parse(row));
    },
  };
}
