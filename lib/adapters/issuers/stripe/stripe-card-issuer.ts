import type { z } from 'zod';
import { money } from '../../../kernel/money.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { Secret } from '../../../kernel/secret.ts';
import type { CardIssuer, IssuerRefusal } from '../../../ports/card-issuer.ts';
import { exactMinor } from '../exact-minor.ts';
import {
  pageOf,
  StripeAuthorization,
  StripeBalance,
  StripeCaptured,
  StripeCard,
  StripeCardDetails,
  StripeCardholders,
  StripeDispute,
  StripeMintedCard,
  StripeTopup,
  StripeTransaction,
} from './stripe-answers.ts';
import type { IssuerCallParameters } from '../issuer-call.ts';
import { createStripeCall } from './stripe-call.ts';
import { toTransactions } from './to-transactions.ts';

/** A card for one payment with more rows than so many pages is not what we take it for. */
const MAX_PAGES = 10;
const PAGE_SIZE = 100;

/**
 * Issues cards by Stripe Issuing's REST API (docs.stripe.com/issuing). Cards are virtual, made `inactive`, locked by
 * one `all_time` limit, and end after one payment; a check of up to one dollar that is never captured does not count.
 * Stripe locks a card to no merchant: what was charged where is compared afterwards.
 */
export function createStripeCardIssuer(parameters: IssuerCallParameters): CardIssuer {
  const call = createStripeCall(parameters);

  async function setStatus(
    id: string,
    status: z.output<typeof StripeCard>['status'],
  ): Promise<Result<void, IssuerRefusal>> {
    const changed = await call({ method: 'POST', path: pathOf(id), schema: StripeCard, body: { status } });
    if (!changed.ok) return changed;
    return changed.value.status === status
      ? ok(undefined)
      : err({ kind: 'issuer_answer_invalid', message: `card is not ${status}` });
  }

  /** Cards are issued to a person whom Stripe has checked; the program's first active one stands for the operator. */
  async function cardholder(): Promise<Result<string, IssuerRefusal>> {
    const path = '/issuing/cardholders?status=active&limit=1';
    const listed = await call({ method: 'GET', path, schema: StripeCardholders });
    if (!listed.ok) return listed;
    const first = listed.value.data.find(({ status }) => status === 'active');
    return first ? ok(first.id) : refuse('the program has no active cardholder: add one at Stripe');
  }

  /** Reads every page, newest first: an approval may lie behind a hundred declined attempts. */
  async function all<S extends z.ZodType<{ id: string }>>(
    list: string,
    card: string,
    row: S,
  ): Promise<Result<z.output<S>[], IssuerRefusal>> {
    const rows: z.output<S>[] = [];
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const query = new URLSearchParams({ card, limit: String(PAGE_SIZE) });
      const last = rows.at(-1);
      if (last) query.set('starting_after', last.id);
      const answer = await call({ method: 'GET', path: `/issuing/${list}?${query}`, schema: pageOf(row) });
      if (!answer.ok) return answer;
      rows.push(...answer.value.data);
      if (!answer.value.has_more || answer.value.data.length === 0) return ok(rows);
    }
    return err({ kind: 'issuer_answer_invalid', message: 'a card for one payment has too many rows' });
  }

  /** A row is named by its authorization, or by the transaction itself where it has none. */
  async function capturedUnder(id: string): Promise<Result<string[], IssuerRefusal>> {
    if (!id.startsWith('iauth_')) return ok([id]);
    const path = `/issuing/authorizations/${encodeURIComponent(id)}`;
    const found = await call({ method: 'GET', path, schema: StripeCaptured });
    return found.ok ? ok(found.value.transactions.map((row) => row.id)) : found;
  }

  return {
    async balance(currency) {
      const balance = await call({ method: 'GET', path: '/balance', schema: StripeBalance });
      if (!balance.ok) return balance;
      const held = balance.value.issuing.available.filter((row) => row.currency === currency);
      return ok(
        money(
          held.reduce((total, { amount }) => total + amount, 0),
          currency,
        ),
      );
    },
    async deposit({ amount, reference }) {
      const minor = exactMinor(amount);
      if (minor === undefined) return refuse('a deposit must be more than nothing');
      const balance = await call({ method: 'GET', path: '/balance', schema: StripeBalance });
      if (!balance.ok) return balance;
      // A live top-up draws on a bank account; that is the operator's to order, at Stripe.
      if (balance.value.livemode) return err({ kind: 'issuer_live' });
      if (!balance.value.issuing.available.some(({ currency }) => currency === amount.currency))
        return refuse(`the program holds no ${amount.currency}`);
      const topup = await call({
        method: 'POST',
        path: '/topups',
        schema: StripeTopup,
        body: {
          amount: minor,
          currency: amount.currency.toLowerCase(),
          destination_balance: 'issuing',
          description: reference,
        },
        idempotencyKey: `topup-${reference}`,
      });
      return topup.ok ? ok(undefined) : topup;
    },
    async mint({ idempotencyKey, limit, memo }) {
      const minor = exactMinor(limit);
      if (minor === undefined) return refuse('a card needs a limit above zero');
      const holder = await cardholder();
      if (!holder.ok) return holder;
      const card = await call({
        method: 'POST',
        path: '/issuing/cards',
        schema: StripeMintedCard,
        body: {
          cardholder: holder.value,
          currency: limit.currency.toLowerCase(),
          type: 'virtual',
          status: 'inactive',
          spending_controls: { spending_limits: [{ amount: minor, interval: 'all_time' }] },
          lifecycle_controls: { cancel_after: { payment_count: 1 } },
          metadata: { memo },
        },
        idempotencyKey,
      });
      if (!card.ok) return card;
      const { id, last4, currency, spending_controls: controls } = card.value;
      if (controls.spending_limits[0].amount !== minor || currency !== limit.currency)
        return err({ kind: 'issuer_answer_invalid', message: 'the card has another limit than asked for' });
      return ok({ issuerToken: id, last4 });
    },
    async reveal(issuerToken) {
      const path = `${pathOf(issuerToken)}?expand%5B%5D=number&expand%5B%5D=cvc`;
      const card = await call({ method: 'GET', path, schema: StripeCardDetails });
      if (!card.ok) return card;
      const { number, cvc, exp_month: expiryMonth, exp_year: expiryYear } = card.value;
      return ok(new Secret({ number, cvc, expiryMonth, expiryYear }));
    },
    arm: (id) => setStatus(id, 'active'),
    freeze: (id) => setStatus(id, 'inactive'),
    async close(id) {
      const closed = await setStatus(id, 'canceled');
      if (closed.ok || closed.error.kind !== 'issuer_rejected') return closed;
      // Stripe cancels a card itself after its payment, and then refuses to change it.
      const card = await call({ method: 'GET', path: pathOf(id), schema: StripeCard });
      return card.ok && card.value.status === 'canceled' ? ok(undefined) : closed;
    },
    async transactionsOf(id) {
      const card = await call({ method: 'GET', path: pathOf(id), schema: StripeCard });
      if (!card.ok) return card;
      const transactions = await all('transactions', id, StripeTransaction);
      if (!transactions.ok) return transactions;
      // After the transactions, so that no capture comes without the authorization that it belongs to.
      const authorizations = await all('authorizations', id, StripeAuthorization);
      return authorizations.ok
        ? ok(toTransactions(authorizations.value, transactions.value))
        : authorizations;
    },
    async recourseOf(id) {
      // Stripe's API has no call by which an authorization is given back (docs.stripe.com/api/issuing/authorizations).
      const isReversible = false;
      const captured = await capturedUnder(id);
      if (!captured.ok) return captured;
      for (const transaction of captured.value) {
        const path = `/issuing/disputes?${new URLSearchParams({ transaction })}`;
        const disputes = await call({ method: 'GET', path, schema: pageOf(StripeDispute) });
        if (!disputes.ok) return disputes;
        const newest = disputes.value.data[0];
        if (newest) return ok({ isReversible, dispute: newest.status });
      }
      return ok({ isReversible, dispute: 'none' });
    },
    reverse: () => Promise.resolve(refuse('Stripe gives no authorization back: only the shop can')),
  };
}

const pathOf = (id: string) => `/issuing/cards/${encodeURIComponent(id)}`;
const refuse = (message: string) => err({ kind: 'issuer_rejected' as const, status: 0, message });
