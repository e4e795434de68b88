import { expect, test } from 'vitest';
import { makeQuote } from './catalog.ts';
import { addUp } from './totals.ts';

const OPTIONS = { taxByState: false };
const SEEDS = Array.from({ length: 2000 }, (_, seed) => seed);

test('for every seed two baskets and a small purchase fit into fifty dollars', () => {
  for (const seed of SEEDS)
    for (const shop of ['shop', 'other'] as const) {
      const basket = addUp(makeQuote(seed, shop, 'basket', OPTIONS, 0), 'standard', 'CA').total;
      const small = addUp(makeQuote(seed, shop, 'small', OPTIONS, 0), 'standard', 'CA').total;
      expect(basket).toBeGreaterThan(1000);
      expect(basket).toBeLessThan(2500);
      expect(small).toBeGreaterThan(150);
      expect(small).toBeLessThanOrEqual(900);
      expect(2 * basket + small).toBeLessThan(5000);
    }
});

test('a raised price moves the total by exactly that much', () => {
  for (const seed of SEEDS.slice(0, 100)) {
    const before = addUp(makeQuote(seed, 'shop', 'basket', OPTIONS, 0), 'standard', 'CA').total;
    const after = addUp(makeQuote(seed, 'shop', 'basket', OPTIONS, 1), 'standard', 'CA').total;
    expect(after - before).toBe(1);
  }
});

test('tax by state moves the total with the address', () => {
  const quote = makeQuote(1, 'shop', 'basket', { taxByState: true }, 0);
  expect(addUp(quote, 'standard', '').tax).toBe(0);
  expect(addUp(quote, 'standard', 'NY').tax).toBeGreaterThan(addUp(quote, 'standard', 'TX').tax);
});
