import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listTools } from '../host/mcp-tools.ts';
import { ExtensionFrame } from './frames.ts';
import { isOperationName, operations } from './operations.ts';

/** Names of all fields that a JSON Schema has a place for, however deep. */
function fieldNames(schema: unknown): string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const own = 'properties' in schema && schema.properties ? Object.keys(schema.properties) : [];
  return [...own, ...Object.values(schema).flatMap(fieldNames)];
}

const FORBIDDEN =
  /^(pan|number|card_?number|cvc|cvv|csc|otp|pin|password|secret|token_value|private_?key|key|seed|exp(iry)?|exp_(month|year)|street|address(_?line.*)?|postal.*|zip|email|phone|picture|screenshot)$/i;

/** Paths of what a JSON Schema leaves open: there anything has a place. */
function openPlaces(schema: unknown, path = ''): string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const { properties, additionalProperties, anyOf, items, type } = schema as Record<string, unknown>;
  const parts = Object.entries(properties ?? {}).flatMap(([name, part]) =>
    openPlaces(part, `${path}.${name}`),
  );
  const choices = ((anyOf ?? []) as unknown[]).flatMap((part) => openPlaces(part, path));
  const isOpen =
    (type === undefined && !anyOf && !('const' in schema) && !('enum' in schema)) ||
    (type === 'object' && additionalProperties !== false);
  return [...(isOpen ? [path] : []), ...parts, ...choices, ...openPlaces(items, `${path}[]`)];
}

describe('the operations of the agent wire', () => {
  it('[A31][I4] have no place for card data, one-time codes, keys, streets or pictures, in any direction', () => {
    const schemas: [string, unknown][] = [
      ...Object.entries(operations).map(([name, { output }]): [string, unknown] => [
        `${name} out`,
        z.toJSONSchema(output),
      ]),
      ...listTools().map(({ name, inputSchema }): [string, unknown] => [`${name} in`, inputSchema]),
      ['frames', z.toJSONSchema(ExtensionFrame)],
    ];
    expect(schemas.length).toBe(Object.keys(operations).length * 2 + 1);
    for (const [name, schema] of schemas)
      expect(
        fieldNames(schema).filter((field) => FORBIDDEN.test(field)),
        name,
      ).toEqual([]);
    expect(fieldNames(z.toJSONSchema(z.object({ a: z.object({ cvc: z.string() }) })))).toContain('cvc');
  });

  it('[A31] leave nothing open in an answer but what the log says of money and why', () => {
    const open = Object.entries(operations).flatMap(([name, { output }]) =>
      openPlaces(z.toJSONSchema(output), name),
    );
    expect(open).toEqual(['audit_list.entries[].sealed.context', 'audit_list.entries[].body']);
  });

  it('[I3] have no way to approve, sign, unlock or fund', () => {
    expect(Object.keys(operations).filter((name) => /approve|sign|unlock|deposit|reveal/.test(name))).toEqual(
      [],
    );
  });

  it('[A20] have no way to send money out or to name a payee', () => {
    const outward = /transfer|payout|withdraw|send|payee|beneficiary|iban|recipient/;
    const argumentsOf = Object.values(operations).flatMap(({ input }) => Object.keys(input.shape));
    expect([...Object.keys(operations), ...argumentsOf].filter((name) => outward.test(name))).toEqual([]);
    expect(isOperationName('wallet_transfer')).toBe(false);
  });

  it('[I3] refuse unknown arguments, and names that only objects have', () => {
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
