import { expect, test } from 'vitest';
import { err, ok, type Result } from './result.ts';

type Refusal = { readonly kind: 'limit-exceeded'; readonly asked: bigint };

const spend = (asked: bigint): Result<bigint, Refusal> =>
  asked > 100n ? err({ kind: 'limit-exceeded', asked }) : ok(asked);

test('an accepted result carries its value and nothing else', () => {
  expect(spend(7n)).toEqual({ ok: true, value: 7n });
});

test('a refusal carries what its handler needs and nothing else', () => {
  expect(spend(700n)).toEqual({ ok: false, error: { kind: 'limit-exceeded', asked: 700n } });
});
