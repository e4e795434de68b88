import { beforeEach, describe, expect, test } from 'vitest';
import { findBrokenLink, GENESIS_HASH, type Entry, type EntryDraft } from '../../domain/ledger/entry.ts';
import { InvariantError } from '../../kernel/invariant.ts';
import type { LedgerStore } from '../../ports/ledger-store.ts';

let drafted = 0;

/** Makes a draft that differs from every other. */
export function draftFor(stream: string, body: unknown = { note: `n${drafted}` }): EntryDraft {
  drafted += 1;
  const id = `evt_${String(drafted).padStart(26, '0')}`;
  return {
    stream,
    id,
    at: 1_000 + drafted,
    type: 'noted',
    body,
    postings: [],
    context: { policyVersion: 1 },
  };
}

/** Holds a ledger store to its promises. `create` gives an empty one. */
export function describeLedgerStore(name: string, create: () => LedgerStore): void {
  describe(name, () => {
    let store: LedgerStore;
    beforeEach(() => {
      store = create();
    });

    async function appended(drafts: EntryDraft[], expected: Record<string, number>): Promise<Entry[]> {
      const result = await store.append(drafts, expected);
      if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
      return result.value;
    }

    test('an empty ledger has no entries', async () => {
      expect(await store.readAll(0, 10)).toEqual([]);
      expect(await store.load('a')).toEqual([]);
    });

    test('an append gives positions, versions and a chain', async () => {
      const entries = await appended([draftFor('a'), draftFor('b'), draftFor('a')], { a: 0, b: 0 });
      expect(entries.map(({ position, stream, version }) => [position, stream, version])).toEqual([
        [1, 'a', 1],
        [2, 'b', 1],
        [3, 'a', 2],
      ]);
      expect(entries[0]?.prevHash).toBe(GENESIS_HASH);
      expect(findBrokenLink(entries)).toBeUndefined();
      expect(await store.readAll(0, 10)).toEqual(entries);
      expect(await store.load('a')).toEqual([entries[0], entries[2]]);
    });

    test('a second append goes on where the first ended', async () => {
      const [first] = await appended([draftFor('a')], { a: 0 });
      const [second] = await appended([draftFor('a')], { a: 1 });
      expect(second).toMatchObject({ position: 2, version: 2, prevHash: first?.hash });
    });

    test('reading pages from a position, oldest first', async () => {
      await appended([draftFor('a'), draftFor('a'), draftFor('a'), draftFor('a')], { a: 0 });
      expect((await store.readAll(1, 2)).map(({ position }) => position)).toEqual([2, 3]);
      expect((await store.readAll(3, 2)).map(({ position }) => position)).toEqual([4]);
      expect(await store.readAll(4, 2)).toEqual([]);
    });

    test('a wrong version is refused with what the stream has, and nothing is written', async () => {
      await appended([draftFor('a')], { a: 0 });
      const refused = await store.append([draftFor('b'), draftFor('a')], { b: 0, a: 0 });
      expect(refused).toEqual({
        ok: false,
        error: { kind: 'version_conflict', stream: 'a', expected: 0, actual: 1 },
      });
      expect(await store.readAll(0, 10)).toHaveLength(1);
      expect(await store.load('b')).toEqual([]);
    });

    test('a version that lies ahead is refused too', async () => {
      const refused = await store.append([draftFor('a')], { a: 3 });
      expect(refused).toMatchObject({ ok: false, error: { expected: 3, actual: 0 } });
    });

    test('a stream may be guarded without being written to', async () => {
      await appended([draftFor('a')], { a: 0 });
      expect((await store.append([draftFor('b')], { a: 0, b: 0 })).ok).toBe(false);
      expect((await store.append([draftFor('b')], { a: 1, b: 0 })).ok).toBe(true);
    });

    test('writing to a stream without naming its version is a bug', async () => {
      await expect(store.append([draftFor('a'), draftFor('b')], { a: 0 })).rejects.toThrow(InvariantError);
      expect(await store.readAll(0, 10)).toEqual([]);
    });

    test('an entry that cannot be hashed takes the whole append with it', async () => {
      const broken = draftFor('a', { amount: 10n });
      await expect(store.append([draftFor('a'), broken], { a: 0 })).rejects.toThrow();
      expect(await store.readAll(0, 10)).toEqual([]);
      expect(await appended([draftFor('a')], { a: 0 })).toMatchObject([{ position: 1, version: 1 }]);
    });

    test('of twenty appends that expect the same version one wins', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, () => store.append([draftFor('a'), draftFor('a')], { a: 0 })),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      for (const result of results) {
        if (!result.ok) expect(result.error).toMatchObject({ stream: 'a', expected: 0, actual: 2 });
      }
      expect(await store.load('a')).toHaveLength(2);
    });

    test('parallel appends to different streams make one chain', async () => {
      const streams = Array.from({ length: 20 }, (_, index) => `s${index}`);
      await Promise.all(streams.map((stream) => appended([draftFor(stream)], { [stream]: 0 })));
      const entries = await store.readAll(0, 100);
      expect(entries.map(({ position }) => position)).toEqual(streams.map((_, index) => index + 1));
      expect(findBrokenLink(entries)).toBeUndefined();
    });

    test('broken text of a page is kept, and the chain holds', async () => {
      await appended([draftFor('a', { title: 'half an emoji \ud83d', 'k\udc00': ['\udc00'] })], { a: 0 });
      const entries = await store.readAll(0, 10);
      expect(entries[0]?.body).toEqual({ title: 'half an emoji \ufffd', 'k\ufffd': ['\ufffd'] });
      expect(findBrokenLink(entries)).toBeUndefined();
    });

    test('what a caller does to its drafts and entries afterwards changes nothing', async () => {
      const body = { note: 'as it was' };
      const [entry] = await appended([draftFor('a', body)], { a: 0 });
      body.note = 'changed';
      if (entry) entry.type = 'changed';
      const kept = await store.readAll(0, 10);
      expect(kept[0]).toMatchObject({ type: 'noted', body: { note: 'as it was' } });
      expect(findBrokenLink(kept)).toBeUndefined();
    });
  });
}
