import { z } from 'zod';
import { CardId, CheckoutId, HoldId, MandateId } from '../../kernel/ids.ts';
import { Money, type Money as Amount } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { unreachable } from '../../kernel/invariant.ts';
import type { ExcessReason } from './match-card.ts';

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
  /** A shop asked whether the card lives ($0 or $1); the card is as unused as before. */
  z.strictObject({
    type: z.literal('card-verified'),
    cardId: CardId,
    transactionId: z.string(),
    amount: Money,
  }),
  /** The issuer declined an attempt to charge the card: a shop that tries again what one payment has used up, for instance. */
  z.strictObject({
    type: z.literal('card-charge-declined'),
    cardId: CardId,
    transactionId: z.string(),
    amount: Money,
    reason: z.string(),
  }),
  /**
   * Captured money that no hold stands for: booked as suspense, for the operator to look at. What the wallet cannot
   * cover, the issuer's program has paid.
   */
  z.strictObject({
    type: z.literal('card-excess-captured'),
    cardId: CardId,
    transactionId: z.string(),
    why: z.enum(['over_capture', 'late_capture', 'second_authorization', 'force_post']),
    fromWallet: Money,
    fromIssuer: Money,
  }),
  /** A refund of what was in suspense. */
  z.strictObject({ type: z.literal('card-excess-refunded'), cardId: CardId, amount: Money }),
  /** Money came back for which nothing was captured (yet). */
  z.strictObject({ type: z.literal('card-credit-suspended'), cardId: CardId, amount: Money }),
  /** A capture arrived that suspended money belongs to. */
  z.strictObject({ type: z.literal('card-credit-matched'), cardId: CardId, amount: Money }),
  /** No more captures or refunds are expected; the card is no longer looked at. */
  z.strictObject({ type: z.literal('card-settled'), cardId: CardId }),
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
  'settled',
  'cancelled',
  'failed',
]);
export type CardStatus = z.infer<typeof CardStatus>;

/** Money that was taken beyond any hold, and why it has no place under one. */
export interface Excess extends Amount {
  readonly why: ExcessReason;
}

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
  readonly verifications: readonly string[];
  /** Attempts to charge it that the issuer declined. */
  readonly declined: readonly string[];
  /** Booked as suspense, by transaction. */
  readonly excess: Readonly<Record<string, Excess>>;
  /** By currency. */
  readonly excessRefunded: Readonly<Record<string, bigint>>;
  readonly credits: Readonly<Record<string, bigint>>;
  /** When it was asked for, and when something last happened to it; says how often the issuer is asked. */
  readonly requestedAt: number;
  readonly movedAt: number;
}

/** Money moves on cards whatever we think of them: a force post asks nobody. */
const MONEY_STEPS: readonly CardStatus[] = [
  'inactive',
  'armed',
  'unknown',
  'used',
  'closed',
  'settled',
  'cancelled',
];

const LEGAL: Readonly<Record<Exclude<CardEvent['type'], 'card-requested'>, readonly CardStatus[]>> = {
  'card-minted': ['requested'],
  'card-mint-failed': ['requested'],
  'card-assigned': ['inactive'],
  'card-armed': ['inactive'],
  'card-frozen': ['armed'],
  'card-used': ['armed', 'unknown'],
  'card-closed': ['used'],
  'card-cancelled': ['requested', 'inactive', 'armed', 'unknown'],
  'card-verified': MONEY_STEPS,
  'card-charge-declined': MONEY_STEPS,
  'card-excess-captured': MONEY_STEPS,
  'card-excess-refunded': MONEY_STEPS,
  'card-credit-suspended': MONEY_STEPS,
  'card-credit-matched': MONEY_STEPS,
  'card-settled': ['closed', 'cancelled'],
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

const plus = (sums: Readonly<Record<string, bigint>>, { minor, currency }: Amount, sign: 1n | -1n = 1n) => ({
  ...sums,
  [currency]: (sums[currency] ?? 0n) + sign * minor,
});

/** Folds one event into a card. */
export function evolveCard(card: Card | undefined, event: CardEvent, at: number): Card | undefined {
  if (event.type === 'card-requested') {
    const { cardId, mandateId, agentId, merchant, limit, holdId, expiresAt } = event;
    return {
      id: cardId,
      mandateId,
      agentId,
      merchant,
      limit,
      holdId,
      expiresAt,
      status: 'requested',
      verifications: [],
      declined: [],
      excess: {},
      excessRefunded: {},
      credits: {},
      requestedAt: at,
      movedAt: at,
    };
  }
  return card && { ...card, ...changeOf(card, event), movedAt: at };
}

function changeOf(card: Card, event: Exclude<CardEvent, { type: 'card-requested' }>): Partial<Card> {
  switch (event.type) {
    case 'card-minted':
      return { status: 'inactive', issuerToken: event.issuerToken, last4: event.last4 };
    case 'card-mint-failed':
      return { status: 'failed' };
    case 'card-assigned':
      return { checkoutId: event.checkoutId };
    case 'card-armed':
      return { status: 'armed' };
    case 'card-frozen':
      return { status: 'unknown' };
    case 'card-used':
      return { status: 'used', authorizationId: event.authorizationId };
    case 'card-closed':
      return { status: 'closed' };
    case 'card-cancelled':
      return { status: 'cancelled' };
    case 'card-verified':
      return { verifications: [...card.verifications, event.transactionId] };
    case 'card-charge-declined':
      return { declined: [...card.declined, event.transactionId] };
    case 'card-excess-captured': {
      const before = card.excess[event.transactionId]?.minor ?? 0n;
      const minor = before + event.fromWallet.minor + event.fromIssuer.minor;
      const { currency } = event.fromWallet;
      return { excess: { ...card.excess, [event.transactionId]: { minor, currency, why: event.why } } };
    }
    case 'card-excess-refunded':
      return { excessRefunded: plus(card.excessRefunded, event.amount) };
    case 'card-credit-suspended':
      return { credits: plus(card.credits, event.amount) };
    case 'card-credit-matched':
      return { credits: plus(card.credits, event.amount, -1n) };
    case 'card-settled':
      return { status: 'settled' };
    default:
      return unreachable(event);
  }
}

/** Gives what is in suspense of a card in one currency: taken beyond any hold, less what came back of that. */
export function unmatchedOf({ excess, excessRefunded }: Card, currency: string): bigint {
  return Object.values(excess)
    .filter((one) => one.currency === currency)
    .reduce((sum, { minor }) => sum + minor, -(excessRefunded[currency] ?? 0n));
}
