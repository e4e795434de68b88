import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { findBrokenLink } from '../../domain/ledger/entry.ts';
import { createMemoryLedgerStore } from './fake/memory-ledger-store.ts';
import { createIdbLedgerStore } from './idb-ledger-store.ts';
import { describeLedgerStore, draftFor } from './ledger-store.contract.ts';

let made = 0;
const freshName = () => `ledger-${(made += 1)}`;

describeLedgerStore('the ledger in memory', createMemoryLedgerStore);
describeLedgerStore('the ledger in IndexedDB', () => createIdbLedgerStore(freshName()));

/** Changes a stored row behind the ledger's back. */
async function tamper(name: string, change: (row: Record<string, unknown>) => void): Promise<void> {
  const db = await openDB(name);
  const row = (await db.get('entries', 2)) as Record<string, unknown>;
  change(row);
  await db.put('entries', row);
  db.close();
}

async function threeEntries(): Promise<string> {
  const name = freshName();
  await createIdbLedgerStore(name).append([draftFor('a'), draftFor('a'), draftFor('a')], { a: 0 });
  return name;
}

describe('the ledger in IndexedDB, on disk', () => {
  test('a new worker reads what an old one wrote and goes on', async () => {
    const name = await threeEntries();
    const reopened = createIdbLedgerStore(name);
    expect(await reopened.readAll(0, 10)).toHaveLength(3);
    expect((await reopened.append([draftFor('a')], { a: 3 })).ok).toBe(true);
    expect(findBrokenLink(await reopened.readAll(0, 10))).toBeUndefined();
  });

  test('two workers over the same disk cannot both write version 1', async () => {
    const name = freshName();
    const stores = [createIdbLedgerStore(name), createIdbLedgerStore(name)];
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => stores[index % 2]!.append([draftFor('a')], { a: 0 })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('a worker that another overtook looks again: it refuses what is taken and writes after what is there', async () => {
    const name = freshName();
    const [one, other] = [createIdbLedgerStore(name), createIdbLedgerStore(name)];
    await one.append([draftFor('a')], { a: 0 });
    await other.append([draftFor('a'), draftFor('b')], { a: 1, b: 0 });
    expect(await one.append([draftFor('a')], { a: 1 })).toMatchObject({ ok: false, error: { actual: 2 } });
    expect(await one.append([draftFor('b')], { b: 0 })).toMatchObject({ ok: false, error: { actual: 1 } });
    expect((await one.append([draftFor('c'), draftFor('a')], { c: 0, a: 2 })).ok).toBe(true);
    expect((await other.append([draftFor('d')], { d: 0 })).ok).toBe(true);
    const entries = await one.readAll(0, 10);
    expect(entries.map(({ stream, version }) => `${stream}${version}`)).toEqual([
      'a1',
      'a2',
      'b1',
      'c1',
      'a3',
      'd1',
    ]);
    expect(findBrokenLink(entries)).toBeUndefined();
  });

  test('a ledger of the first version still loads, and goes on', async () => {
    const name = freshName();
    const memory = createMemoryLedgerStore();
    await memory.append([draftFor('a'), draftFor('b'), draftFor('a')], { a: 0, b: 0 });
    const entries = await memory.readAll(0, 10);
    const old = await openDB(name, 1, {
      upgrade(db) {
        db.createObjectStore('entries', { keyPath: 'position' }).createIndex('stream', ['stream', 'version']);
        db.createObjectStore('versions');
      },
    });
    for (const entry of entries) await old.put('entries', entry);
    await old.put('versions', 2, 'a');
    old.close();
    const store = createIdbLedgerStore(name);
    expect(await store.readAll(0, 10)).toEqual(entries);
    expect((await store.append([draftFor('a')], { a: 2 })).ok).toBe(true);
    expect(findBrokenLink(await store.readAll(0, 10))).toBeUndefined();
  });

  test.each([
    ['a changed amount', (row: Record<string, unknown>) => (row.body = { amount: '1' })],
    ['a changed time', (row: Record<string, unknown>) => (row.at = 5)],
    ['a changed context', (row: Record<string, unknown>) => (row.context = { policyVersion: 2 })],
    ['a changed hash', (row: Record<string, unknown>) => (row.hash = 'f'.repeat(64))],
    ['a changed link', (row: Record<string, unknown>) => (row.prevHash = 'f'.repeat(64))],
  ])('%s is found', async (_what, change) => {
    const name = await threeEntries();
    await tamper(name, change);
    expect(findBrokenLink(await createIdbLedgerStore(name).readAll(0, 10))).toBe(2);
  });

  test('a row that is no entry is not read', async () => {
    const name = await threeEntries();
    await tamper(name, (row) => (row.note = 'smuggled in'));
    await expect(createIdbLedgerStore(name).readAll(0, 10)).rejects.toThrow();
  });

  test('the connection gives way when the database is upgraded or deleted', async () => {
    const name = await threeEntries();
    const store = createIdbLedgerStore(name);
    await store.readAll(0, 1);
    const db = await openDB(name, 3);
    expect(db.version).toBe(3);
    db.close();
  });
});
