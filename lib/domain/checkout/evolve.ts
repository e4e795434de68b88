import { unreachable } from '../../kernel/invariant.ts';
import type { Checkout, CheckoutStatus } from './checkout.ts';
import type { CheckoutEvent } from './events.ts';

/** Folds one event into a run. Never refuses, never mutates. */
export function evolveCheckout(
  checkout: Checkout | undefined,
  event: CheckoutEvent,
  at: number,
): Checkout | undefined {
  if (event.type === 'checkout-created') return created(event, at);
  if (!checkout) return undefined;
  const next = applied(checkout, event, at);
  return next.status === checkout.status
    ? next
    : { ...next, steps: [...next.steps, { status: next.status, at }] };
}

function created(event: Extract<CheckoutEvent, { type: 'checkout-created' }>, at: number): Checkout {
  const {
    checkoutId,
    mandateId,
    agentId,
    workflow,
    url,
    tabId,
    cardId,
    maximum,
    isExecuteRequested,
    expiresAt,
    choiceId,
    request,
  } = event;
  return {
    id: checkoutId,
    status: 'created',
    mandateId,
    agentId,
    workflow,
    url,
    maximum,
    isExecuteRequested,
    requestDigest: request.digest,
    expiresAt,
    ...(tabId !== null && { tabId }),
    ...(cardId && { cardId, isCardGiven: true }),
    ...(choiceId && { choiceId }),
    asks: [],
    changed: [],
    handoffs: [],
    steps: [{ status: 'created', at }],
  };
}

function without<K extends keyof Checkout>(checkout: Checkout, ...keys: K[]): Omit<Checkout, K> {
  const copy = { ...checkout };
  for (const key of keys) delete copy[key];
  return copy;
}

function ended(checkout: Checkout, status: CheckoutStatus, reason: Checkout['reason']): Checkout {
  return { ...without(checkout, 'handoff', 'askedUntil'), status, ...(reason && { reason }) };
}

function applied(
  checkout: Checkout,
  event: Exclude<CheckoutEvent, { type: 'checkout-created' }>,
  at: number,
): Checkout {
  switch (event.type) {
    case 'checkout-preparing':
      return {
        ...without(checkout, 'handoff', 'approval', 'askedUntil'),
        status: 'preparing',
        tabId: event.tabId,
        ...(event.openerTabId !== undefined && { openerTabId: event.openerTabId }),
      };
    case 'checkout-reserved': {
      const { holdId, amount, merchant } = event;
      return { ...checkout, status: 'reserved', hold: { id: holdId, amount }, merchant };
    }
    case 'checkout-minted':
      return {
        ...(event.cardId === checkout.cardId ? checkout : without(checkout, 'isCardGiven')),
        status: 'minted',
        cardId: event.cardId,
      };
    case 'checkout-filling':
      return { ...checkout, status: 'filling' };
    case 'checkout-previewed': {
      const { intent, intentHash, preview, asks, changed, previousTotal } = event;
      const base = without(checkout, 'approval', 'askedUntil', 'previousTotal', 'asksNext');
      return {
        ...base,
        status: 'previewed',
        intent,
        intentHash,
        preview,
        asks,
        changed,
        ...(previousTotal && { previousTotal }),
      };
    }
    case 'approval-asked':
      return { ...checkout, status: 'awaiting_approval', askedUntil: event.expiresAt };
    case 'checkout-approved': {
      const { by, intentHash, expiresAt } = event;
      return {
        ...without(checkout, 'askedUntil'),
        status: 'approved',
        approval: { by, intentHash, expiresAt, isConsumed: false },
      };
    }
    case 'execution-requested':
      return { ...checkout, isExecuteRequested: true };
    case 'checkout-revalidating':
      return { ...checkout, status: 'revalidating' };
    case 'checkout-invalidated':
      return { ...without(checkout, 'approval'), status: 'revalidating', changed: event.changed };
    case 'checkout-arming':
      return { ...checkout, status: 'arming' };
    case 'checkout-submitting':
      return {
        ...checkout,
        status: 'submitting',
        submittedAt: at,
        ...(checkout.approval && { approval: { ...checkout.approval, isConsumed: true } }),
      };
    case 'press-missed':
      return {
        ...without(checkout, 'approval', 'askedUntil', 'submittedAt'),
        status: 'interrupted',
        asksNext: true,
      };
    case 'checkout-processing':
      return { ...without(checkout, 'handoff'), status: 'processing' };
    case 'payment-found':
      return {
        ...without(checkout, 'handoff', 'approval', 'askedUntil'),
        status: 'processing',
        submittedAt: at,
      };
    case 'confirmation-seen':
      return { ...checkout, confirmation: { orderRef: event.orderRef, headline: event.headline } };
    case 'authorization-seen':
      return { ...checkout, authorization: { id: event.authorizationId, amount: event.amount } };
    case 'authorization-ended':
      return without(checkout, 'authorization');
    case 'checkout-succeeded':
      return { ...ended(checkout, 'succeeded', undefined), receipt: event.receipt };
    case 'reversal-asked':
      return checkout;
    case 'checkout-settled':
      return { ...checkout, settled: { posted: event.posted, returned: event.returned } };
    case 'checkout-declined':
      return ended(checkout, 'declined', event.reason);
    case 'outcome-lost':
      return {
        ...without(checkout, 'handoff'),
        status: 'outcome_unknown',
        lost: { evidence: event.evidence, expiresAt: event.expiresAt },
      };
    case 'checkout-reconciling':
      return { ...checkout, status: 'reconciling' };
    case 'outcome-stated':
      return { ...checkout, said: event.said };
    case 'checkout-handed-off': {
      const { wall, phase, expiresAt } = event;
      return {
        ...without(checkout, 'approval'),
        status: 'handoff',
        handoff: { wall, phase, raisedAt: at, expiresAt, holder: 'nobody' },
        handoffs: [...checkout.handoffs, { kind: wall.kind, raisedAt: at }],
      };
    }
    case 'handoff-claimed':
      return {
        ...checkout,
        ...(checkout.handoff && { handoff: { ...checkout.handoff, holder: 'operator' } }),
      };
    case 'handoff-extended':
      return {
        ...checkout,
        ...(checkout.handoff && { handoff: { ...checkout.handoff, expiresAt: event.expiresAt } }),
      };
    case 'handoff-resolved': {
      const last = checkout.handoffs.at(-1);
      return {
        ...checkout,
        handoffs: last
          ? [...checkout.handoffs.slice(0, -1), { ...last, ms: at - last.raisedAt }]
          : checkout.handoffs,
      };
    }
    case 'checkout-interrupted':
      return {
        ...without(checkout, 'approval', 'askedUntil'),
        status: 'interrupted',
        ...(event.asksNext && { asksNext: true }),
      };
    case 'checkout-refused':
      return ended(checkout, 'refused', event.reason);
    case 'checkout-failed':
      return ended(checkout, 'failed', event.reason);
    case 'checkout-cancelled':
      return ended(checkout, 'cancelled', event.reason);
    case 'checkout-expired':
      return ended(checkout, 'expired', event.reason);
    default:
      return unreachable(event);
  }
}
