import { createHash } from 'node:crypto';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { createFakeCardIssuer } from '../../lib/adapters/issuers/fake/fake-card-issuer.ts';
import { createMemoryLedgerStore } from '../../lib/adapters/storage/fake/memory-ledger-store.ts';
import { createIdbCheckpointStore } from '../../lib/adapters/storage/idb-checkpoint-store.ts';
import { createCard } from '../../lib/app/agent/create-card.ts';
import { createBook } from '../../lib/app/book.ts';
import { CHECKPOINT_VERSION, readCheckpoint, writeCheckpoint } from '../../lib/app/checkpoint.ts';
import { GENESIS_HASH, type Entry } from '../../lib/domain/ledger/entry.ts';
import { InvariantError } from '../../lib/kernel/invariant.ts';
import { writeExact } from '../../lib/kernel/exact-json.ts';
import { ok } from '../../lib/kernel/result.ts';
import { Table } from '../../lib/kernel/table.ts';
import type { CheckpointStore } from '../../lib/ports/checkpoint-store.ts';
import type { LedgerStore } from '../../lib/ports/ledger-store.ts';
import { must, openWallet, type OpenWallet } from './open-wallet.ts';

const EVERY = 10;

let name: string;
let made = 0;
let ledger: LedgerStore;
let reads: number[];
let wallet: OpenWallet;

/** The log, telling after which positions it is read. */
function watched(): LedgerStore {
  const memory = createMemoryLedgerStore();
  return {
    ...memory,
    readAll: (after, limit) => {
      reads.push(after);
      return memory.readAll(after, limit);
    },
  };
}

const begin = (store: CheckpointStore = createIdbCheckpointStore(name)) =>
  createBook({
    store: ledger,
    clock: wallet.kit.clock,
    sponsor: () => Promise.resolve('0xoperator'),
    checkpoints: { store, every: EVERY },
  });

const digestOf = (state: object) => createHash('sha256').update(writeExact(state)).digest('hex');

async function pay(book: OpenWallet['kit']['book'], key: string, times = 1): Promise<void> {
  for (let index = 0; index < times; index += 1)
    must(
      await createCard(
        { ...wallet.kit, book },
        wallet.agentId,
        { mandate: wallet.mandateId, amount: '1.00' },
        `${key}-${index}`,
      ),
    );
}

/** What the log says when all of it is folded. */
async function folded() {
  const book = createBook({
    store: ledger,
    clock: wallet.kit.clock,
    sponsor: () => Promise.resolve(undefined),
  });
  await book.open();
  return book.state();
}

beforeEach(async () => {
  made += 1;
  name = `checkpoint-${made}`;
  reads = [];
  ledger = watched();
  const { issuer } = createFakeCardIssuer();
  wallet = await openWallet({ issuer, funds: 100_000, budget: '500.00', store: ledger });
});

/** A worker that saved a checkpoint, went on a little and has nothing under way any more. */
async function lifeWithCheckpoint(): Promise<number> {
  const book = begin();
  await book.open();
  await pay(book, 'first', 8);
  const saved = async () => (await createIdbCheckpointStore(name).load())?.position ?? 0;
  for (let more = 0; book.revision() - (await saved()) >= EVERY; more += 1) await pay(book, `more-${more}`);
  return saved();
}

describe('[K2] a worker that starts from a checkpoint', () => {
  test('reads no entry before it but the one that it stands on, and knows what the whole log says', async () => {
    const position = await lifeWithCheckpoint();
    reads = [];
    const book = begin();
    await book.open();
    expect(Math.min(...reads)).toBe(position - 1);
    expect(digestOf(book.state())).toBe(digestOf(await folded()));
    await pay(book, 'later', 4);
    expect(digestOf(book.state())).toBe(digestOf(await folded()));
  });

  test('answers a key that was used before it', async () => {
    await lifeWithCheckpoint();
    const book = begin();
    await book.open();
    const before = book.revision();
    await pay(book, 'first');
    expect(book.revision()).toBe(before);
  });

  test('that was killed between an append and the checkpoint starts from the one before', async () => {
    const position = await lifeWithCheckpoint();
    const store = createIdbCheckpointStore(name);
    const never = { ...store, save: () => new Promise<never>(() => undefined) };
    const dying = begin(never);
    await dying.open();
    await pay(dying, 'unsaved', 6);
    reads = [];
    const book = begin();
    await book.open();
    expect(Math.min(...reads)).toBe(position - 1);
    expect(digestOf(book.state())).toBe(digestOf(await folded()));
  });

  test.each<[string, () => Promise<void>]>([
    [
      'was written by halves',
      async () => {
        const db = await openDB(name);
        const [part] = await db.getAllKeys('parts');
        await db.delete('parts', part!);
        db.close();
      },
    ],
    [
      'was changed',
      async () => {
        const db = await openDB(name);
        const bytes = (await db.get('parts', 'mandates/0')) as Uint8Array;
        await db.put('parts', bytes.with(bytes.length - 9, bytes.at(-9)! ^ 1), 'mandates/0');
        db.close();
      },
    ],
    [
      'was saved by an older version',
      async () => {
        const store = createIdbCheckpointStore(name);
        await store.save({ ...(await store.load())!, version: CHECKPOINT_VERSION - 1 });
      },
    ],
    [
      'stands on an entry that the log does not have',
      async () => {
        const store = createIdbCheckpointStore(name);
        await store.save({ ...(await store.load())!, position: 10_000 });
      },
    ],
    [
      'stands on another log',
      async () => {
        const store = createIdbCheckpointStore(name);
        await store.save({ ...(await store.load())!, head: 'f'.repeat(64) });
      },
    ],
  ])('passes over one that %s, reads the whole log and saves another', async (_what, spoil) => {
    await lifeWithCheckpoint();
    await spoil();
    reads = [];
    const book = begin();
    await book.open();
    expect(reads).toContain(0);
    expect(digestOf(book.state())).toBe(digestOf(await folded()));
    await expect
      .poll(() => createIdbCheckpointStore(name).load())
      .toMatchObject({ version: CHECKPOINT_VERSION, position: book.revision() });
  });

  test('does without, when there is no place for checkpoints', async () => {
    const broken = () => Promise.reject(new Error('quota exceeded'));
    const book = begin({ load: broken, save: broken, clear: broken });
    await book.open();
    await pay(book, 'first', 4);
    expect(digestOf(book.state())).toBe(digestOf(await folded()));
  });

  test('finds an entry from before it that was changed, and then writes no more', async () => {
    await lifeWithCheckpoint();
    const whole = ledger;
    const changed = (entry: Entry): Entry => (entry.position === 3 ? { ...entry, at: entry.at + 1 } : entry);
    ledger = {
      ...whole,
      readAll: async (after, limit) => (await whole.readAll(after, limit)).map(changed),
    };
    const book = begin();
    await book.open();
    expect(await book.verify()).toBe(3);
    await expect(pay(book, 'later')).rejects.toThrow(InvariantError);
    expect(await createIdbCheckpointStore(name).load()).toBeUndefined();
  });

  test('finds nothing to say of a whole log', async () => {
    await lifeWithCheckpoint();
    const book = begin();
    await book.open();
    expect(await book.verify()).toBeUndefined();
  });
});

test('[K8] every beginning of the log is a state by the rules, and the whole of it is the one that was reached', async () => {
  const book = begin();
  await book.open();
  await pay(book, 'first', 8);
  const whole = await ledger.readAll(0, 1_000);
  expect(whole.length).toBeGreaterThan(20);
  for (let length = 0; length <= whole.length; length += 1) {
    const beginning: LedgerStore = {
      ...ledger,
      readAll: (after, limit) => Promise.resolve(whole.slice(after, Math.min(length, after + limit))),
    };
    const again = createBook({
      store: beginning,
      clock: wallet.kit.clock,
      sponsor: () => Promise.resolve(undefined),
    });
    await again.open();
    expect(again.revision()).toBe(length);
    if (length === whole.length) expect(digestOf(again.state())).toBe(digestOf(book.state()));
  }
});

test('books that break a rule are read but not written to, and nothing of them is kept', async () => {
  const book = createBook({
    store: ledger,
    clock: wallet.kit.clock,
    sponsor: () => Promise.resolve('0xoperator'),
  });
  await book.open();
  // More money than the wallet has: no use case writes this, a bug might.
  must(
    await book.commit(() =>
      ok([{ type: 'overdraft-repaid', amount: { minor: 10n ** 9n, currency: 'USD' } }]),
    ),
  );
  const later = begin();
  await later.open();
  expect(later.state().deposits.size).toBe(1);
  await expect(pay(later, 'later')).rejects.toThrow('the books break rule 7');
  expect(await createIdbCheckpointStore(name).load()).toBeUndefined();
});

test('the shape of a checkpoint is that of its version: who changes a fold bumps it', async () => {
  await pay(wallet.kit.book, 'payment', 2);
  const state = await folded();
  const draft = writeCheckpoint(
    { position: 1, head: GENESIS_HASH, state, versions: Table.empty() },
    undefined,
  );
  const parts = new Map(
    [...draft.parts].flatMap(([part, bytes]) => (bytes === 'kept' ? [] : [[part, bytes]])),
  );
  expect({ version: CHECKPOINT_VERSION, digest: digestOf(state) }).toMatchInlineSnapshot(`
    {
      "digest": "cc328351d09130cbf7893c1d6cebf2e210f1bba5d6a5be6a02f5093b519f808f",
      "version": 9,
    }
  `);
  expect(digestOf(readCheckpoint({ ...draft, parts })!.state)).toBe(digestOf(state));
});
