import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId, CheckoutId, HoldId, MandateId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import { decideCard, evolveCard, type Card, type CardEvent } from './card.ts';

const cardId = 'card_0123456789abcdef' as CardId;
const run = 'chk_0123456789abcdef' as CheckoutId;
const otherRun = 'chk_fedcba9876543210' as CheckoutId;
const limit = money(2_500, 'USD');

const requested: CardEvent = {
  type: 'card-requested',
  cardId,
  mandateId: 'mand_0123456789abcdef' as MandateId,
  agentId: 'agt_0123456789abcdef',
  merchant: 'shop.example',
  limit,
  holdId: 'hold_0123456789abcdef' as HoldId,
  expiresAt: 9_000,
};
const minted: CardEvent = { type: 'card-minted', cardId, issuerToken: 't', last4: '1234' };
const assigned: CardEvent = { type: 'card-assigned', cardId, checkoutId: run };
const armed: CardEvent = { type: 'card-armed', cardId };
const frozen: CardEvent = { type: 'card-frozen', cardId };
const used: CardEvent = { type: 'card-used', cardId, authorizationId: 'a', amount: limit };
const closed: CardEvent = { type: 'card-closed', cardId };
const cancelled: CardEvent = { type: 'card-cancelled', cardId, reason: 'r' };
const failed: CardEvent = { type: 'card-mint-failed', cardId, reason: 'r' };
const EVENTS = [requested, minted, assigned, armed, frozen, used, closed, cancelled, failed];

/** Takes the events that the card accepts, in order. */
function live(events: readonly CardEvent[]): { card: Card | undefined; taken: CardEvent['type'][] } {
  let card: Card | undefined;
  const taken: CardEvent['type'][] = [];
  for (const event of events) {
    const decided = decideCard(card, event);
    if (!decided.ok) continue;
    for (const one of decided.value) card = evolveCard(card, one, 0);
    taken.push(event.type);
  }
  return { card, taken };
}

const after = (...events: CardEvent[]) => live(events).card;

describe('the life of a card', () => {
  test('from request to close', () => {
    expect(after(requested)).toMatchObject({ status: 'requested', limit });
    expect(after(requested, minted)).toMatchObject({ status: 'inactive', last4: '1234' });
    expect(after(requested, minted, assigned, armed)).toMatchObject({ status: 'armed', checkoutId: run });
    expect(after(requested, minted, armed, used)).toMatchObject({ status: 'used', authorizationId: 'a' });
    expect(after(requested, minted, armed, used, closed)?.status).toBe('closed');
  });

  test('a card whose fate is unknown ends as used or cancelled', () => {
    expect(after(requested, minted, armed, frozen)?.status).toBe('unknown');
    expect(after(requested, minted, armed, frozen, used)?.status).toBe('used');
    expect(after(requested, minted, armed, frozen, cancelled)?.status).toBe('cancelled');
  });

  const states: [string, Card | undefined][] = [
    ['armed', after(requested, minted, armed)],
    ['unknown', after(requested, minted, armed, frozen)],
    ['used', after(requested, minted, armed, used)],
    ['closed', after(requested, minted, armed, used, closed)],
    ['cancelled', after(requested, minted, cancelled)],
    ['failed', after(requested, failed)],
    ['requested', after(requested)],
  ];
  test.each(states)('a card that is %s cannot be armed', (from, card) => {
    expect(decideCard(card, armed)).toEqual({
      ok: false,
      error: { kind: 'illegal_card_step', step: 'card-armed', from },
    });
  });

  test('a card serves one run', () => {
    const card = after(requested, minted, assigned);
    expect(decideCard(card, { ...assigned, checkoutId: otherRun }).ok).toBe(false);
  });

  test('nothing happens to a card that was never requested, and it is requested once', () => {
    for (const event of EVENTS.filter(({ type }) => type !== 'card-requested'))
      expect(decideCard(undefined, event)).toMatchObject({ error: { from: 'none' } });
    expect(decideCard(after(requested), requested).ok).toBe(false);
  });
});

test('[A26] in no order of events is a card armed or used twice, used before it is armed, or its limit raised', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 }), (events) => {
      const { card, taken } = live(events);
      const count = (type: CardEvent['type']) => taken.filter((one) => one === type).length;
      expect(count('card-armed')).toBeLessThanOrEqual(1);
      expect(count('card-used')).toBeLessThanOrEqual(1);
      if (count('card-used') === 1)
        expect(taken.indexOf('card-armed')).toBeLessThan(taken.indexOf('card-used'));
      const ends = taken.findIndex((type) =>
        ['card-closed', 'card-cancelled', 'card-mint-failed'].includes(type),
      );
      if (ends >= 0) expect(ends).toBe(taken.length - 1);
      if (card) expect(card.limit).toEqual(limit);
    }),
    { numRuns: 1_000 },
  );
});
