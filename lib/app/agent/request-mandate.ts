import { z } from 'zod';
import { MandateTerms } from '../../domain/mandate/terms.ts';
import { isPayableAddress, registrableDomainOf } from '../../domain/checkout/scope.ts';
import { fromDecimal, money, type Money } from '../../kernel/money.ts';
import type { AgentId, MandateId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Kit } from '../kit.ts';
import { refuse, type AgentRefusal } from './agent-refusal.ts';
import { answerOf, digestOfRequest } from './idempotency.ts';

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export interface MandateRequest {
  readonly amount: string;
  readonly currency: string;
  readonly purpose: string;
  readonly merchants: readonly string[];
  readonly per_payment?: string | undefined;
  readonly ask_above?: string | undefined;
  readonly max_payments?: number | undefined;
  readonly tolerance?: string | undefined;
  readonly expires: string;
  readonly workflow: string;
}

/** Drafts a mandate for the operator to sign. The agent proposes terms; only a signature gives them force. */
export async function requestMandate(
  kit: Kit,
  agentId: AgentId,
  request: MandateRequest,
  key: string,
): Promise<Result<MandateId, AgentRefusal>> {
  const digest = digestOfRequest('payment_request', request);
  const mandateId = kit.clock.nextId('mand') as MandateId;
  const terms = termsOf(kit, agentId, mandateId, request);
  if (!terms.ok) return terms;
  const recorded = await kit.book.commit<AgentRefusal | { repeated: string }>((state) => {
    const before = answerOf(state, agentId, key, digest);
    if (before) return { ok: false, error: before };
    return ok([{ type: 'mandate-requested', mandateId, terms: terms.value, request: { key, digest } }]);
  });
  if (recorded.ok) return ok(mandateId);
  return 'repeated' in recorded.error
    ? ok(recorded.error.repeated as MandateId)
    : { ok: false, error: recorded.error };
}

function termsOf(
  kit: Kit,
  agentId: AgentId,
  mandateId: MandateId,
  request: MandateRequest,
): Result<MandateTerms, AgentRefusal> {
  const amounts = [request.amount, request.per_payment, request.ask_above, request.tolerance].map((text) =>
    text === undefined ? null : fromDecimal(text, request.currency),
  );
  if (amounts.includes(undefined)) {
    return refuse(
      'invalid_amount',
      `An amount has more decimals than ${request.currency} has.`,
      'Write amounts such as 50.00.',
    );
  }
  const [budget, perPayment, askAbove, tolerance] = amounts as [
    Money,
    Money | null,
    Money | null,
    Money | null,
  ];
  const merchants = request.merchants.map((merchant) => merchantDomain(kit, merchant));
  const wrong = request.merchants[merchants.indexOf(undefined)];
  if (wrong !== undefined) {
    return refuse(
      'invalid_merchant',
      `${wrong} is not a shop's domain.`,
      'Give registrable domains such as shop.example.',
    );
  }
  const now = kit.clock.now();
  const terms = MandateTerms.safeParse({
    mandateId,
    version: 1,
    agentId,
    purpose: request.purpose,
    workflow: request.workflow,
    budget: wire(budget),
    perPayment: perPayment && wire(perPayment),
    askAbove: askAbove && wire(askAbove),
    maxPayments: request.max_payments ?? null,
    merchants: [...new Set(merchants)],
    tolerance: wire(tolerance ?? money(0, request.currency)),
    notBefore: now,
    expiresAt: now + Number(request.expires.slice(0, -1)) * UNIT_MS[request.expires.slice(-1)]!,
  });
  return terms.success
    ? ok(terms.data)
    : refuse('invalid_terms', z.prettifyError(terms.error).slice(0, 300), 'Correct the terms.');
}

const wire = (amount: Money) => ({ minor: amount.minor.toString(), currency: amount.currency });

/** Gives the registrable domain of what an agent calls a merchant: a domain or an address. */
function merchantDomain(kit: Kit, merchant: string): string | undefined {
  const host = merchant
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/:\d+$/, '');
  const https = `https://${host}/`;
  const isKnown = isPayableAddress(https, kit.scope) || isPayableAddress(`http://${host}/`, kit.scope);
  return isKnown ? registrableDomainOf(https) : undefined;
}
