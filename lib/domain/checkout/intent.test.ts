import { describe, expect, test } from 'vitest';
import { money } from '../../kernel/money.ts';
import { diffIntents, hashIntent, type Intent } from './intent.ts';

const INTENT: Intent = {
  topOrigin: 'https://shop.example',
  merchant: 'shop.example',
  total: money(1_347, 'USD'),
  lines: [{ title: 'Paper', quantity: 1, amount: money(1_000, 'USD') }],
  amounts: [{ kind: 'shipping', amount: money(347, 'USD') }],
  providerOrigins: ['https://pay.example'],
  formAction: 'post https://shop.example',
  submitFingerprint: 'button|Pay',
  deliveryDigest: 'd1',
  isRecurring: false,
  agreedTo: [],
};

/** A change of each part, as a shop might make it between preview and Pay. */
const CHANGES: { readonly [K in keyof Intent]-?: Intent[K] } = {
  topOrigin: 'https://evil.example',
  merchant: 'evil.example',
  total: money(1_348, 'USD'),
  isCurrencyAssumed: true,
  lines: [{ title: 'Paper', quantity: 2, amount: money(1_000, 'USD') }],
  amounts: [{ kind: 'shipping', amount: null }],
  providerOrigins: [],
  formAction: 'post https://evil.example',
  submitFingerprint: 'button|Subscribe',
  deliveryDigest: 'd2',
  isRecurring: true,
  agreedTo: ['newsletter: Send me mail'],
};
const parts = Object.keys(CHANGES) as (keyof Intent)[];

describe('a change of the page', () => {
  test.each(parts)('in %s changes the hash and is named', (part) => {
    const changed = { ...INTENT, [part]: CHANGES[part] };
    expect(hashIntent(changed)).not.toBe(hashIntent(INTENT));
    expect(diffIntents(INTENT, changed)).toEqual([part]);
  });

  test('of the currency alone is one', () => {
    expect(hashIntent({ ...INTENT, total: money(1_347, 'EUR') })).not.toBe(hashIntent(INTENT));
  });

  test('is not the order in which parts are written', () => {
    const reversed = Object.fromEntries(Object.entries(INTENT).reverse()) as unknown as Intent;
    expect(hashIntent(reversed)).toBe(hashIntent(INTENT));
    expect(diffIntents(INTENT, reversed)).toEqual([]);
  });
});

test('text that a page broke on purpose does not stop the hash', () => {
  const broken = { ...INTENT, lines: [{ title: 'half \ud83d', quantity: 1, amount: null }] };
  expect(hashIntent(broken)).toMatch(/^[0-9a-f]{64}$/);
  expect(diffIntents(INTENT, broken)).toEqual(['lines']);
});
