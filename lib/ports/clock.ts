import type { IdPrefix } from '../kernel/ids.ts';

/** Where time and fresh ids come from. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A fresh id: the prefix, an underscore and 26 characters that cannot be guessed. */
  nextId(prefix: IdPrefix): string;
  /** Resolves after so many milliseconds, or at once when aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}
