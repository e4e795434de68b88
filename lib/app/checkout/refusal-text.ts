import { printMoney } from '../../kernel/money.ts';
import type { CheckoutFindingRefusal } from '../../domain/checkout/find-checkout.ts';
import type { DenyReason } from '../../domain/policy/decide-purchase.ts';
import type { CartRefusal } from '../../domain/policy/judge-cart.ts';
import { unreachable } from '../../kernel/invariant.ts';

/** A refusal as agents and operators read it: what happened, and what to do. */
export interface RefusalText {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** The terms in the books are not those that were signed, and a run was about to rely on them. */
export const SIGNATURE_INVALID: RefusalText = {
  code: 'signature_invalid',
  message: "The mandate's signature does not match its terms. Nothing was paid.",
  fix: 'Request a new mandate.',
};

/** The mandate was paused, revoked, narrowed or ran out after the money was held. */
export const NOT_IN_FORCE: RefusalText = {
  code: 'mandate_not_active',
  message: 'The mandate is no longer active as it was. Nothing was paid.',
  fix: 'Request a new mandate.',
};

/** The operator took the agent's access back while its run was under way. */
export const ACCESS_TAKEN = {
  paused: {
    code: 'agent_paused',
    message: "The agent's access was paused. Nothing was paid.",
    fix: 'Ask the operator to let you go on.',
  },
  revoked: {
    code: 'agent_revoked',
    message: "The agent's access was revoked. Nothing was paid.",
    fix: 'Ask the operator for access.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

// Codes are written out, none is put together: whoever looks for one finds it, and so does the test of their words.
const INACTIVE_CODES = {
  pending_signature: 'mandate_pending_signature',
  not_begun: 'mandate_not_begun',
  active: 'mandate_not_active',
  paused: 'mandate_paused',
  superseded: 'mandate_superseded',
  rejected: 'mandate_rejected',
  revoked: 'mandate_revoked',
  expired: 'mandate_expired',
} as const;
const PERIOD_CODES = {
  day: 'per_day_exceeded',
  week: 'per_week_exceeded',
  month: 'per_month_exceeded',
} as const;
const PERIODS = { day: '24 hours', week: '7 days', month: '30 days' } as const;

const MOST_LISTED = 4;

/** Names a few of many: a refusal's message has an end, and is recorded with it. */
function listed(names: readonly string[]): string {
  const more = names.length - MOST_LISTED;
  return more > 0 ? `${names.slice(0, MOST_LISTED).join(', ')} and ${more} more` : names.join(', ');
}

/** Puts a policy denial into words. */
export function describeDenial(reason: DenyReason): RefusalText {
  switch (reason.kind) {
    case 'unknown_mandate':
      return {
        code: 'unknown_mandate',
        message: 'There is no such mandate.',
        fix: 'List your mandates and use one of their ids.',
      };
    case 'mandate_not_active':
      return {
        code: INACTIVE_CODES[reason.status],
        message: `The mandate is ${reason.status.replace('_', ' ')}.`,
        fix:
          reason.status === 'pending_signature'
            ? 'Ask the operator to sign it in the extension.'
            : 'Request a new mandate.',
      };
    case 'merchant_not_in_mandate':
      return {
        code: reason.kind,
        message: `${reason.merchant} is not a merchant of this mandate (${listed(reason.allowed)}).`,
        fix: 'Buy at a merchant of the mandate, or request another mandate.',
      };
    case 'budget_exceeded':
      return {
        code: reason.kind,
        message: `The mandate has ${printMoney(reason.remaining)} left; ${printMoney(reason.asked)} was asked.`,
        fix: 'Choose something cheaper, or request a larger mandate.',
      };
    case 'per_payment_exceeded':
      return {
        code: reason.kind,
        message: `One payment may be ${printMoney(reason.limit)} at most; ${printMoney(reason.asked)} was asked.`,
        fix: 'Choose something cheaper, or request another mandate.',
      };
    case 'insufficient_funds':
      return {
        code: reason.kind,
        message: `The wallet has ${printMoney(reason.available)} available; ${printMoney(reason.asked)} was asked.`,
        fix: 'Ask the operator to add money to the wallet.',
      };
    case 'count_exceeded':
      return {
        code: reason.kind,
        message: `The mandate allows ${reason.limit} payments, all made.`,
        fix: 'Request a new mandate.',
      };
    case 'currency_mismatch':
      return {
        code: reason.kind,
        message: `The mandate is in ${reason.mandate}; the checkout asks ${reason.asked}.`,
        fix: `Choose ${reason.mandate} at the shop, or request a mandate in ${reason.asked}.`,
      };
    case 'recurring_not_allowed':
      return {
        code: reason.kind,
        message: 'The checkout speaks of a recurring charge; the mandate is for single payments.',
        fix: 'Choose a one-off purchase.',
      };
    case 'period_exceeded':
      return {
        code: PERIOD_CODES[reason.period],
        message: `In any ${PERIODS[reason.period]} ${printMoney(reason.limit)} may be spent; ${printMoney(reason.left)} is left and ${printMoney(reason.asked)} was asked.`,
        fix: 'Wait, or request another mandate.',
      };
    case 'too_soon':
      return {
        code: reason.kind,
        message: `The next payment may begin at ${new Date(reason.from).toISOString()}.`,
        fix: 'Wait until then.',
      };
    case 'outside_hours':
      return {
        code: reason.kind,
        message: `The mandate does not pay at this hour (${reason.timeZone}).`,
        fix: 'Read its hours and wait for them.',
      };
    case 'category_exceeded':
      return {
        code: reason.kind,
        message: `Category ${reason.category} may cost ${printMoney(reason.limit)}; ${printMoney(reason.left)} is left and ${printMoney(reason.asked)} was asked.`,
        fix: 'Choose something cheaper, or request another mandate.',
      };
    case 'category_not_in_mandate':
      return {
        code: reason.kind,
        message: `The issuer files the merchant under ${reason.category}, which is no category of this mandate (${listed(reason.allowed)}).`,
        fix: 'Buy at another merchant, or request another mandate.',
      };
    case 'would_ask':
      return {
        code: reason.kind,
        message: `The operator would have to be asked (${reason.reasons.join(', ').replaceAll('_', ' ')}), and this mandate never asks.`,
        fix: 'Stay inside the mandate, or request one that may ask.',
      };
    case 'off_mission':
    case 'line_limit_exceeded':
    case 'line_quantity_exceeded':
    case 'cart_unreadable':
    case 'cart_does_not_add_up':
      return describeCart(reason);
    case 'wrong_version':
    case 'illegal_transition':
    case 'hold_resolved':
    case 'unknown_hold':
    case 'posted_exceeds_hold':
    case 'hold_open':
    case 'refund_exceeds_posted':
      return {
        code: reason.kind,
        message: 'The mandate cannot take this step.',
        fix: 'Read the mandate again.',
      };
    default:
      return unreachable(reason);
  }
}

/** Names lines by number: their titles are a page's words, and refusals are ours. */
function describeCart(reason: CartRefusal): RefusalText {
  const fix = 'Take out of the cart what the mandate is not for.';
  switch (reason.kind) {
    case 'off_mission':
      return {
        code: reason.kind,
        message: `Line ${reason.line} of the cart is no product of this mandate.`,
        fix,
      };
    case 'line_limit_exceeded':
      return {
        code: reason.kind,
        message: `Line ${reason.line} of the cart may cost ${printMoney(reason.limit)}; it costs ${printMoney(reason.asked)}.`,
        fix,
      };
    case 'line_quantity_exceeded':
      return {
        code: reason.kind,
        message: `Line ${reason.line} of the cart may be bought ${reason.limit} times; it is there ${reason.asked} times.`,
        fix,
      };
    case 'cart_unreadable':
      return {
        code: reason.kind,
        message:
          'The mandate is for certain products, and the lines of the cart could not be read for certain.',
        fix: 'Bring the tab to a step that lists what is bought, or ask for a mandate without products.',
      };
    case 'cart_does_not_add_up':
      return {
        code: reason.kind,
        message: `The total is ${printMoney(reason.unexplained)} more than the lines and charges shown.`,
        fix: 'Ask the operator to look at the page.',
      };
    default:
      return unreachable(reason);
  }
}

/** Puts what is wrong with a page into words. */
export function describeFinding(refusal: CheckoutFindingRefusal): RefusalText {
  switch (refusal.kind) {
    case 'address_not_payable':
      return {
        code: refusal.kind,
        message: 'The page is not served over https.',
        fix: 'Use the https address of the shop.',
      };
    case 'no_checkout':
      return {
        code: refusal.kind,
        message: `This page shows no checkout that can be paid by card: ${refusal.missing.join(' and ')} not found.`,
        fix: 'Bring the tab to the step with the card fields and the pay button.',
      };
    case 'total_unreadable':
      return {
        code: refusal.kind,
        message: `The total could not be read for certain (${refusal.reason.replaceAll('_', ' ')}).`,
        fix: 'Nothing was paid. Ask the operator to look at the page.',
      };
    case 'field_in_unknown_frame':
      return {
        code: 'unsupported_widget',
        message: `The field ${refusal.token} is in a frame of ${refusal.origin}, which is no known payment provider.`,
        fix: 'Ask the operator to pay by hand.',
      };
    case 'form_posts_elsewhere':
      return {
        code: refusal.kind,
        message: `Pay would send the card to ${refusal.origin}, which is neither the shop nor a known payment provider.`,
        fix: 'Nothing was paid. Do not pay there.',
      };
    case 'two_fields_for_one_value':
      return {
        code: 'unsupported_widget',
        message: `The page shows more than one field for ${refusal.token}.`,
        fix: 'Ask the operator to look at the page.',
      };
    default:
      return unreachable(refusal);
  }
}
