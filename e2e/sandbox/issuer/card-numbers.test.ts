import { expect, test } from 'vitest';
import { isCardNumber, luhnDigit, makeCardNumbers } from './card-numbers.ts';

test('the check digit of a known test number is right', () => {
  expect(luhnDigit('411111111111111')).toBe('1');
  expect(isCardNumber('4111111111111111')).toBe(true);
  expect(isCardNumber('4111111111111112')).toBe(false);
  expect(isCardNumber('411111111111111')).toBe(false);
});

test('numbers repeat for a seed and differ between seeds and counters', () => {
  const first = makeCardNumbers(1, 1);
  expect(makeCardNumbers(1, 1)).toEqual(first);
  const pans = new Set<string>();
  for (let seed = 1; seed <= 20; seed += 1)
    for (let counter = 1; counter <= 20; counter += 1) {
      const { pan, cvv, expMonth, expYear } = makeCardNumbers(seed, counter);
      expect(isCardNumber(pan)).toBe(true);
      expect(cvv).toMatch(/^\d{3}$/);
      expect(`${expMonth}/${expYear}`).toMatch(/^(0[1-9]|1[0-2])\/203[1-4]$/);
      pans.add(pan);
    }
  expect(pans.size).toBe(400);
});
