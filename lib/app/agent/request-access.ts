import { ACCESS_REQUEST_TTL_MS } from '../../domain/agent/agent.ts';
import type { AgentId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Kit } from '../kit.ts';
import { refuse, type AgentRefusal } from './agent-refusal.ts';

/** How many requests may wait for the operator at once: a flood must not exhaust attention (THREATS I7). */
const MAX_WAITING = 3;

/** Records an agent's request for access with a short code, which the operator compares. */
export async function requestAccess(
  kit: Kit,
  request: { name: string; key: string },
): Promise<Result<AgentId, AgentRefusal>> {
  const id = kit.clock.nextId('agt') as AgentId;
  // Six characters of a fresh id: not secret, only hard to hit by chance.
  const code = `${id.slice(4, 7)}-${id.slice(7, 10)}`;
  const recorded = await kit.book.commit<AgentRefusal>((state, now) => {
    const waiting = state.agents
      .values()
      .filter((agent) => agent.status === 'requested' && now < agent.expiresAt);
    if (waiting.length >= MAX_WAITING) {
      return refuse(
        'too_many_requests',
        'Other access requests wait for the operator.',
        'Try again in two minutes.',
      );
    }
    return ok([
      {
        type: 'access-requested',
        agentId: id,
        name: request.name,
        code,
        expiresAt: now + ACCESS_REQUEST_TTL_MS,
      },
    ]);
  });
  if (!recorded.ok) return recorded;
  await kit.documents.saveAgentKey({ agentId: id, key: request.key, since: kit.clock.now() });
  return ok(id);
}
