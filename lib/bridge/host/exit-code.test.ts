import { describe, expect, it } from 'vitest';
import { CHECKOUT_STATUSES } from '../protocol/views.ts';
import { exitCodeOf, exitCodeOfError } from './exit-code.ts';

describe('exit codes', () => {
  it('tell the statuses of a checkout apart', () => {
    const codes = Object.fromEntries(CHECKOUT_STATUSES.map((status) => [status, exitCodeOf({ status })]));
    expect(codes).toEqual({
      preparing: 0,
      previewed: 0,
      awaiting_approval: 4,
      approved: 0,
      executing: 0,
      handoff: 4,
      outcome_unknown: 5,
      succeeded: 0,
      declined: 3,
      refused: 3,
      cancelled: 3,
      expired: 3,
      failed: 3,
    });
  });

  it('are 0 for a cancelled checkout where cancelling was asked for, and 3 for one that ended otherwise', () => {
    expect(exitCodeOf({ status: 'cancelled' }, 'cancelled')).toBe(0);
    expect(exitCodeOf({ status: 'declined' }, 'cancelled')).toBe(3);
  });

  it.each([
    ['invalid_input', 2],
    ['anything_else', 3],
    ['wallet_locked', 4],
    ['no_answer', 6],
    ['extension_not_reachable', 7],
  ])('of the error %s is %i', (code, exit) => expect(exitCodeOfError(code)).toBe(exit));
});
