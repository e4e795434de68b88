import { expect, test } from 'vitest';
import { money } from '../kernel/money.ts';
import { plainDecimal, readAmount } from './read-amount.ts';

test.each([
  ['50', '50'],
  ['50.00', '50.00'],
  [' 50,00 ', '50.00'],
  ['50,5', '50.5'],
  ['\u0665\u0660\u066b\u0660\u0660', '50.00'],
  ['\u06f5\u06f0', '50'],
  ['1.234', '1.234'],
])('%s is %s', (typed, plain) => {
  expect(plainDecimal(typed)).toBe(plain);
});

test.each(['', '1,234', '1,234.50', '1.234,50', '-5', '5 0', 'lots', '1,', ',5'])(
  '%j is not read at all',
  (typed) => {
    expect(plainDecimal(typed)).toBeUndefined();
  },
);

test('an amount has no more decimals than its currency', () => {
  expect(readAmount('50,00', 'EUR')).toEqual(money(5_000, 'EUR'));
  expect(readAmount('1.234', 'EUR')).toBeUndefined();
  expect(readAmount('1.234', 'KWD')).toEqual(money(1_234, 'KWD'));
});
