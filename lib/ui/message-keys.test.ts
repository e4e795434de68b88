import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LOST_CODES } from '../app/checkout/lose-outcome.ts';
import { lostKey, reasonKey } from './message-keys.ts';

const app = new URL('../app/', import.meta.url);
const sources = ['checkout', 'operator']
  .flatMap((folder) => readdirSync(new URL(`${folder}/`, app)).map((name) => `${folder}/${name}`))
  .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
  .concat('agent/perform-operation.ts')
  .map((name) => new URL(name, app))
  .concat(new URL('../../entrypoints/background/page-routes.ts', import.meta.url))
  .map((url) => readFileSync(url, 'utf8'));
const refusals = readFileSync(new URL('checkout/refusal-text.ts', app), 'utf8');

/** Steps of a machine that no purchase can take: no run ends for them. */
const NEVER_SHOWN = new Set([
  'illegal_transition',
  'hold_resolved',
  'unknown_hold',
  'posted_exceeds_hold',
  'hold_open',
  'refund_exceeds_posted',
  'field_in_unknown_frame',
  'two_fields_for_one_value',
  'period_exceeded',
]);

const codes = new Set([
  ...sources.flatMap((text) => [...text.matchAll(/\bcode: '([a-z_]+)'/g)].map(([, code]) => code!)),
  ...sources.flatMap((text) =>
    [...text.matchAll(/_CODES = \{([^}]*)\}/g)].flatMap(([, table]) =>
      [...table!.matchAll(/'([a-z_]+)'/g)].map(([, code]) => code!),
    ),
  ),
  ...[...refusals.matchAll(/case '([a-z_]+)'/g)].map(([, code]) => code!),
]);

test('no code is put together, so that none is overlooked here', () => {
  for (const text of sources) expect(text).not.toMatch(/\bcode: `|`(?:agent|mandate|per|card|checkout)_\$/);
});

test('there are reasons to put into words', () => {
  expect(codes.size).toBeGreaterThan(40);
});

test.each([...codes].filter((code) => !NEVER_SHOWN.has(code)))(
  '%s is told in the language of the operator',
  (code) => {
    expect(reasonKey(code)).not.toBe('reasonOther');
  },
);

test.each(LOST_CODES)('that sight was lost by %s is told in the language of the operator', (code) => {
  expect(lostKey(code)).not.toBe('unknownTitle');
});
