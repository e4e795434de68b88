import { expect, test } from 'vitest';
import { money } from '../../../kernel/money.ts';
import { describeCardIssuer, LITHIC_REASONS } from '../card-issuer.contract.ts';
import { createFakeCardIssuer } from './fake-card-issuer.ts';

describeCardIssuer('the fake issuer', () => {
  const { issuer, network } = createFakeCardIssuer();
  return Promise.resolve({
    issuer,
    reasons: LITHIC_REASONS,
    authorize: (number, minor, descriptor) => {
      network.authorize(number, money(minor, 'USD'), descriptor);
      return Promise.resolve();
    },
    capture: (id, minor) => Promise.resolve(network.capture(id, money(minor, 'USD'))),
    reverse: (id) => Promise.resolve(network.reverse(id)),
    dispute: (id) => Promise.resolve(network.dispute(id, 'open')),
    reverses: true,
    unknownTransaction: 'transaction-0',
    stop: () => Promise.resolve(),
  });
});

test('a failure that is set meets every call until it is lifted', async () => {
  const fake = createFakeCardIssuer();
  const { issuer } = fake;
  fake.fail({ kind: 'issuer_unreachable' });
  const down = { ok: false, error: { kind: 'issuer_unreachable' } };
  expect(await issuer.balance('USD')).toEqual(down);
  expect(await issuer.mint({ idempotencyKey: 'k', limit: money(1, 'USD'), memo: '' })).toEqual(down);
  expect(await issuer.arm('card-token-1')).toEqual(down);
  fake.fail(undefined);
  expect((await issuer.balance('USD')).ok).toBe(true);
});
