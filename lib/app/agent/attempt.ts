import { decideAttempt } from '../../domain/agent/agent.ts';
import type { Attempt } from '../../domain/agent/attempts.ts';
import type { AgentId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Kit } from '../kit.ts';
import { refuse, type AgentRefusal } from './agent-refusal.ts';
import { digestOfRequest } from './idempotency.ts';

/** Operations that ask for authority or money. The others only look, wait, or put an end to something. */
const ASKING: ReadonlySet<string> = new Set([
  'payment_request',
  'card_create',
  'checkout_preview',
  'checkout_execute',
  'payment_execute',
  'choice_request',
]);

/** Refusals that say "not now": nothing was decided about what was asked for. */
const NOT_NOW: ReadonlySet<string> = new Set([
  'wallet_locked',
  'tab_in_use',
  'too_many_checkouts',
  'too_many_requests',
  'too_many_rejections',
]);

export const isAsking = (operation: string): boolean => ASKING.has(operation);

/** Lets an agent ask for something, or stops it when it was refused the very same thing too often. */
export async function admitAttempt(
  kit: Kit,
  agentId: AgentId,
  operation: string,
  input: unknown,
): Promise<Result<Attempt, AgentRefusal>> {
  const attempt = { operation, digest: digestOfRequest(operation, input), askedAt: kit.clock.now() };
  const decided = await kit.book.commit((state, now) =>
    ok(decideAttempt(state.agents.get(agentId)!, attempt, { now })),
  );
  // Of calls that come together one stops the agent; it speaks for the others too.
  const status = kit.book.state().agents.get(agentId)?.status;
  return decided.ok && status !== 'stopped' ? ok(attempt) : agentStopped();
}

export const agentStopped = () =>
  refuse(
    'agent_stopped',
    'You asked for refused things again and again. You may ask for nothing new.',
    'Do not retry. Ask the operator to look at Countersign and let you go on.',
  );

/** Every refused attempt is in the log, with its reason. */
export async function recordRefusal(
  kit: Kit,
  agentId: AgentId,
  { operation, digest, askedAt }: Attempt,
  { code, message }: AgentRefusal,
): Promise<void> {
  if (NOT_NOW.has(code)) return;
  await kit.book.commit(() =>
    ok([
      {
        type: 'attempt-refused',
        agentId,
        operation,
        code,
        detail: message,
        attempt: { digest, askedAt },
      },
    ]),
  );
}
