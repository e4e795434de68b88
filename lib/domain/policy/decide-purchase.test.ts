import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckoutId, HoldId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import type { MandateEvent } from '../mandate/events.ts';
import { evolveMandate } from '../mandate/evolve.ts';
import type { Mandate } from '../mandate/state.ts';
import { MandateTerms } from '../mandate/terms.ts';
import { decidePurchase, type PurchaseFacts } from './decide-purchase.ts';

const NOW = 5_000;
const usd = (minor: number) => money(minor, 'USD');

function mandateWith(change: object = {}, ...events: object[]): Mandate {
  const terms = MandateTerms.parse({
    mandateId: 'mand_0123456789abcdef',
    version: 1,
    agentId: 'agt_0123456789abcdef',
    purpose: 'paper',
    workflow: '',
    budget: { minor: '5000', currency: 'USD' },
    perPayment: null,
    askAbove: null,
    maxPayments: null,
    merchants: ['shop.example'],
    tolerance: { minor: '0', currency: 'USD' },
    notBefore: 1_000,
    expiresAt: 9_000,
    ...change,
  });
  const { mandateId } = terms;
  const all = [
    { type: 'mandate-requested', mandateId, terms, request: { key: 'k', digest: 'd' } },
    { type: 'mandate-signed', mandateId, digest: 'd', signature: 's', signer: 'a' },
    ...events.map((event) => ({ mandateId, ...event })),
  ] as MandateEvent[];
  return all.reduce((state: Mandate | undefined, event) => evolveMandate(state, event, 1_000), undefined)!;
}

const factsWith = (change: Partial<PurchaseFacts> = {}): PurchaseFacts => ({
  merchant: 'shop.example',
  host: 'www.shop.example',
  category: null,
  isPayeeUnproven: false,
  isCurrencyAssumed: false,
  cart: 'unread',
  amount: usd(1_000),
  isRecurring: false,
  available: usd(9_000),
  knownMerchants: [],
  now: NOW,
  ...change,
});
const held = (minor: number) => ({
  type: 'funds-reserved',
  holdId: 'hold_0123456789abcdef' as HoldId,
  checkoutId: 'chk_0123456789abcdef' as CheckoutId,
  merchant: 'shop.example',
  amount: usd(minor),
});

test('a purchase inside the mandate is allowed', () => {
  expect(decidePurchase(mandateWith(), factsWith())).toEqual({ verdict: 'allow' });
});

describe('denies', () => {
  const open = mandateWith();
  const cases: [string, Mandate | undefined, Partial<PurchaseFacts>, object][] = [
    ['an unknown mandate', undefined, {}, { kind: 'unknown_mandate' }],
    ['a paused mandate', mandateWith({}, { type: 'mandate-paused' }), {}, { status: 'paused' }],
    ['a revoked mandate', mandateWith({}, { type: 'mandate-revoked' }), {}, { status: 'revoked' }],
    ['a mandate that is over', open, { now: 9_000 }, { kind: 'mandate_not_active', status: 'expired' }],
    ['a mandate that has not begun', mandateWith({ notBefore: 6_000 }), {}, { kind: 'mandate_not_active', status: 'not_begun' }],
    ['another currency', open, { amount: money(1, 'EUR') }, { kind: 'currency_mismatch' }],
    ['more than the budget', open, { amount: usd(5_001) }, { kind: 'budget_exceeded', remaining: usd(5_000) }],
    ['what other holds took', mandateWith({}, held(4_500)), {}, { kind: 'budget_exceeded', remaining: usd(500) }],
    ['more than one payment may be', mandateWith({ perPayment: { minor: '999', currency: 'USD' } }), {}, { kind: 'per_payment_exceeded' }],
    ['one payment too many', mandateWith({ maxPayments: 1 }, held(1)), {}, { kind: 'count_exceeded', limit: 1 }],
    ['nothing', open, { amount: usd(0) }, { kind: 'illegal_transition' }],
    ['less than nothing', open, { amount: usd(-1_000) }, { kind: 'illegal_transition' }],
    ['another merchant', open, { merchant: 'evil.example' }, { kind: 'merchant_not_in_mandate', allowed: ['shop.example'] }],
    ['a merchant that only ends alike', open, { merchant: 'notshop.example' }, { kind: 'merchant_not_in_mandate' }],
    ['a known merchant that is not on the list', open, { merchant: 'b.example', knownMerchants: ['b.example'] }, { kind: 'merchant_not_in_mandate' }],
    ['a recurring charge', open, { isRecurring: true }, { kind: 'recurring_not_allowed' }],
    ['more than the wallet has', open, { available: usd(999) }, { kind: 'insufficient_funds', available: usd(999) }],
  ]; // prettier-ignore
  test.each(cases)('%s', (_what, mandate, change, reason) => {
    expect(decidePurchase(mandate, factsWith(change))).toMatchObject({ verdict: 'deny', reason });
  });
});

test('[A17] a mandate for one-off payments never pays what renews; a recurring one judges each renewal anew', () => {
  expect(decidePurchase(mandateWith(), factsWith({ isRecurring: true }))).toMatchObject({
    verdict: 'deny',
    reason: { kind: 'recurring_not_allowed' },
  });
  const recurring = { recurring: true, maxPayments: 2 };
  const renewal = factsWith({ isRecurring: true });
  expect(decidePurchase(mandateWith(recurring, held(1_000)), renewal)).toEqual({ verdict: 'allow' });
  expect(decidePurchase(mandateWith(recurring, held(4_500)), renewal)).toMatchObject({
    verdict: 'deny',
    reason: { kind: 'budget_exceeded' },
  });
});

describe('asks', () => {
  test('above the silent limit, and not at it', () => {
    const mandate = mandateWith({ askAbove: { minor: '1000', currency: 'USD' } });
    expect(decidePurchase(mandate, factsWith())).toEqual({ verdict: 'allow' });
    expect(decidePurchase(mandate, factsWith({ amount: usd(1_001) }))).toEqual({
      verdict: 'ask',
      reasons: ['above_ask_limit'],
    });
  });

  test('always, with a silent limit of nothing', () => {
    const mandate = mandateWith({ askAbove: { minor: '0', currency: 'USD' } });
    expect(decidePurchase(mandate, factsWith({ amount: usd(1) }))).toMatchObject({ verdict: 'ask' });
  });

  test('at a new merchant when the mandate names none, once', () => {
    const mandate = mandateWith({ merchants: [] });
    expect(decidePurchase(mandate, factsWith())).toEqual({ verdict: 'ask', reasons: ['new_merchant'] });
    expect(decidePurchase(mandate, factsWith({ knownMerchants: ['shop.example'] }))).toEqual({
      verdict: 'allow',
    });
  });

  test('[D2] where the page did not say in which currency it sells; a mandate that never asks refuses', () => {
    const facts = factsWith({ isCurrencyAssumed: true });
    expect(decidePurchase(mandateWith(), facts)).toEqual({ verdict: 'ask', reasons: ['assumed_currency'] });
    expect(decidePurchase(mandateWith({ quiet: true }), facts)).toMatchObject({
      verdict: 'deny',
      reason: { kind: 'would_ask' },
    });
  });

  test('on a payment page to which nothing shows that the merchant led; a mandate that never asks refuses', () => {
    const facts = factsWith({ isPayeeUnproven: true });
    expect(decidePurchase(mandateWith(), facts)).toEqual({ verdict: 'ask', reasons: ['unproven_payee'] });
    expect(decidePurchase(mandateWith({ quiet: true }), facts)).toMatchObject({ verdict: 'deny' });
  });

  test('with every reason there is', () => {
    const mandate = mandateWith({ merchants: [], askAbove: { minor: '1', currency: 'USD' } });
    expect(decidePurchase(mandate, factsWith())).toEqual({
      verdict: 'ask',
      reasons: ['new_merchant', 'above_ask_limit'],
    });
  });
});

test('what is denied at an amount is never allowed at a higher one, and more money never turns deny from allow', () => {
  const mandate = mandateWith({ perPayment: { minor: '3000', currency: 'USD' } }, held(1_500));
  const minor = fc.integer({ min: 1, max: 6_000 });
  fc.assert(
    fc.property(minor, minor, minor, (amount, more, available) => {
      const facts = factsWith({ amount: usd(amount), available: usd(available) });
      const verdict = decidePurchase(mandate, facts).verdict;
      const dearer = decidePurchase(mandate, { ...facts, amount: usd(amount + more) }).verdict;
      const richer = decidePurchase(mandate, { ...facts, available: usd(available + more) }).verdict;
      if (verdict === 'deny') expect(dearer).toBe('deny');
      if (verdict === 'allow') expect(richer).toBe('allow');
    }),
  );
});
