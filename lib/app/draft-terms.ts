import { z } from 'zod';
import { MandateTerms } from '../domain/mandate/terms.ts';
import { isPayableAddress, registrableDomainOf, type Scope } from '../domain/checkout/scope.ts';
import { fromDecimal, money, toMoneyJSON } from '../kernel/money.ts';
import type { AgentId, MandateId } from '../kernel/ids.ts';
import { ok, type Result } from '../kernel/result.ts';
import { refuse, type AgentRefusal } from './agent/agent-refusal.ts';

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Weekdays as agents write them; ISO 8601 counts them from 1. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Terms as somebody writes them: decimal amounts, hours of the clock, times such as `30d`. */
export interface MandateRequest {
  readonly amount: string;
  readonly currency: string;
  readonly purpose: string;
  readonly merchants: readonly string[];
  readonly hosts?: readonly string[] | undefined;
  readonly per_payment?: string | undefined;
  readonly per_day?: string | undefined;
  readonly per_week?: string | undefined;
  readonly per_month?: string | undefined;
  readonly ask_above?: string | undefined;
  readonly always_ask?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly max_payments?: number | undefined;
  readonly min_interval?: string | undefined;
  readonly time_zone?: string | undefined;
  readonly hours?: readonly { weekdays: readonly string[]; from: string; until: string }[] | undefined;
  readonly categories?: readonly { code: string; limit?: string | undefined }[] | undefined;
  readonly products?:
    | readonly { words: string; per_line?: string | undefined; max_quantity?: number | undefined }[]
    | undefined;
  readonly recurring?: boolean | undefined;
  readonly tolerance?: string | undefined;
  readonly expires: string;
  readonly workflow: string;
}

/** Reads a time such as `30d`, `12h` or `45m`, in milliseconds. */
export const durationMs = (text: string): number => Number(text.slice(0, -1)) * UNIT_MS[text.slice(-1)]!;

const minuteOf = (clock: string): number => {
  const [hours = '', minutes = ''] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
};

/** Makes terms of a request, for somebody to sign. Refuses what is not terms: amounts, shops, hours, categories. */
export function draftTerms(
  request: MandateRequest,
  of: { mandateId: MandateId; agentId: AgentId; version: number; now: number; scope: Scope },
): Result<MandateTerms, AgentRefusal> {
  const unread: string[] = [];
  const amount = (text: string | undefined) => {
    if (text === undefined) return null;
    const read = fromDecimal(text, request.currency);
    if (!read) unread.push(text);
    return read ? toMoneyJSON(read) : null;
  };
  const merchants = request.merchants.map((merchant) => merchantDomain(of.scope, merchant));
  const hosts = (request.hosts ?? []).map((host) => merchantHost(of.scope, host));
  const wrong =
    request.merchants[merchants.indexOf(undefined)] ?? (request.hosts ?? [])[hosts.indexOf(undefined)];
  if (wrong !== undefined) {
    return refuse(
      'invalid_merchant',
      `${wrong} is not a shop's domain.`,
      'Give registrable domains such as shop.example.',
    );
  }
  const draft = {
    mandateId: of.mandateId,
    version: of.version,
    agentId: of.agentId,
    purpose: request.purpose,
    workflow: request.workflow,
    budget: amount(request.amount),
    perPayment: amount(request.per_payment),
    perDay: amount(request.per_day),
    perWeek: amount(request.per_week),
    perMonth: amount(request.per_month),
    askAbove: amount(request.ask_above),
    alwaysAsk: request.always_ask ?? false,
    quiet: request.quiet ?? false,
    maxPayments: request.max_payments ?? null,
    minimumIntervalMs: request.min_interval === undefined ? null : durationMs(request.min_interval),
    timeZone: request.time_zone ?? '',
    hours: (request.hours ?? []).map(({ weekdays, from, until }) => ({
      weekdays: [...new Set(weekdays.map((day) => WEEKDAYS.indexOf(day) + 1))].sort(),
      fromMinute: minuteOf(from),
      untilMinute: minuteOf(until),
    })),
    merchants: [...new Set(merchants)],
    hosts: [...new Set(hosts)],
    categories: (request.categories ?? []).map(({ code, limit }) => ({ code, limit: amount(limit) })),
    products: (request.products ?? []).map((one) => ({
      words: one.words,
      perLine: amount(one.per_line),
      maxQuantity: one.max_quantity ?? null,
    })),
    recurring: request.recurring ?? false,
    tolerance: amount(request.tolerance) ?? toMoneyJSON(money(0n, request.currency)),
    notBefore: of.now,
    expiresAt: of.now + durationMs(request.expires),
  };
  if (unread.length > 0) {
    return refuse(
      'invalid_amount',
      `An amount has more decimals than ${request.currency} has.`,
      'Write amounts such as 50.00.',
    );
  }
  const terms = MandateTerms.safeParse(draft);
  return terms.success
    ? ok(terms.data)
    : refuse('invalid_terms', z.prettifyError(terms.error).slice(0, 300), 'Correct the terms.');
}

/** Reads what somebody calls a shop, a domain or an address, as an address that could be paid on. */
function shopAddress(scope: Scope, merchant: string): string | undefined {
  const host = merchant
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/:\d+$/, '');
  const https = `https://${host}/`;
  const isKnown = isPayableAddress(https, scope) || isPayableAddress(`http://${host}/`, scope);
  return isKnown ? https : undefined;
}

/** Gives the registrable domain of what somebody calls a merchant. */
export function merchantDomain(scope: Scope, merchant: string): string | undefined {
  const address = shopAddress(scope, merchant);
  return address && registrableDomainOf(address);
}

function merchantHost(scope: Scope, merchant: string): string | undefined {
  const address = shopAddress(scope, merchant);
  return address && new URL(address).hostname;
}
