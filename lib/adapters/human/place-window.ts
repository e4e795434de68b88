/** A rectangle in the coordinates of the whole desktop, in CSS pixels; left of and above the first display it is negative. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN_PX = 24;
/** Below the toolbar, so that the window in front keeps its tabs. */
const DROP_PX = 64;

const shared = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.max(0, Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom));
const overlap = (one: Bounds, other: Bounds): number =>
  shared(one.left, one.width, other.left, other.width) * shared(one.top, one.height, other.top, other.height);
const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/**
 * Places a window at the trailing top corner of the one that is in use, whole and on the same display. `displays`: what
 * of each a window may cover. `undefined` where the window in use is on none of them.
 */
export function placeWindow(
  size: Pick<Bounds, 'width' | 'height'>,
  front: Bounds,
  displays: readonly Bounds[],
): Bounds | undefined {
  const [display] = displays
    .filter((one) => overlap(front, one) > 0)
    .sort((a, b) => overlap(front, b) - overlap(front, a));
  if (!display) return undefined;
  const width = Math.min(size.width, display.width);
  const height = Math.min(size.height, display.height);
  const left = front.left + Math.max(0, front.width - width - MARGIN_PX);
  const top = front.top + Math.min(DROP_PX, front.height);
  return {
    left: Math.round(clamp(left, display.left, display.left + display.width - width)),
    top: Math.round(clamp(top, display.top, display.top + display.height - height)),
    width,
    height,
  };
}
