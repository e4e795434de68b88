import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CheckoutId } from '../../kernel/ids.ts';
import { createSystemClock } from './system-clock.ts';

const clock = createSystemClock();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Tells whether a promise has settled once everything that is due has run. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  let done = false;
  void promise.then(() => (done = true));
  await vi.advanceTimersByTimeAsync(0);
  return done;
}

test('ids have the prefix, 26 characters, and never repeat', () => {
  const ids = Array.from({ length: 2_000 }, () => clock.nextId('chk'));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(id).toMatch(/^chk_[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(CheckoutId.safeParse(id).success).toBe(true);
  }
});

test('a wait ends when its time is over', async () => {
  const waiting = clock.wait(1_000);
  await vi.advanceTimersByTimeAsync(999);
  expect(await isDone(waiting)).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await isDone(waiting)).toBe(true);
});

test('a wait ends when it is aborted, and leaves no timer', async () => {
  const stop = new AbortController();
  const waiting = clock.wait(60_000, stop.signal);
  expect(await isDone(waiting)).toBe(false);
  stop.abort();
  expect(await isDone(waiting)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test('a wait on a signal that is aborted already ends at once', async () => {
  expect(await isDone(clock.wait(60_000, AbortSignal.abort()))).toBe(true);
});
