import type Stripe from 'stripe';
import type { DetailedResult } from './decline-codes.ts';
import { inMerchants } from './lithic-shapes.ts';
import type { CardTransaction, IssuedCard, Program, TransactionEvent } from './program.ts';
import { toStripeId } from './stripe-ids.ts';

const CURRENCY = 'usd';
const STATUS = { OPEN: 'active', PAUSED: 'inactive', CLOSED: 'canceled' } as const;
/** Where this sandbox's merchants are, as Stripe writes it. */
const COUNTRY = 'US';

const REASONS: Partial<Record<DetailedResult, Stripe.Issuing.Authorization.RequestHistory.Reason>> = {
  APPROVED: 'webhook_approved',
  CARD_CLOSED: 'card_canceled',
  SINGLE_USE_CARD_REATTEMPTED: 'card_canceled',
  CARD_PAUSED: 'card_inactive',
  CARD_SPEND_LIMIT_EXCEEDED: 'spending_controls',
  UNAUTHORIZED_MERCHANT: 'spending_controls',
  INSUFFICIENT_FUNDS: 'insufficient_funds',
  CARD_SECURITY_CODE_INCORRECT: 'verification_failed',
  CARD_EXPIRY_DATE_INCORRECT: 'verification_failed',
  SUSPECTED_FRAUD: 'suspected_fraud',
};

const secondsOf = (date: string) => Math.floor(Date.parse(date) / 1000);
export const isFinancial = ({ type }: TransactionEvent) => type === 'CLEARING' || type === 'RETURN';

/** Writes the one person that cards are issued to. */
export function toCardholder(program: Program): Stripe.Issuing.Cardholder {
  return {
    id: toStripeId('ich', program.accountToken),
    object: 'issuing.cardholder',
    billing: {
      address: {
        city: 'San Francisco',
        country: COUNTRY,
        line1: '1 Sandbox Street',
        line2: null,
        postal_code: '94111',
        state: 'CA',
      },
    },
    company: null,
    created: secondsOf(program.openedAt),
    email: null,
    individual: null,
    livemode: false,
    metadata: {},
    name: 'Sandbox Operator',
    phone_number: null,
    preferred_locales: null,
    requirements: { disabled_reason: null, past_due: null },
    spending_controls: null,
    status: 'active',
    type: 'individual',
  };
}

/** Writes a card; number and security code only where they were asked for. */
export function toStripeCard(
  card: IssuedCard,
  program: Program,
  expand: readonly string[] = [],
): Stripe.Issuing.Card {
  return {
    id: toStripeId('ic', card.token),
    object: 'issuing.card',
    brand: 'Visa',
    cancellation_reason: null,
    cardholder: toCardholder(program),
    created: secondsOf(card.created),
    currency: CURRENCY,
    exp_month: Number(card.expMonth),
    exp_year: Number(card.expYear),
    last4: card.lastFour,
    latest_fraud_warning: null,
    lifecycle_controls:
      card.closesAfterPayments === null
        ? null
        : { cancel_after: { payment_count: card.closesAfterPayments } },
    livemode: false,
    metadata: { memo: card.memo },
    personalization_design: null,
    replaced_by: null,
    replacement_for: null,
    replacement_reason: null,
    second_line: null,
    shipping: null,
    spending_controls: {
      allowed_card_presences: null,
      allowed_categories: null,
      allowed_merchant_countries: null,
      blocked_card_presences: null,
      blocked_categories: null,
      blocked_merchant_countries: null,
      spending_limits:
        card.spendLimit === 0
          ? null
          : [
              {
                amount: card.spendLimit,
                categories: null,
                interval: card.spendLimitDuration === 'TRANSACTION' ? 'per_authorization' : 'all_time',
              },
            ],
      spending_limits_currency: CURRENCY,
    },
    status: STATUS[card.state],
    type: 'virtual',
    wallets: null,
    ...(expand.includes('number') && { number: card.pan }),
    ...(expand.includes('cvc') && { cvc: card.cvv }),
  };
}

function toMerchantData({ merchant }: CardTransaction): Stripe.Issuing.Authorization.MerchantData {
  return {
    category: 'miscellaneous_specialty_retail',
    category_code: merchant.mcc,
    city: merchant.city,
    country: COUNTRY,
    name: merchant.descriptor,
    network_id: merchant.acceptorId,
    postal_code: null,
    state: merchant.state,
    tax_id: null,
    terminal_id: null,
    url: null,
  };
}

/** Writes one capture or refund. Captures take from the balance, so their amount is below zero. */
export function toStripeTransaction(
  event: TransactionEvent,
  row: CardTransaction,
  program: Program,
): Stripe.Issuing.Transaction {
  const amount = event.type === 'RETURN' ? Math.abs(event.amount) : -event.amount;
  // What nobody authorized, and refunds that belong to nothing, name no authorization.
  const isLinked = row.events.some(({ type }) => type === 'AUTHORIZATION');
  return {
    id: toStripeId('ipi', event.token),
    object: 'issuing.transaction',
    amount,
    amount_details: null,
    authorization: isLinked ? toStripeId('iauth', row.token) : null,
    balance_transaction: null,
    card: toStripeId('ic', row.cardToken),
    cardholder: toCardholder(program).id,
    created: secondsOf(event.created),
    currency: CURRENCY,
    dispute: null,
    livemode: false,
    merchant_amount: inMerchants(row, amount),
    merchant_currency: row.merchantCurrency.toLowerCase(),
    merchant_data: toMerchantData(row),
    metadata: {},
    network_data: null,
    type: event.type === 'RETURN' ? 'refund' : 'capture',
    wallet: null,
  };
}

const AUTHORIZATION_STATUS = {
  PENDING: 'pending',
  SETTLED: 'closed',
  DECLINED: 'closed',
  VOIDED: 'reversed',
  EXPIRED: 'expired',
} as const;

/** Writes an authorization with every request that was made under it, and what came of it. */
export function toStripeAuthorization(row: CardTransaction, program: Program): Stripe.Issuing.Authorization {
  const card = program.cards.get(row.cardToken);
  if (!card) throw new Error('an authorization without a card');
  const requests = row.events.filter(({ type }) => type === 'AUTHORIZATION');
  const amount = row.status === 'PENDING' ? row.held : row.authorized;
  return {
    id: toStripeId('iauth', row.token),
    object: 'issuing.authorization',
    amount,
    amount_details: null,
    approved: row.status !== 'DECLINED',
    authorization_method: 'online',
    balance_transactions: [],
    card: toStripeCard(card, program),
    card_presence: 'not_present',
    cardholder: toCardholder(program).id,
    created: secondsOf(row.created),
    currency: CURRENCY,
    fleet: null,
    fuel: null,
    livemode: false,
    merchant_amount: inMerchants(row, amount),
    merchant_currency: row.merchantCurrency.toLowerCase(),
    merchant_data: toMerchantData(row),
    metadata: {},
    network_data: null,
    pending_request: null,
    request_history: requests.map((event) => ({
      amount: event.amount,
      amount_details: null,
      approved: event.detailedResult === 'APPROVED',
      authorization_code: row.authorizationCode,
      created: secondsOf(event.created),
      currency: CURRENCY,
      merchant_amount: inMerchants(row, event.amount),
      merchant_currency: row.merchantCurrency.toLowerCase(),
      network_risk_score: null,
      reason: REASONS[event.detailedResult] ?? 'not_allowed',
      reason_message: null,
      requested_at: secondsOf(event.created),
    })),
    status: AUTHORIZATION_STATUS[row.status],
    transactions: row.events.filter(isFinancial).map((event) => toStripeTransaction(event, row, program)),
    verification_data: {
      address_line1_check: 'not_provided',
      address_postal_code_check: 'not_provided',
      authentication_exemption: null,
      cvc_check: 'match',
      expiry_check: 'match',
      postal_code: null,
      three_d_secure: null,
    },
    verified_by_fraud_challenge: null,
    wallet: null,
  };
}
