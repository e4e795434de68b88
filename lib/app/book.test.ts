import { expect, test } from 'vitest';
import { createSystemClock } from '../adapters/clock/system-clock.ts';
import { createMemoryLedgerStore } from '../adapters/storage/fake/memory-ledger-store.ts';
import { money } from '../kernel/money.ts';
import { ok } from '../kernel/result.ts';
import { createBook } from './book.ts';
import type { BookEvent } from './book-event.ts';
import type { BookState } from './book-state.ts';

/** Credits a deposit unless its reference was credited before: a decision that only the newest state makes right. */
const creditOnce = (reference: string) => (state: BookState) =>
  ok<BookEvent[]>(
    state.deposits.has(reference)
      ? []
      : [{ type: 'deposit-credited', reference, amount: money(100n, 'USD') }],
  );

function open(store = createMemoryLedgerStore()) {
  const book = createBook({ store, clock: createSystemClock(), sponsor: () => Promise.resolve(undefined) });
  return { book, store };
}

test('two writers that decide on the same state append it once', async () => {
  const { book: first, store } = open();
  const { book: second } = open(store);
  await Promise.all([first.open(), second.open()]);
  await first.commit(creditOnce('d1'));
  const late = await second.commit(creditOnce('d1'));
  expect(late).toEqual({ ok: true, value: [] });
  expect(second.state().deposits.ids()).toEqual(['d1']);
  await second.commit(creditOnce('d2'));
  await first.commit(creditOnce('d3'));
  expect(first.state().deposits.ids()).toEqual(['d1', 'd2', 'd3']);
  expect(await store.readAll(0, 10)).toHaveLength(3);
});

test('commits of one writer are decided one after another', async () => {
  const { book, store } = open();
  await book.open();
  await Promise.all(Array.from({ length: 20 }, () => book.commit(creditOnce('d1'))));
  expect(await store.readAll(0, 10)).toHaveLength(1);
});

test('[K6] what could not be written did not happen: the state stays, and the next writer goes on', async () => {
  const store = createMemoryLedgerStore();
  let isFull = true;
  const { book } = open({
    ...store,
    append: (drafts, expected) =>
      isFull ? Promise.reject(new Error('the disk is full')) : store.append(drafts, expected),
  });
  await book.open();
  await expect(book.commit(creditOnce('d1'))).rejects.toThrow('the disk is full');
  expect(book.state().deposits.ids()).toEqual([]);
  isFull = false;
  expect((await book.commit(creditOnce('d1'))).ok).toBe(true);
  expect(await store.readAll(0, 10)).toHaveLength(1);
});

test('a decision that throws stops nobody else', async () => {
  const { book } = open();
  await book.open();
  await expect(
    book.commit(() => {
      throw new Error('a bug');
    }),
  ).rejects.toThrow('a bug');
  expect((await book.commit(creditOnce('d1'))).ok).toBe(true);
  expect(book.state().deposits.ids()).toEqual(['d1']);
});
