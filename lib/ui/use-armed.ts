import { useCallback, useEffect, useRef, useState } from 'react';

/** How long what is decided upon must stand before it can be pressed (LOOK §5). */
export const ARM_MS = 700;

export interface Arming {
  readonly isArmed: boolean;
  /** Notes that a press began; only a press that began while armed, and stayed so, counts. */
  readonly onPressStart: () => void;
  /** Tells whether the press that ends now may decide. `isPointer`: by mouse, pen or finger. */
  readonly mayDecide: (isPointer: boolean) => boolean;
}

/**
 * What must hold all the while. `seen`: visible and focused, as what gives authority needs. `still`: only unchanged,
 * so that a refusal is pressed in a side panel that has no focus yet, and never hits what came in the place of another.
 */
export type ArmedBy = 'seen' | 'still';

const HOLDS: Readonly<Record<ArmedBy, () => boolean>> = {
  seen: () => document.visibilityState === 'visible' && document.hasFocus(),
  still: () => true,
};
const DISTURBED: Readonly<Record<ArmedBy, readonly string[]>> = {
  seen: ['blur', 'focus', 'resize', 'visibilitychange'],
  still: [],
};

/**
 * Arms a decision after 0.7 s. Any change of what is shown starts it again, and so do blur, hiding and resize where it
 * must be seen, so that a window that was uncovered or swapped under the pointer decides nothing.
 */
export function useArmed(shown: string, by: ArmedBy): Arming {
  const [armedFor, setArmedFor] = useState<string>();
  const generation = useRef(0);
  const pressedAt = useRef(-1);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const restart = () => {
      generation.current += 1;
      setArmedFor(undefined);
      clearTimeout(timer);
      if (HOLDS[by]()) timer = setTimeout(() => HOLDS[by]() && setArmedFor(shown), ARM_MS);
    };
    restart();
    const stop = new AbortController();
    // Hiding is told to the document, and reaches the window as it bubbles.
    for (const name of DISTURBED[by]) window.addEventListener(name, restart, { signal: stop.signal });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [shown, by]);

  const isArmed = armedFor === shown;
  const onPressStart = useCallback(() => {
    pressedAt.current = isArmed ? generation.current : -1;
  }, [isArmed]);
  const mayDecide = useCallback(
    (isPointer: boolean) =>
      isArmed && HOLDS[by]() && (!isPointer || pressedAt.current === generation.current),
    [isArmed, by],
  );
  return { isArmed, onPressStart, mayDecide };
}
