import { expect, test } from 'vitest';
import type { CheckoutId, HoldId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import { evolveMandate } from './evolve.ts';
import { remainingOf } from './limits.ts';
import {
  decideMandate,
  mandateStatusAt,
  SIGNATURE_TTL_MS,
  termsToSign,
  type MandateCommand,
} from './mandate.ts';
import type { Mandate } from './state.ts';
import { MandateTerms } from './terms.ts';

const BEGIN = 1_000_000;
const END = BEGIN + 30 * 86_400_000;
const wire = (minor: number) => ({ minor: String(minor), currency: 'USD' });

const termsWith = (change: object = {}) =>
  MandateTerms.parse({
    mandateId: 'mand_0123456789abcdef',
    version: 1,
    agentId: 'agt_0123456789abcdef',
    purpose: 'paper',
    workflow: '',
    budget: wire(5_000),
    perPayment: null,
    askAbove: null,
    maxPayments: null,
    merchants: [],
    tolerance: wire(0),
    notBefore: BEGIN,
    expiresAt: END,
    ...change,
  });
const sign = (version: number): MandateCommand => ({
  type: 'sign',
  version,
  digest: `d${version}`,
  signature: `s${version}`,
  signer: 'a',
});
const revise = (change: object = {}): MandateCommand => ({
  type: 'revise',
  terms: termsWith({ version: 2, ...change }),
  request: { key: 'k2', digest: 'd' },
});
const reserve = (n: number, minor: number): MandateCommand => ({
  type: 'reserve',
  holdId: `hold_${String(n).padStart(16, '0')}` as HoldId,
  checkoutId: 'chk_0123456789abcdef' as CheckoutId,
  merchant: 'shop.example',
  amount: money(minor, 'USD'),
});

function requested(): Mandate {
  const terms = termsWith();
  const { mandateId } = terms;
  const request = { key: 'k', digest: 'd' };
  return evolveMandate(undefined, { type: 'mandate-requested', mandateId, terms, request }, BEGIN)!;
}
function after(mandate: Mandate, command: MandateCommand, now = BEGIN): Mandate {
  const decided = decideMandate(mandate, command, { now });
  if (!decided.ok) throw new Error(`${command.type}: ${decided.error.kind}`);
  return decided.value.reduce((state, event) => evolveMandate(state, event, now)!, mandate);
}
const refusalOf = (mandate: Mandate, command: MandateCommand, now = BEGIN) => {
  const decided = decideMandate(mandate, command, { now });
  return decided.ok ? undefined : decided.error;
};
const active = () => after(requested(), sign(1));

test('[A11][I3] a new version binds nobody before it is signed, and everybody from then on', () => {
  const revised = after(active(), revise({ perPayment: wire(100) }));
  expect(refusalOf(revised, reserve(1, 5_000))).toBeUndefined();
  const narrowed = after(revised, sign(2));
  expect(refusalOf(narrowed, reserve(1, 101))).toMatchObject({ kind: 'per_payment_exceeded' });
  expect(refusalOf(narrowed, reserve(1, 100))).toBeUndefined();
});

test('[A11] a superseded version stays as it was signed', () => {
  const before = active();
  const narrowed = after(after(before, revise({ perPayment: wire(100) })), sign(2));
  expect(narrowed.superseded).toEqual([{ terms: before.terms, signature: before.signature }]);
  expect(narrowed.signature?.digest).toBe('d2');
  expect(narrowed.terms.version).toBe(2);
});

test('what was spent counts against the new version too', () => {
  const held = after(active(), reserve(1, 1_000));
  expect(held.holds.values()).toMatchObject([{ version: 1 }]);
  const narrowed = after(after(held, revise({ budget: wire(1_500) })), sign(2));
  expect(remainingOf(narrowed)).toEqual(money(500, 'USD'));
  expect(refusalOf(narrowed, reserve(2, 501))).toMatchObject({ kind: 'budget_exceeded' });
  expect(after(narrowed, reserve(2, 500)).holds.get('hold_0000000000000002')).toMatchObject({ version: 2 });
});

test('a signature is for one version: an older or a skipped one cannot be signed', () => {
  const revised = after(active(), revise());
  expect(refusalOf(revised, sign(1))).toEqual({ kind: 'wrong_version', expected: 2 });
  expect(refusalOf(revised, sign(3))).toEqual({ kind: 'wrong_version', expected: 2 });
  expect(refusalOf(active(), revise({ version: 3 }))).toEqual({ kind: 'wrong_version', expected: 2 });
  expect(refusalOf(active(), revise({ version: 1 }))).toEqual({ kind: 'wrong_version', expected: 2 });
});

test.each([
  ['of another agent', { agentId: 'agt_fedcba9876543210' }],
  ['of another mandate', { mandateId: 'mand_fedcba9876543210' }],
  [
    'in another currency',
    { budget: { minor: '1', currency: 'EUR' }, tolerance: { minor: '0', currency: 'EUR' } },
  ],
])('terms %s are no version of it', (_what, change) => {
  expect(refusalOf(active(), revise(change))).toMatchObject({ kind: 'illegal_transition' });
});

test('a rejected version leaves the old one in force', () => {
  const kept = after(after(active(), revise({ perPayment: wire(1) })), { type: 'reject' });
  expect(mandateStatusAt(kept, BEGIN)).toBe('active');
  expect(refusalOf(kept, reserve(1, 5_000))).toBeUndefined();
  expect(refusalOf(kept, sign(2))).toMatchObject({ kind: 'illegal_transition' });
  expect(kept.rejectedAt).toEqual([BEGIN]);
});

test('[A11] an unsigned version lapses after a day; the old one goes on', () => {
  const revised = after(active(), revise());
  expect(termsToSign(revised, BEGIN + SIGNATURE_TTL_MS - 1)?.version).toBe(2);
  expect(termsToSign(revised, BEGIN + SIGNATURE_TTL_MS)).toBeUndefined();
  expect(refusalOf(revised, sign(2), BEGIN + SIGNATURE_TTL_MS)).toMatchObject({ from: 'active' });
  expect(refusalOf(revised, reserve(1, 1), BEGIN + SIGNATURE_TTL_MS)).toBeUndefined();
});

test('a paused mandate stays paused under its new version', () => {
  const paused = after(after(after(active(), { type: 'pause' }), revise()), sign(2));
  expect(refusalOf(paused, reserve(1, 1))).toMatchObject({ status: 'paused' });
});

test.each(['revoke', 'lapse'] as const)('after %s nothing is revised and nothing new is signed', (type) => {
  const over = after(after(active(), revise()), { type }, type === 'lapse' ? END : BEGIN);
  expect(refusalOf(over, revise({ version: 3 }))).toMatchObject({ kind: 'illegal_transition' });
  expect(refusalOf(over, sign(2))).toMatchObject({ kind: 'illegal_transition' });
});

test('[A10][K5] an end that was seen is an end: a clock set back revives nothing', () => {
  const seen = after(active(), { type: 'lapse' }, END);
  expect(mandateStatusAt(seen, BEGIN)).toBe('expired');
  expect(refusalOf(seen, reserve(1, 1), BEGIN)).toMatchObject({ status: 'expired' });
  expect(decideMandate(seen, { type: 'lapse' }, { now: END })).toEqual({ ok: true, value: [] });
  expect(decideMandate(active(), { type: 'lapse' }, { now: END - 1 })).toEqual({ ok: true, value: [] });
});

test('[A19] "always" is kept apart from approvals, once, and can be taken back', () => {
  const merchant = 'shop.example';
  const allowed = after(active(), { type: 'allow_merchant', merchant });
  expect(allowed.allowedMerchants).toEqual([merchant]);
  expect(after(allowed, { type: 'allow_merchant', merchant }).allowedMerchants).toEqual([merchant]);
  expect(after(allowed, { type: 'disallow_merchant', merchant }).allowedMerchants).toEqual([]);
  expect(refusalOf(requested(), { type: 'allow_merchant', merchant })).toMatchObject({
    kind: 'illegal_transition',
  });
});
