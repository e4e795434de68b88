import { describe, expect, test } from 'vitest';
import { money } from '../../kernel/money.ts';
import { judgeOutcome, type IssuerOutcome, type ShownOrder } from './judge-outcome.ts';

const NOTHING: IssuerOutcome = { approved: undefined, declined: undefined };
const APPROVED: IssuerOutcome = {
  approved: { id: 'auth', amount: money(1_250, 'USD') },
  declined: undefined,
};
const DECLINED: IssuerOutcome = { approved: undefined, declined: { reason: 'INSUFFICIENT_FUNDS' } };

const thanks: ShownOrder = { reference: 'A-1', headline: 'Thank you' };

describe('success takes two', () => {
  test('a confirmation and an authorization are a success', () => {
    expect(judgeOutcome(thanks, APPROVED)).toEqual({
      kind: 'succeeded',
      orderRef: 'A-1',
      headline: 'Thank you',
      authorizationId: 'auth',
      amount: money(1_250, 'USD'),
    });
  });

  test.each([
    ['a confirmation alone', thanks, NOTHING],
    ['an authorization alone', undefined, APPROVED],
  ])('%s is none', (_, order, issuer) => {
    expect(judgeOutcome(order, issuer)).toEqual({ kind: 'open' });
  });
});

describe('a decline is the issuer’s word', () => {
  test('an issuer that declined and authorized nothing declines, whatever the page shows', () => {
    for (const order of [thanks, undefined])
      expect(judgeOutcome(order, DECLINED)).toMatchObject({ kind: 'declined', code: 'INSUFFICIENT_FUNDS' });
  });

  test('a decline before an authorization that stands is no decline', () => {
    expect(judgeOutcome(undefined, { ...APPROVED, ...{ declined: DECLINED.declined } })).toEqual({
      kind: 'open',
    });
  });
});
