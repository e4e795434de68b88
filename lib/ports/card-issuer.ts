import type { Recourse } from '../domain/card/recourse.ts';
import type { CardTransaction } from '../domain/card/transaction.ts';
import type { Money } from '../kernel/money.ts';
import type { Result } from '../kernel/result.ts';
import type { Secret } from '../kernel/secret.ts';

/** What is typed into a checkout. Lives in memory only, for one fill. */
export interface CardDetails {
  readonly number: string;
  readonly cvc: string;
  /** 1–12. */
  readonly expiryMonth: number;
  /** Four digits. */
  readonly expiryYear: number;
}

export interface MintedCard {
  readonly issuerToken: string;
  readonly last4: string;
}

/** One row of a card at the issuer. */
export type IssuerTransaction = CardTransaction;

export type IssuerRefusal =
  | { kind: 'issuer_unreachable'; cause?: unknown }
  | { kind: 'issuer_rejected'; status: number; message: string }
  /** The answer did not have the promised shape; nothing may be built on it. */
  | { kind: 'issuer_answer_invalid'; message: string }
  | { kind: 'issuer_locked' }
  /** The program moves real money, and only its owner may order that there. */
  | { kind: 'issuer_live' };

/** The program that issues single-use cards and holds the money. The bound that no prompt can move. */
export interface CardIssuer {
  /** What the program can still authorize, in the currency asked for. */
  balance(currency: string): Promise<Result<Money, IssuerRefusal>>;
  /** Credits a sandbox deposit once per reference. Live programs refuse with `issuer_live`. */
  deposit(parameters: { amount: Money; reference: string }): Promise<Result<void, IssuerRefusal>>;
  /** Mints an inactive single-use card locked to `limit`; the same key gives the same card. */
  mint(parameters: {
    idempotencyKey: string;
    limit: Money;
    memo: string;
  }): Promise<Result<MintedCard, IssuerRefusal>>;
  /** Fetches number and CVC. */
  reveal(issuerToken: string): Promise<Result<Secret<CardDetails>, IssuerRefusal>>;
  /** Lets the card authorize. */
  arm(issuerToken: string): Promise<Result<void, IssuerRefusal>>;
  /** Stops the card from authorizing, without closing it. */
  freeze(issuerToken: string): Promise<Result<void, IssuerRefusal>>;
  /** Closes the card for good; refunds and captures may still arrive. Closing twice is no error. */
  close(issuerToken: string): Promise<Result<void, IssuerRefusal>>;
  /** All transactions of one card, newest last: authorizations, captures without one, and refunds of their own. */
  transactionsOf(issuerToken: string): Promise<Result<IssuerTransaction[], IssuerRefusal>>;
  /** What can still be done about one transaction, of those that `transactionsOf` tells. */
  recourseOf(transactionId: string): Promise<Result<Recourse, IssuerRefusal>>;
  /**
   * Gives back what an authorization still holds. A merchant may capture late all the same (networks allow it). Refused
   * with status 0 where the issuer has no way to do so.
   */
  reverse(transactionId: string): Promise<Result<void, IssuerRefusal>>;
}
