import { deflateSync, inflateSync } from 'fflate';
import { z } from 'zod';
import { Holds, type Hold } from '../domain/mandate/holds.ts';
import type { Mandate } from '../domain/mandate/state.ts';
import { readExact, writeExact } from '../kernel/exact-json.ts';
import { Sealed, Table } from '../kernel/table.ts';
import type { Checkpoint, CheckpointDraft } from '../ports/checkpoint-store.ts';
import { LIVES, type BookState } from './book-state.ts';

/** Bumped when a fold or a row changes its shape: a checkpoint of other code is not read. A test holds the shape. */
export const CHECKPOINT_VERSION = 9;

/** The books as they stood after an entry, with the version of each stream. */
export interface FoldedBook {
  readonly position: number;
  readonly head: string;
  readonly state: BookState;
  readonly versions: Table<number>;
}

type TableName = Exclude<keyof BookState, 'balances' | 'fundsAlert' | 'lastStop'> | 'accounts' | 'versions';
type Tables = Readonly<Record<TableName, Table<object | string | number | bigint>>>;

/** How many rows make a part: about as many as are worth reading, or writing again, for one of them. */
const ROWS: Readonly<Record<TableName, number>> = {
  accounts: 256,
  deposits: 256,
  // Rows leave it: all of it is one part.
  openDeposits: Infinity,
  agents: 64,
  // With all its holds.
  mandates: 1,
  cards: 64,
  cardsOfHold: 256,
  checkouts: 32,
  choices: 32,
  categories: 256,
  approvedShops: 256,
  shopCurrencies: 256,
  requests: 256,
  versions: 512,
};
const NAMES = Object.keys(ROWS) as TableName[];

const tablesOf = ({ state: { balances, ...state }, versions }: FoldedBook) =>
  ({ ...state, accounts: balances.accounts, versions }) as unknown as Tables;

const toBytes = (text: string) => new TextEncoder().encode(text);
const toText = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/**
 * Ids of a part, with their length before them, then its rows, so that ids are read without the rows. Rows are
 * compressed: a start waits for the disk longer than for anything else, and most rows are never looked at.
 */
function writePart(ids: readonly string[], table: Table<object | string | number | bigint>) {
  const head = toBytes(JSON.stringify(ids));
  const rows = deflateSync(toBytes(writeExact(ids.map((id) => folded(table.get(id)!)))), { level: 1 });
  const part = new Uint8Array(4 + head.length + rows.length);
  new DataView(part.buffer).setUint32(0, head.length);
  part.set(head, 4);
  part.set(rows, 4 + head.length);
  return part;
}

function* readPart(name: TableName, part: Uint8Array): Generator<readonly [string, Sealed<never>]> {
  const until = 4 + new DataView(part.buffer, part.byteOffset).getUint32(0);
  const ids = JSON.parse(toText(part.subarray(4, until))) as string[];
  let rows: unknown[] | undefined;
  const row = (index: number) => {
    rows ??= readExact(toText(inflateSync(part.subarray(until)))) as unknown[];
    return name === 'mandates' ? revived(rows[index]) : rows[index];
  };
  for (const [index, id] of ids.entries()) yield [id, new Sealed(() => row(index) as never)];
}

/** A mandate's holds are a text in its row: the row can be read without them. */
const folded = (row: object | string | number | bigint): unknown =>
  typeof row === 'object' && 'holds' in row ? { ...row, holds: writeExact(row.holds) } : row;

function revived(row: unknown): Mandate {
  const mandate = row as Omit<Mandate, 'holds'> & { holds: string };
  return { ...mandate, holds: Holds.of(() => readExact(mandate.holds) as Hold[]) };
}

/** What is not in tables, and which of their rows live. */
const Rest = z.looseObject({
  totals: z.looseObject({}),
  fundsAlert: z.looseObject({}),
  live: z.strictObject({
    mandates: z.string().array(),
    cards: z.string().array(),
    checkouts: z.string().array(),
    choices: z.string().array(),
  }),
});

/** Writes the books down, and of what is the same as in an earlier checkpoint only that it is. */
export function writeCheckpoint(book: FoldedBook, before: FoldedBook | undefined): CheckpointDraft {
  const parts = new Map<string, Uint8Array<ArrayBuffer> | 'kept'>();
  const earlier = before && tablesOf(before);
  const tables = tablesOf(book);
  for (const name of NAMES) {
    const table = tables[name];
    const changed = earlier && table.changesSince(earlier[name]);
    const ids = table.ids();
    for (let from = 0, part = 0; from < ids.length; from += ROWS[name], part += 1) {
      const own = ids.slice(from, from + ROWS[name]);
      const isKept = changed && (changed.size === 0 || !own.some((id) => changed.has(id)));
      parts.set(`${name}/${part}`, isKept && name !== 'openDeposits' ? 'kept' : writePart(own, table));
    }
  }
  const { balances, fundsAlert, lastStop, mandates, cards, checkouts, choices } = book.state;
  const live = {
    mandates: mandates.liveIds(),
    cards: cards.liveIds(),
    checkouts: checkouts.liveIds(),
    choices: choices.liveIds(),
  };
  parts.set('rest', toBytes(writeExact({ totals: balances.totals, fundsAlert, lastStop, live })));
  return { version: CHECKPOINT_VERSION, position: book.position, head: book.head, parts };
}

/** Reads books that were written down; rows only when they are wanted. `undefined` when other code wrote them. */
export function readCheckpoint({ version, position, head, parts }: Checkpoint): FoldedBook | undefined {
  const rest = parts.get('rest');
  if (version !== CHECKPOINT_VERSION || !rest) return undefined;
  const { totals, fundsAlert, lastStop, live } = Rest.parse(readExact(toText(rest))) as unknown as Pick<
    BookState['balances'],
    'totals'
  > &
    Pick<BookState, 'fundsAlert' | 'lastStop'> & { live: z.infer<typeof Rest>['live'] };

  function* rowsOf(name: TableName): Generator<readonly [string, Sealed<never>]> {
    for (let part = 0; parts.has(`${name}/${part}`); part += 1)
      yield* readPart(name, parts.get(`${name}/${part}`)!);
  }
  const table = <T extends object | string | number | bigint>(name: TableName): Table<T> =>
    Table.of<T>(rowsOf(name), []);

  return {
    position,
    head,
    versions: table('versions'),
    state: {
      balances: { accounts: table('accounts'), totals },
      deposits: table('deposits'),
      openDeposits: table('openDeposits'),
      agents: table('agents'),
      mandates: Table.of(rowsOf('mandates'), live.mandates, LIVES.mandates),
      cards: Table.of(rowsOf('cards'), live.cards, LIVES.cards),
      cardsOfHold: table('cardsOfHold'),
      checkouts: Table.of(rowsOf('checkouts'), live.checkouts, LIVES.checkouts),
      choices: Table.of(rowsOf('choices'), live.choices, LIVES.choices),
      categories: table('categories'),
      approvedShops: table('approvedShops'),
      shopCurrencies: table('shopCurrencies'),
      requests: table('requests'),
      fundsAlert,
      ...(lastStop && { lastStop }),
    },
  };
}
