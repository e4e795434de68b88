import type { AgentId, CardId, CheckoutId, ChoiceId, HoldId, MandateId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { Wall } from '../wall/wall.ts';
import type { Preview, Reason, Receipt } from './events.ts';
import type { Intent } from './intent.ts';

/** How soon a given approval must be used (THREATS D). */
export const APPROVAL_TTL_MS = 120_000;

/** All states of a run (RELIABILITY §4). */
export const PRE_SUBMIT = [
  'created', 'preparing', 'reserved', 'minted', 'filling', 'previewed', 'awaiting_approval', 'approved',
  'revalidating', 'arming', 'interrupted',
] as const; // prettier-ignore
export const POST_SUBMIT = ['submitting', 'processing', 'outcome_unknown', 'reconciling'] as const;
export const TERMINAL = ['succeeded', 'declined', 'refused', 'cancelled', 'expired', 'failed'] as const;
export type CheckoutStatus =
  | (typeof PRE_SUBMIT)[number]
  | (typeof POST_SUBMIT)[number]
  | (typeof TERMINAL)[number]
  | 'handoff';

export interface Handoff {
  readonly wall: Wall;
  readonly phase: 'before_pay' | 'after_pay';
  readonly raisedAt: number;
  readonly expiresAt: number;
  readonly holder: 'nobody' | 'operator';
}

export interface Approval {
  readonly by: 'operator' | 'mandate';
  readonly intentHash: string;
  readonly expiresAt: number;
  readonly isConsumed: boolean;
}

export interface Checkout {
  readonly id: CheckoutId;
  readonly status: CheckoutStatus;
  readonly mandateId: MandateId;
  readonly agentId: AgentId;
  readonly workflow: string;
  readonly url: string;
  readonly maximum: Money | null;
  readonly expiresAt: number;
  readonly isExecuteRequested: boolean;
  /** Digest of what the agent asked for; the same for the same request under another key. */
  readonly requestDigest: string;
  readonly tabId?: number;
  /** The shop's tab, when the run goes on in a pop-up of the payment provider. */
  readonly openerTabId?: number;
  readonly merchant?: string;
  readonly hold?: { readonly id: HoldId; readonly amount: Money };
  readonly cardId?: CardId;
  /** The agent made the card before the run and named it. */
  readonly isCardGiven?: boolean;
  /** The operator's pick that this run buys: this item at this price and nothing else. */
  readonly choiceId?: ChoiceId;
  readonly intent?: Intent;
  readonly intentHash?: string;
  readonly preview?: Preview;
  readonly asks: readonly string[];
  readonly changed: readonly string[];
  readonly previousTotal?: Money;
  readonly askedUntil?: number;
  readonly approval?: Approval;
  readonly submittedAt?: number;
  /** The page moved in a way that its contents do not tell: the next preview asks, whatever it shows. */
  readonly asksNext?: boolean;
  readonly confirmation?: { readonly orderRef: string; readonly headline: string };
  readonly authorization?: { readonly id: string; readonly amount: Money };
  readonly handoff?: Handoff;
  readonly handoffs: readonly { readonly kind: string; readonly raisedAt: number; readonly ms?: number }[];
  readonly lost?: { readonly evidence: readonly string[]; readonly expiresAt: number };
  readonly said?: 'went_through' | 'failed';
  readonly receipt?: Receipt;
  readonly settled?: { readonly posted: Money; readonly returned: Money };
  readonly reason?: Reason;
  readonly steps: readonly { readonly status: CheckoutStatus; readonly at: number }[];
}

/** Tells whether a run has ended for good. */
export function isTerminal(checkout: Checkout): boolean {
  return (TERMINAL as readonly string[]).includes(checkout.status);
}

/** Tells whether Pay may already have been clicked: from here on a run is only observed. */
export function isPastSubmit(checkout: Checkout): boolean {
  return checkout.submittedAt !== undefined;
}
