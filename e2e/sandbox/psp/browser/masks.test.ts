import { expect, test } from 'vitest';
import { applyMask, digitsOf, isComplete } from './masks.ts';

test('card numbers are grouped by four', () => {
  expect(applyMask('number', '41111112', 8)).toEqual({ text: '4111 1112', caret: 9 });
  expect(applyMask('number', '4111-1111-1111-1111-9', 21).text).toBe('4111 1111 1111 1111');
});

test('an expiry gets its slash, its zero and its short year', () => {
  expect(applyMask('expiry', '0131', 4).text).toBe('01 / 31');
  expect(applyMask('expiry', '1', 1).text).toBe('1');
  expect(applyMask('expiry', '5', 1).text).toBe('05');
  expect(applyMask('expiry', '01/2031', 7).text).toBe('01 / 31');
});

test('the caret stays at the digit that was edited', () => {
  expect(applyMask('number', '4111 91112', 6)).toEqual({ text: '4111 9111 2', caret: 6 });
});

test('a field is complete with all its digits', () => {
  expect(isComplete('cvc', '12')).toBe(false);
  expect(isComplete('cvc', '123')).toBe(true);
  expect(digitsOf('cvc', '12345')).toBe('123');
});
