/** So often may an agent be refused the same thing before the next attempt at it stops the agent. */
export const EQUAL_ATTEMPTS = 5;
/** A thing that was last refused longer ago than this may have become possible: it is asked for anew. */
const EQUAL_WITHIN_MS = 60 * 60_000;
/** How many refused things of one agent are remembered. */
const REMEMBERED = 32;

/** So many refusals of one agent, whatever it asked for, within so long are told to the operator. */
export const OFTEN_REFUSED = 10;
export const OFTEN_WITHIN_MS = 10 * 60_000;

/** So many refusals within so long stop an agent, whatever it asked for: each is written into a log that keeps all. */
export const MOST_REFUSED = 120;
const MOST_WITHIN_MS = 60 * 60_000;

/** What an agent asked for: which operation, and a digest of it with everything that it said. */
export interface Attempt {
  readonly operation: string;
  readonly digest: string;
  /** When it was asked for; a refusal that came later was not known then. */
  readonly askedAt: number;
}

/** A thing that was refused, and how many times in turn. */
export interface RefusedThing {
  readonly operation: string;
  readonly digest: string;
  /** Why it was refused last. */
  readonly code: string;
  readonly times: number;
  readonly at: number;
}

/** What an agent was refused lately. */
export interface Refusals {
  /** The thing that was refused last stands last. */
  readonly things: readonly RefusedThing[];
  /** When it was refused, whatever it was; the newest stand last. */
  readonly times: readonly number[];
}

export const NO_REFUSALS: Refusals = { things: [], times: [] };

const isRecent = ({ at }: RefusedThing, now: number) => Math.abs(now - at) < EQUAL_WITHIN_MS;

/**
 * Counts a refusal. Calls that were made together are one attempt: only who was told and asks again is counted again.
 */
export function countRefusal(
  { things, times }: Refusals,
  { operation, digest, askedAt }: Attempt,
  code: string,
  at: number,
): Refusals {
  const known = things.find((thing) => thing.digest === digest && isRecent(thing, at));
  const refusedAt = [...times, at].slice(-MOST_REFUSED);
  if (known && askedAt <= known.at) return { things, times: refusedAt };
  const others = things.filter((thing) => thing.digest !== digest);
  const thing = { operation, digest, code, times: (known?.times ?? 0) + 1, at };
  return { things: [...others, thing].slice(-REMEMBERED), times: refusedAt };
}

/** Forgets that a thing was refused: it was granted now. */
export function forgetRefused(refusals: Refusals, digest: string): Refusals {
  if (!refusals.things.some((thing) => thing.digest === digest)) return refusals;
  return { ...refusals, things: refusals.things.filter((thing) => thing.digest !== digest) };
}

/** Gives the refused thing that is now asked for once too often, if it is. */
export function findRetryLoop(
  { things }: Refusals,
  { digest }: Attempt,
  now: number,
): RefusedThing | undefined {
  return things.find(
    (thing) => thing.digest === digest && thing.times >= EQUAL_ATTEMPTS && isRecent(thing, now),
  );
}

/** Tells whether an agent was refused so often lately that its operator should know. */
export function isOftenRefused({ times }: Refusals, now: number): boolean {
  const oldest = times.at(-OFTEN_REFUSED);
  return oldest !== undefined && now - oldest < OFTEN_WITHIN_MS;
}

/** Gives what an agent was refused last, if it was refused more often lately than any honest one is. */
export function findRefusedTooOften({ things, times }: Refusals, now: number): RefusedThing | undefined {
  const oldest = times.at(-MOST_REFUSED);
  const last = things.at(-1);
  if (!last || oldest === undefined || now - oldest >= MOST_WITHIN_MS) return undefined;
  return { ...last, times: times.length };
}
