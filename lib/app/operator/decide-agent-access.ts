import { decideAgent, type AgentCommand, type AgentRefusal } from '../../domain/agent/agent.ts';
import type { AgentId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { endCheckout } from '../checkout/end-checkout.ts';
import type { Kit } from '../kit.ts';

/** Answers an access request or takes access away; a revoked agent's runs before Pay end at once. */
export async function decideAgentAccess(
  kit: Kit,
  agentId: AgentId,
  command: AgentCommand,
): Promise<Result<void, AgentRefusal>> {
  const decided = await kit.book.commit((state, now) => decideAgent(state.agents[agentId], command, { now }));
  if (!decided.ok) return decided;
  if (command.type === 'approve') return ok(undefined);
  await kit.documents.forgetAgentKey(agentId);
  if (command.type === 'revoke') {
    for (const run of Object.values(kit.book.state().checkouts).filter(
      (checkout) => checkout.agentId === agentId,
    )) {
      await endCheckout(kit, run.id, {
        type: 'checkout-cancelled',
        by: 'operator',
        code: 'agent_revoked',
        message: "The agent's access was revoked.",
      });
    }
  }
  return ok(undefined);
}
