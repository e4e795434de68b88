import { decideMandate, termsToSign } from '../../domain/mandate/mandate.ts';
import type { MandateRefusal } from '../../domain/mandate/state.ts';
import type { AgentId, MandateId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { BookState } from '../book-state.ts';
import { draftTerms, type MandateRequest } from '../draft-terms.ts';
import type { Kit } from '../kit.ts';
import { refuse, unknownId, type AgentRefusal } from './agent-refusal.ts';
import { answerOf, digestOfRequest } from './idempotency.ts';

/** Requests of one agent that may wait for a signature at once: a flood must not exhaust attention (THREATS I7). */
const MAX_WAITING = 5;
/** After so many rejections within the time, an agent must leave the operator alone until it is over. */
const MAX_REJECTIONS = 3;
const REJECTIONS_WITHIN_MS = 10 * 60_000;

/** Terms for a new mandate, or with `supersedes` for the next version of one. */
export type TermsRequest = MandateRequest & { readonly supersedes?: string | undefined };

/** Drafts a mandate for the operator to sign. The agent proposes terms; only a signature gives them force. */
export async function requestMandate(
  kit: Kit,
  agentId: AgentId,
  { supersedes, ...request }: TermsRequest,
  key: string,
): Promise<Result<MandateId, AgentRefusal>> {
  const digest = digestOfRequest('payment_request', { ...request, ...(supersedes && { supersedes }) });
  const freshId = kit.clock.nextId('mand') as MandateId;
  const mandateId = (supersedes ?? freshId) as MandateId;
  const recorded = await kit.book.commit<AgentRefusal | { repeated: string }>((state, now) => {
    const before = answerOf(state, agentId, key, digest);
    if (before) return err(before);
    const patience = refuseFlood(state, agentId, now);
    if (patience) return err(patience);
    const old = state.mandates.get(mandateId);
    if (supersedes !== undefined && old?.terms.agentId !== agentId) return unknownId('mandate');
    const version = old ? (old.revision?.terms ?? old.terms).version + 1 : 1;
    const drafted = draftTerms(request, { mandateId, agentId, version, now, scope: kit.scope });
    if (!drafted.ok) return drafted;
    const terms = drafted.value;
    if (!old) return ok([{ type: 'mandate-requested', mandateId, terms, request: { key, digest } }]);
    const revised = decideMandate(old, { type: 'revise', terms, request: { key, digest } }, { now });
    return revised.ok ? revised : err(describeRevision(revised.error));
  });
  if (recorded.ok) return ok(mandateId);
  return 'repeated' in recorded.error ? ok(recorded.error.repeated as MandateId) : err(recorded.error);
}

/** Puts into words why a mandate cannot get a new version. */
export function describeRevision(refusal: MandateRefusal): AgentRefusal {
  return {
    code: refusal.kind,
    message: 'Only an active or paused mandate gets a new version, in its own currency.',
    fix: 'Request a new mandate.',
  };
}

function refuseFlood(state: BookState, agentId: AgentId, now: number): AgentRefusal | undefined {
  const own = state.mandates.values().filter(({ terms }) => terms.agentId === agentId);
  const waiting = own.filter((mandate) => termsToSign(mandate, now)).length;
  if (waiting >= MAX_WAITING) {
    return refuse(
      'too_many_requests',
      `${waiting} of your mandates wait for the operator.`,
      'Wait until they are signed or rejected.',
    ).error;
  }
  const rejections = own.flatMap(({ rejectedAt }) => rejectedAt);
  const recent = rejections.filter((at) => at > now - REJECTIONS_WITHIN_MS).length;
  return recent < MAX_REJECTIONS
    ? undefined
    : refuse(
        'too_many_rejections',
        `The operator rejected ${recent} of your requests in the last minutes.`,
        'Ask the operator what is wanted before requesting again.',
      ).error;
}
