import { z } from 'zod';
import { CheckoutId, HoldId, MandateId } from '../../kernel/ids.ts';
import { addMoney, isMoreThan, Money, money, subtractMoney } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { unreachable } from '../../kernel/invariant.ts';
import { MandateTerms } from './terms.ts';

/** An unsigned request lapses after a day (RELIABILITY §4). */
export const SIGNATURE_TTL_MS = 24 * 3_600_000;

export const MandateEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('mandate-requested'),
    mandateId: MandateId,
    terms: MandateTerms,
    /** The caller's idempotency key and a digest of what it asked for. */
    request: z.strictObject({ key: z.string().max(200), digest: z.string() }),
  }),
  z.strictObject({
    type: z.literal('mandate-signed'),
    mandateId: MandateId,
    digest: z.string(),
    signature: z.string(),
    signer: z.string(),
  }),
  z.strictObject({ type: z.literal('mandate-rejected'), mandateId: MandateId }),
  z.strictObject({ type: z.literal('mandate-paused'), mandateId: MandateId }),
  z.strictObject({ type: z.literal('mandate-resumed'), mandateId: MandateId }),
  z.strictObject({ type: z.literal('mandate-revoked'), mandateId: MandateId }),
  z.strictObject({
    type: z.literal('funds-reserved'),
    mandateId: MandateId,
    holdId: HoldId,
    /** `null` while a card holds the money that no run uses yet. */
    checkoutId: CheckoutId.nullable(),
    merchant: z.string(),
    amount: Money,
  }),
  /** A capture: `posted` went to the merchant, `released` came back. Resolves the hold. */
  z.strictObject({
    type: z.literal('funds-posted'),
    mandateId: MandateId,
    holdId: HoldId,
    merchant: z.string(),
    posted: Money,
    released: Money,
    authorizationId: z.string(),
  }),
  /** A capture that came after its hold was resolved, within what was held; the budget still had room for it. */
  z.strictObject({
    type: z.literal('funds-posted-late'),
    mandateId: MandateId,
    holdId: HoldId,
    merchant: z.string(),
    amount: Money,
    transactionId: z.string(),
  }),
  /** The merchant paid back: cash to the wallet, budget to the mandate. */
  z.strictObject({
    type: z.literal('funds-refunded'),
    mandateId: MandateId,
    holdId: HoldId,
    merchant: z.string(),
    amount: Money,
  }),
  z.strictObject({
    type: z.literal('funds-released'),
    mandateId: MandateId,
    holdId: HoldId,
    amount: Money,
    reason: z.string(),
  }),
]);
export type MandateEvent = z.output<typeof MandateEvent>;

export interface Hold {
  readonly id: HoldId;
  readonly checkoutId: CheckoutId | null;
  readonly merchant: string;
  readonly amount: Money;
  readonly status: 'open' | 'posted' | 'released';
  /** The issuer's transaction that was posted. */
  readonly transactionId?: string;
  /** What the merchant got, and what it gave back of that. */
  readonly posted: Money;
  readonly refunded: Money;
}

export interface Mandate {
  readonly terms: MandateTerms;
  readonly status: 'pending_signature' | 'active' | 'paused' | 'rejected' | 'revoked';
  readonly requestedAt: number;
  readonly signature?: { readonly digest: string; readonly signature: string; readonly signer: string };
  readonly holds: Readonly<Record<string, Hold>>;
  readonly reserved: Money;
  readonly spent: Money;
}

/** The status with time taken in: an unsigned request lapses, an active one ends at its `expiresAt`. */
export type MandateStatus = Mandate['status'] | 'expired';

export function mandateStatusAt(mandate: Mandate, now: number): MandateStatus {
  switch (mandate.status) {
    case 'pending_signature':
      return now >= mandate.requestedAt + SIGNATURE_TTL_MS || now >= mandate.terms.expiresAt
        ? 'expired'
        : mandate.status;
    case 'active':
    case 'paused':
      return now >= mandate.terms.expiresAt ? 'expired' : mandate.status;
    case 'rejected':
    case 'revoked':
      return mandate.status;
    default:
      return unreachable(mandate.status);
  }
}

/** What is left to spend: the budget less what is held and what was paid. */
export function remainingOf(mandate: Mandate): Money {
  return subtractMoney(subtractMoney(mandate.terms.budget, mandate.reserved), mandate.spent);
}

/** How many payments were made or are under way. */
export function paymentCountOf(mandate: Mandate): number {
  return Object.values(mandate.holds).filter((hold) => hold.status !== 'released').length;
}

export type MandateCommand =
  | { type: 'sign'; digest: string; signature: string; signer: string }
  | { type: 'reject' }
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'revoke' }
  | { type: 'reserve'; holdId: HoldId; checkoutId: CheckoutId | null; merchant: string; amount: Money }
  | { type: 'post'; holdId: HoldId; posted: Money; authorizationId: string }
  | { type: 'post_late'; holdId: HoldId; amount: Money; transactionId: string }
  | { type: 'refund'; holdId: HoldId; amount: Money }
  | { type: 'release'; holdId: HoldId; reason: string };

export type MandateRefusal =
  | { kind: 'unknown_mandate' }
  | { kind: 'illegal_transition'; from: MandateStatus; command: string }
  | { kind: 'mandate_not_active'; status: MandateStatus | 'not_begun' }
  | { kind: 'currency_mismatch'; mandate: string; asked: string }
  | { kind: 'per_payment_exceeded'; limit: Money; asked: Money }
  | { kind: 'budget_exceeded'; remaining: Money; asked: Money }
  | { kind: 'count_exceeded'; limit: number }
  | { kind: 'hold_resolved'; status: Hold['status'] }
  | { kind: 'hold_open' }
  | { kind: 'refund_exceeds_posted'; posted: Money; refunded: Money }
  | { kind: 'unknown_hold' }
  | { kind: 'posted_exceeds_hold'; held: Money; posted: Money };

/**
 * Decides on a mandate. Reserving is where every limit is judged (RELIABILITY §3, 11–13): a hold that was granted
 * can always be posted or released, once.
 */
export function decideMandate(
  mandate: Mandate | undefined,
  command: MandateCommand,
  facts: { now: number },
): Result<MandateEvent[], MandateRefusal> {
  if (!mandate) return err({ kind: 'unknown_mandate' });
  const { mandateId } = mandate.terms;
  const status = mandateStatusAt(mandate, facts.now);
  const illegal = () => err({ kind: 'illegal_transition' as const, from: status, command: command.type });
  switch (command.type) {
    case 'sign': {
      const { digest, signature, signer } = command;
      if (status !== 'pending_signature') return illegal();
      return ok([{ type: 'mandate-signed', mandateId, digest, signature, signer }]);
    }
    case 'reject':
      return status === 'pending_signature' ? ok([{ type: 'mandate-rejected', mandateId }]) : illegal();
    case 'pause':
      return status === 'active' ? ok([{ type: 'mandate-paused', mandateId }]) : illegal();
    case 'resume':
      return status === 'paused' ? ok([{ type: 'mandate-resumed', mandateId }]) : illegal();
    case 'revoke':
      return status === 'active' || status === 'paused'
        ? ok([{ type: 'mandate-revoked', mandateId }])
        : illegal();
    case 'reserve':
      return decideReservation(mandate, command, status, facts.now);
    case 'post':
      return decidePosting(mandate, command);
    case 'post_late':
      return decideLatePosting(mandate, command);
    case 'refund':
      return decideRefund(mandate, command);
    case 'release': {
      const hold = mandate.holds[command.holdId];
      if (!hold) return err({ kind: 'unknown_hold' });
      if (hold.status !== 'open') return err({ kind: 'hold_resolved', status: hold.status });
      return ok([
        { type: 'funds-released', mandateId, holdId: hold.id, amount: hold.amount, reason: command.reason },
      ]);
    }
    default:
      return unreachable(command);
  }
}

function decideReservation(
  mandate: Mandate,
  command: Extract<MandateCommand, { type: 'reserve' }>,
  status: MandateStatus,
  now: number,
): Result<MandateEvent[], MandateRefusal> {
  const { terms } = mandate;
  const { amount, holdId, checkoutId, merchant } = command;
  if (status !== 'active') return err({ kind: 'mandate_not_active', status });
  if (now < terms.notBefore) return err({ kind: 'mandate_not_active', status: 'not_begun' });
  // A negative hold would raise what is left; a second one under the same id would hide the first.
  if (amount.minor <= 0n || mandate.holds[holdId]) {
    return err({ kind: 'illegal_transition', from: status, command: command.type });
  }
  if (amount.currency !== terms.budget.currency) {
    return err({ kind: 'currency_mismatch', mandate: terms.budget.currency, asked: amount.currency });
  }
  if (terms.perPayment && isMoreThan(amount, terms.perPayment)) {
    return err({ kind: 'per_payment_exceeded', limit: terms.perPayment, asked: amount });
  }
  const remaining = remainingOf(mandate);
  if (isMoreThan(amount, remaining)) return err({ kind: 'budget_exceeded', remaining, asked: amount });
  if (terms.maxPayments !== null && paymentCountOf(mandate) >= terms.maxPayments) {
    return err({ kind: 'count_exceeded', limit: terms.maxPayments });
  }
  return ok([{ type: 'funds-reserved', mandateId: terms.mandateId, holdId, checkoutId, merchant, amount }]);
}

function decidePosting(
  mandate: Mandate,
  command: Extract<MandateCommand, { type: 'post' }>,
): Result<MandateEvent[], MandateRefusal> {
  const hold = mandate.holds[command.holdId];
  if (!hold) return err({ kind: 'unknown_hold' });
  if (hold.status !== 'open') return err({ kind: 'hold_resolved', status: hold.status });
  if (command.posted.currency !== hold.amount.currency) {
    return err({
      kind: 'currency_mismatch',
      mandate: hold.amount.currency,
      asked: command.posted.currency,
    });
  }
  // A capture is never negative: what comes back later is a refund, another entry.
  if (command.posted.minor < 0n) {
    return err({ kind: 'illegal_transition', from: mandate.status, command: command.type });
  }
  if (isMoreThan(command.posted, hold.amount)) {
    return err({ kind: 'posted_exceeds_hold', held: hold.amount, posted: command.posted });
  }
  return ok([
    {
      type: 'funds-posted',
      mandateId: mandate.terms.mandateId,
      holdId: hold.id,
      merchant: hold.merchant,
      posted: command.posted,
      released: subtractMoney(hold.amount, command.posted),
      authorizationId: command.authorizationId,
    },
  ]);
}

/** A late capture is judged as a reservation is, for the budget was free again since. */
function decideLatePosting(
  mandate: Mandate,
  { holdId, amount, transactionId }: Extract<MandateCommand, { type: 'post_late' }>,
): Result<MandateEvent[], MandateRefusal> {
  const hold = mandate.holds[holdId];
  if (!hold) return err({ kind: 'unknown_hold' });
  if (hold.status === 'open') return err({ kind: 'hold_open' });
  if (amount.minor <= 0n)
    return err({ kind: 'illegal_transition', from: mandate.status, command: 'post_late' });
  const posted = addMoney(hold.posted, amount);
  if (isMoreThan(posted, hold.amount)) return err({ kind: 'posted_exceeds_hold', held: hold.amount, posted });
  const remaining = remainingOf(mandate);
  if (isMoreThan(amount, remaining)) return err({ kind: 'budget_exceeded', remaining, asked: amount });
  const { mandateId } = mandate.terms;
  const { merchant } = hold;
  return ok([{ type: 'funds-posted-late', mandateId, holdId, merchant, amount, transactionId }]);
}

function decideRefund(
  mandate: Mandate,
  { holdId, amount }: Extract<MandateCommand, { type: 'refund' }>,
): Result<MandateEvent[], MandateRefusal> {
  const hold = mandate.holds[holdId];
  if (!hold) return err({ kind: 'unknown_hold' });
  const refunded = addMoney(hold.refunded, amount);
  if (amount.minor <= 0n || isMoreThan(refunded, hold.posted))
    return err({ kind: 'refund_exceeds_posted', posted: hold.posted, refunded });
  const { mandateId } = mandate.terms;
  return ok([{ type: 'funds-refunded', mandateId, holdId, merchant: hold.merchant, amount }]);
}

/** Folds one event into a mandate. */
export function evolveMandate(
  mandate: Mandate | undefined,
  event: MandateEvent,
  at: number,
): Mandate | undefined {
  if (event.type === 'mandate-requested') {
    const none = money(0n, event.terms.budget.currency);
    return {
      terms: event.terms,
      status: 'pending_signature',
      requestedAt: at,
      holds: {},
      reserved: none,
      spent: none,
    };
  }
  if (!mandate) return undefined;
  switch (event.type) {
    case 'mandate-signed': {
      const { digest, signature, signer } = event;
      return { ...mandate, status: 'active', signature: { digest, signature, signer } };
    }
    case 'mandate-rejected':
      return { ...mandate, status: 'rejected' };
    case 'mandate-paused':
      return { ...mandate, status: 'paused' };
    case 'mandate-resumed':
      return { ...mandate, status: 'active' };
    case 'mandate-revoked':
      return { ...mandate, status: 'revoked' };
    case 'funds-reserved': {
      const { holdId, checkoutId, merchant, amount } = event;
      const none = money(0n, amount.currency);
      const hold: Hold = {
        id: holdId,
        checkoutId,
        merchant,
        amount,
        status: 'open',
        posted: none,
        refunded: none,
      };
      return {
        ...mandate,
        holds: { ...mandate.holds, [holdId]: hold },
        reserved: addMoney(mandate.reserved, amount),
      };
    }
    case 'funds-posted':
      return {
        ...withHold(withResolvedHold(mandate, event.holdId, 'posted'), event.holdId, {
          posted: event.posted,
          transactionId: event.authorizationId,
        }),
        spent: addMoney(mandate.spent, event.posted),
      };
    case 'funds-posted-late': {
      const posted = addMoney(mandate.holds[event.holdId]!.posted, event.amount);
      return {
        ...withHold(mandate, event.holdId, {
          status: 'posted',
          posted,
          transactionId: event.transactionId,
        }),
        spent: addMoney(mandate.spent, event.amount),
      };
    }
    case 'funds-refunded': {
      const refunded = addMoney(mandate.holds[event.holdId]!.refunded, event.amount);
      return {
        ...withHold(mandate, event.holdId, { refunded }),
        spent: subtractMoney(mandate.spent, event.amount),
      };
    }
    case 'funds-released':
      return withResolvedHold(mandate, event.holdId, 'released');
    default:
      return unreachable(event);
  }
}

function withHold(mandate: Mandate, holdId: HoldId, change: Partial<Hold>): Mandate {
  const hold = mandate.holds[holdId];
  return hold ? { ...mandate, holds: { ...mandate.holds, [holdId]: { ...hold, ...change } } } : mandate;
}

function withResolvedHold(mandate: Mandate, holdId: HoldId, status: 'posted' | 'released'): Mandate {
  const hold = mandate.holds[holdId];
  if (!hold || hold.status !== 'open') return mandate;
  return {
    ...mandate,
    holds: { ...mandate.holds, [holdId]: { ...hold, status } },
    reserved: subtractMoney(mandate.reserved, hold.amount),
  };
}
