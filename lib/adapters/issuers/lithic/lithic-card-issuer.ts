import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { money } from '../../../kernel/money.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { Secret } from '../../../kernel/secret.ts';
import type { CardDetails, CardIssuer, IssuerRefusal } from '../../../ports/card-issuer.ts';
import { exactMinor } from '../exact-minor.ts';
import {
  LithicBalances,
  LithicCard,
  LithicCardDetails,
  LithicDisputes,
  LithicMintedCard,
  LithicTransaction,
  LithicTransactions,
} from './lithic-answers.ts';
import { createLithicCall, type LithicCall } from './lithic-call.ts';
import type { IssuerCallParameters } from '../issuer-call.ts';
import { toTransaction } from './to-transaction.ts';

/** A single-use card with more rows than so many pages is not what we take it for. */
const MAX_PAGES = 10;
const PAGE_SIZE = 100;
/** Where live programs are, as Lithic's own client has it. */
const LIVE_HOST = 'api.lithic.com';

/**
 * Issues cards by Lithic's REST API (docs.lithic.com). Cards are `SINGLE_USE`, minted `PAUSED`, and locked by
 * `spend_limit` for `FOREVER`: with `TRANSACTION` several charges would pass, each under the limit.
 */
export function createLithicCardIssuer(parameters: IssuerCallParameters): CardIssuer {
  const call = createLithicCall(parameters);

  async function setState(
    token: string,
    state: 'OPEN' | 'PAUSED' | 'CLOSED',
  ): Promise<Result<void, IssuerRefusal>> {
    const patched = await call({ method: 'PATCH', path: pathOf(token), schema: LithicCard, body: { state } });
    if (!patched.ok) return patched;
    return patched.value.state === state
      ? ok(undefined)
      : err({ kind: 'issuer_answer_invalid', message: `card is not ${state}` });
  }

  return {
    async balance(currency) {
      const accounts = await issuingAccounts(call, currency);
      if (!accounts.ok) return accounts;
      return ok(
        money(
          accounts.value.reduce((total, row) => total + row.available_amount, 0),
          currency,
        ),
      );
    },
    async deposit({ amount, reference }) {
      const minor = exactMinor(amount);
      if (minor === undefined) return refuse('a deposit must be more than nothing');
      if (new URL(parameters.baseUrl).hostname === LIVE_HOST) return err({ kind: 'issuer_live' });
      const accounts = await issuingAccounts(call, amount.currency);
      if (!accounts.ok) return accounts;
      const account = accounts.value[0];
      if (!account) return refuse(`the program holds no ${amount.currency}`);
      const body = {
        token: toUuid(reference),
        amount: minor,
        financial_account_token: account.financial_account_token,
        receipt_type: 'RECEIPT_CREDIT',
      };
      const path = '/simulate/payments/receipt';
      const receipt = await call({ method: 'POST', path, schema: z.object({}), body });
      if (receipt.ok) return ok(undefined);
      // The key was just good for the accounts: what is not there is the simulation, which live programs do not have.
      const isLive = receipt.error.kind === 'issuer_rejected' && receipt.error.status === 404;
      return isLive ? err({ kind: 'issuer_live' }) : receipt;
    },
    async mint({ idempotencyKey, limit, memo }) {
      const minor = exactMinor(limit);
      // Zero means "no limit" to Lithic; such a card must never exist.
      if (minor === undefined) return refuse('a card needs a limit above zero');
      const body = {
        type: 'SINGLE_USE',
        state: 'PAUSED',
        spend_limit: minor,
        spend_limit_duration: 'FOREVER',
        memo,
      };
      const card = await call({
        method: 'POST',
        path: '/cards',
        schema: LithicMintedCard,
        body,
        idempotencyKey,
      });
      if (!card.ok) return card;
      const { token, last_four, spend_limit, cardholder_currency = limit.currency } = card.value;
      if (spend_limit !== minor || cardholder_currency !== limit.currency) {
        return err({ kind: 'issuer_answer_invalid', message: 'the card has another limit than asked for' });
      }
      return ok({ issuerToken: token, last4: last_four });
    },
    async reveal(issuerToken) {
      const card = await call({ method: 'GET', path: pathOf(issuerToken), schema: LithicCardDetails });
      if (!card.ok) return card;
      const { pan, cvv, exp_month, exp_year } = card.value;
      const details: CardDetails = {
        number: pan,
        cvc: cvv,
        expiryMonth: Number(exp_month),
        expiryYear: Number(exp_year),
      };
      return ok(new Secret(details));
    },
    arm: (token) => setState(token, 'OPEN'),
    freeze: (token) => setState(token, 'PAUSED'),
    async close(token) {
      const closed = await setState(token, 'CLOSED');
      if (closed.ok || closed.error.kind !== 'issuer_rejected') return closed;
      // Lithic closes a single-use card itself when it is used, and then refuses to change it.
      const card = await call({ method: 'GET', path: pathOf(token), schema: LithicCard });
      return card.ok && card.value.state === 'CLOSED' ? ok(undefined) : closed;
    },
    async transactionsOf(issuerToken) {
      const rows = await allTransactions(call, issuerToken);
      return rows.ok ? ok(rows.value.map(toTransaction).reverse()) : rows;
    },
    async recourseOf(id) {
      const row = await call({ method: 'GET', path: rowPathOf(id), schema: LithicTransaction });
      if (!row.ok) return row;
      const path = `/disputes?${new URLSearchParams({ transaction_tokens: id })}`;
      const disputes = await call({ method: 'GET', path, schema: LithicDisputes });
      if (!disputes.ok) return disputes;
      const { status, captured } = toTransaction(row.value);
      // A program that does not know the filter tells of other payments too.
      const own = disputes.value.data.find(({ transaction_token: token }) => token === id);
      return ok({
        isReversible: status === 'pending' && captured.minor === 0n,
        dispute: own?.status ?? 'none',
      });
    },
    async reverse(id) {
      const path = `${rowPathOf(id)}/expire_authorization`;
      const given = await call({ method: 'POST', path, schema: z.unknown() });
      return given.ok ? ok(undefined) : given;
    },
  };
}

const rowPathOf = (token: string) => `/transactions/${encodeURIComponent(token)}`;
const pathOf = (token: string) => `/cards/${encodeURIComponent(token)}`;
const refuse = (message: string) => err({ kind: 'issuer_rejected' as const, status: 0, message });

/** Reads the accounts that cards draw on; reserves and collateral cannot be spent. */
async function issuingAccounts(
  call: LithicCall,
  currency: string,
): Promise<Result<z.output<typeof LithicBalances>['data'], IssuerRefusal>> {
  const balances = await call({ method: 'GET', path: '/balances', schema: LithicBalances });
  if (!balances.ok) return balances;
  return ok(
    balances.value.data.filter(
      (row) => row.financial_account_type === 'ISSUING' && row.currency === currency,
    ),
  );
}

/** Reads every page, newest first: an approval may lie behind a hundred declined attempts. */
async function allTransactions(
  call: LithicCall,
  cardToken: string,
): Promise<Result<LithicTransaction[], IssuerRefusal>> {
  const rows: LithicTransaction[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = new URLSearchParams({ card_token: cardToken, page_size: String(PAGE_SIZE) });
    const last = rows.at(-1);
    if (last) query.set('starting_after', last.token);
    const answer = await call({ method: 'GET', path: `/transactions?${query}`, schema: LithicTransactions });
    if (!answer.ok) return answer;
    rows.push(...answer.value.data);
    if (!answer.value.has_more || answer.value.data.length === 0) return ok(rows);
  }
  return err({ kind: 'issuer_answer_invalid', message: 'a single-use card has too many transactions' });
}

/** A UUID (version 8, RFC 9562) that stands for a reference: the same reference is credited once. */
function toUuid(reference: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(reference)));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
