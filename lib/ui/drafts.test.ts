// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DRAFT_TTL_MS, dropOldDrafts, forgetDraft, keepDraft, recallDraft } from './drafts.ts';

const EMPTY = { name: '' };

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what was typed is there again, until it is forgotten', () => {
  keepDraft('profile', { name: 'Ada' });
  expect(recallDraft('profile', EMPTY)).toEqual({ name: 'Ada' });
  forgetDraft('profile');
  expect(recallDraft('profile', EMPTY)).toBe(EMPTY);
  expect(localStorage.length).toBe(0);
});

test('a draft is dropped after a day, and so is one that does not say how old it is', () => {
  localStorage.setItem('kept', 'by another');
  localStorage.setItem('draft:older', JSON.stringify({ name: 'Ada' }));
  keepDraft('profile', { name: 'Ada' });
  vi.advanceTimersByTime(DRAFT_TTL_MS - 1);
  dropOldDrafts();
  expect(Object.keys(localStorage).toSorted()).toEqual(['draft:profile', 'kept']);
  vi.advanceTimersByTime(1);
  dropOldDrafts();
  expect(Object.keys(localStorage)).toEqual(['kept']);
});

test('a draft of another form is not taken', () => {
  keepDraft('profile', { other: 'Ada' });
  expect(recallDraft('profile', EMPTY)).toBe(EMPTY);
});
