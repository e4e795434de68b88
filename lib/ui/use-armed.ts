import { useCallback, useEffect, useRef, useState } from 'react';

/** How long a decision must be visible and focused before it can be pressed (LOOK §5). */
export const ARM_MS = 700;

export interface Arming {
  readonly isArmed: boolean;
  /** Notes that a press began; only a press that began while armed, and stayed so, counts. */
  readonly onPressStart: () => void;
  /** Tells whether the press that ends now may decide. `isPointer`: by mouse, pen or finger. */
  readonly mayDecide: (isPointer: boolean) => boolean;
}

const isSeen = () => document.visibilityState === 'visible' && document.hasFocus();

/**
 * Arms a decision after 0.7 s of being visible and focused. Any change of what is shown, blur, hiding or resize starts
 * it again, so that a window that was uncovered or swapped under the pointer decides nothing.
 */
export function useArmed(shown: string): Arming {
  const [armedFor, setArmedFor] = useState<string>();
  const generation = useRef(0);
  const pressedAt = useRef(-1);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const restart = () => {
      generation.current += 1;
      setArmedFor(undefined);
      clearTimeout(timer);
      if (isSeen()) timer = setTimeout(() => isSeen() && setArmedFor(shown), ARM_MS);
    };
    restart();
    const stop = new AbortController();
    for (const name of ['blur', 'focus', 'resize'])
      window.addEventListener(name, restart, { signal: stop.signal });
    document.addEventListener('visibilitychange', restart, { signal: stop.signal });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [shown]);

  const isArmed = armedFor === shown;
  const onPressStart = useCallback(() => {
    pressedAt.current = isArmed ? generation.current : -1;
  }, [isArmed]);
  const mayDecide = useCallback(
    (isPointer: boolean) => isArmed && isSeen() && (!isPointer || pressedAt.current === generation.current),
    [isArmed],
  );
  return { isArmed, onPressStart, mayDecide };
}
