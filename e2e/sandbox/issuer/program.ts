import { createHash } from 'node:crypto';
import { seededBytes } from '../world/seeded.ts';
import type { World } from '../world/world.ts';
import { makeCardNumbers } from './card-numbers.ts';
import type { DetailedResult } from './decline-codes.ts';

type CardState = 'OPEN' | 'PAUSED' | 'CLOSED';

export interface IssuedCard {
  token: string;
  pan: string;
  cvv: string;
  lastFour: string;
  expMonth: string;
  expYear: string;
  type: 'SINGLE_USE' | 'VIRTUAL' | 'MERCHANT_LOCKED' | 'UNLOCKED';
  state: CardState;
  spendLimit: number;
  spendLimitDuration: 'ANNUALLY' | 'FOREVER' | 'MONTHLY' | 'TRANSACTION' | 'DAILY';
  memo: string;
  /** Had an approved authorization. A single-use card never gets a second one, whatever its state. */
  isUsed: boolean;
  /** Closes the card after so many payments (Stripe's `cancel_after`): a check that is never captured is none. */
  closesAfterPayments: number | null;
  payments: number;
  created: string;
}

export interface Merchant {
  descriptor: string;
  mcc: string;
  acceptorId: string;
  city: string;
  state: string;
  country: string;
}

export interface TransactionEvent {
  token: string;
  type: 'AUTHORIZATION' | 'AUTHORIZATION_REVERSAL' | 'AUTHORIZATION_EXPIRY' | 'CLEARING' | 'RETURN';
  amount: number;
  detailedResult: DetailedResult;
  created: string;
}

export interface CardTransaction {
  token: string;
  cardToken: string;
  status: 'PENDING' | 'SETTLED' | 'VOIDED' | 'DECLINED' | 'EXPIRED';
  /** What was asked for. */
  authorized: number;
  /** What is held now. */
  held: number;
  /** What was settled: negative for a return. */
  settled: number;
  authorizationCode: string;
  merchant: Merchant;
  /** In what the merchant charges, and how much of the card's currency one unit of it costs. */
  merchantCurrency: string;
  rate: number;
  events: TransactionEvent[];
  created: string;
  updated: string;
}

/** A claim against the merchant's bank, with Lithic's words for how it stands. */
export interface Dispute {
  token: string;
  transactionToken: string;
  amount: number;
  reason: string;
  status: 'NEW' | 'SUBMITTED' | 'CASE_WON' | 'CASE_CLOSED';
  created: string;
}

type MintParameters = Pick<IssuedCard, 'type' | 'state' | 'spendLimit' | 'spendLimitDuration' | 'memo'> &
  Partial<Pick<IssuedCard, 'closesAfterPayments'>>;

/** The issuer's books: cards, transactions and the money behind them. */
export class Program {
  readonly apiKey: string;
  readonly accountToken: string;
  readonly financialAccountToken: string;
  readonly cardProgramToken: string;
  readonly cards = new Map<string, IssuedCard>();
  readonly transactions = new Map<string, CardTransaction>();
  readonly disputes = new Map<string, Dispute>();
  private readonly deposits = new Map<string, number>();
  private readonly idempotency = new Map<string, { fingerprint: string; cardToken: string }>();
  readonly openedAt = new Date().toISOString();

  constructor(private readonly world: World) {
    this.apiKey = `sandbox_${seededBytes(world.seed, 'api-key', 0).toString('hex').slice(0, 32)}`;
    this.accountToken = world.ids.uuid('account');
    this.financialAccountToken = world.ids.uuid('financial-account');
    this.cardProgramToken = world.ids.uuid('card-program');
  }

  /** What is held for open authorizations. */
  get pending(): number {
    return this.sum((one) => one.held);
  }

  /** What a new authorization may take. */
  get available(): number {
    const credited = [...this.deposits.values()].reduce((total, amount) => total + amount, 0);
    return credited - this.sum((one) => one.settled) - this.pending;
  }

  /** Credits a deposit once per reference; the same reference with another amount is a conflict. */
  credit(reference: string, amount: number): 'credited' | 'replayed' | 'conflict' {
    const before = this.deposits.get(reference);
    if (before === undefined) {
      this.deposits.set(reference, amount);
      this.world.events.add({ kind: 'deposit-credited', reference, amount });
      return 'credited';
    }
    if (before !== amount) return 'conflict';
    this.world.events.add({ kind: 'deposit-replayed', reference, amount });
    return 'replayed';
  }

  /** Mints a card; the same key with the same parameters gives the same card, with others a conflict. */
  mint(parameters: MintParameters, idempotencyKey?: string): IssuedCard | 'conflict' {
    const fingerprint = createHash('sha256').update(JSON.stringify(parameters)).digest('hex');
    const earlier = idempotencyKey === undefined ? undefined : this.idempotency.get(idempotencyKey);
    if (earlier) {
      const card = this.cards.get(earlier.cardToken);
      if (!card || earlier.fingerprint !== fingerprint) return 'conflict';
      this.world.events.add({ kind: 'card-create-replayed', cardToken: card.token });
      return card;
    }
    const card = this.makeCard(parameters);
    this.cards.set(card.token, card);
    if (idempotencyKey !== undefined)
      this.idempotency.set(idempotencyKey, { fingerprint, cardToken: card.token });
    const { token: cardToken, lastFour, state, spendLimit, memo } = card;
    this.world.events.add({ kind: 'card-created', cardToken, lastFour, state, spendLimit, memo });
    return card;
  }

  /** Moves a card between open and paused, or closes it for good. */
  changeState(card: IssuedCard, state: CardState): 'changed' | 'closed_for_good' {
    if (card.state === 'CLOSED' && state !== 'CLOSED') return 'closed_for_good';
    const from = card.state;
    card.state = state;
    this.world.events.add({ kind: 'card-patched', cardToken: card.token, state, from });
    return 'changed';
  }

  cardByPan(pan: string): IssuedCard | undefined {
    return [...this.cards.values()].find((card) => card.pan === pan);
  }

  transactionsOf(cardToken: string): CardTransaction[] {
    return [...this.transactions.values()].filter((one) => one.cardToken === cardToken);
  }

  /** Opens a claim about a captured payment; a payment is disputed once. */
  dispute(
    transaction: CardTransaction,
    amount: number,
    reason: string,
  ): Dispute | 'not_captured' | 'disputed' {
    if (transaction.settled <= 0) return 'not_captured';
    if ([...this.disputes.values()].some((one) => one.transactionToken === transaction.token))
      return 'disputed';
    const dispute: Dispute = {
      token: this.world.ids.uuid('dispute'),
      transactionToken: transaction.token,
      amount,
      reason,
      status: 'NEW',
      created: new Date().toISOString(),
    };
    this.disputes.set(dispute.token, dispute);
    this.changeDispute(dispute, 'NEW');
    return dispute;
  }

  changeDispute(dispute: Dispute, status: Dispute['status']): void {
    dispute.status = status;
    const { token: disputeToken, transactionToken } = dispute;
    this.world.events.add({ kind: 'dispute-moved', disputeToken, transactionToken, status });
  }

  reset(): void {
    this.cards.clear();
    this.transactions.clear();
    this.disputes.clear();
    this.deposits.clear();
    this.idempotency.clear();
  }

  private makeCard(parameters: MintParameters): IssuedCard {
    let numbers = makeCardNumbers(this.world.seed, this.world.ids.next('card-numbers'));
    while (this.cardByPan(numbers.pan))
      numbers = makeCardNumbers(this.world.seed, this.world.ids.next('card-numbers'));
    return {
      closesAfterPayments: null,
      ...parameters,
      ...numbers,
      payments: 0,
      token: this.world.ids.uuid('card'),
      lastFour: numbers.pan.slice(-4),
      isUsed: false,
      created: new Date().toISOString(),
    };
  }

  private sum(of: (transaction: CardTransaction) => number): number {
    return [...this.transactions.values()].reduce((total, one) => total + of(one), 0);
  }
}
