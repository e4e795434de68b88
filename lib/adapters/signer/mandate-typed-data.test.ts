import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MandateTerms } from '../../domain/mandate/terms.ts';
import { mandateDigest, mandateStruct, mandateTypedData } from './mandate-typed-data.ts';

const TERMS = MandateTerms.parse({
  mandateId: 'mand_0123456789abcdef',
  version: 1,
  agentId: 'agt_0123456789abcdef',
  purpose: 'paper',
  workflow: '',
  budget: { minor: '5000', currency: 'USD' },
  perPayment: null,
  askAbove: null,
  maxPayments: null,
  merchants: [],
  tolerance: { minor: '0', currency: 'USD' },
  notBefore: 1_000,
  expiresAt: 2_000_000,
});

const idWith = (prefix: string) =>
  fc.stringMatching(/^[0-9a-zA-Z]{16,26}$/).map((rest) => `${prefix}_${rest}`);
const text = (minLength: number, maxLength: number) =>
  fc.string({ unit: 'grapheme', minLength, maxLength: maxLength / 8 });
const minorFrom = (least: bigint) =>
  fc.oneof(fc.bigInt({ min: least, max: least + 2n }), fc.bigInt({ min: least, max: 10n ** 17n }));

/** Terms of every kind, with small values often, so that neighbours meet. */
const terms = fc
  .record({
    mandateId: idWith('mand'),
    version: fc.integer({ min: 1, max: 3 }),
    agentId: idWith('agt'),
    purpose: text(1, 280),
    workflow: text(0, 80),
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
    budget: minorFrom(1n),
    perPayment: fc.option(minorFrom(0n)),
    askAbove: fc.option(minorFrom(0n)),
    maxPayments: fc.option(fc.integer({ min: 1, max: 5 })),
    merchants: fc.array(fc.constantFrom('a.example', 'b.example', 'c.example'), { maxLength: 3 }),
    hosts: fc.array(fc.constantFrom('www.a.example', 'b.example'), { maxLength: 2 }),
    perDay: fc.option(minorFrom(0n)),
    perWeek: fc.option(minorFrom(0n)),
    perMonth: fc.option(minorFrom(0n)),
    alwaysAsk: fc.boolean(),
    minimumIntervalMs: fc.option(fc.integer({ min: 1, max: 3 })),
    hours: fc.array(
      fc.record({
        weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1, maxLength: 3 }),
        fromMinute: fc.integer({ min: 0, max: 2 }),
        untilMinute: fc.integer({ min: 3, max: 5 }),
      }),
      { maxLength: 2 },
    ),
    zone: fc.constantFrom('Europe/Berlin', 'Asia/Tokyo'),
    categories: fc.uniqueArray(
      fc.record({ code: fc.constantFrom('5111', '5943'), limit: fc.option(minorFrom(0n)) }),
      { maxLength: 2, selector: ({ code }) => code },
    ),
    products: fc.array(
      fc.record({
        words: fc.constantFrom('paper', 'gel pens'),
        perLine: fc.option(minorFrom(0n)),
        maxQuantity: fc.option(fc.integer({ min: 1, max: 3 })),
      }),
      { maxLength: 2 },
    ),
    recurring: fc.boolean(),
    tolerance: minorFrom(0n),
    notBefore: fc.integer({ min: 0, max: 5 }),
    lastsMs: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ currency, lastsMs, zone, ...rest }) => {
    const wire = (minor: bigint | null) => (minor === null ? null : { minor: minor.toString(), currency });
    return MandateTerms.parse({
      ...rest,
      budget: wire(rest.budget),
      perPayment: wire(rest.perPayment),
      askAbove: wire(rest.askAbove),
      tolerance: wire(rest.tolerance),
      perDay: wire(rest.perDay),
      perWeek: wire(rest.perWeek),
      perMonth: wire(rest.perMonth),
      quiet: !rest.alwaysAsk && rest.recurring,
      timeZone: rest.hours.length > 0 ? zone : '',
      categories: rest.categories.map(({ code, limit }) => ({ code, limit: wire(limit) })),
      products: rest.products.map((one) => ({ ...one, perLine: wire(one.perLine) })),
      expiresAt: rest.notBefore + lastsMs,
    });
  });

const printed = (of: MandateTerms) =>
  JSON.stringify(of, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));

test('the digest is fixed: signatures of today verify tomorrow', () => {
  expect(mandateDigest(TERMS)).toMatchInlineSnapshot(
    `"0x258dbdb50b70056b4012ba1a4fd68248a16d131216bdf858d0779ba88a0dff50"`,
  );
});

test('[J7] a change of any one field changes the digest', () => {
  const fields = Object.keys(TERMS) as (keyof MandateTerms)[];
  fc.assert(
    fc.property(terms, terms, fc.constantFrom(...fields), (one, other, field) => {
      // Amounts of one mandate share a currency, which the budget names: it moves with the budget.
      const changed = { ...one, [field]: other[field] };
      const isSame = printed({ ...changed, ...inCurrencyOf(changed) }) === printed(one);
      expect(mandateDigest({ ...changed, ...inCurrencyOf(changed) }) === mandateDigest(one)).toBe(isSame);
    }),
    { numRuns: 1_500 },
  );
});

test('two mandates have one digest only if they are the same', () => {
  fc.assert(
    fc.property(terms, terms, (one, other) => {
      expect(mandateDigest(one) === mandateDigest(other)).toBe(printed(one) === printed(other));
    }),
    { numRuns: 500 },
  );
});

test('no limit and a limit of zero are different', () => {
  const zero = { minor: 0n, currency: 'USD' };
  for (const field of ['perPayment', 'askAbove'] as const)
    expect(mandateDigest({ ...TERMS, [field]: zero })).not.toBe(mandateDigest(TERMS));
});

test('text cannot slip from one field, or one merchant, into the next', () => {
  const digests = [
    { ...TERMS, purpose: 'ab', workflow: 'c' },
    { ...TERMS, purpose: 'a', workflow: 'bc' },
    { ...TERMS, merchants: ['a.example', 'b.example'] },
    { ...TERMS, merchants: ['b.example', 'a.example'] },
    { ...TERMS, merchants: ['a.exampleb.example'] },
  ].map(mandateDigest);
  expect(new Set(digests).size).toBe(digests.length);
});

test('every field of the terms is in what is signed', () => {
  const signed = new Set(mandateTypedData(TERMS).types.Mandate.map(({ name }) => name as string));
  for (const field of Object.keys(TERMS)) expect(signed).toContain(field);
  expect(Object.keys(mandateTypedData(TERMS).message).sort()).toEqual([...signed].sort());
});

test('[A8] what the screen shows is the struct that is signed, whole and in order', () => {
  fc.assert(
    fc.property(terms, (one) => {
      const { message, types } = mandateTypedData(one);
      const shown = mandateStruct(one);
      expect(shown.map(({ name }) => name)).toEqual(types.Mandate.map(({ name }) => name));
      const plain = JSON.parse(
        JSON.stringify(message, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
      ) as unknown;
      expect(
        Object.fromEntries(shown.map(({ name, value }) => [name, JSON.parse(value) as unknown])),
      ).toEqual(plain);
    }),
    { numRuns: 100 },
  );
});

type Limits = Pick<
  MandateTerms,
  'perPayment' | 'perDay' | 'perWeek' | 'perMonth' | 'askAbove' | 'tolerance' | 'categories' | 'products'
>;

function inCurrencyOf(of: MandateTerms): Limits {
  const { currency } = of.budget;
  const moved = <T extends MandateTerms['perPayment']>(amount: T) => amount && { ...amount, currency };
  return {
    perPayment: moved(of.perPayment),
    perDay: moved(of.perDay),
    perWeek: moved(of.perWeek),
    perMonth: moved(of.perMonth),
    askAbove: moved(of.askAbove),
    tolerance: { ...of.tolerance, currency },
    categories: of.categories.map((one) => ({ ...one, limit: moved(one.limit) })),
    products: of.products.map((one) => ({ ...one, perLine: moved(one.perLine) })),
  };
}
