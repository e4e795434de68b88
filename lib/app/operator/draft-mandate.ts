import type { AgentId, MandateId } from '../../kernel/ids.ts';
import { err, type Result } from '../../kernel/result.ts';
import { requestMandate } from '../agent/request-mandate.ts';
import type { Kit } from '../kit.ts';

export interface MandateDraft {
  readonly agentId: AgentId;
  readonly purpose: string;
  readonly workflow: string;
  readonly currency: string;
  /** Decimal text; an empty limit is none. */
  readonly amount: string;
  readonly perPayment: string;
  readonly askAbove: string;
  readonly maxPayments: string;
  readonly merchants: readonly string[];
  readonly days: number;
}

/**
 * Drafts a mandate for an agent in the operator's words, through the same door as an agent's own request: it waits for
 * the signature like any other. Refuses an agent without access, and terms that an agent could not ask for either.
 */
export async function draftMandate(
  kit: Kit,
  draft: MandateDraft,
): Promise<Result<MandateId, { kind: string }>> {
  if (kit.book.state().agents.get(draft.agentId)?.status !== 'approved')
    return err({ kind: 'unknown_agent' });
  const requested = await requestMandate(
    kit,
    draft.agentId,
    {
      amount: draft.amount,
      currency: draft.currency,
      purpose: draft.purpose,
      workflow: draft.workflow,
      merchants: draft.merchants,
      expires: `${draft.days}d`,
      ...(draft.perPayment !== '' && { per_payment: draft.perPayment }),
      ...(draft.askAbove !== '' && { ask_above: draft.askAbove }),
      ...(draft.maxPayments !== '' && { max_payments: Number(draft.maxPayments) }),
    },
    kit.clock.nextId('evt'),
  );
  return requested.ok ? requested : err({ kind: requested.error.code });
}
