import type { World } from '../world/world.ts';
import { scriptedDecline, type DetailedResult } from './decline-codes.ts';
import type { CardTransaction, IssuedCard, Merchant, Program, TransactionEvent } from './program.ts';

/** Marks the payment provider's calls: they stand for the card network, which works while the API is broken. */
export const CARD_NETWORK_HEADER = 'X-Card-Network';

/** Up to one dollar asks whether the card lives, and is no payment until it is captured. */
const CHECK = 100;

interface AuthorizationRequest {
  amount: number;
  merchant: Merchant;
  /** What a card-not-present message carries besides the number; checked when given. */
  cvv?: string | undefined;
  expMonth?: string | undefined;
  expYear?: string | undefined;
  /** The currency that the merchant charges, where it is not the card's; `amount` is in the card's. */
  foreign?: { currency: string; rate: number } | undefined;
}

type MoveRefusal = 'not_an_open_authorization' | 'amount_too_large';

/** The card network's side of the issuer: authorizations, captures, reversals and refunds. */
export class CardNetwork {
  constructor(
    private readonly world: World,
    private readonly program: Program,
  ) {}

  /** Authorizes or declines; both leave a transaction. An approved single-use card closes at once. */
  authorize(card: IssuedCard, request: AuthorizationRequest): CardTransaction {
    const reason = this.judge(card, request);
    const isApproved = reason === 'APPROVED';
    const transaction = this.open(card, request.merchant, request.amount, request.foreign);
    transaction.status = isApproved ? 'PENDING' : 'DECLINED';
    transaction.held = isApproved ? request.amount : 0;
    transaction.events.push(this.event('AUTHORIZATION', request.amount, reason));
    this.world.events.add({
      kind: 'authorization',
      transactionToken: transaction.token,
      cardToken: card.token,
      amount: request.amount,
      descriptor: request.merchant.descriptor,
      approved: isApproved,
      reason,
    });
    if (isApproved) {
      card.isUsed = true;
      if (card.type === 'SINGLE_USE') this.program.changeState(card, 'CLOSED');
      if (request.amount > CHECK) this.countPayment(card);
    }
    return transaction;
  }

  /** Asks for more under an open authorization; declined, the authorization stands as it was. */
  increment(transaction: CardTransaction, by: number): MoveRefusal | 'incremented' | 'declined' {
    if (transaction.status !== 'PENDING') return 'not_an_open_authorization';
    const card = this.cardOf(transaction);
    const isDeclined = this.isOverLimit(card, by) || by > this.program.available;
    const reason = isDeclined ? 'CARD_SPEND_LIMIT_EXCEEDED' : 'APPROVED';
    this.record(transaction, 'PENDING', this.event('AUTHORIZATION', by, reason));
    if (isDeclined) return 'declined';
    transaction.authorized += by;
    transaction.held += by;
    return 'incremented';
  }

  /**
   * Captures, whatever the card's state and limit: of an open authorization, once more of a captured one, or late, of
   * one that was voided or expired. The first capture releases what it leaves of the hold, unless more is announced.
   * Refuses what was declined.
   */
  clear(transaction: CardTransaction, amount?: number, isLast = true): MoveRefusal | 'cleared' {
    if (transaction.status === 'DECLINED') return 'not_an_open_authorization';
    const isFirst = !transaction.events.some(({ type }) => type === 'CLEARING');
    const captured = amount ?? transaction.held;
    transaction.settled += captured;
    transaction.held = isLast ? 0 : Math.max(transaction.held - captured, 0);
    const status = transaction.held > 0 ? 'PENDING' : 'SETTLED';
    this.record(transaction, status, this.event('CLEARING', captured, 'APPROVED'));
    if (isFirst && transaction.authorized <= CHECK) this.countPayment(this.cardOf(transaction));
    const { token: transactionToken, cardToken, authorized } = transaction;
    this.world.events.add({ kind: 'captured', transactionToken, cardToken, amount: captured, authorized });
    return 'cleared';
  }

  /** Gives back a hold, in whole or in part. */
  void(
    transaction: CardTransaction,
    type: 'AUTHORIZATION_REVERSAL' | 'AUTHORIZATION_EXPIRY',
    amount?: number,
  ): MoveRefusal | 'voided' {
    if (transaction.status !== 'PENDING') return 'not_an_open_authorization';
    const given = amount ?? transaction.held;
    if (given > transaction.held) return 'amount_too_large';
    transaction.held -= given;
    const ended = type === 'AUTHORIZATION_EXPIRY' ? 'EXPIRED' : 'VOIDED';
    const status = transaction.held === 0 ? ended : 'PENDING';
    this.record(transaction, status, this.event(type, given, 'APPROVED'));
    const { token: transactionToken, cardToken } = transaction;
    this.world.events.add({ kind: 'voided', transactionToken, cardToken, amount: given, status });
    return 'voided';
  }

  /** Refunds: a transaction of its own that settles at once, on any card that was ever issued. */
  refund(card: IssuedCard, merchant: Merchant, amount: number): CardTransaction {
    const transaction = this.open(card, merchant, -amount);
    transaction.settled = -amount;
    this.record(transaction, 'SETTLED', this.event('RETURN', -amount, 'APPROVED'));
    this.world.events.add({
      kind: 'returned',
      transactionToken: transaction.token,
      cardToken: card.token,
      amount,
    });
    return transaction;
  }

  /** Refunds a captured payment on its own row. */
  refundOf(transaction: CardTransaction, amount: number): MoveRefusal | 'refunded' {
    if (!transaction.events.some(({ type }) => type === 'CLEARING')) return 'not_an_open_authorization';
    transaction.settled -= amount;
    this.record(transaction, transaction.status, this.event('RETURN', -amount, 'APPROVED'));
    const { token: transactionToken, cardToken } = transaction;
    this.world.events.add({ kind: 'returned', transactionToken, cardToken, amount });
    return 'refunded';
  }

  /** Takes money that nobody asked for. No control of the card stops it. */
  forceCapture(card: IssuedCard, merchant: Merchant, amount: number): CardTransaction {
    const transaction = this.open(card, merchant, 0);
    transaction.settled = amount;
    this.record(transaction, 'SETTLED', this.event('CLEARING', amount, 'APPROVED'));
    const { token: transactionToken, cardToken } = transaction;
    this.world.events.add({ kind: 'captured', transactionToken, cardToken, amount, authorized: 0 });
    this.countPayment(card);
    return transaction;
  }

  private cardOf({ cardToken }: CardTransaction): IssuedCard {
    const card = this.program.cards.get(cardToken);
    if (!card) throw new Error(`no card ${cardToken}`);
    return card;
  }

  private countPayment(card: IssuedCard): void {
    card.payments += 1;
    const { closesAfterPayments: most } = card;
    if (most !== null && card.payments >= most && card.state !== 'CLOSED')
      this.program.changeState(card, 'CLOSED');
  }

  private judge(card: IssuedCard, request: AuthorizationRequest): DetailedResult {
    const scripted = this.world.options.current.decline;
    if (card.type === 'SINGLE_USE' && card.isUsed) return 'SINGLE_USE_CARD_REATTEMPTED';
    if (card.state === 'CLOSED') return 'CARD_CLOSED';
    if (card.state === 'PAUSED') return 'CARD_PAUSED';
    if (request.cvv !== undefined && request.cvv !== card.cvv) return 'CARD_SECURITY_CODE_INCORRECT';
    if (request.expMonth !== undefined && request.expMonth !== card.expMonth)
      return 'CARD_EXPIRY_DATE_INCORRECT';
    if (request.expYear !== undefined && request.expYear !== card.expYear)
      return 'CARD_EXPIRY_DATE_INCORRECT';
    if (scripted !== null) return scriptedDecline(scripted);
    if (this.isOverLimit(card, request.amount)) return 'CARD_SPEND_LIMIT_EXCEEDED';
    if (request.amount > this.program.available) return 'INSUFFICIENT_FUNDS';
    return 'APPROVED';
  }

  private isOverLimit(card: IssuedCard, amount: number): boolean {
    // As Lithic has it: a limit of 0 is no limit.
    if (card.spendLimit === 0) return false;
    if (card.spendLimitDuration === 'TRANSACTION') return amount > card.spendLimit;
    // A sandbox lives for minutes, so a day, a month and a year are all the card's lifetime.
    const spent = this.program
      .transactionsOf(card.token)
      .reduce((total, one) => total + one.held + Math.max(one.settled, 0), 0);
    return spent + amount > card.spendLimit;
  }

  private open(
    card: IssuedCard,
    merchant: Merchant,
    amount: number,
    foreign?: AuthorizationRequest['foreign'],
  ): CardTransaction {
    const now = new Date().toISOString();
    const transaction: CardTransaction = {
      token: this.world.ids.uuid('transaction'),
      cardToken: card.token,
      status: 'PENDING',
      authorized: amount,
      held: 0,
      settled: 0,
      authorizationCode: String(
        this.world.ids.bytes('authorization-code').readUInt32BE(0) % 1_000_000,
      ).padStart(6, '0'),
      merchant,
      merchantCurrency: foreign?.currency ?? 'USD',
      rate: foreign?.rate ?? 1,
      events: [],
      created: now,
      updated: now,
    };
    this.program.transactions.set(transaction.token, transaction);
    return transaction;
  }

  private event(
    type: TransactionEvent['type'],
    amount: number,
    detailedResult: DetailedResult,
  ): TransactionEvent {
    const created = new Date().toISOString();
    return { token: this.world.ids.uuid('event'), type, amount, detailedResult, created };
  }

  private record(
    transaction: CardTransaction,
    status: CardTransaction['status'],
    event: TransactionEvent,
  ): void {
    transaction.status = status;
    transaction.updated = event.created;
    transaction.events.push(event);
  }
}
