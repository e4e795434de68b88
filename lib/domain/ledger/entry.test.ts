import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainEntry, Entry, findBrokenLink, GENESIS_HASH, hashEntry, type EntryDraft } from './entry.ts';
import { wellFormed } from './well-formed.ts';

const draft = (stream: string, body: unknown): EntryDraft => ({
  stream,
  id: 'evt_1',
  at: 1,
  type: 'noted',
  body,
  postings: [],
  context: { policyVersion: 1 },
});

function chainOf(drafts: readonly EntryDraft[]): Entry[] {
  const entries: Entry[] = [];
  for (const one of drafts) {
    const prevHash = entries.at(-1)?.hash ?? GENESIS_HASH;
    entries.push(chainEntry(one, entries.length + 1, entries.length + 1, prevHash));
  }
  return entries;
}

/** Any JSON, with text that a page may have broken. */
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const body = fc.oneof(
  fc.jsonValue({ stringUnit: 'binary' }),
  fc.record({ title: fc.string({ unit: codeUnit }), lines: fc.array(fc.string({ unit: codeUnit })) }),
  fc.constantFrom('half an emoji \ud83d', { '\udc00': ['\ud800\ud800'] }),
);
const chains = fc
  .array(body, { minLength: 1, maxLength: 8 })
  .map((bodies) => chainOf(bodies.map((one) => draft('s', one))));

test('the hash is fixed: a chain of today verifies tomorrow', () => {
  const [entry] = chainOf([draft('wallet', { b: 1, a: ['x', null, true], text: 'é\n' })]);
  expect(entry?.hash).toMatchInlineSnapshot(
    `"0f90acb8f96cc9fe4598a0265b9fea63882c3371b0cabe1edd67ee4df5f0d399"`,
  );
});

test('a chain as it was written holds, also after a trip through JSON', () => {
  fc.assert(
    fc.property(chains, (entries) => {
      expect(findBrokenLink(entries)).toBeUndefined();
      const reread = (JSON.parse(JSON.stringify(entries)) as unknown[]).map((one) => Entry.parse(one));
      expect(findBrokenLink(reread)).toBeUndefined();
    }),
  );
});

test('the order of keys does not matter, their values do', () => {
  const [one] = chainOf([draft('s', { a: 1, b: 2 })]);
  expect(chainOf([draft('s', { b: 2, a: 1 })])[0]?.hash).toBe(one?.hash);
  expect(chainOf([draft('s', { a: 2, b: 1 })])[0]?.hash).not.toBe(one?.hash);
});

test('an edit of any field of any entry is found at that entry', () => {
  const edits: Partial<Entry>[] = [
    { position: 99 },
    { stream: 'other' },
    { version: 99 },
    { id: 'evt_2' },
    { at: 2 },
    { type: 'other' },
    { body: 'edited' },
    { postings: ['added'] },
    { context: { policyVersion: 1, workflow: 'w' } },
    { prevHash: 'f'.repeat(64) },
    { hash: 'f'.repeat(64) },
  ];
  const entries = chainOf(['a', 'b', 'c'].map((one) => draft('s', one)));
  for (const index of [0, 1, 2]) {
    for (const edit of edits) {
      const edited = entries.with(index, { ...entries[index]!, ...edit });
      expect(findBrokenLink(edited)).toBe(edit.position ?? index + 1);
    }
  }
});

test('an edit whose hash was made again is found at the next entry', () => {
  const entries = chainOf(['a', 'b', 'c'].map((one) => draft('s', one)));
  const edited = { ...entries[0]!, body: 'edited' };
  const rehashed = { ...edited, hash: hashEntry(edited) };
  expect(findBrokenLink(entries.with(0, rehashed))).toBe(2);
});

test('a cut, a swap and a copy are found', () => {
  fc.assert(
    fc.property(chains, fc.nat(), fc.nat(), (entries, a, b) => {
      const [from, to] = [a % entries.length, b % entries.length];
      if (from < entries.length - 1) expect(findBrokenLink(entries.toSpliced(from, 1))).toBeDefined();
      expect(findBrokenLink(entries.toSpliced(to, 0, entries[from]!))).toBeDefined();
      if (from !== to) {
        const swapped = entries.with(from, entries[to]!).with(to, entries[from]!);
        expect(findBrokenLink(swapped)).toBeDefined();
      }
    }),
  );
});

test('a page of the chain is checked from the hash before it', () => {
  const entries = chainOf(['a', 'b', 'c'].map((one) => draft('s', one)));
  expect(findBrokenLink(entries.slice(1), entries[0]!.hash)).toBeUndefined();
  expect(findBrokenLink(entries.slice(1))).toBe(2);
});

test('broken text is replaced, all else is left as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      expect(wellFormed(value)).toEqual(value);
    }),
  );
  expect(wellFormed({ a: ['\ud800x', { '\udc00': 1 }], n: null })).toEqual({
    a: ['\ufffdx', { '\ufffd': 1 }],
    n: null,
  });
});
