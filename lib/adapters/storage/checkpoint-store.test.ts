import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CheckpointDraft, CheckpointStore } from '../../ports/checkpoint-store.ts';
import { createMemoryCheckpointStore } from './fake/memory-checkpoint-store.ts';
import { createIdbCheckpointStore } from './idb-checkpoint-store.ts';

let made = 0;
const freshName = () => `checkpoint-${(made += 1)}`;
const bytes = (text: string) => new TextEncoder().encode(text);
const draft = (position: number, parts: Record<string, string>): CheckpointDraft => ({
  version: 1,
  position,
  head: `hash ${position}`,
  parts: new Map(Object.entries(parts).map(([name, text]) => [name, text === 'kept' ? 'kept' : bytes(text)])),
});

async function textsOf(store: CheckpointStore): Promise<Record<string, string> | undefined> {
  const loaded = await store.load();
  return (
    loaded &&
    Object.fromEntries([...loaded.parts].map(([name, part]) => [name, new TextDecoder().decode(part)]))
  );
}

describe.each([
  ['in memory', createMemoryCheckpointStore],
  ['in IndexedDB', () => createIdbCheckpointStore(freshName())],
])('checkpoints %s', (_where, create) => {
  let store: CheckpointStore;
  beforeEach(() => {
    store = create();
  });

  test('there is none until one is saved, and none after it was cleared', async () => {
    expect(await store.load()).toBeUndefined();
    await store.save(draft(1, { a: 'x' }));
    await store.clear();
    expect(await store.load()).toBeUndefined();
  });

  test('the newest is loaded, with what was kept of the one before and without what was not', async () => {
    await store.save(draft(1, { a: 'x', b: 'y', gone: 'z' }));
    expect(await store.save(draft(2, { a: 'kept', b: 'new' }))).toBe(true);
    expect(await store.load()).toMatchObject({ version: 1, position: 2, head: 'hash 2' });
    expect(await textsOf(store)).toEqual({ a: 'x', b: 'new' });
  });
});

describe('checkpoints in IndexedDB, on disk', () => {
  async function savedTwice(): Promise<string> {
    const name = freshName();
    const store = createIdbCheckpointStore(name);
    await store.save(draft(1, { a: 'x', b: 'y' }));
    await store.save(draft(2, { a: 'kept', b: 'new' }));
    return name;
  }

  test('a new worker reads what an old one saved and saves on from it', async () => {
    const name = await savedTwice();
    const store = createIdbCheckpointStore(name);
    expect(await textsOf(store)).toEqual({ a: 'x', b: 'new' });
    expect(await store.save(draft(3, { a: 'kept', b: 'kept', c: 'z' }))).toBe(true);
    expect(await textsOf(createIdbCheckpointStore(name))).toEqual({ a: 'x', b: 'new', c: 'z' });
  });

  test('of two workers the one that was overtaken mixes nothing into the other', async () => {
    const name = await savedTwice();
    const [one, other] = [createIdbCheckpointStore(name), createIdbCheckpointStore(name)];
    await Promise.all([one.load(), other.load()]);
    expect(await one.save(draft(3, { a: 'changed', b: 'kept' }))).toBe(true);
    expect(await other.save(draft(4, { a: 'kept', b: 'changed' }))).toBe(false);
    expect(await textsOf(other)).toEqual({ a: 'changed', b: 'new' });
    expect(await other.save(draft(4, { a: 'all', b: 'all' }))).toBe(true);
  });

  test.each<[string, (name: string) => Promise<void>]>([
    [
      'whose part was changed',
      async (name) => {
        const db = await openDB(name);
        await db.put('parts', bytes('y'), 'b');
        db.close();
      },
    ],
    [
      'whose part is missing, as when it was written by halves',
      async (name) => {
        const db = await openDB(name);
        await db.delete('parts', 'b');
        db.close();
      },
    ],
    [
      'with a part too many',
      async (name) => {
        const db = await openDB(name);
        await db.put('parts', bytes('z'), 'c');
        db.close();
      },
    ],
    [
      'that is said to be of another entry',
      async (name) => {
        const db = await openDB(name);
        const seal = (await db.get('seals', 'newest')) as object;
        await db.put('seals', { ...seal, position: 7, head: 'hash 7' }, 'newest');
        db.close();
      },
    ],
  ])('one %s is not loaded', async (_what, tamper) => {
    const name = await savedTwice();
    await tamper(name);
    expect(await createIdbCheckpointStore(name).load()).toBeUndefined();
  });
});
