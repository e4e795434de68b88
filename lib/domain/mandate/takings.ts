const WIDTH = 4;

/** What payments took, in the order in which they were granted: a tree of sums, so that no question looks at all of them. */
export interface Takings {
  readonly sum: bigint;
  /** How many count; what was released does not. */
  readonly count: number;
  /** Between which moments they were granted, of those that count. */
  readonly from: number;
  readonly until: number;
  /** How many places below are filled, and how many levels there are to a single payment. */
  readonly size: number;
  readonly depth: number;
  readonly parts: readonly Takings[];
}

/** One payment's part: when it was granted and what it takes up now; `undefined` once it was released. */
export function taking(at: number, minor: bigint | undefined): Takings {
  const isCounted = minor !== undefined;
  return {
    sum: minor ?? 0n,
    count: isCounted ? 1 : 0,
    from: isCounted ? at : Infinity,
    until: isCounted ? at : -Infinity,
    size: 1,
    depth: 0,
    parts: [],
  };
}

export const NO_TAKINGS = joined(1, []);

function joined(depth: number, parts: readonly Takings[]): Takings {
  return {
    sum: parts.reduce((sum, part) => sum + part.sum, 0n),
    count: parts.reduce((count, part) => count + part.count, 0),
    from: parts.reduce((from, part) => Math.min(from, part.from), Infinity),
    until: parts.reduce((until, part) => Math.max(until, part.until), -Infinity),
    size: parts.reduce((size, part) => size + part.size, 0),
    depth,
    parts,
  };
}

/** Puts a payment's part into its place: one that is filled, or the next. */
export function putTaking(takings: Takings, place: number, part: Takings): Takings {
  const { depth, parts } = takings;
  if (depth === 0) return part;
  const below = WIDTH ** (depth - 1);
  const index = Math.floor(place / below);
  if (index === WIDTH) return putTaking(joined(depth + 1, [takings]), place, part);
  const child = parts[index] ?? (depth === 1 ? part : joined(depth - 1, []));
  return joined(depth, parts.toSpliced(index, 1, putTaking(child, place % below, part)));
}

/** What was taken after a moment. */
export function takenAfter({ sum, count, from, until, parts }: Takings, moment: number): bigint {
  if (count === 0 || until <= moment) return 0n;
  if (from > moment) return sum;
  let total = 0n;
  // From the newest on: what is older than the first part that does not count counts neither.
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index]!;
    if (part.count > 0 && part.until <= moment) break;
    total += takenAfter(part, moment);
  }
  return total;
}
