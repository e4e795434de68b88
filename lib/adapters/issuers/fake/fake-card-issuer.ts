import type { DisputeStatus } from '../../../domain/card/recourse.ts';
import {
  addMoney,
  isMoreThan,
  isSameMoney,
  money,
  subtractMoney,
  type Money,
} from '../../../kernel/money.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { Secret } from '../../../kernel/secret.ts';
import type { CardIssuer, IssuerRefusal, IssuerTransaction } from '../../../ports/card-issuer.ts';

interface FakeCard {
  readonly token: string;
  readonly number: string;
  readonly limit: Money;
  readonly memo: string;
  state: 'inactive' | 'armed' | 'closed';
  /** Had an approved authorization that was more than a check. */
  isUsed: boolean;
  transactions: IssuerTransaction[];
}

/** What merchants and their banks do to cards. All of it works on closed cards too, as it does in the world. */
export interface FakeNetwork {
  authorize(number: string, amount: Money, merchantDescriptor: string): IssuerTransaction;
  /** Takes so much; what is left of the hold is given back, and more captures may follow. */
  capture(transactionId: string, amount: Money): void;
  reverse(transactionId: string): void;
  /** The network's window is over. */
  expire(transactionId: string): void;
  /** Pays back on the row of the purchase. */
  refund(transactionId: string, amount: Money): void;
  /** Pays back on a row of its own. */
  credit(number: string, amount: Money, merchantDescriptor: string): IssuerTransaction;
  /** Takes money without having asked. */
  forcePost(number: string, amount: Money, merchantDescriptor: string): IssuerTransaction;
  /** The program's owner files a dispute, or its case is decided. */
  dispute(transactionId: string, status: DisputeStatus): void;
}

export interface FakeCardIssuer {
  readonly issuer: CardIssuer;
  readonly network: FakeNetwork;
  /** Tokens of the cards that could still authorize, now or once armed. */
  openCards(): string[];
  /** From now on every call is refused so; `undefined` works again. */
  fail(refusal: IssuerRefusal | undefined): void;
}

/** Up to one major unit asks whether the card lives; it does not use the card up. */
const isCheck = ({ minor }: Money) => minor <= 100n;

/** A card program in memory, in one currency, with the same promises as a real one. */
export function createFakeCardIssuer(currency = 'USD'): FakeCardIssuer {
  const cards = new Map<string, FakeCard>();
  const byKey = new Map<string, FakeCard>();
  const deposits = new Map<string, Money>();
  const disputes = new Map<string, DisputeStatus>();
  let failure: IssuerRefusal | undefined;
  let made = 0;

  const all = () => [...cards.values()].flatMap(({ transactions }) => transactions);
  const rejected = (status: number, message: string) =>
    err<IssuerRefusal>({ kind: 'issuer_rejected', status, message });

  function available(): Money {
    const funded = [...deposits.values()].reduce(addMoney, money(0, currency));
    return all().reduce((left, { status, authorized, captured, refunded }) => {
      const taken = subtractMoney(left, subtractMoney(captured, refunded));
      return status === 'pending' && captured.minor === 0n ? subtractMoney(taken, authorized) : taken;
    }, funded);
  }

  function withCard<T>(
    token: string,
    use: (card: FakeCard) => Result<T, IssuerRefusal>,
  ): Promise<Result<T, IssuerRefusal>> {
    if (failure) return Promise.resolve(err(failure));
    const card = cards.get(token);
    return Promise.resolve(card ? use(card) : rejected(404, 'no such card'));
  }

  function withRow<T>(
    id: string,
    use: (row: IssuerTransaction) => Result<T, IssuerRefusal>,
  ): Promise<Result<T, IssuerRefusal>> {
    if (failure) return Promise.resolve(err(failure));
    const row = all().find((one) => one.id === id);
    return Promise.resolve(row ? use(row) : rejected(404, 'no such transaction'));
  }
  const isOpen = ({ status, captured }: IssuerTransaction) => status === 'pending' && captured.minor === 0n;

  const moveTo = (token: string, state: FakeCard['state']) =>
    withCard<void>(token, (card) => {
      if (card.state === 'closed' && state !== 'closed') return rejected(400, 'the card is closed');
      card.state = state;
      return ok(undefined);
    });

  function declineReasonOf(card: FakeCard, amount: Money): string {
    if (card.isUsed) return 'SINGLE_USE_CARD_REATTEMPTED';
    if (card.state === 'closed') return 'CARD_CLOSED';
    if (card.state === 'inactive') return 'CARD_PAUSED';
    if (isMoreThan(amount, card.limit)) return 'CARD_SPEND_LIMIT_EXCEEDED';
    return isMoreThan(amount, available()) ? 'INSUFFICIENT_FUNDS' : '';
  }

  function change(transactionId: string, to: Partial<IssuerTransaction>): void {
    for (const card of cards.values()) {
      card.transactions = card.transactions.map((one) =>
        one.id === transactionId ? { ...one, ...to } : one,
      );
    }
  }

  const issuer: CardIssuer = {
    balance: (of) =>
      Promise.resolve(failure ? err(failure) : ok(of === currency ? available() : money(0, of))),
    deposit({ amount, reference }) {
      if (failure) return Promise.resolve(err(failure));
      if (amount.minor <= 0n || amount.currency !== currency)
        return Promise.resolve(rejected(0, 'not an amount that can be deposited'));
      const before = deposits.get(reference);
      if (before && !isSameMoney(before, amount))
        return Promise.resolve(rejected(422, 'this reference was credited with another amount'));
      deposits.set(reference, amount);
      return Promise.resolve(ok(undefined));
    },
    mint({ idempotencyKey, limit, memo }) {
      if (failure) return Promise.resolve(err(failure));
      if (limit.minor <= 0n || limit.currency !== currency)
        return Promise.resolve(rejected(0, 'a card needs a limit above zero'));
      const before = byKey.get(idempotencyKey);
      if (before && (!isSameMoney(before.limit, limit) || before.memo !== memo))
        return Promise.resolve(rejected(422, 'this key was used with other parameters'));
      const card = before ?? mintCard(limit, memo);
      byKey.set(idempotencyKey, card);
      return Promise.resolve(ok({ issuerToken: card.token, last4: card.number.slice(-4) }));
    },
    reveal: (token) =>
      withCard(token, ({ number }) =>
        ok(new Secret({ number, cvc: '123', expiryMonth: 12, expiryYear: 2031 })),
      ),
    arm: (token) => moveTo(token, 'armed'),
    freeze: (token) => moveTo(token, 'inactive'),
    close: (token) => moveTo(token, 'closed'),
    transactionsOf: (token) => withCard(token, ({ transactions }) => ok([...transactions])),
    recourseOf: (id) =>
      withRow(id, (row) => ok({ isReversible: isOpen(row), dispute: disputes.get(id) ?? 'none' })),
    reverse: (id) =>
      withRow<void>(id, (row) => {
        if (!isOpen(row)) return rejected(400, 'not an open authorization');
        network.expire(id);
        return ok(undefined);
      }),
  };

  function mintCard(limit: Money, memo: string): FakeCard {
    made += 1;
    const card: FakeCard = {
      token: `card-token-${made}`,
      // The range of test numbers that no network routes; no check digit, so that no scanner takes it for a card.
      number: `9999${String(made).padStart(12, '0')}`,
      limit,
      memo,
      state: 'inactive',
      isUsed: false,
      transactions: [],
    };
    cards.set(card.token, card);
    return card;
  }

  const none = money(0, currency);
  function addRow(
    number: string,
    row: Omit<IssuerTransaction, 'id' | 'declineReason'> & { declineReason?: string },
  ) {
    made += 1;
    const transaction: IssuerTransaction = { declineReason: '', ...row, id: `transaction-${made}` };
    cardBy(number).transactions.push(transaction);
    return transaction;
  }
  function cardBy(number: string): FakeCard {
    const card = [...cards.values()].find((one) => one.number === number);
    if (!card) throw new Error('no such card number');
    return card;
  }
  const rowOf = (id: string) => all().find((row) => row.id === id)!;

  const network: FakeNetwork = {
    authorize(number, amount, merchantDescriptor) {
      const card = cardBy(number);
      const declineReason = declineReasonOf(card, amount);
      if (!declineReason && !isCheck(amount)) {
        card.state = 'closed';
        card.isUsed = true;
      }
      const status = declineReason ? 'declined' : 'pending';
      return addRow(number, {
        kind: 'debit',
        status,
        authorized: amount,
        captured: none,
        refunded: none,
        merchantDescriptor,
        declineReason,
      });
    },
    capture: (id, amount) =>
      change(id, { status: 'settled', captured: addMoney(rowOf(id).captured, amount) }),
    reverse: (id) => change(id, { status: 'voided' }),
    expire: (id) => change(id, { status: 'expired' }),
    refund: (id, amount) => change(id, { refunded: addMoney(rowOf(id).refunded, amount) }),
    credit: (number, amount, merchantDescriptor) =>
      addRow(number, {
        kind: 'credit',
        status: 'settled',
        authorized: none,
        captured: none,
        refunded: amount,
        merchantDescriptor,
      }),
    forcePost: (number, amount, merchantDescriptor) =>
      addRow(number, {
        kind: 'debit',
        status: 'settled',
        authorized: none,
        captured: amount,
        refunded: none,
        merchantDescriptor,
      }),
    dispute: (id, status) => void disputes.set(id, status),
  };

  return {
    issuer,
    network,
    openCards: () => [...cards.values()].filter(({ state }) => state !== 'closed').map(({ token }) => token),
    fail: (refusal) => {
      failure = refusal;
    },
  };
}
