import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvariantError } from './invariant.ts';
import {
  addMoney,
  exponentOf,
  fromDecimal,
  isMoreThan,
  isSameMoney,
  money,
  Money,
  printMoney,
  subtractMoney,
  toDecimal,
  toMoneyJSON,
} from './money.ts';

const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'CLF');
const minor = fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n });
const amount = fc.record({ minor, currency });
/** What fits the digits that `fromDecimal` reads. */
const positive = fc.record({ minor: fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), currency });
const pair = fc
  .tuple(minor, minor, currency)
  .map(([a, b, code]) => [money(a, code), money(b, code)] as const);

describe('amounts', () => {
  test('come back from the wire as they left', () => {
    fc.assert(
      fc.property(amount, (given) => {
        const wire: unknown = JSON.parse(JSON.stringify(toMoneyJSON(given)));
        expect(Money.parse(wire)).toEqual(given);
      }),
    );
  });

  test('come back from decimal text as they left', () => {
    fc.assert(
      fc.property(positive, (given) => {
        expect(fromDecimal(toDecimal(given), given.currency)).toEqual(given);
      }),
    );
  });

  test('keep every minor unit when added and taken away again', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(subtractMoney(addMoney(a, b), b)).toEqual(a);
      }),
    );
  });

  test('add up in any order', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(addMoney(a, b)).toEqual(addMoney(b, a));
      }),
    );
  });

  test('are either more, or less, or the same', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect([isMoreThan(a, b), isMoreThan(b, a), isSameMoney(a, b)].filter(Boolean)).toHaveLength(1);
      }),
    );
  });

  test('of two currencies are never combined or compared', () => {
    const [dollars, euros] = [money(1, 'USD'), money(1, 'EUR')];
    expect(() => addMoney(dollars, euros)).toThrow(InvariantError);
    expect(() => subtractMoney(dollars, euros)).toThrow(InvariantError);
    expect(() => isMoreThan(dollars, euros)).toThrow(InvariantError);
    expect(isSameMoney(dollars, euros)).toBe(false);
  });
});

describe('decimal text', () => {
  test.each([
    [1050n, 'USD', '10.50'],
    [5n, 'USD', '0.05'],
    [-5n, 'USD', '-0.05'],
    [1050n, 'JPY', '1050'],
    [1050n, 'KWD', '1.050'],
    [1n, 'CLF', '0.0001'],
    [0n, 'USD', '0.00'],
  ])('writes %s minor units of %s as %s', (units, code, text) => {
    expect(toDecimal(money(units, code))).toBe(text);
  });

  test.each([
    ['50', 5000n],
    ['50.5', 5050n],
    [' 50.00 ', 5000n],
    ['0.01', 1n],
  ])('reads %j as dollars', (text, units) => {
    expect(fromDecimal(text, 'USD')).toEqual(money(units, 'USD'));
  });

  test.each(['', '.', '5.', '.5', '1,000.00', '1e3', '-1', '+1', '0x10', '10.001', '１０', 'NaN'])(
    'refuses %j as dollars',
    (text) => {
      expect(fromDecimal(text, 'USD')).toBeUndefined();
    },
  );

  test('refuses decimals that the currency does not have', () => {
    expect(fromDecimal('10.5', 'JPY')).toBeUndefined();
    expect(fromDecimal('1.0501', 'KWD')).toBeUndefined();
  });

  test('refuses what is not a currency code', () => {
    expect(fromDecimal('10', 'usd')).toBeUndefined();
    expect(fromDecimal('10', 'US$')).toBeUndefined();
  });

  test('names the currency in a log line', () => {
    expect(printMoney(money(1050, 'USD'))).toBe('10.50 USD');
  });

  test('gives two decimals to a currency that is not listed', () => {
    expect(exponentOf('CHF')).toBe(2);
  });
});

describe('an amount on the wire', () => {
  test.each([
    [{ minor: 1050, currency: 'USD' }],
    [{ minor: '10.50', currency: 'USD' }],
    [{ minor: '1050', currency: 'usd' }],
    [{ minor: '1050' }],
    [{ minor: '1050', currency: 'USD', tip: '1' }],
    [{ minor: '1'.repeat(19), currency: 'USD' }],
  ])('is refused when it reads %j', (wire) => {
    expect(Money.safeParse(wire).success).toBe(false);
  });
});
