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

/**
 * All holds of a mandate, with the sums that its limits are judged by: they are kept as holds are put in, so that a
 * decision costs the same after ten payments and after a million. Immutable.
 */
export class Holds {
  static readonly NONE = new Holds(
    Table.empty<Placed>(({ hold }) => hold.status === 'open'),
    NO_TAKINGS,
    {},
  );

  private constructor(
    private readonly table: Table<Placed>,
    private readonly takings: Takings,
    private readonly categories: Readonly<Record<string, bigint>>,
  ) {}

  static of(holds: readonly Hold[]): Holds {
    return holds.reduce((all, hold) => all.with(hold), Holds.NONE);
  }

  get(id: string): Hold | undefined {
    return this.table.get(id)?.hold;
  }

  /** Oldest first. */
  values(): Hold[] {
    return this.table.values().map(({ hold }) => hold);
  }

  /** Those that are neither posted nor released. */
  open(): Hold[] {
    return this.table.live().map(({ hold }) => hold);
  }

  /** Puts a hold in, or in the place of the one with its id. Holds come in the order of their time. */
  with(hold: Hold): Holds {
    const before = this.table.get(hold.id);
    const place = before?.place ?? this.takings.size;
    const taken = takenBy(hold);
    return new Holds(
      this.table.with(hold.id, { hold, place }),
      putTaking(this.takings, place, taking(hold.at, taken)),
      hold.category === null
        ? this.categories
        : {
            ...this.categories,
            [hold.category]:
              this.takenOn(hold.category) + (taken ?? 0n) - ((before && takenBy(before.hold)) ?? 0n),
          },
    );
  }

  /** How many payments were made or are under way. */
  get count(): number {
    return this.takings.count;
  }

  /** When the last of them was granted; `-Infinity` when there is none. */
  get lastAt(): number {
    return this.takings.until;
  }

  /** What is held and was paid, in minor units, of what was granted after a moment. */
  takenAfter(moment: number): bigint {
    return takenAfter(this.takings, moment);
  }

  /** What is held and was paid at merchants of a category, in minor units. */
  takenOn(category: string): bigint {
    return this.categories[category] ?? 0n;
  }

  toJSON(): Hold[] {
    return this.values();
  }
}
