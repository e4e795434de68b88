import { openDB, type DBSchema } from 'idb';
import type { CheckpointStore } from '../../ports/checkpoint-store.ts';
import { isWhole, sealDraft, type Seal } from './checkpoint-seal.ts';
import { createConnection } from './idb-connection.ts';

interface CheckpointSchema extends DBSchema {
  seals: { key: 'newest'; value: Seal };
  parts: { key: string; value: Uint8Array<ArrayBuffer> };
}

/**
 * Keeps the newest checkpoint in IndexedDB, in a database of its own: it can be deleted whole, and a ledger never waits
 * for it. One save is one transaction; what was written by halves or by others does not match its seal and is not read.
 */
export function createIdbCheckpointStore(name = 'countersign-checkpoint'): CheckpointStore {
  const database = createConnection<CheckpointSchema>((events) =>
    openDB<CheckpointSchema>(name, 1, {
      upgrade(db) {
        db.createObjectStore('seals');
        db.createObjectStore('parts');
      },
      ...events,
    }),
  );
  let last: Seal | undefined;

  return {
    async load() {
      const db = await database();
      const transaction = db.transaction(['seals', 'parts']);
      const parts = transaction.objectStore('parts');
      const [seal, names, rows] = await Promise.all([
        transaction.objectStore('seals').get('newest'),
        parts.getAllKeys(),
        parts.getAll(),
      ]);
      last = seal;
      if (!seal) return undefined;
      const found = new Map(names.map((of, index) => [of, rows[index]!]));
      if (!(await isWhole(seal, found))) return undefined;
      const { version, position, head } = seal;
      return { version, position, head, parts: found };
    },
    async save(draft) {
      const before = last;
      const seal = await sealDraft(draft, before);
      const db = await database();
      const transaction = db.transaction(['seals', 'parts'], 'readwrite');
      const [seals, parts] = [transaction.objectStore('seals'), transaction.objectStore('parts')];
      const present = await seals.get('newest');
      const keepsSome = [...draft.parts.values()].includes('kept');
      if (keepsSome && present?.digest !== before?.digest) {
        last = present;
        return false;
      }
      const gone = (await parts.getAllKeys()).filter((of) => !draft.parts.has(of));
      await Promise.all([
        ...gone.map((of) => parts.delete(of)),
        ...[...draft.parts].flatMap(([of, bytes]) => (bytes === 'kept' ? [] : [parts.put(bytes, of)])),
        seals.put(seal, 'newest'),
        transaction.done,
      ]);
      last = seal;
      return true;
    },
    async clear() {
      const db = await database();
      const transaction = db.transaction(['seals', 'parts'], 'readwrite');
      await Promise.all([
        transaction.objectStore('seals').clear(),
        transaction.objectStore('parts').clear(),
        transaction.done,
      ]);
      last = undefined;
    },
  };
}
