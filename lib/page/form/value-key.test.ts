import { expect, test } from 'vitest';
import type { AutocompleteToken } from '../../messaging/contracts/page-reading.ts';
import { valueDigest, valueKey } from './value-key.ts';

test.each<[AutocompleteToken, string, string]>([
  ['cc-number', '4242424242424242', '4242 4242 4242 4242'],
  ['cc-exp', '01/30', '1 / 2030'],
  ['cc-exp', '01/30', '2030-01'],
  ['cc-exp-month', '1', '01'],
  ['tel', '+1 415 555 0123', '1 (415) 555-0123'],
  ['postal-code', 'SW1A 1AA', 'sw1a1aa'],
  ['address-line1', '1  Market Street ', '1 MARKET STREET'],
])('%s: %s and %s are one value', (token, one, other) => {
  expect(valueKey(token, one)).toBe(valueKey(token, other));
  expect(valueDigest(token, one)).toBe(valueDigest(token, other));
});

test.each<[AutocompleteToken, string, string]>([
  ['address-line1', '1 Market Street', '9 Market Street'],
  ['address-line1', '1 Market Street', ''],
  ['postal-code', '94105', '94150'],
  ['address-level1', 'CA', 'NY'],
  ['cc-number', '4242424242424242', '5555555555554444'],
])('%s: %s and “%s” are two, and a digest says neither', (token, one, other) => {
  expect(valueDigest(token, one)).not.toBe(valueDigest(token, other));
  expect(valueDigest(token, one)).toMatch(/^[0-9a-f]{1,8}$/);
});
