import { createHash } from 'node:crypto';

/** Gives bytes that depend on nothing but the seed, a label and a counter, so that every run of a seed is the same run. */
export function seededBytes(seed: number, label: string, counter: number): Buffer {
  return createHash('sha256').update(`${seed}:${label}:${counter}`).digest();
}

/** Picks a whole number in `[low, high]` from the seed. */
export function seededInteger(seed: number, label: string, low: number, high: number): number {
  return low + (seededBytes(seed, label, 0).readUInt32BE(0) % (high - low + 1));
}

/** Picks one entry of a list from the seed. */
export function seededChoice<T>(seed: number, label: string, choices: readonly [T, ...T[]]): T {
  return choices[seededInteger(seed, label, 0, choices.length - 1)] ?? choices[0];
}

/** Makes ids that repeat for a seed and never within a run: counters go on after a reset. */
export class SeededIds {
  private readonly counters = new Map<string, number>();

  constructor(private readonly seed: number) {}

  next(label: string): number {
    const counter = (this.counters.get(label) ?? 0) + 1;
    this.counters.set(label, counter);
    return counter;
  }

  bytes(label: string): Buffer {
    return seededBytes(this.seed, label, this.next(label));
  }

  /** An id in the text form of a UUID, as Lithic's tokens and EMV 3-D Secure's transaction ids are. */
  uuid(label: string): string {
    const hex = this.bytes(label).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  /** An id with a vendor's prefix: `tok_…`. */
  prefixed(prefix: string): string {
    return `${prefix}_${this.bytes(prefix).toString('hex').slice(0, 24)}`;
  }
}
