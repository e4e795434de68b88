import { z } from 'zod';
import { AgentId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { unreachable } from '../../kernel/invariant.ts';
import {
  countRefusal,
  findRefusedTooOften,
  findRetryLoop,
  isOftenRefused,
  NO_REFUSALS,
  OFTEN_WITHIN_MS,
  type Attempt,
  type RefusedThing,
  type Refusals,
} from './attempts.ts';

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
    /** What was asked for, to tell whether it is asked for again. */
    attempt: z.strictObject({ digest: z.string(), askedAt: z.number() }).optional(),
  }),
  /** The agent asked for the same refused thing once too often. */
  z.strictObject({
    type: z.literal('access-stopped'),
    agentId: AgentId,
    operation: z.string(),
    code: z.string(),
    times: z.number().int(),
  }),
  /** The operator is told that the agent is refused again and again. */
  z.strictObject({ type: z.literal('refusals-told'), agentId: AgentId, count: z.number().int() }),
]);
export type AgentEvent = z.infer<typeof AgentEvent>;

export interface Agent {
  readonly id: AgentId;
  readonly name: string;
  readonly code: string;
  readonly status: 'requested' | 'approved' | 'paused' | 'stopped' | 'denied' | 'revoked';
  readonly requestedAt: number;
  readonly expiresAt: number;
  readonly refusals: Refusals;
  /** When it was last paused: what it had begun by then does not go on after it. */
  readonly pausedAt?: number;
  /** When the operator was last told that it is refused often. */
  readonly toldAt?: number;
  /** Why it was stopped. */
  readonly stoppedBy?: Pick<RefusedThing, 'operation' | 'code' | 'times'>;
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
      if (agent.status !== 'paused' && agent.status !== 'stopped')
        return err({ kind: 'illegal_transition', from: agent.status });
      return ok([{ type: 'access-resumed', agentId }]);
    case 'revoke':
      if (!['approved', 'paused', 'stopped'].includes(agent.status))
        return err({ kind: 'illegal_transition', from: agent.status });
      return ok([{ type: 'access-revoked', agentId }]);
    default:
      return unreachable(command.type);
  }
}

/**
 * Decides whether an agent may ask for something. It may not once it was refused the very same thing too often, or many
 * things in a short time, and then for nothing new until the operator lets it go on.
 */
export function decideAttempt(agent: Agent, attempt: Attempt, facts: { now: number }): AgentEvent[] {
  if (agent.status !== 'approved') return [];
  const { refusals } = agent;
  const thing = findRetryLoop(refusals, attempt, facts.now) ?? findRefusedTooOften(refusals, facts.now);
  if (!thing) return [];
  const { operation, code, times } = thing;
  return [{ type: 'access-stopped', agentId: agent.id, operation, code, times }];
}

/** Decides whether the operator is to be told that an agent is refused often; once in a while, not each time. */
export function decideToTell(agent: Agent, facts: { now: number }): AgentEvent[] {
  const wasTold = agent.toldAt !== undefined && Math.abs(facts.now - agent.toldAt) < OFTEN_WITHIN_MS;
  if (agent.status !== 'approved' || wasTold || !isOftenRefused(agent.refusals, facts.now)) return [];
  return [{ type: 'refusals-told', agentId: agent.id, count: agent.refusals.times.length }];
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
        refusals: NO_REFUSALS,
      };
    case 'access-stopped': {
      const { operation, code, times } = event;
      return agent && { ...agent, status: 'stopped', stoppedBy: { operation, code, times } };
    }
    case 'refusals-told':
      return agent && { ...agent, toldAt: at };
    case 'access-paused':
      return agent && { ...agent, status: 'paused', pausedAt: at };
    case 'access-approved':
      return agent && { ...agent, status: 'approved' };
    case 'access-resumed': {
      if (!agent) return undefined;
      // Whoever lets it go on has seen what it was refused.
      const { stoppedBy: _, ...rest } = agent;
      return { ...rest, status: 'approved', refusals: NO_REFUSALS };
    }
    case 'access-denied':
      return agent && { ...agent, status: 'denied' };
    case 'access-revoked':
      return agent && { ...agent, status: 'revoked' };
    case 'attempt-refused': {
      if (!agent || !event.attempt) return agent;
      const { operation, code, attempt } = event;
      return { ...agent, refusals: countRefusal(agent.refusals, { operation, ...attempt }, code, at) };
    }
    default:
      return unreachable(event);
  }
}
