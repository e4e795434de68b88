import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckoutId, HoldId } from '../../kernel/ids.ts';
import { money, type Money } from '../../kernel/money.ts';
import type { MandateEvent } from './events.ts';
import { evolveMandate } from './evolve.ts';
import { paymentCountOf, remainingOf } from './limits.ts';
import { decideMandate, mandateStatusAt, SIGNATURE_TTL_MS, type MandateCommand } from './mandate.ts';
import type { Mandate } from './state.ts';
import { MandateTerms } from './terms.ts';

const BEGIN = 1_000_000;
const END = BEGIN + 30 * 86_400_000;
const usd = (minor: number | bigint) => money(minor, 'USD');
const holdOf = (n: number) => `hold_${String(n).padStart(16, '0')}` as HoldId;
const run = 'chk_0123456789abcdef' as CheckoutId;

const INPUT = {
  mandateId: 'mand_0123456789abcdef',
  version: 1,
  agentId: 'agt_0123456789abcdef',
  purpose: 'paper',
  workflow: 'office',
  budget: { minor: '5000', currency: 'USD' },
  perPayment: null,
  askAbove: null,
  maxPayments: null,
  merchants: ['shop.example'],
  tolerance: { minor: '0', currency: 'USD' },
  notBefore: BEGIN,
  expiresAt: END,
} as const;
const termsWith = (change: object = {}) => MandateTerms.parse({ ...INPUT, ...change });

const SIGN: MandateCommand = { type: 'sign', version: 1, digest: 'd', signature: 's', signer: 'a' };
const reserve = (n: number, amount: Money): MandateCommand => ({
  type: 'reserve',
  holdId: holdOf(n),
  checkoutId: run,
  merchant: 'shop.example',
  amount,
});
const post = (n: number, posted: Money): MandateCommand => ({
  type: 'post',
  holdId: holdOf(n),
  posted,
  authorizationId: 'a',
});
const release = (n: number): MandateCommand => ({ type: 'release', holdId: holdOf(n), reason: 'r' });

function requested(terms: MandateTerms = termsWith()): Mandate {
  const event: MandateEvent = {
    type: 'mandate-requested',
    mandateId: terms.mandateId,
    terms,
    request: { key: 'k', digest: 'd' },
  };
  return evolveMandate(undefined, event, BEGIN)!;
}

/** Decides and folds; a refusal leaves the mandate as it was. */
function after(mandate: Mandate, command: MandateCommand, now = BEGIN): Mandate {
  const decided = decideMandate(mandate, command, { now });
  if (!decided.ok) return mandate;
  return decided.value.reduce((state, event) => evolveMandate(state, event, now)!, mandate);
}

const active = (change: object = {}) => after(requested(termsWith(change)), SIGN);
const refusalOf = (mandate: Mandate | undefined, command: MandateCommand, now = BEGIN) => {
  const decided = decideMandate(mandate, command, { now });
  return decided.ok ? undefined : decided.error;
};

describe('terms', () => {
  test.each([
    ['a budget of nothing', { budget: { minor: '0', currency: 'USD' } }],
    ['a negative budget', { budget: { minor: '-1', currency: 'USD' } }],
    ['a fraction', { budget: { minor: '10.5', currency: 'USD' } }],
    ['a limit in another currency', { perPayment: { minor: '1', currency: 'EUR' } }],
    ['a tolerance in another currency', { tolerance: { minor: '0', currency: 'EUR' } }],
    ['a negative limit', { askAbove: { minor: '-1', currency: 'USD' } }],
    ['a negative tolerance', { tolerance: { minor: '-1', currency: 'USD' } }],
    ['an end before the beginning', { expiresAt: BEGIN }],
    ['a beginning before time', { notBefore: -1 }],
    ['no purpose', { purpose: '' }],
    ['broken text', { purpose: 'half \ud83d' }],
    ['a merchant with a path', { merchants: ['shop.example/pay'] }],
    ['a merchant in capitals', { merchants: ['Shop.example'] }],
    ['a bare suffix', { merchants: ['example'] }],
    ['no payments', { maxPayments: 0 }],
    ['a field that nobody signs', { silent: true }],
  ])('%s is refused', (_what, change) => {
    expect(MandateTerms.safeParse({ ...INPUT, ...change }).success).toBe(false);
  });
});

describe('its life', () => {
  test('an unsigned mandate spends nothing and lapses after a day, or at its own end', () => {
    expect(refusalOf(requested(), reserve(1, usd(1)))).toEqual({
      kind: 'mandate_not_active',
      status: 'pending_signature',
    });
    expect(mandateStatusAt(requested(), BEGIN + SIGNATURE_TTL_MS)).toBe('expired');
    expect(refusalOf(requested(), SIGN, BEGIN + SIGNATURE_TTL_MS)).toMatchObject({ from: 'expired' });
    const short = requested(termsWith({ expiresAt: BEGIN + 10 }));
    expect(mandateStatusAt(short, BEGIN + 9)).toBe('pending_signature');
    expect(mandateStatusAt(short, BEGIN + 10)).toBe('expired');
  });

  test('it is signed once', () => {
    expect(refusalOf(active(), SIGN)).toMatchObject({ kind: 'illegal_transition', from: 'active' });
  });

  test('a rejected one cannot be signed', () => {
    expect(refusalOf(after(requested(), { type: 'reject' }), SIGN)).toMatchObject({ from: 'rejected' });
  });

  test('[A18] before its beginning and from its end on nothing is reserved', () => {
    const later = active({ notBefore: BEGIN + 10 });
    expect(refusalOf(later, reserve(1, usd(1)), BEGIN + 10)).toBeUndefined();
    expect(refusalOf(later, reserve(1, usd(1)), BEGIN + 9)).toEqual({
      kind: 'mandate_not_active',
      status: 'not_begun',
    });
    expect(refusalOf(active(), reserve(1, usd(1)), END - 1)).toBeUndefined();
    expect(refusalOf(active(), reserve(1, usd(1)), END)).toEqual({
      kind: 'mandate_not_active',
      status: 'expired',
    });
  });

  test('a paused one reserves nothing until it is resumed', () => {
    const paused = after(active(), { type: 'pause' });
    expect(refusalOf(paused, reserve(1, usd(1)))).toMatchObject({ status: 'paused' });
    expect(refusalOf(after(paused, { type: 'resume' }), reserve(1, usd(1)))).toBeUndefined();
  });

  test('a revoked one reserves nothing, but what was held can still be posted or released', () => {
    const held = after(after(active(), reserve(1, usd(100))), reserve(2, usd(100)));
    const revoked = after(held, { type: 'revoke' });
    expect(refusalOf(revoked, reserve(3, usd(1)))).toMatchObject({ status: 'revoked' });
    for (const type of ['resume', 'pause', 'revoke'] as const)
      expect(refusalOf(revoked, { type })).toMatchObject({ kind: 'illegal_transition' });
    expect(after(revoked, post(1, usd(100))).spent).toEqual(usd(100));
    expect(after(revoked, release(2), END + 1).reserved).toEqual(usd(100));
  });

  test('nothing is decided on a mandate that does not exist', () => {
    expect(refusalOf(undefined, SIGN)).toEqual({ kind: 'unknown_mandate' });
  });
});

describe('reserving', () => {
  test('the whole budget may be held, and not one cent more', () => {
    const full = after(active(), reserve(1, usd(5_000)));
    expect(remainingOf(full)).toEqual(usd(0));
    expect(refusalOf(full, reserve(2, usd(1)))).toEqual({
      kind: 'budget_exceeded',
      remaining: usd(0),
      asked: usd(1),
    });
    expect(refusalOf(active(), reserve(1, usd(5_001)))).toMatchObject({ kind: 'budget_exceeded' });
  });

  test('the limit for one payment holds at its edge', () => {
    const limited = active({ perPayment: { minor: '2000', currency: 'USD' } });
    expect(refusalOf(limited, reserve(1, usd(2_000)))).toBeUndefined();
    expect(refusalOf(limited, reserve(1, usd(2_001)))).toEqual({
      kind: 'per_payment_exceeded',
      limit: usd(2_000),
      asked: usd(2_001),
    });
  });

  test('the number of payments counts what is held and paid, not what was released', () => {
    const once = active({ maxPayments: 1 });
    const held = after(once, reserve(1, usd(1)));
    expect(refusalOf(held, reserve(2, usd(1)))).toEqual({ kind: 'count_exceeded', limit: 1 });
    expect(refusalOf(after(held, post(1, usd(1))), reserve(2, usd(1)))).toMatchObject({ limit: 1 });
    expect(refusalOf(after(held, release(1)), reserve(2, usd(1)))).toBeUndefined();
  });

  test('another currency is refused', () => {
    expect(refusalOf(active(), reserve(1, money(1, 'EUR')))).toEqual({
      kind: 'currency_mismatch',
      mandate: 'USD',
      asked: 'EUR',
    });
  });

  test.each([0, -1, -5_000])('an amount of %d is refused', (minor) => {
    expect(refusalOf(active(), reserve(1, usd(minor)))).toMatchObject({ kind: 'illegal_transition' });
  });

  test('a second hold under the same id is refused, whatever became of the first', () => {
    const held = after(active(), reserve(1, usd(100)));
    for (const state of [held, after(held, post(1, usd(100))), after(held, release(1))])
      expect(refusalOf(state, reserve(1, usd(100)))).toMatchObject({ kind: 'illegal_transition' });
  });
});

describe('resolving a hold', () => {
  const held = after(active(), reserve(1, usd(2_000)));

  test('a capture below the hold returns the rest', () => {
    const decided = decideMandate(held, post(1, usd(1_850)), { now: BEGIN });
    expect(decided).toMatchObject({ value: [{ posted: usd(1_850), released: usd(150) }] });
    const posted = after(held, post(1, usd(1_850)));
    expect(posted).toMatchObject({ spent: usd(1_850), reserved: usd(0) });
    expect(remainingOf(posted)).toEqual(usd(3_150));
  });

  test('it is resolved once', () => {
    const posted = after(held, post(1, usd(2_000)));
    expect(refusalOf(posted, post(1, usd(2_000)))).toEqual({ kind: 'hold_resolved', status: 'posted' });
    expect(refusalOf(posted, release(1))).toEqual({ kind: 'hold_resolved', status: 'posted' });
    expect(refusalOf(after(held, release(1)), post(1, usd(1)))).toEqual({
      kind: 'hold_resolved',
      status: 'released',
    });
  });

  test('a release that is folded twice returns the money once', () => {
    const both = after(held, reserve(2, usd(1_000)));
    const event: MandateEvent = {
      type: 'funds-released',
      mandateId: both.terms.mandateId,
      holdId: holdOf(1),
      amount: usd(2_000),
      reason: 'r',
    };
    const once = evolveMandate(both, event, BEGIN)!;
    expect(once.reserved).toEqual(usd(1_000));
    expect(evolveMandate(once, event, BEGIN)).toEqual(once);
  });

  test('more than was held, less than nothing and another currency are refused', () => {
    expect(refusalOf(held, post(1, usd(2_001)))).toMatchObject({ kind: 'posted_exceeds_hold' });
    expect(refusalOf(held, post(1, usd(-1)))).toMatchObject({ kind: 'illegal_transition' });
    expect(refusalOf(held, post(1, money(1, 'EUR')))).toMatchObject({ kind: 'currency_mismatch' });
  });

  test('what is taken after the hold was resolved must still fit into the hold and into what is left', () => {
    const late = (amount: Money): MandateCommand => ({
      type: 'post_late',
      holdId: holdOf(1),
      amount,
      transactionId: 't',
    });
    expect(refusalOf(held, late(usd(1)))).toEqual({ kind: 'hold_open' });
    const released = after(held, release(1));
    expect(after(released, late(usd(2_000)))).toMatchObject({ spent: usd(2_000) });
    expect(refusalOf(released, late(usd(2_001)))).toMatchObject({ kind: 'posted_exceeds_hold' });
    // The money was free again, and another payment has it now.
    const taken = after(after(released, reserve(2, usd(4_500))), post(2, usd(4_500)));
    expect(refusalOf(taken, late(usd(501)))).toMatchObject({ kind: 'budget_exceeded', remaining: usd(500) });
    expect(after(taken, late(usd(500)))).toMatchObject({ spent: usd(5_000) });
  });

  test('an unknown hold is refused', () => {
    expect(refusalOf(held, post(9, usd(1)))).toEqual({ kind: 'unknown_hold' });
    expect(refusalOf(held, release(9))).toEqual({ kind: 'unknown_hold' });
  });
});

describe('in any order of commands', () => {
  const hold = fc.integer({ min: 1, max: 4 });
  const minor = fc.oneof(fc.integer({ min: -2_000, max: 2_000 }), fc.integer({ min: 1_500, max: 6_000 }));
  const amount = fc.tuple(minor, fc.constantFrom('USD', 'USD', 'USD', 'EUR')).map(([m, c]) => money(m, c));
  const command: fc.Arbitrary<MandateCommand> = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(hold, amount).map(([n, of]) => reserve(n, of)) },
    { weight: 3, arbitrary: fc.tuple(hold, amount).map(([n, of]) => post(n, of)) },
    { weight: 2, arbitrary: hold.map(release) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('pause', 'resume', 'revoke', 'reject').map((type) => ({ type })),
    },
    { weight: 1, arbitrary: fc.constant(SIGN) },
  );
  const step = fc.record({ command, waitMs: fc.constantFrom(0, 0, 0, 60_000, END) });
  const limits = fc.record({
    perPayment: fc.option(fc.constant({ minor: '2000', currency: 'USD' })),
    maxPayments: fc.option(fc.integer({ min: 1, max: 3 })),
  });

  test('[I2] a mandate never overspends, and its sums are those of its holds', () => {
    fc.assert(
      fc.property(limits, fc.array(step, { maxLength: 40 }), (change, steps) => {
        let mandate = active(change);
        let now = BEGIN;
        for (const { command: next, waitMs } of steps) {
          now += waitMs;
          const before = mandate;
          mandate = after(mandate, next, now);
          const holds = mandate.holds.values();
          const open = holds.filter(({ status }) => status === 'open');
          expect(mandate.reserved.minor).toBe(open.reduce((sum, { amount: of }) => sum + of.minor, 0n));
          expect(mandate.spent.minor).toBeGreaterThanOrEqual(before.spent.minor);
          expect(mandate.reserved.minor + mandate.spent.minor).toBeLessThanOrEqual(5_000n);
          expect(remainingOf(mandate).minor).toBeGreaterThanOrEqual(0n);
          if (change.maxPayments !== null)
            expect(paymentCountOf(mandate)).toBeLessThanOrEqual(change.maxPayments);
          if (change.perPayment) expect(holds.every(({ amount: of }) => of.minor <= 2_000n)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('to reserve and to release is to have done nothing', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 10 }),
        fc.integer({ min: 1, max: 5_000 }),
        (steps, minorUnits) => {
          const mandate = steps.reduce((state, { command: next }) => after(state, next), active());
          const round = after(after(mandate, reserve(99, usd(minorUnits))), release(99));
          expect(remainingOf(round)).toEqual(remainingOf(mandate));
          expect(paymentCountOf(round)).toBe(paymentCountOf(mandate));
          expect([round.reserved, round.spent, round.status]).toEqual([
            mandate.reserved,
            mandate.spent,
            mandate.status,
          ]);
        },
      ),
    );
  });

  test('folding changes no earlier state', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        steps.reduce((state, { command: next }) => after(Object.freeze(state), next), active());
      }),
    );
  });
});
