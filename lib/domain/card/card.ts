import { z } from 'zod';
import { CardId, CheckoutId, HoldId, MandateId } from '../../kernel/ids.ts';
import { Money, type Money as Amount } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { unreachable } from '../../kernel/invariant.ts';

export const CardEvent = z.discriminatedUnion('type', [
  /** Written before the issuer is asked, so that a lost answer can be asked for again under the same key. */
  z.strictObject({
    type: z.literal('card-requested'),
    cardId: CardId,
    mandateId: MandateId,
    agentId: z.string(),
    merchant: z.string(),
    limit: Money,
    holdId: HoldId,
    expiresAt: z.number(),
    /** The caller's idempotency key, where an agent asked for the card itself. */
    request: z.strictObject({ key: z.string().max(200), digest: z.string() }).optional(),
  }),
  z.strictObject({
    type: z.literal('card-minted'),
    cardId: CardId,
    issuerToken: z.string(),
    last4: z.string().regex(/^\d{4}$/),
  }),
  z.strictObject({ type: z.literal('card-mint-failed'), cardId: CardId, reason: z.string() }),
  z.strictObject({ type: z.literal('card-assigned'), cardId: CardId, checkoutId: CheckoutId }),
  z.strictObject({ type: z.literal('card-armed'), cardId: CardId }),
  z.strictObject({ type: z.literal('card-frozen'), cardId: CardId }),
  z.strictObject({
    type: z.literal('card-used'),
    cardId: CardId,
    authorizationId: z.string(),
    amount: Money,
  }),
  z.strictObject({ type: z.literal('card-closed'), cardId: CardId }),
  z.strictObject({ type: z.literal('card-cancelled'), cardId: CardId, reason: z.string() }),
]);
export type CardEvent = z.output<typeof CardEvent>;

/** `armed → unknown` when sight of the page was lost after Pay; only the issuer's record leads out of it. */
export const CardStatus = z.enum([
  'requested',
  'inactive',
  'armed',
  'unknown',
  'used',
  'closed',
  'cancelled',
  'failed',
]);
export type CardStatus = z.infer<typeof CardStatus>;

export interface Card {
  readonly id: CardId;
  readonly mandateId: MandateId;
  readonly agentId: string;
  readonly checkoutId?: CheckoutId;
  readonly merchant: string;
  readonly limit: Amount;
  readonly holdId: HoldId;
  readonly expiresAt: number;
  readonly status: CardStatus;
  readonly issuerToken?: string;
  readonly last4?: string;
  readonly authorizationId?: string;
}

const LEGAL: Readonly<Record<Exclude<CardEvent['type'], 'card-requested'>, readonly CardStatus[]>> = {
  'card-minted': ['requested'],
  'card-mint-failed': ['requested'],
  'card-assigned': ['inactive'],
  'card-armed': ['inactive'],
  'card-frozen': ['armed'],
  'card-used': ['armed', 'unknown'],
  'card-closed': ['used'],
  'card-cancelled': ['requested', 'inactive', 'armed', 'unknown'],
};

export interface CardRefusal {
  readonly kind: 'illegal_card_step';
  readonly step: string;
  readonly from: CardStatus | 'none';
}

function isLegal(card: Card | undefined, event: CardEvent): boolean {
  if (event.type === 'card-requested') return card === undefined;
  if (!card || !LEGAL[event.type].includes(card.status)) return false;
  return event.type !== 'card-assigned' || card.checkoutId === undefined;
}

/** Decides whether a card may take a step: it serves one run, and once cancelled, closed or used is never armed again. */
export function decideCard(card: Card | undefined, event: CardEvent): Result<CardEvent[], CardRefusal> {
  return isLegal(card, event)
    ? ok([event])
    : err({ kind: 'illegal_card_step', step: event.type, from: card?.status ?? 'none' });
}

/** Folds one event into a card. */
export function evolveCard(card: Card | undefined, event: CardEvent): Card | undefined {
  if (event.type === 'card-requested') {
    const { cardId, mandateId, agentId, merchant, limit, holdId, expiresAt } = event;
    return { id: cardId, mandateId, agentId, merchant, limit, holdId, expiresAt, status: 'requested' };
  }
  if (!card) return undefined;
  switch (event.type) {
    case 'card-minted':
      return { ...card, status: 'inactive', issuerToken: event.issuerToken, last4: event.last4 };
    case 'card-mint-failed':
      return { ...card, status: 'failed' };
    case 'card-assigned':
      return { ...card, checkoutId: event.checkoutId };
    case 'card-armed':
      return { ...card, status: 'armed' };
    case 'card-frozen':
      return { ...card, status: 'unknown' };
    case 'card-used':
      return { ...card, status: 'used', authorizationId: event.authorizationId };
    case 'card-closed':
      return { ...card, status: 'closed' };
    case 'card-cancelled':
      return { ...card, status: 'cancelled' };
    default:
      return unreachable(event);
  }
}
