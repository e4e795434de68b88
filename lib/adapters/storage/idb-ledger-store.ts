import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { chainEntry, Entry, GENESIS_HASH } from '../../domain/ledger/entry.ts';
import { invariant } from '../../kernel/invariant.ts';
import { err, ok } from '../../kernel/result.ts';
import type { LedgerStore } from '../../ports/ledger-store.ts';

interface LedgerSchema extends DBSchema {
  entries: { key: number; value: Entry; indexes: { stream: [string, number] } };
  versions: { key: string; value: number };
}

/** Keeps the ledger in IndexedDB: one append is one transaction with strict durability. */
export function createIdbLedgerStore(name = 'countersign-ledger'): LedgerStore {
  let opened: Promise<IDBPDatabase<LedgerSchema>> | undefined;
  const forget = () => {
    opened = undefined;
  };
  const open = () =>
    openDB<LedgerSchema>(name, 1, {
      upgrade(db) {
        db.createObjectStore('entries', { keyPath: 'position' }).createIndex('stream', ['stream', 'version']);
        db.createObjectStore('versions');
      },
      // A newer worker waits for this connection, or the browser cut it: the next call opens another.
      blocking: (_current, _wanted, event) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
  const database = () => {
    opened ??= open().catch((cause: unknown) => {
      forget();
      throw cause;
    });
    return opened;
  };

  return {
    async append(drafts, expected) {
      invariant(
        drafts.every(({ stream }) => Object.hasOwn(expected, stream)),
        'an append names the version of every stream that it writes to',
      );
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
        position += 1;
        const entry = chainEntry(draft, position, version, hash);
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
