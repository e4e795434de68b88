import type { Agent } from '../../domain/agent/agent.ts';
import type { Card } from '../../domain/card/card.ts';
import type { Checkout, CheckoutStatus } from '../../domain/checkout/checkout.ts';
import { choiceStatusAt, type Choice } from '../../domain/choice/choice.ts';
import { isSameSite } from '../../domain/checkout/scope.ts';
import { remainingOf } from '../../domain/mandate/limits.ts';
import { mandateStatusAt, termsToSign } from '../../domain/mandate/mandate.ts';
import type { Mandate } from '../../domain/mandate/state.ts';
import { toMoneyJSON, type Money } from '../../kernel/money.ts';
import { WEEKDAYS } from '../draft-terms.ts';

const PUBLIC: Partial<Record<CheckoutStatus, string>> = {
  created: 'preparing',
  reserved: 'preparing',
  minted: 'preparing',
  filling: 'preparing',
  interrupted: 'preparing',
  revalidating: 'executing',
  arming: 'executing',
  submitting: 'executing',
  processing: 'executing',
  reconciling: 'outcome_unknown',
};

/** The status of a run as agents see it (docs/integrate.md). */
export function publicStatusOf(checkout: Checkout): string {
  // Ordered but not yet taken up: an agent that read `previewed` would order again, or give up.
  if (checkout.status === 'previewed' && checkout.isExecuteRequested)
    return checkout.asks.length > 0 ? 'awaiting_approval' : 'approved';
  return PUBLIC[checkout.status] ?? checkout.status;
}

/** Tells whether a run goes on without the agent and the operator: a wait that ended there would only cost another call. */
export function goesByItself(checkout: Checkout): boolean {
  const status = publicStatusOf(checkout);
  return (
    status === 'preparing' ||
    status === 'executing' ||
    // Approved before it was ordered, it waits for the order.
    (status === 'approved' && checkout.isExecuteRequested)
  );
}

const iso = (at: number) => new Date(at).toISOString();
const amount = (value: Money | null | undefined) => (value ? toMoneyJSON(value) : null);

function nextActionOf(checkout: Checkout) {
  if (checkout.status === 'awaiting_approval') {
    return action(
      'approve',
      'The operator must approve the preview in the extension. Call checkout_wait.',
      checkout.askedUntil,
    );
  }
  if (checkout.status === 'handoff' && checkout.handoff) {
    return action(
      'pass_wall',
      'The operator must act in the live tab. Call checkout_wait.',
      checkout.handoff.expiresAt,
    );
  }
  if ((checkout.status === 'previewed' || checkout.status === 'approved') && !checkout.isExecuteRequested) {
    return {
      ...action('execute', 'Call checkout_execute to pay.', checkout.expiresAt),
      owner: 'agent' as const,
    };
  }
  if (checkout.status === 'outcome_unknown' || checkout.status === 'reconciling') {
    return action(
      'reconcile',
      'It is not known yet whether it was charged. Do not pay again.',
      checkout.lost?.expiresAt,
    );
  }
  return undefined;
}

function action(type: string, message: string, expiresAt: number | undefined) {
  return {
    type,
    owner: 'operator' as 'operator' | 'agent',
    message,
    expires_at: expiresAt === undefined ? null : iso(expiresAt),
    resolution: 'auto_resume' as const,
  };
}

/** What an agent sees of its run. */
export function viewCheckout(checkout: Checkout) {
  const { intent, preview, receipt } = checkout;
  const next = nextActionOf(checkout);
  const cardFields = preview?.fields.filter(({ token }) => token === 'cc-number' || token === 'cc-csc') ?? [];
  const isOwnField = intent && cardFields.some(({ origin }) => isSameSite(origin, intent.topOrigin));
  return {
    status: publicStatusOf(checkout),
    id: checkout.id,
    mandate_id: checkout.mandateId,
    workflow: checkout.workflow,
    merchant: checkout.merchant ?? null,
    total: amount(intent?.total),
    previous_total: amount(checkout.previousTotal),
    changed: [...checkout.changed],
    delivery: preview ? preview.shipTo : null,
    read_back: preview ? (isOwnField ? 'possible' : 'provider_frame') : null,
    wall: checkout.handoff
      ? {
          kind: checkout.handoff.wall.kind,
          phase: checkout.handoff.phase,
          deadline: iso(checkout.handoff.expiresAt),
        }
      : null,
    handoffs: checkout.handoffs.map(({ kind, ms }) => ({ kind, ms: ms ?? null })),
    reason: checkout.reason ?? null,
    receipt: receipt
      ? {
          order_ref: receipt.orderRef,
          amount: toMoneyJSON(receipt.amount),
          authorization_id: receipt.authorizationId,
          card_last4: receipt.cardLast4,
          is_settled: checkout.settled !== undefined,
        }
      : null,
    returned: amount(checkout.settled?.returned),
    steps: checkout.steps.map(({ status, at }, index) => ({
      name: status,
      ms: (checkout.steps[index + 1]?.at ?? at) - at,
    })),
    ...(next && { next_action: next }),
    untrusted: {
      lines: (intent?.lines ?? []).map((line) => ({
        title: line.title.slice(0, 200),
        quantity: line.quantity,
        amount: amount(line.amount),
      })),
    },
  };
}

const clockOf = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** What an agent sees of its mandate. */
export function viewMandate(mandate: Mandate, now: number) {
  const { terms } = mandate;
  const status = mandateStatusAt(mandate, now);
  const toSign = termsToSign(mandate, now);
  return {
    status,
    id: terms.mandateId,
    budget: toMoneyJSON(terms.budget),
    remaining: toMoneyJSON(remainingOf(mandate)),
    ask_above: amount(terms.askAbove),
    per_payment: amount(terms.perPayment),
    max_payments: terms.maxPayments,
    merchants: [...terms.merchants],
    workflow: terms.workflow,
    expires_at: iso(terms.expiresAt),
    version: terms.version,
    pending_version: toSign && toSign !== terms ? toSign.version : null,
    superseded_versions: mandate.superseded.map((old) => old.terms.version),
    per_day: amount(terms.perDay),
    per_week: amount(terms.perWeek),
    per_month: amount(terms.perMonth),
    always_ask: terms.alwaysAsk,
    quiet: terms.quiet,
    min_interval_seconds: terms.minimumIntervalMs === null ? null : terms.minimumIntervalMs / 1_000,
    time_zone: terms.timeZone,
    hours: terms.hours.map(({ weekdays, fromMinute, untilMinute }) => ({
      weekdays: weekdays.map((day) => WEEKDAYS[day - 1]!),
      from: clockOf(fromMinute),
      until: clockOf(untilMinute),
    })),
    hosts: [...terms.hosts],
    categories: terms.categories.map(({ code, limit }) => ({ code, limit: amount(limit) })),
    products: terms.products.map(({ words, perLine, maxQuantity }) => ({
      words,
      per_line: amount(perLine),
      max_quantity: maxQuantity,
    })),
    recurring: terms.recurring,
    tolerance: toMoneyJSON(terms.tolerance),
    ...(toSign && {
      next_action: action(
        'sign',
        'The operator must read and sign the mandate in the extension.',
        toSign.expiresAt,
      ),
    }),
  };
}

/** What an agent sees of its own access. */
export function viewAgent(agent: Agent, now: number) {
  const isLapsed = agent.status === 'requested' && now >= agent.expiresAt;
  return {
    status: isLapsed ? ('expired' as const) : agent.status,
    id: agent.id,
    code: agent.code,
    ...(agent.status === 'requested' &&
      !isLapsed && {
        next_action: action(
          'approve_agent',
          `The operator compares the code ${agent.code} and approves in the popup.`,
          agent.expiresAt,
        ),
      }),
  };
}

/** What an agent sees of its card: never a number. */
export function viewCard(card: Card) {
  return {
    status: card.status,
    id: card.id,
    limit: toMoneyJSON(card.limit),
    last4: card.last4 ?? null,
    merchant: card.merchant,
    mandate_id: card.mandateId,
    expires_at: iso(card.expiresAt),
  };
}

/** What an agent sees of its choice. `purchase` is the checkout that bought the pick. */
export function viewChoice(choice: Choice, purchase: string | undefined, now: number) {
  const status = choiceStatusAt(choice, now);
  const isOpen = purchase === undefined;
  const next =
    status === 'awaiting_choice'
      ? action('pick', 'The operator must pick an option in the extension.', choice.expiresAt)
      : status === 'chosen' && isOpen
        ? {
            ...action('pay', 'Pay for the picked option, at its address.', choice.expiresAt),
            owner: 'agent' as const,
          }
        : undefined;
  return {
    status: isOpen ? status : choice.status,
    id: choice.id,
    mandate_id: choice.mandateId,
    chosen: choice.picked ?? null,
    checkout_id: purchase ?? null,
    expires_at: iso(choice.expiresAt),
    ...(next && { next_action: next }),
    untrusted: {
      options: choice.options.map(({ label, url, amount: price }) => ({
        label,
        url,
        amount: toMoneyJSON(price),
      })),
    },
  };
}
