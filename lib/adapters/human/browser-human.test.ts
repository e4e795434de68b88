import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createBrowserHuman } from './browser-human.ts';

const openPopup = vi.fn();
const raiseWindow = vi.fn(() => Promise.resolve());
/** One life of the worker. */
const awake = () =>
  createBrowserHuman({ onRefresh: () => undefined, raiseWindow, wait: () => Promise.resolve() });
const mandate = (id: string) => ({ kind: 'mandate' as const, id });

beforeEach(() => {
  fakeBrowser.reset();
  vi.resetAllMocks();
  // What WXT's fake browser leaves out.
  Object.assign(fakeBrowser.runtime, { getContexts: () => Promise.resolve([]) });
  Object.assign(fakeBrowser.action, {
    openPopup,
    setBadgeText: () => Promise.resolve(),
    setBadgeBackgroundColor: () => Promise.resolve(),
  });
});

test('[K2] one prompt calls once, also over the worker’s death; a new one calls again', async () => {
  await awake().call([mandate('a')]);
  const woken = awake();
  await woken.call([mandate('a')]);
  expect(openPopup).toHaveBeenCalledTimes(1);
  await woken.call([mandate('a'), mandate('b')]);
  expect(openPopup).toHaveBeenCalledTimes(2);
});

test('what was answered and is asked anew calls again', async () => {
  const human = awake();
  await human.call([mandate('a')]);
  await human.call([]);
  await human.call([mandate('a')]);
  expect(openPopup).toHaveBeenCalledTimes(2);
});

test('[A42] a window is raised only where no popup opens', async () => {
  await awake().call([mandate('a')]);
  expect(raiseWindow).not.toHaveBeenCalled();
  openPopup.mockRejectedValue(new Error('Could not find an active browser window.'));
  await awake().call([mandate('b')]);
  expect(raiseWindow).toHaveBeenCalledTimes(1);
});
