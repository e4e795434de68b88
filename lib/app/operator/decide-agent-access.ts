import { decideAgent, type AgentCommand, type AgentRefusal } from '../../domain/agent/agent.ts';
import type { AgentId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { endCheckout } from '../checkout/end-checkout.ts';
import type { Kit } from '../kit.ts';

/** Why runs end that an agent may no longer carry on. */
const ENDED_CODES = { pause: 'agent_paused', revoke: 'agent_revoked' } as const;

/** Answers an access request, pauses or takes access away; a paused or revoked agent's runs before Pay end at once. */
export async function decideAgentAccess(
  kit: Kit,
  agentId: AgentId,
  command: AgentCommand,
): Promise<Result<void, AgentRefusal>> {
  const decided = await kit.book.commit((state, now) =>
    decideAgent(state.agents.get(agentId), command, { now }),
  );
  if (!decided.ok) return decided;
  const { type } = command;
  if (type === 'deny' || type === 'revoke') await kit.documents.forgetAgentKey(agentId);
  if (type === 'pause' || type === 'revoke') {
    const runs = kit.book
      .state()
      .checkouts.live()
      .filter((run) => run.agentId === agentId);
    for (const run of runs) {
      await endCheckout(kit, run.id, {
        type: 'checkout-cancelled',
        by: 'operator',
        code: ENDED_CODES[type],
        message: `The agent's access was ${type}d.`,
      });
    }
  }
  return ok(undefined);
}
