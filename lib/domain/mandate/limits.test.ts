import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckoutId, HoldId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import { evolveMandate } from './evolve.ts';
import { isWithinHours } from './limits.ts';
import { decideMandate, type MandateCommand } from './mandate.ts';
import type { Mandate } from './state.ts';
import { MandateTerms } from './terms.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Monday 1 June 2026, 00:00 in Berlin. */
const MONDAY = Date.UTC(2026, 4, 31, 22, 0);
const usd = (minor: number) => money(minor, 'USD');
const wire = (minor: number) => ({ minor: String(minor), currency: 'USD' });

const termsWith = (change: object) =>
  MandateTerms.parse({
    mandateId: 'mand_0123456789abcdef',
    version: 1,
    agentId: 'agt_0123456789abcdef',
    purpose: 'paper',
    workflow: '',
    budget: wire(100_000),
    perPayment: null,
    askAbove: null,
    maxPayments: null,
    merchants: ['shop.example'],
    tolerance: wire(0),
    notBefore: 0,
    expiresAt: MONDAY + 400 * DAY,
    ...change,
  });

function signed(change: object, at = MONDAY): Mandate {
  const terms = termsWith(change);
  const { mandateId } = terms;
  const request = { key: 'k', digest: 'd' };
  const drafted = evolveMandate(undefined, { type: 'mandate-requested', mandateId, terms, request }, at);
  return evolveMandate(
    drafted,
    { type: 'mandate-signed', mandateId, version: 1, digest: 'd', signature: 's', signer: 'a' },
    at,
  )!;
}

let serial = 0;
const reserve = (minor: number, category: string | null = null): MandateCommand => ({
  type: 'reserve',
  holdId: `hold_${String((serial += 1)).padStart(16, '0')}` as HoldId,
  checkoutId: 'chk_0123456789abcdef' as CheckoutId,
  merchant: 'shop.example',
  amount: usd(minor),
  category,
});

/** Reserves, and gives the reason when that is refused. */
function take(mandate: Mandate, minor: number, now: number, category: string | null = null) {
  const decided = decideMandate(mandate, reserve(minor, category), { now });
  if (!decided.ok) return { mandate, refusal: decided.error };
  const next = decided.value.reduce((state, event) => evolveMandate(state, event, now)!, mandate);
  return { mandate: next, refusal: undefined };
}
const refusalOf = (mandate: Mandate, minor: number, now: number, category: string | null = null) =>
  take(mandate, minor, now, category).refusal;

describe('[A16] a ceiling over time', () => {
  test.each([
    ['perDay', 'day', DAY],
    ['perWeek', 'week', 7 * DAY],
    ['perMonth', 'month', 30 * DAY],
  ])('%s holds to the cent and to the millisecond', (field, period, lengthMs) => {
    const mandate = signed({ [field]: wire(1_000) });
    expect(refusalOf(mandate, 1_000, MONDAY)).toBeUndefined();
    expect(refusalOf(mandate, 1_001, MONDAY)).toMatchObject({ kind: 'period_exceeded', period });
    const full = take(mandate, 1_000, MONDAY).mandate;
    expect(refusalOf(full, 1, MONDAY + lengthMs - 1)).toMatchObject({ period, left: usd(0) });
    expect(refusalOf(full, 1_000, MONDAY + lengthMs)).toBeUndefined();
  });

  test('has no midnight at which it opens twice', () => {
    const full = take(signed({ perDay: wire(1_000) }), 1_000, MONDAY + DAY - 1).mandate;
    expect(refusalOf(full, 1, MONDAY + DAY + 1)).toMatchObject({ kind: 'period_exceeded' });
  });

  test('counts what was posted, not what was held, and nothing of what was released', () => {
    const held = take(signed({ perDay: wire(1_000) }), 1_000, MONDAY).mandate;
    const holdId = held.holds.values()[0]!.id;
    const resolve = (command: MandateCommand) => {
      const decided = decideMandate(held, command, { now: MONDAY });
      return decided.ok ? decided.value.reduce((s, e) => evolveMandate(s, e, MONDAY)!, held) : held;
    };
    const posted = resolve({ type: 'post', holdId, posted: usd(400), authorizationId: 'a' });
    expect(refusalOf(posted, 600, MONDAY)).toBeUndefined();
    expect(refusalOf(posted, 601, MONDAY)).toMatchObject({ left: usd(600) });
    expect(refusalOf(resolve({ type: 'release', holdId, reason: 'r' }), 1_000, MONDAY)).toBeUndefined();
  });

  test('[I2][K5] no order of payments and no clock, set back as one likes, spends more than it in any window', () => {
    const step = fc.record({
      minor: fc.integer({ min: 1, max: 900 }),
      moveMs: fc.integer({ min: -3 * DAY, max: 2 * DAY }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let mandate = signed({ perDay: wire(1_000), minimumIntervalMs: MINUTE });
        let now = MONDAY;
        for (const { minor, moveMs } of steps) {
          now += moveMs;
          mandate = take(mandate, minor, now).mandate;
        }
        const holds = mandate.holds.values().sort((a, b) => a.at - b.at);
        for (const [index, { at }] of holds.entries()) {
          const within = holds.filter((one) => one.at > at - DAY && one.at <= at);
          const sum = within.reduce((all, one) => all + one.amount.minor, 0n);
          expect(sum).toBeLessThanOrEqual(1_000n);
          if (index > 0) expect(at - holds[index - 1]!.at).toBeGreaterThanOrEqual(MINUTE);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('[A16] the time between payments', () => {
  test('is kept to the millisecond, also by a clock that was set back', () => {
    const paid = take(signed({ minimumIntervalMs: 10 * MINUTE }), 1, MONDAY).mandate;
    expect(refusalOf(paid, 1, MONDAY + 10 * MINUTE - 1)).toEqual({
      kind: 'too_soon',
      from: MONDAY + 10 * MINUTE,
    });
    expect(refusalOf(paid, 1, MONDAY + 10 * MINUTE)).toBeUndefined();
    expect(refusalOf(paid, 1, MONDAY - 30 * DAY)).toMatchObject({ kind: 'too_soon' });
  });
});

describe('[A10] hours and weekdays', () => {
  const office = termsWith({
    timeZone: 'Europe/Berlin',
    hours: [
      { weekdays: [1, 2, 3, 4, 5], fromMinute: 540, untilMinute: 1_020 },
      { weekdays: [6], fromMinute: 0, untilMinute: 1_440 },
    ],
  });
  const at = (day: number, minutes: number, ms = 0) => MONDAY + day * DAY + minutes * MINUTE + ms;

  test.each([
    ['the last millisecond before they open', at(0, 540, -1), false],
    ['their first millisecond', at(0, 540), true],
    ['their last millisecond', at(0, 1_020, -1), true],
    ['their end', at(0, 1_020), false],
    ['the first minute of a day that is open whole', at(5, 0), true],
    ['its last millisecond', at(6, 0, -1), true],
    ['a day that is not named', at(6, 720), false],
  ])('at %s', (_what, now, isOpen) => {
    expect(isWithinHours(office, now)).toBe(isOpen);
  });

  test('are those of the zone, in summer and in winter', () => {
    const winterNine = Date.UTC(2026, 11, 7, 8, 0);
    expect(isWithinHours(office, winterNine)).toBe(true);
    expect(isWithinHours(office, winterNine - 1)).toBe(false);
  });

  test('refuse a payment outside of them, whatever its size', () => {
    const { hours, timeZone } = office;
    const mandate = signed({ hours, timeZone });
    expect(refusalOf(mandate, 1, at(0, 539))).toEqual({ kind: 'outside_hours', timeZone: 'Europe/Berlin' });
    expect(refusalOf(mandate, 1, at(0, 541))).toBeUndefined();
  });

  test('[I2][K5] cannot be entered again by setting the clock back', () => {
    const { hours, timeZone } = office;
    const late = take(signed({}), 1, at(0, 1_100)).mandate;
    const mandate = { ...late, terms: { ...late.terms, hours, timeZone } };
    expect(refusalOf(mandate, 1, at(0, 600))).toMatchObject({ kind: 'outside_hours' });
  });

  test.each([
    ['without a zone', { timeZone: '' }],
    ['in a zone that there is not', { timeZone: 'Europe/Atlantis' }],
    ['that end before they begin', { hours: [{ weekdays: [1], fromMinute: 60, untilMinute: 60 }] }],
    ['on an eighth day', { hours: [{ weekdays: [8], fromMinute: 0, untilMinute: 60 }] }],
  ])('%s are refused', (_what, change) => {
    const { hours, timeZone } = office;
    expect(() => termsWith({ hours, timeZone, ...change })).toThrow();
  });
});

describe('[A10] a category', () => {
  const mandate = signed({
    categories: [
      { code: '5943', limit: wire(1_000) },
      { code: '5111', limit: null },
    ],
  });

  test('has its own ceiling, to the cent', () => {
    const once = take(mandate, 600, MONDAY, '5943').mandate;
    expect(refusalOf(once, 400, MONDAY, '5943')).toBeUndefined();
    expect(refusalOf(once, 401, MONDAY, '5943')).toMatchObject({
      kind: 'category_exceeded',
      left: usd(400),
    });
    expect(refusalOf(once, 5_000, MONDAY, '5111')).toBeUndefined();
  });

  test('is named once', () => {
    const twice = [
      { code: '5943', limit: null },
      { code: '5943', limit: wire(1) },
    ];
    expect(() => termsWith({ categories: twice })).toThrow();
  });
});
