import { describe, expect, test } from 'vitest';
import { isFrameShown } from './shown-frames.ts';

type Frame = Parameters<typeof isFrameShown>[0];
type Child = Frame['reading']['frames'][number];

const child = (path: string, isVisible: boolean): Child => ({
  origin: 'https://shop.example',
  path,
  title: '',
  isVisible,
  rect: { x: 0, y: 0, width: 300, height: 40 },
});

const frame = (
  frameId: number,
  parentFrameId: number,
  path: string,
  size: number,
  frames: Child[] = [],
): Frame => ({
  frameId,
  parentFrameId,
  url: `https://shop.example${path}`,
  reading: { viewport: { width: size, height: size, scale: 1 }, frames },
});

const shownIn = (inner: Frame, ...children: Child[]): boolean => {
  const top = frame(0, -1, '/checkout', 900, children);
  return isFrameShown(inner, [top, inner], top);
};

describe('a frame holds fields only where a person could type into it', () => {
  test('shown where the page shows it', () => {
    expect(shownIn(frame(1, 0, '/card', 200), child('/card', true))).toBe(true);
  });

  test('not where the page hides it, nor where it is a speck', () => {
    expect(shownIn(frame(1, 0, '/card', 200), child('/card', false))).toBe(false);
    expect(shownIn(frame(1, 0, '/card', 1), child('/card', true))).toBe(false);
  });

  test('another frame of the same site does not vouch for it', () => {
    expect(shownIn(frame(1, 0, '/card', 200), child('/card', false), child('/advert', true))).toBe(false);
  });

  test('not where a frame around it is hidden', () => {
    const top = frame(0, -1, '/checkout', 900, [child('/outer', false)]);
    const outer = frame(1, 0, '/outer', 400, [child('/card', true)]);
    const inner = frame(2, 1, '/card', 200);
    expect(isFrameShown(inner, [top, outer, inner], top)).toBe(false);
  });

  test('one that cannot be told by its address is judged by its size', () => {
    expect(shownIn(frame(1, 0, '/posted-into', 200))).toBe(true);
  });
});
