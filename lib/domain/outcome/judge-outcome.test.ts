import { describe, expect, test } from 'vitest';
import { money } from '../../kernel/money.ts';
import { judgeOutcome, type IssuerOutcome, type PageOutcome } from './judge-outcome.ts';

const NOTHING: IssuerOutcome = { approved: undefined, declined: undefined };
const APPROVED: IssuerOutcome = {
  approved: { id: 'auth', amount: money(1_250, 'USD') },
  declined: undefined,
};
const DECLINED: IssuerOutcome = { approved: undefined, declined: { reason: 'INSUFFICIENT_FUNDS' } };

const blank: PageOutcome = { orderReference: undefined, hasPayControl: false, alerts: [] };
const thanks: PageOutcome = { ...blank, orderReference: { reference: 'A-1', headline: 'Thank you' } };
const regrets: PageOutcome = { ...blank, hasPayControl: true, alerts: ['Your card was declined.'] };

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
    ['an authorization alone', blank, APPROVED],
    ['an authorization with no page to see', undefined, APPROVED],
    ['an order number beside a Pay that still stands', { ...thanks, hasPayControl: true }, APPROVED],
  ])('%s is none', (_, page, issuer) => {
    expect(judgeOutcome(page, issuer)).toEqual({ kind: 'open' });
  });
});

describe('a decline is the issuer’s word', () => {
  test('an issuer that declined and authorized nothing declines, whatever the page shows', () => {
    for (const page of [thanks, regrets, undefined])
      expect(judgeOutcome(page, DECLINED)).toMatchObject({ kind: 'declined', code: 'INSUFFICIENT_FUNDS' });
  });

  test('a page alone cannot say that a card was declined', () => {
    expect(judgeOutcome(regrets, NOTHING)).toEqual({ kind: 'open' });
    expect(judgeOutcome(regrets, APPROVED)).toEqual({ kind: 'open' });
  });

  test('a decline before an authorization that stands is no decline', () => {
    expect(judgeOutcome(blank, { ...APPROVED, ...{ declined: DECLINED.declined } })).toEqual({
      kind: 'open',
    });
  });
});
