import type { CheckoutId, HoldId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import { Table } from '../../kernel/table.ts';
import { NO_TAKINGS, putTaking, takenAfter, taking, type Takings } from './takings.ts';

export interface Hold {
  readonly id: HoldId;
  readonly checkoutId: CheckoutId | null;
  readonly merchant: string;
  readonly amount: Money;
  readonly status: 'open' | 'posted' | 'released';
  /** When it was granted; never before what the mandate had seen by then. */
  readonly at: number;
  readonly category: string | null;
  /** The version of the terms under which it was granted. */
  readonly version: number;
  /** The issuer's transaction that was posted. */
  readonly transactionId?: string;
  /** What the merchant got of it, and what it gave back of that. */
  readonly posted: Money;
  readonly refunded: Money;
}

/** What a hold takes up: all of it while it is open, then what was posted of it and not paid back; `undefined` once released. */
function takenBy({ status, amount, posted, refunded }: Hold): bigint | undefined {
  if (status === 'released') return undefined;
  return status === 'open' ? amount.minor : posted.minor - refunded.minor;
}

interface Placed {
  readonly hold: Hold;
  /** Where it is among the takings. */
  readonly place: number;
}

/** The holds, and the sums that are kept beside them. */
interface Kept {
  readonly table: Table<Placed>;
  readonly takings: Takings;
  readonly categories: Readonly<Record<string, bigint>>;
}

const NOTHING: Kept = {
  table: Table.empty<Placed>(({ hold }) => hold.status === 'open'),
  takings: NO_TAKINGS,
  categories: {},
};

/** Adds what a hold takes up to the sum of its category, or takes it away. */
function adding(categories: Kept['categories'], hold: Hold, sign: 1n | -1n): Kept['categories'] {
  if (hold.category === null) return categories;
  const taken = takenBy(hold) ?? 0n;
  return { ...categories, [hold.category]: (categories[hold.category] ?? 0n) + sign * taken };
}

/**
 * All holds of a mandate, with the sums that its limits are judged by: they are kept as holds are put in, so that a
 * decision costs the same after ten payments and after a million. Immutable.
 */
export class Holds {
  static readonly NONE = new Holds(() => NOTHING);

  readonly #read: () => Kept;
  #kept: Kept | undefined;

  private constructor(read: () => Kept) {
    this.#read = read;
  }

  /** Holds that are read when somebody wants to know of them: of a mandate that has ended hardly anybody does. */
  static of(read: () => readonly Hold[]): Holds {
    return new Holds(() => read().reduce((all, hold) => all.with(hold), Holds.NONE).kept);
  }

  private get kept(): Kept {
    this.#kept ??= this.#read();
    return this.#kept;
  }

  get(id: string): Hold | undefined {
    return this.kept.table.get(id)?.hold;
  }

  /** Oldest first. */
  values(): Hold[] {
    return this.kept.table.values().map(({ hold }) => hold);
  }

  /** Those that are neither posted nor released. */
  open(): Hold[] {
    return this.kept.table.live().map(({ hold }) => hold);
  }

  /** Puts a hold in, or in the place of the one with its id. Holds come in the order of their time. */
  with(hold: Hold): Holds {
    const { table, takings, categories } = this.kept;
    const before = table.get(hold.id);
    const place = before?.place ?? takings.size;
    const taken = takenBy(hold);
    const next: Kept = {
      table: table.with(hold.id, { hold, place }),
      takings: putTaking(takings, place, taking(hold.at, taken)),
      categories: adding(before ? adding(categories, before.hold, -1n) : categories, hold, 1n),
    };
    return new Holds(() => next);
  }

  /** How many payments were made or are under way. */
  get count(): number {
    return this.kept.takings.count;
  }

  /** When the last of them was granted; `-Infinity` when there is none. */
  get lastAt(): number {
    return this.kept.takings.until;
  }

  /** What is held and was paid, in minor units, of what was granted after a moment. */
  takenAfter(moment: number): bigint {
    return takenAfter(this.kept.takings, moment);
  }

  /** What is held and was paid at merchants of a category, in minor units. */
  takenOn(category: string): bigint {
    return this.kept.categories[category] ?? 0n;
  }

  toJSON(): Hold[] {
    return this.values();
  }
}
