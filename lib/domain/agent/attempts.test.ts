import { describe, expect, test } from 'vitest';
import type { AgentId } from '../../kernel/ids.ts';
import {
  decideAgent,
  decideAttempt,
  decideToTell,
  evolveAgent,
  type Agent,
  type AgentEvent,
} from './agent.ts';
import { EQUAL_ATTEMPTS, MOST_REFUSED, OFTEN_REFUSED } from './attempts.ts';

const agentId = 'agt_1' as AgentId;
const HOUR = 3_600_000;

const fold = (agent: Agent | undefined, events: readonly AgentEvent[], at: number) =>
  events.reduce((folded, event) => evolveAgent(folded, event, at), agent);

const approved = fold(
  undefined,
  [
    { type: 'access-requested', agentId, name: 'Desk agent', code: 'AAA-BBB', expiresAt: 1_000 },
    { type: 'access-approved', agentId },
  ],
  0,
)!;

const attemptAt = (askedAt: number, digest = 'paper') => ({ operation: 'payment_execute', digest, askedAt });

const refused = (agent: Agent, at: number, digest = 'paper', askedAt = at - 1): Agent =>
  fold(
    agent,
    [
      {
        type: 'attempt-refused',
        agentId,
        operation: 'payment_execute',
        code: 'budget_exceeded',
        detail: '',
        attempt: { digest, askedAt },
      },
    ],
    at,
  )!;

/** An agent that was refused the same thing so often, one after the other. */
function refusedTimes(times: number, everyMs = 1_000): Agent {
  let agent = approved;
  for (let count = 1; count <= times; count += 1) agent = refused(agent, count * everyMs);
  return agent;
}

describe('[A66] an agent that asks for the same refused thing again', () => {
  test('goes on until it was refused so often, and is stopped at the next attempt', () => {
    const before = refusedTimes(EQUAL_ATTEMPTS - 1);
    expect(decideAttempt(before, attemptAt(9_000), { now: 9_000 })).toEqual([]);
    const after = refusedTimes(EQUAL_ATTEMPTS);
    expect(decideAttempt(after, attemptAt(9_000), { now: 9_000 })).toEqual([
      {
        type: 'access-stopped',
        agentId,
        operation: 'payment_execute',
        code: 'budget_exceeded',
        times: EQUAL_ATTEMPTS,
      },
    ]);
  });

  test('may ask for something else', () => {
    const agent = refusedTimes(EQUAL_ATTEMPTS);
    expect(decideAttempt(agent, attemptAt(9_000, 'ink'), { now: 9_000 })).toEqual([]);
  });

  test('may ask again after an hour, also when the clock was set back meanwhile', () => {
    const agent = refusedTimes(EQUAL_ATTEMPTS);
    expect(decideAttempt(agent, attemptAt(2 * HOUR), { now: 2 * HOUR })).toEqual([]);
    expect(decideAttempt(agent, attemptAt(-2 * HOUR), { now: -2 * HOUR })).toEqual([]);
  });

  test('many calls that were made before the first was refused are one attempt', () => {
    let agent = approved;
    for (let count = 1; count <= 60; count += 1) agent = refused(agent, 1_000 + count, 'paper', 900);
    expect(decideAttempt(agent, attemptAt(9_000), { now: 9_000 })).toEqual([]);
  });

  test('goes on from nothing once the operator lets it', () => {
    const looping = refusedTimes(EQUAL_ATTEMPTS);
    const stopped = fold(looping, decideAttempt(looping, attemptAt(9_000), { now: 9_000 }), 9_000)!;
    expect(stopped).toMatchObject({ status: 'stopped', stoppedBy: { code: 'budget_exceeded', times: 5 } });
    const resumed = decideAgent(stopped, { type: 'resume' }, { now: 9_001 });
    expect(resumed).toEqual({ ok: true, value: [{ type: 'access-resumed', agentId }] });
    const free = fold(stopped, resumed.ok ? resumed.value : [], 9_001)!;
    expect(free.status).toBe('approved');
    expect(decideAttempt(free, attemptAt(9_002), { now: 9_002 })).toEqual([]);
  });

  test('can be sent away while it is stopped', () => {
    const stopped = { ...approved, status: 'stopped' as const };
    expect(decideAgent(stopped, { type: 'revoke' }, { now: 1 }).ok).toBe(true);
  });
});

describe('[A66] an agent that is refused again and again, whatever it asks for', () => {
  const refusedMany = (count: number, everyMs: number) => {
    let agent = approved;
    for (let index = 1; index <= count; index += 1) agent = refused(agent, index * everyMs, `thing ${index}`);
    return agent;
  };

  test('is told to the operator, and not again for a while', () => {
    const now = OFTEN_REFUSED * 1_000;
    expect(decideToTell(refusedMany(OFTEN_REFUSED - 1, 1_000), { now })).toEqual([]);
    const agent = refusedMany(OFTEN_REFUSED, 1_000);
    const told = decideToTell(agent, { now });
    expect(told).toEqual([{ type: 'refusals-told', agentId, count: OFTEN_REFUSED }]);
    expect(decideToTell(fold(agent, told, now)!, { now: now + 1 })).toEqual([]);
  });

  test('is stopped when it goes on, though it asks for another thing each time', () => {
    const now = MOST_REFUSED * 1_000 + 1;
    const attempt = attemptAt(now, 'yet another');
    expect(decideAttempt(refusedMany(MOST_REFUSED - 1, 1_000), attempt, { now })).toEqual([]);
    expect(decideAttempt(refusedMany(MOST_REFUSED, 1_000), attempt, { now })).toMatchObject([
      { type: 'access-stopped', times: MOST_REFUSED },
    ]);
    const slow = refusedMany(MOST_REFUSED, 60_000);
    const later = MOST_REFUSED * 60_000;
    expect(decideAttempt(slow, attemptAt(later, 'yet another'), { now: later })).toEqual([]);
  });

  test('is not, when that took it hours', () => {
    const agent = refusedMany(OFTEN_REFUSED, HOUR);
    expect(decideToTell(agent, { now: OFTEN_REFUSED * HOUR })).toEqual([]);
  });
});
