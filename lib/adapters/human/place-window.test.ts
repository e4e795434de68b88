import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeWindow, type Bounds } from './place-window.ts';

const POPUP = { width: 396, height: 640 };
const LEFT: Bounds = { left: -1920, top: 0, width: 1920, height: 1040 };
const MAIN: Bounds = { left: 0, top: 0, width: 1440, height: 900 };

test('it stands at the trailing top corner of the window in use', () => {
  const front = { left: 100, top: 50, width: 1000, height: 800 };
  expect(placeWindow(POPUP, front, [MAIN])).toEqual({ left: 680, top: 114, ...POPUP });
});

test('on a second display it stays there, left of and above the first one, too', () => {
  const front = { left: -1800, top: 20, width: 900, height: 800 };
  expect(placeWindow(POPUP, front, [MAIN, LEFT])).toEqual({ left: -1320, top: 84, ...POPUP });
});

test('a window that lies over two displays is on the one that holds more of it', () => {
  const front = { left: -300, top: 0, width: 1000, height: 800 };
  expect(placeWindow(POPUP, front, [LEFT, MAIN])!.left).toBe(280);
});

test('a window on no display leaves the choice to the browser', () => {
  expect(placeWindow(POPUP, { left: 5_000, top: 0, width: 800, height: 600 }, [MAIN, LEFT])).toBeUndefined();
});

test('wherever the window in use is, ours is whole on one display', () => {
  const coordinate = fc.integer({ min: -4_000, max: 4_000 });
  const length = fc.integer({ min: 1, max: 3_000 });
  const bounds = fc.record({ left: coordinate, top: coordinate, width: length, height: length });
  fc.assert(
    fc.property(bounds, fc.array(bounds, { maxLength: 4 }), (front, displays) => {
      const placed = placeWindow(POPUP, front, displays);
      return (
        placed === undefined ||
        displays.some(
          (one) =>
            placed.left >= one.left &&
            placed.top >= one.top &&
            placed.left + placed.width <= one.left + one.width &&
            placed.top + placed.height <= one.top + one.height,
        )
      );
    }),
  );
});
