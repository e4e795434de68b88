import { expect, test } from 'vitest';
import { parseWholeNumber } from './whole-number.ts';

test.each([
  ['0', 0],
  ['7', 7],
  ['20261121', 20_261_121],
])('%s is read', (text, value) => expect(parseWholeNumber(text)).toBe(value));

test.each(['', ' 7', '-1', '1.5', '1e3', '0x10', 'seven', '7 apples', '99999999999999999'])(
  '"%s" is no whole number',
  (text) => expect(parseWholeNumber(text)).toBeUndefined(),
);
