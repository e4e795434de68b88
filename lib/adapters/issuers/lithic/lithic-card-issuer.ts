import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { money, type Money } from '../../../kernel/money.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { openSecret, Secret } from '../../../kernel/secret.ts';
import type {
  CardDetails,
  CardIssuer,
  IssuerRefusal,
  IssuerTransaction,
} from '../../../ports/card-issuer.ts';
import { LithicBalances, LithicCard, LithicCardDetails, LithicTransactions } from './lithic-answers.ts';

const TIMEOUT_MS = 15_000;

export interface LithicCardIssuerParameters {
  readonly baseUrl: string;
  readonly apiKey: () => Promise<Result<Secret<string>, IssuerRefusal>>;
}

const STATUS: Readonly<Record<string, IssuerTransaction['status']>> = {
  PENDING: 'pending',
  SETTLED: 'settled',
  VOIDED: 'voided',
  DECLINED: 'declined',
  EXPIRED: 'expired',
  RETURNED: 'settled',
  BOUNCED: 'voided',
};

/**
 * Issues cards by Lithic's REST API (docs.lithic.com). Cards are `SINGLE_USE`, minted `PAUSED`, and locked by
 * `spend_limit` for `FOREVER`: with `TRANSACTION` several charges would pass, each under the limit.
 */
export function createLithicCardIssuer({ baseUrl, apiKey }: LithicCardIssuerParameters): CardIssuer {
  async function call<S extends z.ZodType>(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    schema: S,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Result<z.output<S>, IssuerRefusal>> {
    const key = await apiKey();
    if (!key.ok) return key;
    let response: Response;
    let answer: unknown;
    try {
      response = await fetch(`${baseUrl.replace(/\/$/, '')}/v1${path}`, {
        method,
        // Without it card answers land in the HTTP cache on disk.
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          Authorization: openSecret(key.value),
          Accept: 'application/json',
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(idempotencyKey && { 'Idempotency-Key': idempotencyKey }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      answer = await response.json();
    } catch (cause) {
      return err({ kind: 'issuer_unreachable', cause });
    }
    if (!response.ok) {
      const { message } = z.object({ message: z.string() }).catch({ message: '' }).parse(answer);
      const isTransient = response.status >= 500 || response.status === 429;
      return err(
        isTransient
          ? { kind: 'issuer_unreachable' }
          : { kind: 'issuer_rejected', status: response.status, message },
      );
    }
    const parsed = schema.safeParse(answer);
    return parsed.success
      ? ok(parsed.data)
      : err({ kind: 'issuer_answer_invalid', message: `${method} ${path.split('?')[0]}` });
  }

  async function setState(
    token: string,
    state: 'OPEN' | 'PAUSED' | 'CLOSED',
  ): Promise<Result<void, IssuerRefusal>> {
    const patched = await call('PATCH', `/cards/${encodeURIComponent(token)}`, LithicCard, { state });
    if (!patched.ok) return patched;
    return patched.value.state === state
      ? ok(undefined)
      : err({ kind: 'issuer_answer_invalid', message: `card is not ${state}` });
  }

  return {
    async balance(currency) {
      const balances = await call('GET', '/balances', LithicBalances);
      if (!balances.ok) return balances;
      const sum = balances.value.data
        .filter((row) => row.currency === currency)
        .reduce((total, row) => total + row.available_amount, 0);
      return ok(money(sum, currency));
    },
    async deposit({ amount, reference }) {
      const balances = await call('GET', '/balances', LithicBalances);
      if (!balances.ok) return balances;
      const account = balances.value.data.find((row) => row.currency === amount.currency);
      if (!account)
        return err({
          kind: 'issuer_rejected',
          status: 0,
          message: `the program holds no ${amount.currency}`,
        });
      const body = {
        token: toUuid(reference),
        amount: Number(amount.minor),
        financial_account_token: account.financial_account_token,
        receipt_type: 'RECEIPT_CREDIT',
      };
      const receipt = await call('POST', '/simulate/payments/receipt', z.object({}), body);
      return receipt.ok ? ok(undefined) : receipt;
    },
    async mint({ idempotencyKey, limit, memo }) {
      // Zero means "no limit" to Lithic; such a card must never exist.
      if (limit.minor <= 0n)
        return err({ kind: 'issuer_rejected', status: 0, message: 'a card needs a limit above zero' });
      const body = {
        type: 'SINGLE_USE',
        state: 'PAUSED',
        spend_limit: Number(limit.minor),
        spend_limit_duration: 'FOREVER',
        memo,
      };
      const card = await call('POST', '/cards', LithicCard, body, idempotencyKey);
      if (!card.ok) return card;
      if (card.value.spend_limit !== Number(limit.minor)) {
        return err({ kind: 'issuer_answer_invalid', message: 'the card has another limit than asked for' });
      }
      return ok({ issuerToken: card.value.token, last4: card.value.last_four });
    },
    async reveal(issuerToken) {
      const card = await call('GET', `/cards/${encodeURIComponent(issuerToken)}`, LithicCardDetails);
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
      const card = await call('GET', `/cards/${encodeURIComponent(token)}`, LithicCard);
      if (!card.ok) return card;
      return card.value.state === 'CLOSED' ? ok(undefined) : setState(token, 'CLOSED');
    },
    async transactionsOf(issuerToken) {
      const query = new URLSearchParams({ card_token: issuerToken });
      const rows = await call('GET', `/transactions?${query}`, LithicTransactions);
      return rows.ok ? ok(rows.value.data.map(toTransaction)) : rows;
    },
  };
}

/** A UUID (version 8, RFC 9562) that stands for a reference: the same reference is credited once. */
function toUuid(reference: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(reference)));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function toTransaction(row: z.output<typeof LithicTransactions>['data'][number]): IssuerTransaction {
  const of = (minor: number): Money => money(Math.abs(minor), row.merchant_currency);
  const status = STATUS[row.status] ?? 'declined';
  return {
    id: row.token,
    status,
    authorized: of(row.authorization_amount ?? row.settled_amount),
    captured: of(row.settled_amount),
    merchantDescriptor: row.merchant.descriptor,
    declineReason: status === 'declined' ? (row.events[0]?.detailed_results[0] ?? row.result) : '',
  };
}
