import { remainingOf } from '../../domain/mandate/limits.ts';
import { mandateStatusAt, termsToSign } from '../../domain/mandate/mandate.ts';
import type { Mandate } from '../../domain/mandate/state.ts';
import type { MandateTerms } from '../../domain/mandate/terms.ts';
import type { Money } from '../../kernel/money.ts';
import type { Kit } from '../kit.ts';

const term = (key: string, value: string, amount: Money | null = null) => ({ key, value, amount });
const limit = (key: string, amount: Money | null) => (amount ? [term(key, '', amount)] : []);

/** One line for each limit that the terms set; what they do not limit has no line. */
function termLines(terms: MandateTerms) {
  return [
    term('budget', '', terms.budget),
    ...limit('perPayment', terms.perPayment),
    ...limit('perDay', terms.perDay),
    ...limit('perWeek', terms.perWeek),
    ...limit('perMonth', terms.perMonth),
    ...limit('askAbove', terms.askAbove),
    ...(terms.alwaysAsk ? [term('alwaysAsk', 'true')] : []),
    ...(terms.quiet ? [term('quiet', 'true')] : []),
    ...(terms.maxPayments === null ? [] : [term('maxPayments', String(terms.maxPayments))]),
    ...(terms.minimumIntervalMs === null ? [] : [term('minimumIntervalMs', String(terms.minimumIntervalMs))]),
    ...terms.hours.map((hours) =>
      term('hours', `${hours.weekdays.join(',')} ${hours.fromMinute} ${hours.untilMinute} ${terms.timeZone}`),
    ),
    term('merchants', terms.merchants.join(', ')),
    ...terms.hosts.map((host) => term('hosts', host)),
    ...terms.categories.map(({ code, limit: most }) => term('categories', code, most)),
    ...terms.products.map(({ words, perLine, maxQuantity }) =>
      term('products', maxQuantity === null ? words : `${words} × ${maxQuantity}`, perLine),
    ),
    term('recurring', String(terms.recurring)),
    ...(terms.tolerance.minor > 0n ? [term('tolerance', '', terms.tolerance)] : []),
    term('expiresAt', new Date(terms.expiresAt).toISOString()),
    term('workflow', terms.workflow),
    term('mandateId', `${terms.mandateId} v${terms.version}`),
  ];
}

/** Terms as a screen shows them, beside the struct and the digest that a signature of them is over. */
function viewTerms(kit: Kit, terms: MandateTerms) {
  return {
    version: terms.version,
    purpose: terms.purpose,
    workflow: terms.workflow,
    budget: terms.budget,
    merchants: [...terms.merchants, ...terms.hosts],
    expiresAt: terms.expiresAt,
    digest: kit.signer.digestOf(terms),
    terms: termLines(terms),
    struct: kit.signer.structOf(terms).map(({ name, value }) => ({ name, value })),
  };
}

/** A mandate as the operator sees it: the terms in force, what is left, and new terms that wait for a signature. */
export function viewMandate(kit: Kit, mandate: Mandate, nameOf: (id: string) => string, now: number) {
  const { terms } = mandate;
  const toSign = termsToSign(mandate, now);
  return {
    id: terms.mandateId,
    status: mandateStatusAt(mandate, now),
    agentId: terms.agentId,
    agentName: nameOf(terms.agentId),
    remaining: remainingOf(mandate),
    reserved: mandate.reserved,
    spent: mandate.spent,
    allowedMerchants: [...mandate.allowedMerchants],
    ...viewTerms(kit, terms),
    revision: toSign && toSign !== terms ? viewTerms(kit, toSign) : null,
  };
}
