import { rectOf } from '../dom/visibility.ts';

const LOOK_EVERY_MS = 100;
/** How long something must have stood where it is before a click on it counts (THREATS A6). */
const STEADY_MS = 500;

/** Knows how long an element has been standing where it is. */
export interface SteadyPlace {
  isSteady(): boolean;
  dispose(): void;
}

/** Watches an element's place, so that what is moved under a hand is not pressed by it. */
export function watchPlace(element: Element): SteadyPlace {
  let place = '';
  let since = performance.now();
  const look = (): void => {
    const { x, y, width, height } = rectOf(element);
    const now = [x, y, width, height].map(Math.round).join(' ');
    if (now === place) return;
    place = now;
    since = performance.now();
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    isSteady() {
      look();
      return performance.now() - since >= STEADY_MS;
    },
    dispose: () => clearInterval(timer),
  };
}
