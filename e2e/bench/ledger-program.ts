import { z } from 'zod';
import { createIdbLedgerStore } from '../../lib/adapters/storage/idb-ledger-store.ts';
import { BookEvent } from '../../lib/app/book-event.ts';
import { EMPTY_BOOK, evolveBook, type BookState } from '../../lib/app/book-state.ts';
import { walletBalanceOf } from '../../lib/domain/ledger/balances.ts';
import { chainEntry, GENESIS_HASH, type Entry, type EntryDraft } from '../../lib/domain/ledger/entry.ts';
import type { Mandate } from '../../lib/domain/mandate/state.ts';
import { decidePurchase } from '../../lib/domain/policy/decide-purchase.ts';
import { money } from '../../lib/kernel/money.ts';

/** How many purchases are made under one mandate in the books that are grown. */
const PER_MANDATE = 1_000;
const STEP_MS = 60_000;
const ID = /\b(chk|card|hold|evt)_[0-9a-z]{26}\b/gi;

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const bodyOf = (entry: EntryDraft) => entry.body as Record<string, unknown> & { type: string };

/** What was written for one real purchase, and before it. */
interface Template {
  readonly mandate: readonly EntryDraft[];
  readonly purchase: readonly EntryDraft[];
}

function templateOf(entries: readonly Entry[]): Template | null {
  const mandateId = entries.find(({ type }) => type === 'mandate-requested')?.context.mandateId;
  const ofMandate = entries.filter(({ stream }) => stream === `mandate:${mandateId}`);
  const first = entries.findIndex(({ type }) => type === 'checkout-created');
  const card = entries.findLast(({ type }) => type === 'card-closed');
  if (!mandateId || first < 0 || !card) return null;
  const settled = {
    ...card,
    type: 'card-settled',
    body: { type: 'card-settled', cardId: bodyOf(card).cardId },
  };
  return {
    mandate: ofMandate.filter(({ position }) => position < entries[first]!.position),
    purchase: [...entries.slice(first), settled],
  };
}

/** Makes many purchases of one: other ids and other times, all else as it was. */
function* grow({ mandate, purchase }: Template): Generator<EntryDraft> {
  const text = (part: readonly EntryDraft[]) => JSON.stringify(part);
  const [mandateText, purchaseText] = [text(mandate), text(purchase)];
  const oldMandate = mandate[0]!.context.mandateId!;
  const amount = { minor: String(10n ** 15n), currency: 'USD' };
  const credited = { type: 'deposit-credited', reference: 'bench', amount };
  const postings = [
    { account: 'external:issuer', amount: { ...amount, minor: `-${amount.minor}` } },
    { account: 'wallet:available', amount },
  ];
  yield {
    ...mandate[0]!,
    stream: 'wallet',
    id: 'evt_bench',
    type: 'deposit-credited',
    body: credited,
    postings,
  };
  for (let count = 0; ; count += 1) {
    const suffix = (value: number) => value.toString(36).padStart(8, '0');
    const mandateId = oldMandate.slice(0, -8) + suffix(Math.floor(count / PER_MANDATE));
    const renamed = (part: string) =>
      (
        JSON.parse(
          part
            .replaceAll(oldMandate, mandateId)
            .replace(ID, (id) => id.slice(0, -8) + suffix(count))
            .replace(/"(request":\{"key|authorizationId|transactionId)":"/g, `$&${suffix(count)}`),
        ) as EntryDraft[]
      ).map((draft) => ({ ...draft, at: 1_700_000_000_000 + count * STEP_MS }));
    if (count % PER_MANDATE === 0) {
      const [first] = mandate;
      // The one before is over: of an old wallet most mandates are.
      const last = oldMandate.slice(0, -8) + suffix(Math.floor(count / PER_MANDATE) - 1);
      const over = { type: 'mandate-revoked', mandateId: last };
      if (count > 0)
        yield { ...first!, stream: `mandate:${last}`, id: `evt_over${count}`, type: over.type, body: over };
    }
    if (count % PER_MANDATE === 0)
      for (const draft of renamed(mandateText)) {
        const { terms } = bodyOf(draft) as { terms?: object };
        yield terms ? { ...draft, body: { ...bodyOf(draft), terms: { ...terms, budget: amount } } } : draft;
      }
    yield* renamed(purchaseText);
  }
}

function* chained(drafts: Iterable<EntryDraft>, count: number): Generator<Entry> {
  const versions = new Map<string, number>();
  let prevHash = GENESIS_HASH;
  let position = 0;
  for (const { stream, id, at, type, body, postings, context } of drafts) {
    if (position === count) return;
    position += 1;
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    const entry = chainEntry({ stream, id, at, type, body, postings, context }, position, version, prevHash);
    prevHash = entry.hash;
    yield entry;
  }
}

const done = (request: IDBRequest | IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    request.addEventListener('success', () => resolve());
    request.addEventListener('complete', () => resolve());
    request.addEventListener('error', () => reject(request.error!));
  });

function openRaw(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.addEventListener('upgradeneeded', () =>
    request.result.createObjectStore('entries', { keyPath: 'position' }),
  );
  return done(request).then(() => request.result);
}

/** Appends entries one by one, beside puts of the same entries into a bare store: both strict, in turns. */
async function measureAppends(template: Template, rounds: number, perRound: number) {
  const entries = [...chained(grow(template), rounds * perRound)];
  const store = createIdbLedgerStore(`bench-appends-${Date.now()}`);
  const raw = await openRaw(`bench-raw-${Date.now()}`);
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const part = entries.slice(round * perRound, (round + 1) * perRound);
    const bySide = [
      async () => {
        const since = performance.now();
        for (const entry of part) {
          const appended = await store.append([entry], { [entry.stream]: entry.version - 1 });
          if (!appended.ok || appended.value[0]?.hash !== entry.hash)
            throw new Error('appended another entry');
        }
        ours.push((performance.now() - since) / perRound);
      },
      async () => {
        const since = performance.now();
        for (const entry of part) {
          const transaction = raw.transaction('entries', 'readwrite', { durability: 'strict' });
          transaction.objectStore('entries').put(entry);
          await done(transaction);
        }
        bare.push((performance.now() - since) / perRound);
      },
    ];
    for (const side of round % 2 === 0 ? bySide : bySide.reverse()) await side();
  }
  return {
    baseline: 'puts of the same entries into a bare IndexedDB store, strict, one a transaction',
    entries: entries.length,
    bytes: Math.round(entries.reduce((sum, entry) => sum + JSON.stringify(entry).length, 0) / entries.length),
    baseline_ms: Number(median(bare).toFixed(3)),
    measured_ms: Number(median(ours).toFixed(3)),
    // Of each round, so that what else the machine does weighs on both sides alike.
    rate_ratio: Number(median(bare.map((time, round) => time / ours[round]!)).toFixed(2)),
  };
}

function decideOne(state: BookState, mandate: Mandate, now: number): void {
  const verdict = decidePurchase(mandate, {
    merchant: 'shop.localhost',
    host: null,
    category: '5732',
    isRecurring: false,
    isPayeeUnproven: false,
    isCurrencyAssumed: false,
    cart: 'unread',
    amount: money(100n, 'USD'),
    available: walletBalanceOf(state.balances, 'USD').available,
    knownMerchants: [],
    now,
  });
  if (verdict.verdict === 'deny') throw new Error(`denied: ${JSON.stringify(verdict.reason.kind)}`);
}

/** Time of one call in µs, over so many calls that a clock of coarse ticks can tell. */
function timeOf(work: () => void): number {
  // Code that was never run is slow at its first size and would flatter the others.
  for (let call = 0; call < 20_000; call += 1) work();
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const since = performance.now();
    for (let call = 0; call < 2_000; call += 1) work();
    times.push(((performance.now() - since) / 2_000) * 1_000);
  }
  return Number(median(times).toFixed(3));
}

/** Folds books in memory, all purchases under one mandate with every limit that looks back, and asks them at each size. */
function measureGrowth(template: Template, sizes: readonly number[]) {
  const limit = { minor: String(10n ** 15n), currency: 'USD' };
  const looksBack = {
    budget: limit,
    perDay: limit,
    perWeek: limit,
    perMonth: limit,
    maxPayments: null,
    minimumIntervalMs: 1,
    expiresAt: 4_000_000_000_000,
    notBefore: 0,
    categories: [{ code: '5732', limit }],
  };
  const [deposit, ...rest] = (() => {
    const drafts: EntryDraft[] = [];
    for (const draft of grow(template)) {
      if (drafts.length === 1 + template.mandate.length + template.purchase.length) break;
      drafts.push(draft);
    }
    return drafts;
  })();
  const read = (draft: EntryDraft): BookEvent => {
    const body = bodyOf(draft);
    const terms = 'terms' in body ? { terms: { ...(body.terms as object), ...looksBack } } : {};
    const category = body.type === 'funds-reserved' ? { category: '5732' } : {};
    return z.decode(BookEvent, { ...body, ...terms, ...category } as z.input<typeof BookEvent>);
  };
  const opening = [deposit!, ...rest.slice(0, template.mandate.length)].map(read);
  const purchase = rest.slice(template.mandate.length).map(read);
  let state = EMPTY_BOOK;
  let at = 1_700_000_000_000;
  let folded = 0;
  const fold = (event: BookEvent) => {
    state = evolveBook(state, event, at);
    folded += 1;
  };
  opening.forEach(fold);
  const mandateId = state.mandates.ids()[0]!;
  const measured: Record<string, { balance_us: number; decision_us: number; fold_us: number }> = {};
  let count = 0;
  const buy = () => {
    count += 1;
    at += STEP_MS;
    for (const event of purchase) {
      const ids = Object.fromEntries(
        Object.entries(event).flatMap(([key, of]) =>
          ['checkoutId', 'cardId', 'holdId'].includes(key) && of !== null
            ? [[key, `${String(of)}${count}`]]
            : [],
        ),
      );
      const request =
        'request' in event && event.request ? { request: { ...event.request, key: `k${count}` } } : {};
      fold({ ...event, ...ids, ...request });
    }
  };
  for (const size of sizes) {
    while (folded + purchase.length <= size) buy();
    const since = performance.now();
    const before = folded;
    for (let more = 0; more < 50; more += 1) buy();
    const fold_us = Number((((performance.now() - since) * 1_000) / (folded - before)).toFixed(3));
    const mandate = state.mandates.get(mandateId)!;
    measured[size] = {
      balance_us: timeOf(() => void walletBalanceOf(state.balances, 'USD')),
      decision_us: timeOf(() => decideOne(state, mandate, at + STEP_MS)),
      fold_us,
    };
  }
  const [first, last] = [measured[sizes[0]!]!, measured[sizes.at(-1)!]!];
  const ratio = (of: keyof typeof first) => Number((last[of] / first[of]).toFixed(2));
  return {
    baseline: `the same at ${sizes[0]} entries; the books are folded in memory`,
    entries: measured,
    balance_ratio: ratio('balance_us'),
    decision_ratio: ratio('decision_us'),
    fold_ratio: ratio('fold_us'),
  };
}

/** Puts so many entries in the place of the ledger that is there. Its worker has to be ended then. */
async function replaceLedger(template: Template, count: number): Promise<number> {
  const db = await openRaw('countersign-ledger');
  const clear = db.transaction('entries', 'readwrite');
  clear.objectStore('entries').clear();
  await done(clear);
  const entries = chained(grow(template), count);
  for (let next = entries.next(); !next.done; ) {
    const transaction = db.transaction('entries', 'readwrite');
    for (let rows = 0; rows < 1_000 && !next.done; rows += 1, next = entries.next())
      transaction.objectStore('entries').put(next.value);
    await done(transaction);
  }
  db.close();
  return count;
}

/** What of a ledger's last entries a worker still has to read: how many there are beyond its checkpoint. */
async function checkpointedAt(): Promise<number> {
  const db = await openRaw('countersign-checkpoint');
  const request = db.transaction('seals').objectStore('seals').get('newest');
  await done(request);
  db.close();
  return (request.result as { position: number } | undefined)?.position ?? 0;
}

async function readLedger(): Promise<Template | null> {
  const db = await openRaw('countersign-ledger');
  const request = db.transaction('entries').objectStore('entries').getAll();
  await done(request);
  db.close();
  return templateOf(request.result as Entry[]);
}

Object.assign(globalThis, {
  ledgerBench: { readLedger, measureAppends, measureGrowth, replaceLedger, checkpointedAt },
});

export type LedgerBench = {
  readonly readLedger: typeof readLedger;
  readonly measureAppends: typeof measureAppends;
  readonly measureGrowth: typeof measureGrowth;
  readonly replaceLedger: typeof replaceLedger;
  readonly checkpointedAt: typeof checkpointedAt;
};
