import { invariant } from './invariant.ts';

/** What a table can hold: anything but nothing. */
type Row = object | string | number | bigint;

/** A row that is still as it was stored; it is read when somebody wants it. */
export class Sealed<T> {
  constructor(readonly open: () => T) {}
}

type Slot<T> = T | Sealed<T>;

interface Rows<T> {
  readonly slots: Map<string, Slot<T>>;
  readonly live: Set<string>;
}

/** What an older version has in place of a newer one's row; `undefined` when it had none. */
interface Difference<T extends Row> {
  readonly id: string;
  readonly slot: Slot<T> | undefined;
  readonly newer: Table<T>;
}

const nothingLives = () => false;

/**
 * Rows by id, in the order in which they came. Immutable from outside: `with` gives another table and leaves this one as
 * it was. Inside, only the version that was used last has the rows, and each other knows how it differs from the next
 * (Baker's rerooting), so that a step costs the same in a table of a hundred rows and of a million.
 */
export class Table<T extends Row> {
  #rows: Rows<T> | undefined;
  #differs: Difference<T> | undefined;
  readonly #isLive: (value: T) => boolean;

  private constructor(rows: Rows<T>, isLive: (value: T) => boolean) {
    this.#rows = rows;
    this.#isLive = isLive;
  }

  /** An empty table. Rows of which `isLive` holds can be listed without looking at the others. */
  static empty<T extends Row>(isLive: (value: T) => boolean = nothingLives): Table<T> {
    return new Table<T>({ slots: new Map(), live: new Set() }, isLive);
  }

  /** A table of rows that were kept, with the ids of those that live, in their order. */
  static of<T extends Row>(
    slots: Iterable<readonly [string, Slot<T>]>,
    live: Iterable<string>,
    isLive: (value: T) => boolean = nothingLives,
  ): Table<T> {
    return new Table<T>({ slots: new Map(slots), live: new Set(live) }, isLive);
  }

  get(id: string): T | undefined {
    if (this.#rows) return this.#open(id);
    // An older version is read through its differences; moving the rows to it is for whoever lists them.
    const [root, ...older] = this.#path();
    const differing = older.findLast((table) => table.#differs!.id === id);
    return differing ? opened(differing.#differs!.slot) : root!.#open(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  get size(): number {
    return this.#own().slots.size;
  }

  /** The table with one more row, or another in the place of one; without it when the row is `undefined`. */
  with(id: string, value: T | undefined): Table<T> {
    const rows = this.#own();
    const next = new Table<T>(rows, this.#isLive);
    this.#differs = { id, slot: rows.slots.get(id), newer: next };
    this.#rows = undefined;
    next.#put(id, value);
    return next;
  }

  ids(): string[] {
    return [...this.#own().slots.keys()];
  }

  values(): T[] {
    return this.ids().map((id) => this.#open(id)!);
  }

  entries(): [string, T][] {
    return this.ids().map((id) => [id, this.#open(id)!]);
  }

  /** The newest rows, so many. */
  last(count: number): T[] {
    return this.ids()
      .slice(-count)
      .map((id) => this.#open(id)!);
  }

  /** The rows that live. Costs what they are, however many others there are. */
  live(): T[] {
    return this.liveIds().map((id) => this.#open(id)!);
  }

  liveIds(): string[] {
    return [...this.#own().live];
  }

  /** Ids of the rows that differ from another version; some may be the same again. */
  changesSince(other: Table<T>): Set<string> {
    const [, ...ours] = this.#path();
    const [root, ...theirs] = other.#path();
    invariant(root === this.#path()[0], 'tables of different origin are not compared');
    return new Set([...ours, ...theirs].map((table) => table.#differs!.id));
  }

  toJSON(): Record<string, T> {
    return Object.fromEntries(this.entries());
  }

  #open(id: string): T | undefined {
    const { slots } = this.#rows!;
    const slot = slots.get(id);
    if (!(slot instanceof Sealed)) return slot;
    const value = slot.open();
    slots.set(id, value);
    return value;
  }

  #put(id: string, slot: Slot<T> | undefined): void {
    const { slots, live } = this.#rows!;
    if (slot === undefined) slots.delete(id);
    else slots.set(id, slot);
    const value = opened(slot);
    if (value !== undefined && this.#isLive(value)) live.add(id);
    else live.delete(id);
  }

  /** From the version that has the rows to this one. */
  #path(): Table<T>[] {
    const path: Table<T>[] = [this];
    for (let differs = this.#differs; differs; differs = differs.newer.#differs) path.push(differs.newer);
    return path.reverse();
  }

  /** Moves the rows to this version. */
  #own(): Rows<T> {
    if (this.#rows) return this.#rows;
    this.#path().reduce((newer, older) => {
      const { id, slot } = older.#differs!;
      const rows = newer.#rows!;
      newer.#differs = { id, slot: rows.slots.get(id), newer: older };
      newer.#rows = undefined;
      older.#differs = undefined;
      older.#rows = rows;
      older.#put(id, slot);
      return older;
    });
    return this.#rows!;
  }
}

function opened<T>(slot: Slot<T> | undefined): T | undefined {
  return slot instanceof Sealed ? slot.open() : slot;
}
