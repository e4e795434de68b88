import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { openSecret, Secret } from './secret.ts';

const NUMBER = '4111111111111111';

test('opens to what it holds', () => {
  expect(openSecret(new Secret(NUMBER))).toBe(NUMBER);
});

test.each<[string, (secret: Secret<string>) => string]>([
  ['as text', String],
  ['in a template', (secret) => `${secret.toString()}`],
  ['in JSON', (secret) => JSON.stringify({ secret })],
  ['on the console', (secret) => inspect({ secret }, { showHidden: true, depth: 5 })],
  ['by its keys', (secret) => JSON.stringify([Object.entries(secret), Reflect.ownKeys(secret)])],
  ['in an error', (secret) => String(new Error(`refused ${String(secret)}`))],
])('does not show what it holds %s', (_where, show) => {
  expect(show(new Secret(NUMBER))).not.toContain(NUMBER);
});

test('says that something is kept back', () => {
  expect(String(new Secret(NUMBER))).toBe('[secret]');
  expect(inspect(new Secret(NUMBER))).toBe('[secret]');
});

test('does not survive a copy, as messages and storage make one', () => {
  const copy: unknown = structuredClone(new Secret(NUMBER));
  expect(openSecret(copy as Secret<string>)).toBeUndefined();
});

test('is not equal to another one by value', () => {
  expect(new Secret(NUMBER) === new Secret(NUMBER)).toBe(false);
});
