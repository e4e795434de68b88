/** A small fast generator (mulberry32): the same seed gives the same run on every machine. */
export function createRandom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    /** A whole number from 0 up to, not including, `below`. */
    below: (below: number) => Math.floor(next() * below),
    chance: (probability: number) => next() < probability,
    pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!,
  };
}
export type Random = ReturnType<typeof createRandom>;

interface Waiting {
  readonly at: number;
  readonly go: () => void;
}

/**
 * Decides who goes on next. Every call of the core to the outside stops at a gate; nothing moves but by `step`. A
 * crash forgets all who wait: to the core that is a worker that died between two lines.
 */
export function createScheduler(random: Random) {
  let now = 1_700_000_000_000;
  let ready: Waiting[] = [];
  let timers: Waiting[] = [];

  const letOneGo = (from: Waiting[]) => {
    const [one] = from.splice(random.below(from.length), 1);
    one!.go();
  };
  return {
    now: () => now,
    isIdle: () => ready.length === 0,
    hasTimers: () => timers.length > 0,
    gate: () => new Promise<void>((go) => void ready.push({ at: now, go })),
    wait: (ms: number) => new Promise<void>((go) => void timers.push({ at: now + ms, go })),
    /** Lets one of those who are ready go on. */
    step: () => letOneGo(ready),
    /** Moves the clock to the next timer, or past several, and makes the due ones ready. */
    leap(extraMs: number) {
      const next = timers.reduce((least, { at }) => Math.min(least, at), Infinity);
      now = Math.max(now, Number.isFinite(next) ? next : now) + extraMs;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      ready.push(...due);
    },
    /** Clocks of machines jump, back as well. */
    jump: (ms: number) => void (now += ms),
    crash() {
      ready = [];
      timers = [];
    },
  };
}
export type Scheduler = ReturnType<typeof createScheduler>;

/** Lets everything run that waits for nothing outside. */
export const drain = () => new Promise<void>((resolve) => void setImmediate(resolve));
