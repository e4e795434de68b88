import { expect, test } from 'vitest';
import { canLoadExtensions } from './browser-version.ts';

test.each([
  ['Chromium 156.0.7200.10 built on Debian GNU/Linux 12 (bookworm)', true],
  ['Google Chrome for Testing 149.0.1.2', true],
  ['Google Chrome 136.0.7103.113', true],
  ['Google Chrome 137.0.7151.55', false],
  ['Chromium 120.0.6099.109 snap', false],
  ['', false],
])('%j loads our extension: %s', (version, isAble) => {
  expect(canLoadExtensions(version)).toBe(isAble);
});
