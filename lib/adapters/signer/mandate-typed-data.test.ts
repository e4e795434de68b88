import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MandateTerms } from '../../domain/mandate/terms.ts';
import { mandateDigest, mandateTypedData } from './mandate-typed-data.ts';

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
    tolerance: minorFrom(0n),
    notBefore: fc.integer({ min: 0, max: 5 }),
    lastsMs: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ currency, lastsMs, ...rest }) => {
    const wire = (minor: bigint | null) => (minor === null ? null : { minor: minor.toString(), currency });
    return MandateTerms.parse({
      ...rest,
      budget: wire(rest.budget),
      perPayment: wire(rest.perPayment),
      askAbove: wire(rest.askAbove),
      tolerance: wire(rest.tolerance),
      expiresAt: rest.notBefore + lastsMs,
    });
  });

const printed = (of: MandateTerms) =>
  JSON.stringify(of, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));

test('the digest is fixed: signatures of today verify tomorrow', () => {
  expect(mandateDigest(TERMS)).toMatchInlineSnapshot(
    `"0xeea41eff4a888f093232819631cac87cd383db60800e4f6fdf33e17af782f503"`,
  );
});

test('a change of any one field changes the digest', () => {
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

function inCurrencyOf(of: MandateTerms): Pick<MandateTerms, 'perPayment' | 'askAbove' | 'tolerance'> {
  const { currency } = of.budget;
  return {
    perPayment: of.perPayment && { ...of.perPayment, currency },
    askAbove: of.askAbove && { ...of.askAbove, currency },
    tolerance: { ...of.tolerance, currency },
  };
}
