import { z } from 'zod';
import type { KeyValue } from './key-value.ts';

const FAILURES = 'vault-failures';
const FREE_TRIES = 3;
const LONGEST_MS = 15 * 60_000;

const Failures = z.strictObject({ count: z.number().int().nonnegative(), lastAt: z.number() });

/** Slows down guessing. The count is kept on disk, so that neither a new worker nor a new browser forgets it. */
export function createTryDelay({ local, now }: { local: KeyValue; now: () => number }) {
  const failures = async () => Failures.catch({ count: 0, lastAt: 0 }).parse(await local.get(FAILURES));
  return {
    /** How long the next try must wait, in milliseconds. */
    async left(): Promise<number> {
      const { count, lastAt } = await failures();
      if (count < FREE_TRIES) return 0;
      const delayMs = Math.min(2 ** (count - FREE_TRIES) * 1_000, LONGEST_MS);
      // A clock that was set back must not lock the operator out for longer than the delay itself.
      return Math.min(delayMs, Math.max(0, lastAt + delayMs - now()));
    },
    /** Counts a try as failed before it is made: ending the worker in the middle gains nothing. */
    async begin(): Promise<void> {
      const { count } = await failures();
      await local.set(FAILURES, { count: count + 1, lastAt: now() });
    },
    forget: () => local.remove(FAILURES),
  };
}
