import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isOperationName, operations } from './operations.ts';

/** Names of all fields that a JSON Schema has a place for, however deep. */
function fieldNames(schema: unknown): string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const own = 'properties' in schema && schema.properties ? Object.keys(schema.properties) : [];
  return [...own, ...Object.values(schema).flatMap(fieldNames)];
}

const FORBIDDEN =
  /^(pan|number|card_?number|cvc|cvv|csc|otp|exp(iry)?|exp_month|street|address(_?line.*)?|postal.*|email|phone|picture|screenshot)$/i;

describe('the operations of the agent wire', () => {
  it('have no place for card data, one-time codes, streets or pictures [I4]', () => {
    for (const [name, { output }] of Object.entries(operations)) {
      const fields = fieldNames(z.toJSONSchema(output));
      expect(
        fields.filter((field) => FORBIDDEN.test(field)),
        name,
      ).toEqual([]);
    }
  });

  it('have no way to approve, sign, unlock or fund', () => {
    expect(Object.keys(operations).filter((name) => /approve|sign|unlock|deposit|reveal/.test(name))).toEqual(
      [],
    );
  });

  it('refuse unknown arguments, and names that only objects have', () => {
    for (const { input } of Object.values(operations))
      expect(input.safeParse({ surprise: 1 }).success).toBe(false);
    for (const name of ['constructor', '__proto__', 'toString', ''])
      expect(isOperationName(name)).toBe(false);
  });

  it('ask for a key wherever something begins, and never for reading', () => {
    const beginning = Object.entries(operations).filter(([, { needsKey }]) => needsKey);
    expect(beginning.map(([name]) => name)).toEqual([
      'payment_request',
      'card_create',
      'checkout_preview',
      'payment_execute',
      'choice_request',
    ]);
    expect(beginning.some(([, { isReadOnly }]) => isReadOnly)).toBe(false);
  });

  it.each(['50', '50.00', '0.5'])('take the amount %s', (amount) => {
    const input = { amount, currency: 'USD', purpose: 'Tea for the desk' };
    expect(operations.payment_request.input.safeParse(input).success).toBe(true);
  });

  it.each(['-1', '1e3', '1,00', ' 1', '', '1.', 'NaN', '１'])('refuse the amount "%s"', (amount) => {
    const input = { amount, currency: 'USD', purpose: 'Tea for the desk' };
    expect(operations.payment_request.input.safeParse(input).success).toBe(false);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'chrome://version',
    'shop.example',
  ])('refuse the address %s', (url) => {
    const input = { mandate: `mand_${'m'.repeat(20)}`, url };
    expect(operations.checkout_preview.input.safeParse(input).success).toBe(false);
  });
});
