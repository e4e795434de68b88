import { printMoney } from '../../kernel/money.ts';
import type { CheckoutFindingRefusal } from '../../domain/checkout/find-checkout.ts';
import type { DenyReason } from '../../domain/policy/decide-purchase.ts';
import { unreachable } from '../../kernel/invariant.ts';

/** A refusal as agents and operators read it: what happened, and what to do. */
export interface RefusalText {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
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
        code: `mandate_${reason.status}`,
        message: `The mandate is ${reason.status.replace('_', ' ')}.`,
        fix:
          reason.status === 'pending_signature'
            ? 'Ask the operator to sign it in the extension.'
            : 'Request a new mandate.',
      };
    case 'merchant_not_in_mandate':
      return {
        code: reason.kind,
        message: `${reason.merchant} is not a merchant of this mandate (${reason.allowed.join(', ')}).`,
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
