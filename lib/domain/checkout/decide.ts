import { err, ok, type Result } from '../../kernel/result.ts';
import { isPastSubmit, PRE_SUBMIT, type Checkout, type CheckoutStatus } from './checkout.ts';
import type { CheckoutEvent, CheckoutEventType } from './events.ts';

const BEFORE_PAY: readonly CheckoutStatus[] = [...PRE_SUBMIT, 'handoff'];

/** From which states each event may follow (RELIABILITY §4). What is not here cannot happen. */
const LEGAL: Readonly<Record<Exclude<CheckoutEventType, 'checkout-created'>, readonly CheckoutStatus[]>> = {
  'checkout-preparing': ['created', 'interrupted', 'handoff', 'preparing'],
  'checkout-reserved': ['preparing'],
  'checkout-minted': ['reserved'],
  'checkout-filling': ['minted', 'preparing'],
  'checkout-previewed': ['filling', 'revalidating'],
  'approval-asked': ['previewed', 'awaiting_approval'],
  'checkout-approved': ['previewed', 'awaiting_approval'],
  'execution-requested': ['created', 'preparing', 'reserved', 'minted', 'filling', 'previewed', 'awaiting_approval', 'approved', 'handoff', 'interrupted'],
  'checkout-revalidating': ['approved'],
  'checkout-invalidated': ['approved', 'revalidating'],
  'checkout-arming': ['revalidating'],
  'checkout-submitting': ['arming'],
  'press-missed': ['submitting'],
  'checkout-processing': ['submitting', 'handoff'],
  'payment-found': BEFORE_PAY,
  'confirmation-seen': ['processing', 'outcome_unknown', 'reconciling', 'handoff'],
  'authorization-seen': ['processing', 'outcome_unknown', 'reconciling', 'handoff'],
  'authorization-ended': ['processing', 'outcome_unknown', 'reconciling', 'handoff'],
  'checkout-succeeded': ['processing', 'reconciling', 'outcome_unknown', 'handoff'],
  'reversal-asked': ['succeeded'],
  'checkout-settled': ['succeeded'],
  'checkout-declined': ['processing', 'reconciling', 'outcome_unknown'],
  'outcome-lost': ['submitting', 'processing', 'handoff', 'reconciling'],
  'checkout-reconciling': ['outcome_unknown'],
  'outcome-stated': ['outcome_unknown', 'handoff', 'reconciling'],
  'checkout-handed-off': [...PRE_SUBMIT, 'processing'],
  'handoff-claimed': ['handoff'],
  'handoff-extended': ['handoff'],
  'handoff-resolved': ['handoff'],
  'checkout-interrupted': ['created', 'preparing', 'reserved', 'minted', 'filling', 'previewed', 'awaiting_approval', 'approved', 'revalidating', 'arming'],
  'checkout-refused': ['created', 'preparing', 'reserved', 'filling', 'revalidating', 'arming'],
  'checkout-failed': [...BEFORE_PAY, 'reconciling', 'outcome_unknown'],
  'checkout-cancelled': BEFORE_PAY,
  'checkout-expired': BEFORE_PAY,
}; // prettier-ignore

export type CheckoutRefusal =
  | { kind: 'unknown_checkout' }
  | { kind: 'illegal_step'; step: CheckoutEventType; from: CheckoutStatus }
  | { kind: 'approval_missing' }
  | { kind: 'approval_expired' }
  | { kind: 'approval_consumed' }
  | { kind: 'intent_changed' }
  | { kind: 'preview_expired' }
  | { kind: 'already_submitted' }
  | { kind: 'evidence_missing' }
  | { kind: 'already_settled' }
  | { kind: 'authorized' };

/**
 * Decides whether a run may take a step. Besides the table: an approval holds for one intent and one use; Pay is
 * recorded once ever; success needs an authorization; after Pay nothing but the outcome is written.
 */
export function decideCheckout(
  checkout: Checkout | undefined,
  event: CheckoutEvent,
  facts: { now: number },
): Result<CheckoutEvent[], CheckoutRefusal> {
  if (event.type === 'checkout-created') {
    // A run that began again would forget that Pay was clicked.
    return checkout ? err({ kind: 'illegal_step', step: event.type, from: checkout.status }) : ok([event]);
  }
  if (!checkout) return err({ kind: 'unknown_checkout' });
  if (!LEGAL[event.type].includes(checkout.status)) {
    return err({ kind: 'illegal_step', step: event.type, from: checkout.status });
  }
  const guard = guardOf(checkout, event, facts.now) ?? guardOfMoney(checkout, event);
  return guard ? err(guard) : ok([event]);
}

function guardOf(checkout: Checkout, event: CheckoutEvent, now: number): CheckoutRefusal | undefined {
  switch (event.type) {
    case 'checkout-approved':
      if (event.intentHash !== checkout.intentHash) return { kind: 'intent_changed' };
      if (checkout.askedUntil !== undefined && now >= checkout.askedUntil) return { kind: 'preview_expired' };
      // A mandate approves silently only what nothing in it asks about.
      return event.by === 'mandate' && checkout.asks.length > 0 ? { kind: 'approval_missing' } : undefined;
    case 'checkout-submitting':
      if (event.intentHash !== checkout.intentHash) return { kind: 'intent_changed' };
      return guardSubmission(checkout, now);
    case 'checkout-arming':
      return guardSubmission(checkout, now);
    case 'checkout-succeeded':
      return checkout.authorization ? undefined : { kind: 'evidence_missing' };
    case 'checkout-preparing':
    case 'payment-found':
    case 'checkout-cancelled':
    case 'checkout-expired':
      return isPastSubmit(checkout) ? { kind: 'already_submitted' } : undefined;
    case 'checkout-processing':
      return isPastSubmit(checkout) ? undefined : { kind: 'approval_missing' };
    case 'checkout-failed':
      // A step that was under way when the operator took the page must not end the run under their hands.
      if (checkout.status !== 'handoff') return undefined;
      if (!isPastSubmit(checkout)) return { kind: 'illegal_step', step: event.type, from: checkout.status };
      return checkout.handoff?.wall.kind === 'manual_check' ? undefined : { kind: 'already_submitted' };
    default:
      return undefined;
  }
}

/** While an authorization stands, money is taken or about to be: a run cannot end as if there were none. */
function guardOfMoney(checkout: Checkout, event: CheckoutEvent): CheckoutRefusal | undefined {
  if (event.type === 'authorization-ended')
    return checkout.authorization?.id === event.authorizationId ? undefined : { kind: 'evidence_missing' };
  if (event.type === 'reversal-asked') return guardReversal(checkout, event.authorizationId);
  return checkout.authorization && ENDS_UNPAID.has(event.type) ? { kind: 'authorized' } : undefined;
}

function guardReversal({ authorization, settled }: Checkout, id: string): CheckoutRefusal | undefined {
  if (authorization?.id !== id) return { kind: 'evidence_missing' };
  return settled && { kind: 'already_settled' };
}

const ENDS_UNPAID: ReadonlySet<CheckoutEventType> = new Set([
  'checkout-declined',
  'checkout-refused',
  'checkout-failed',
  'checkout-cancelled',
  'checkout-expired',
]);

function guardSubmission(checkout: Checkout, now: number): CheckoutRefusal | undefined {
  if (isPastSubmit(checkout)) return { kind: 'already_submitted' };
  const { approval } = checkout;
  if (!approval) return { kind: 'approval_missing' };
  if (approval.isConsumed) return { kind: 'approval_consumed' };
  if (approval.intentHash !== checkout.intentHash) return { kind: 'intent_changed' };
  return now >= approval.expiresAt ? { kind: 'approval_expired' } : undefined;
}
