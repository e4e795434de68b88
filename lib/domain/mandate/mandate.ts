import type { CheckoutId, HoldId } from '../../kernel/ids.ts';
import { addMoney, isMoreThan, subtractMoney, type Money } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { unreachable } from '../../kernel/invariant.ts';
import type { MandateEvent } from './events.ts';
import { brokenLimitOf, remainingOf } from './limits.ts';
import type { Mandate, MandateRefusal, MandateStatus } from './state.ts';
import type { MandateTerms } from './terms.ts';

/** An unsigned request lapses after a day (RELIABILITY §4). */
export const SIGNATURE_TTL_MS = 24 * 3_600_000;

/** The time that counts for a mandate: a clock that jumps back does not take it back. */
export function mandateTime(mandate: Mandate, now: number): number {
  return Math.max(now, mandate.seenAt);
}

export function mandateStatusAt(mandate: Mandate, now: number): MandateStatus {
  const time = mandateTime(mandate, now);
  switch (mandate.status) {
    case 'pending_signature':
      return time >= mandate.requestedAt + SIGNATURE_TTL_MS || time >= mandate.terms.expiresAt
        ? 'expired'
        : mandate.status;
    case 'active':
    case 'paused':
      return time >= mandate.terms.expiresAt ? 'expired' : mandate.status;
    case 'rejected':
    case 'revoked':
    case 'expired':
      return mandate.status;
    default:
      return unreachable(mandate.status);
  }
}

/** The terms that wait for a signature now: a first version, or a new one of a mandate that still runs. */
export function termsToSign(mandate: Mandate, now: number): MandateTerms | undefined {
  const status = mandateStatusAt(mandate, now);
  if (status === 'pending_signature') return mandate.terms;
  const { revision } = mandate;
  if (!revision || (status !== 'active' && status !== 'paused')) return undefined;
  const time = mandateTime(mandate, now);
  const isLapsed = time >= revision.requestedAt + SIGNATURE_TTL_MS || time >= revision.terms.expiresAt;
  return isLapsed ? undefined : revision.terms;
}

interface Reserve {
  readonly type: 'reserve';
  readonly holdId: HoldId;
  readonly checkoutId: CheckoutId | null;
  readonly merchant: string;
  readonly amount: Money;
  /** What the issuer says the merchant sells; absent or `null` while it is not known. */
  readonly category?: string | null;
}

export type MandateCommand =
  | { type: 'revise'; terms: MandateTerms; request: { key: string; digest: string } }
  | { type: 'sign'; version: number; digest: string; signature: string; signer: string }
  | { type: 'reject' }
  | { type: 'allow_merchant' | 'disallow_merchant'; merchant: string }
  | { type: 'lapse' }
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'revoke' }
  | Reserve
  | { type: 'post'; holdId: HoldId; posted: Money; authorizationId: string }
  | { type: 'post_late'; holdId: HoldId; amount: Money; transactionId: string }
  | { type: 'refund'; holdId: HoldId; amount: Money }
  | { type: 'release'; holdId: HoldId; reason: string };

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
    case 'revise':
      return decideRevision(mandate, command, status);
    case 'sign': {
      const { version, digest, signature, signer } = command;
      const terms = termsToSign(mandate, facts.now);
      if (!terms) return illegal();
      if (terms.version !== version) return err({ kind: 'wrong_version', expected: terms.version });
      return ok([{ type: 'mandate-signed', mandateId, version, digest, signature, signer }]);
    }
    case 'reject': {
      const terms = termsToSign(mandate, facts.now);
      return terms ? ok([{ type: 'mandate-rejected', mandateId, version: terms.version }]) : illegal();
    }
    case 'allow_merchant':
    case 'disallow_merchant': {
      const { merchant } = command;
      const isAllowed = mandate.allowedMerchants.includes(merchant);
      if (isAllowed === (command.type === 'allow_merchant')) return ok([]);
      if (isAllowed) return ok([{ type: 'merchant-disallowed', mandateId, merchant }]);
      return status === 'active' ? ok([{ type: 'merchant-allowed', mandateId, merchant }]) : illegal();
    }
    case 'lapse':
      return ok(
        status === 'expired' && mandate.status !== 'expired' ? [{ type: 'mandate-expired', mandateId }] : [],
      );
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
      const hold = mandate.holds.get(command.holdId);
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

/** A new version is of the same mandate and agent and follows the newest one; nothing else of it is compared. */
function decideRevision(
  mandate: Mandate,
  { terms, request }: Extract<MandateCommand, { type: 'revise' }>,
  status: MandateStatus,
): Result<MandateEvent[], MandateRefusal> {
  const { mandateId, agentId, version, budget } = mandate.terms;
  const isOfThis =
    terms.mandateId === mandateId && terms.agentId === agentId && terms.budget.currency === budget.currency;
  if ((status !== 'active' && status !== 'paused') || !isOfThis)
    return err({ kind: 'illegal_transition', from: status, command: 'revise' });
  const expected = (mandate.revision?.terms.version ?? version) + 1;
  if (terms.version !== expected) return err({ kind: 'wrong_version', expected });
  return ok([{ type: 'mandate-revised', mandateId, terms, request }]);
}

function decideReservation(
  mandate: Mandate,
  command: Reserve,
  status: MandateStatus,
  now: number,
): Result<MandateEvent[], MandateRefusal> {
  const { terms } = mandate;
  const { amount, holdId, checkoutId, merchant, category = null } = command;
  const time = mandateTime(mandate, now);
  if (status !== 'active') return err({ kind: 'mandate_not_active', status });
  if (time < terms.notBefore) return err({ kind: 'mandate_not_active', status: 'not_begun' });
  // A negative hold would raise what is left; a second one under the same id would hide the first.
  if (amount.minor <= 0n || mandate.holds.get(holdId))
    return err({ kind: 'illegal_transition', from: status, command: command.type });
  if (amount.currency !== terms.budget.currency)
    return err({ kind: 'currency_mismatch', mandate: terms.budget.currency, asked: amount.currency });
  const broken = brokenLimitOf(mandate, { amount, category }, time);
  if (broken) return err(broken);
  const { mandateId } = terms;
  return ok([{ type: 'funds-reserved', mandateId, holdId, checkoutId, merchant, amount, category }]);
}

function decidePosting(
  mandate: Mandate,
  command: Extract<MandateCommand, { type: 'post' }>,
): Result<MandateEvent[], MandateRefusal> {
  const hold = mandate.holds.get(command.holdId);
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
  const hold = mandate.holds.get(holdId);
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
  const hold = mandate.holds.get(holdId);
  if (!hold) return err({ kind: 'unknown_hold' });
  const refunded = addMoney(hold.refunded, amount);
  if (amount.minor <= 0n || isMoreThan(refunded, hold.posted))
    return err({ kind: 'refund_exceeds_posted', posted: hold.posted, refunded });
  const { mandateId } = mandate.terms;
  return ok([{ type: 'funds-refunded', mandateId, holdId, merchant: hold.merchant, amount }]);
}
