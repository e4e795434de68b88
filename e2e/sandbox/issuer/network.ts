import type { World } from '../world/world.ts';
import { scriptedDecline, type DetailedResult } from './decline-codes.ts';
import type { CardTransaction, IssuedCard, Merchant, Program, TransactionEvent } from './program.ts';

/** Marks the payment provider's calls: they stand for the card network, which works while the API is broken. */
export const CARD_NETWORK_HEADER = 'X-Card-Network';

interface AuthorizationRequest {
  amount: number;
  merchant: Merchant;
  /** What a card-not-present message carries besides the number; checked when given. */
  cvv?: string | undefined;
  expMonth?: string | undefined;
  expYear?: string | undefined;
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
    const transaction = this.open(card, request.merchant, request.amount);
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
    }
    return transaction;
  }

  /**
   * Captures. The first capture releases what it leaves of the hold; more may follow, and a closed card does not
   * stop them. Refuses what was declined, voided or expired.
   */
  clear(transaction: CardTransaction, amount?: number): MoveRefusal | 'cleared' {
    if (transaction.status !== 'PENDING' && transaction.status !== 'SETTLED')
      return 'not_an_open_authorization';
    const captured = amount ?? transaction.held;
    transaction.settled += captured;
    transaction.held = 0;
    this.record(transaction, 'SETTLED', this.event('CLEARING', captured, 'APPROVED'));
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

  private open(card: IssuedCard, merchant: Merchant, amount: number): CardTransaction {
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
