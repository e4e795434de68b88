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
  const db = await openDB(name, 1);
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
    const db = await openDB(name, 2);
    expect(db.version).toBe(2);
    db.close();
  });
});
