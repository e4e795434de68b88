import type { Money } from '../../kernel/money.ts';
import type { Hold, Holds } from './holds.ts';
import type { MandateTerms } from './terms.ts';

export interface Signature {
  readonly digest: string;
  readonly signature: string;
  readonly signer: string;
}

/** New terms that wait for a signature beside those in force. */
export interface Revision {
  readonly terms: MandateTerms;
  readonly requestedAt: number;
}

export interface Mandate {
  /** The newest signed version, or the first while it is unsigned. */
  readonly terms: MandateTerms;
  readonly status: 'pending_signature' | 'active' | 'paused' | 'rejected' | 'revoked' | 'expired';
  readonly requestedAt: number;
  /** The latest moment that any of its events tells of. Time is never taken to be before it. */
  readonly seenAt: number;
  /** When it was last paused: what had begun by then does not go on after it. */
  readonly pausedAt?: number;
  readonly signature?: Signature;
  readonly revision?: Revision;
  /** When the operator rejected terms of it. */
  readonly rejectedAt: readonly number[];
  /** Signed versions that a newer one replaced, oldest first; they are never edited. */
  readonly superseded: readonly { readonly terms: MandateTerms; readonly signature: Signature }[];
  /** Merchants about which the operator said "always". */
  readonly allowedMerchants: readonly string[];
  readonly holds: Holds;
  readonly reserved: Money;
  readonly spent: Money;
}

/** The status with time taken in: an unsigned request lapses, an active one ends at its `expiresAt`. */
export type MandateStatus = Mandate['status'];

export type MandateRefusal =
  | { kind: 'unknown_mandate' }
  | { kind: 'illegal_transition'; from: MandateStatus; command: string }
  | { kind: 'mandate_not_active'; status: MandateStatus | 'not_begun' }
  | { kind: 'currency_mismatch'; mandate: string; asked: string }
  | { kind: 'per_payment_exceeded'; limit: Money; asked: Money }
  | { kind: 'budget_exceeded'; remaining: Money; asked: Money }
  | { kind: 'count_exceeded'; limit: number }
  | { kind: 'too_soon'; from: number }
  | { kind: 'outside_hours'; timeZone: string }
  | { kind: 'period_exceeded'; period: 'day' | 'week' | 'month'; limit: Money; left: Money; asked: Money }
  | { kind: 'category_exceeded'; category: string; limit: Money; left: Money; asked: Money }
  | { kind: 'wrong_version'; expected: number }
  | { kind: 'hold_resolved'; status: Hold['status'] }
  | { kind: 'hold_open' }
  | { kind: 'refund_exceeds_posted'; posted: Money; refunded: Money }
  | { kind: 'unknown_hold' }
  | { kind: 'posted_exceeds_hold'; held: Money; posted: Money };
