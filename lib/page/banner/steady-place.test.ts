// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPlace } from './steady-place.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('[A6] what has just appeared or moved is not steady; what stands for half a second is', () => {
  const element = document.createElement('div');
  let top = 12;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
    () => new DOMRect(10, top, 200, 30),
  );
  const place = watchPlace(element);
  expect(place.isSteady()).toBe(false);
  vi.advanceTimersByTime(499);
  expect(place.isSteady()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(place.isSteady()).toBe(true);
  top = 300;
  expect(place.isSteady()).toBe(false);
  vi.advanceTimersByTime(600);
  expect(place.isSteady()).toBe(true);
  place.dispose();
  expect(vi.getTimerCount()).toBe(0);
});
