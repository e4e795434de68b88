import type { Balance } from 'lithic/resources/balances';
import type { Card, NonPCICard } from 'lithic/resources/cards';
import type { Transaction } from 'lithic/resources/transactions';
import { coarseResult } from './decline-codes.ts';
import type { CardTransaction, IssuedCard, Program, TransactionEvent } from './program.ts';

const CURRENCY = 'USD';

/** Writes a card as lists and updates show it: without number and security code. */
export function toNonPciCard(card: IssuedCard, program: Program): NonPCICard {
  return {
    token: card.token,
    account_token: program.accountToken,
    auth_rule_tokens: [],
    card_program_token: program.cardProgramToken,
    cardholder_currency: CURRENCY,
    created: card.created,
    digital_card_art_token: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    funding: null,
    hostname: '',
    last_four: card.lastFour,
    memo: card.memo,
    pin_status: 'NOT_SET',
    spend_limit: card.spendLimit,
    spend_limit_duration: card.spendLimitDuration,
    state: card.state,
    type: card.type,
  };
}

/** Writes a card as programs that may see card numbers get it. */
export function toCard(card: IssuedCard, program: Program): Card {
  return { ...toNonPciCard(card, program), pan: card.pan, cvv: card.cvv };
}

/** Writes the program's balance. */
export function toBalance(program: Program): Balance {
  return {
    available_amount: program.available,
    created: program.openedAt,
    currency: CURRENCY,
    financial_account_token: program.financialAccountToken,
    financial_account_type: 'ISSUING',
    last_transaction_event_token: null,
    last_transaction_token: null,
    pending_amount: program.pending,
    total_amount: program.available + program.pending,
    updated: new Date().toISOString(),
  };
}

function toMerchant(merchant: CardTransaction['merchant']): Transaction.Merchant {
  return {
    acceptor_id: merchant.acceptorId,
    acquiring_institution_id: '999999',
    city: merchant.city,
    country: merchant.country,
    descriptor: merchant.descriptor,
    mcc: merchant.mcc,
    phone_number: null,
    postal_code: null,
    state: merchant.state,
    street_address: null,
  };
}

function toEvent(event: TransactionEvent): Transaction.Event {
  const money = { amount: event.amount, conversion_rate: '1.000000', currency: CURRENCY } as const;
  const isFinancial = event.type === 'CLEARING' || event.type === 'RETURN';
  return {
    token: event.token,
    amount: event.amount,
    amounts: {
      cardholder: money,
      merchant: { amount: event.amount, currency: CURRENCY },
      settlement: isFinancial ? money : null,
    },
    created: event.created,
    detailed_results: [event.detailedResult],
    effective_polarity: event.type === 'AUTHORIZATION' || event.type === 'CLEARING' ? 'DEBIT' : 'CREDIT',
    network_info: null,
    result: coarseResult(event.detailedResult),
    rule_results: [],
    type: event.type,
  };
}

/** An amount of the card's currency in what the merchant charges. */
export function inMerchants({ rate }: CardTransaction, amount: number): number {
  return Math.round(amount / rate);
}

/** The anticipated amount while it is pending, the settled one afterwards, as Lithic defines `amount`. */
function currentAmount(transaction: CardTransaction): number {
  if (transaction.status === 'SETTLED') return transaction.settled;
  return transaction.status === 'DECLINED' ? transaction.authorized : transaction.held;
}

/** Writes a card transaction with its events, oldest first. */
export function toTransaction(transaction: CardTransaction, program: Program): Transaction {
  const amount = currentAmount(transaction);
  const first = transaction.events[0];
  return {
    token: transaction.token,
    account_token: program.accountToken,
    acquirer_fee: 0,
    acquirer_reference_number: null,
    amount,
    amounts: {
      cardholder: { amount, conversion_rate: '1.000000', currency: CURRENCY },
      hold: { amount: transaction.held, currency: CURRENCY },
      merchant: { amount: inMerchants(transaction, amount), currency: transaction.merchantCurrency },
      settlement: { amount: transaction.settled, currency: CURRENCY },
    },
    authorization_amount: transaction.authorized,
    authorization_code: transaction.authorizationCode,
    avs: null,
    card_token: transaction.cardToken,
    cardholder_authentication: null,
    created: transaction.created,
    events: transaction.events.map(toEvent),
    financial_account_token: program.financialAccountToken,
    merchant: toMerchant(transaction.merchant),
    merchant_amount: inMerchants(transaction, transaction.settled),
    merchant_authorization_amount: inMerchants(transaction, transaction.authorized),
    merchant_currency: transaction.merchantCurrency,
    network: 'VISA',
    network_risk_score: null,
    pos: {
      entry_mode: { card: 'NOT_PRESENT', cardholder: 'NOT_PRESENT', pan: 'ECOMMERCE', pin_entered: false },
      terminal: {
        attended: false,
        card_retention_capable: false,
        on_premise: false,
        operator: 'UNKNOWN',
        partial_approval_capable: false,
        pin_capability: 'UNSPECIFIED',
        type: 'ECOMMERCE',
      },
    },
    result: first ? coarseResult(first.detailedResult) : 'DECLINED',
    service_location: null,
    settled_amount: transaction.settled,
    status: transaction.status,
    tags: {},
    token_info: null,
    updated: transaction.updated,
  };
}
