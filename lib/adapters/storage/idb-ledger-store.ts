import { openDB, unwrap, type DBSchema } from 'idb';
import { chainEntry, Entry, GENESIS_HASH, type EntryDraft } from '../../domain/ledger/entry.ts';
import { invariant } from '../../kernel/invariant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { LedgerStore, VersionConflict } from '../../ports/ledger-store.ts';
import { createConnection } from './idb-connection.ts';

interface LedgerSchema extends DBSchema {
  entries: { key: number; value: Entry; indexes: { stream: [string, number] } };
}

/** Where the log ends, as far as this worker knows. */
interface Head {
  readonly position: number;
  readonly hash: string;
  /** Of the streams that were looked at. */
  readonly versions: Map<string, number>;
}

/** Waits until a transaction has ended; gives what it failed with. */
const settled = (transaction: IDBTransaction) =>
  new Promise<DOMException | undefined>((resolve) => {
    transaction.addEventListener('complete', () => resolve(undefined));
    transaction.addEventListener('abort', () =>
      resolve(transaction.error ?? new DOMException('the append was given up', 'AbortError')),
    );
  });

/**
 * Keeps the ledger in IndexedDB: one append is one transaction with strict durability. What it last saw of the log is
 * remembered, so that an append only writes: positions and versions are unique on the disk, and whoever was overtaken by
 * another worker collides there, forgets what it knew and looks again.
 */
export function createIdbLedgerStore(name = 'countersign-ledger'): LedgerStore {
  const database = createConnection<LedgerSchema>((events) =>
    openDB<LedgerSchema>(name, 2, {
      upgrade(db, from, _to, transaction) {
        const entries =
          from === 0
            ? db.createObjectStore('entries', { keyPath: 'position' })
            : transaction.objectStore('entries');
        // Version 1 kept the versions in a store of their own, which the index already tells.
        if (from === 1) {
          (db as unknown as IDBDatabase).deleteObjectStore('versions');
          entries.deleteIndex('stream');
        }
        entries.createIndex('stream', ['stream', 'version'], { unique: true });
      },
      ...events,
    }),
  );
  let head: Head | undefined;

  async function readHead(): Promise<Head> {
    const db = await database();
    const last = (await db.transaction('entries').store.openCursor(null, 'prev'))?.value;
    return { position: last?.position ?? 0, hash: last?.hash ?? GENESIS_HASH, versions: new Map() };
  }

  async function versionOf(stream: string, { versions }: Head): Promise<number> {
    const known = versions.get(stream);
    if (known !== undefined) return known;
    const db = await database();
    const newest = await db
      .transaction('entries')
      .store.index('stream')
      .openKeyCursor(IDBKeyRange.bound([stream, 0], [stream, Infinity]), 'prev');
    const version = newest?.key[1] ?? 0;
    versions.set(stream, version);
    return version;
  }

  async function conflictOf(
    expected: Readonly<Record<string, number>>,
    at: Head,
  ): Promise<VersionConflict | undefined> {
    for (const [stream, version] of Object.entries(expected)) {
      const actual = await versionOf(stream, at);
      if (actual !== version) return { kind: 'version_conflict', stream, expected: version, actual };
    }
    return undefined;
  }

  /** Leaves out streams that are begun and not known: that they are new is found out by writing their first version. */
  const withoutNew = (
    expected: Readonly<Record<string, number>>,
    drafts: readonly EntryDraft[],
    { versions }: Head,
  ) =>
    Object.fromEntries(
      Object.entries(expected).filter(
        ([stream, version]) =>
          version > 0 || versions.has(stream) || !drafts.some((draft) => draft.stream === stream),
      ),
    );

  /** Writes after a head; `undefined` when the log has moved on from there. */
  async function write(drafts: readonly EntryDraft[], at: Head): Promise<Entry[] | undefined> {
    // Not through wrappers that promise each request: this is the one call that everything waits for.
    const transaction = unwrap(await database()).transaction('entries', 'readwrite', {
      durability: 'strict',
    });
    // The disk makes ready while the hashes are made.
    const entries = transaction.objectStore('entries');
    const written = settled(transaction);
    const versions = new Map<string, number>();
    let { position, hash } = at;
    let chained: Entry[];
    try {
      chained = drafts.map((draft) => {
        const version = (versions.get(draft.stream) ?? at.versions.get(draft.stream) ?? 0) + 1;
        position += 1;
        const entry = chainEntry(draft, position, version, hash);
        versions.set(draft.stream, version);
        hash = entry.hash;
        entries.add(entry);
        return entry;
      });
    } catch (cause) {
      transaction.abort();
      await written;
      throw cause;
    }
    // Nothing else is to come: the disk need not wait until we have heard of each.
    transaction.commit();
    const problem = await written;
    if (problem?.name === 'ConstraintError') return undefined;
    if (problem) throw problem;
    versions.forEach((version, stream) => at.versions.set(stream, version));
    head = { position, hash, versions: at.versions };
    return chained;
  }

  async function appendNow(
    drafts: readonly EntryDraft[],
    expected: Readonly<Record<string, number>>,
  ): Promise<Result<Entry[], VersionConflict>> {
    head ??= await readHead();
    if (!(await conflictOf(withoutNew(expected, drafts, head), head))) {
      const written = await write(drafts, head);
      if (written) return ok(written);
    }
    // What was remembered may be of before another worker wrote: only a fresh look refuses.
    for (;;) {
      const fresh: Head = await readHead();
      head = fresh;
      const conflict = await conflictOf(expected, fresh);
      if (conflict) return err(conflict);
      const written = await write(drafts, fresh);
      if (written) return ok(written);
    }
  }

  let turn: Promise<unknown> = Promise.resolve();

  return {
    async append(drafts, expected) {
      invariant(
        drafts.every(({ stream }) => Object.hasOwn(expected, stream)),
        'an append names the version of every stream that it writes to',
      );
      const appended = turn.then(() => appendNow(drafts, expected));
      turn = appended.catch(() => undefined);
      return appended;
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
