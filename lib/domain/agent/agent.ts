import { z } from 'zod';
import { AgentId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { unreachable } from '../../kernel/invariant.ts';

/** How long an access request waits for the operator. Codes are single use (THREATS H3). */
export const ACCESS_REQUEST_TTL_MS = 2 * 60_000;

export const AgentEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('access-requested'),
    agentId: AgentId,
    name: z.string(),
    code: z.string(),
    expiresAt: z.number(),
  }),
  z.strictObject({ type: z.literal('access-approved'), agentId: AgentId }),
  z.strictObject({ type: z.literal('access-denied'), agentId: AgentId }),
  z.strictObject({ type: z.literal('access-paused'), agentId: AgentId }),
  z.strictObject({ type: z.literal('access-resumed'), agentId: AgentId }),
  z.strictObject({ type: z.literal('access-revoked'), agentId: AgentId }),
  z.strictObject({
    type: z.literal('attempt-refused'),
    agentId: AgentId,
    operation: z.string(),
    code: z.string(),
    detail: z.string(),
  }),
]);
export type AgentEvent = z.infer<typeof AgentEvent>;

export interface Agent {
  readonly id: AgentId;
  readonly name: string;
  readonly code: string;
  readonly status: 'requested' | 'approved' | 'paused' | 'denied' | 'revoked';
  readonly requestedAt: number;
  readonly expiresAt: number;
}

export type AgentCommand = { type: 'approve' | 'deny' | 'pause' | 'resume' | 'revoke' };
export type AgentRefusal =
  | { kind: 'unknown_agent' }
  | { kind: 'request_expired' }
  | { kind: 'illegal_transition'; from: string };

/** Decides an operator's answer to an agent. Refuses a lapsed request and any step that its state does not allow. */
export function decideAgent(
  agent: Agent | undefined,
  command: AgentCommand,
  facts: { now: number },
): Result<AgentEvent[], AgentRefusal> {
  if (!agent) return err({ kind: 'unknown_agent' });
  const agentId = agent.id;
  switch (command.type) {
    case 'approve':
      if (agent.status !== 'requested') return err({ kind: 'illegal_transition', from: agent.status });
      if (facts.now >= agent.expiresAt) return err({ kind: 'request_expired' });
      return ok([{ type: 'access-approved', agentId }]);
    case 'deny':
      if (agent.status !== 'requested') return err({ kind: 'illegal_transition', from: agent.status });
      return ok([{ type: 'access-denied', agentId }]);
    case 'pause':
      if (agent.status !== 'approved') return err({ kind: 'illegal_transition', from: agent.status });
      return ok([{ type: 'access-paused', agentId }]);
    case 'resume':
      if (agent.status !== 'paused') return err({ kind: 'illegal_transition', from: agent.status });
      return ok([{ type: 'access-resumed', agentId }]);
    case 'revoke':
      if (agent.status !== 'approved' && agent.status !== 'paused')
        return err({ kind: 'illegal_transition', from: agent.status });
      return ok([{ type: 'access-revoked', agentId }]);
    default:
      return unreachable(command.type);
  }
}

/** Folds one event into an agent. */
export function evolveAgent(agent: Agent | undefined, event: AgentEvent, at: number): Agent | undefined {
  switch (event.type) {
    case 'access-requested':
      return {
        id: event.agentId,
        name: event.name,
        code: event.code,
        status: 'requested',
        requestedAt: at,
        expiresAt: event.expiresAt,
      };
    case 'access-paused':
      return agent && { ...agent, status: 'paused' };
    case 'access-approved':
    case 'access-resumed':
      return agent && { ...agent, status: 'approved' };
    case 'access-denied':
      return agent && { ...agent, status: 'denied' };
    case 'access-revoked':
      return agent && { ...agent, status: 'revoked' };
    case 'attempt-refused':
      return agent;
    default:
      return unreachable(event);
  }
}
