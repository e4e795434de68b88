const WINDOW_MS = 60_000;

/** Counts calls in windows of a minute, so that one caller cannot take all of the worker's time (THREATS H8). */
export interface CallRate {
  /** Counts a call; gives the seconds to wait when the caller has had its share. */
  admit(caller: string, most: number): { admitted: true } | { admitted: false; waitSeconds: number };
}

/** Makes a counter that begins empty. */
export function createCallRate(now: () => number): CallRate {
  const windows = new Map<string, { endsAt: number; count: number }>();
  return {
    admit(caller, most) {
      const at = now();
      const known = windows.get(caller);
      // A window that would end later than a fresh one is left over from a clock that was set back.
      const isCurrent = known !== undefined && at < known.endsAt && known.endsAt <= at + WINDOW_MS;
      const window = isCurrent ? known : { endsAt: at + WINDOW_MS, count: 0 };
      windows.set(caller, window);
      if (window.count >= most)
        return { admitted: false, waitSeconds: Math.ceil((window.endsAt - at) / 1_000) };
      window.count += 1;
      return { admitted: true };
    },
  };
}
