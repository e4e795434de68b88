// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { classifyInSteps } from '../form/classify-controls.ts';
import { inSlices, toEnd, type Steps } from './slices.ts';
import { walkInSteps } from './walk.ts';

const ROWS = 1_500;

function* find(): Steps<(string | null)[]> {
  const classified = yield* classifyInSteps(yield* walkInSteps(document));
  return classified.map(({ kind }) => kind);
}

beforeEach(() => {
  const rows = Array.from(
    { length: ROWS },
    (_, row) => `<p><label>Row ${row}<input name="row[${row}]"></label></p>`,
  );
  document.body.innerHTML = `<form>${rows.join('')}</form><form><label>Card number<input></label><label>CVC<input></label></form>`;
});

describe('finding in slices', () => {
  it('pauses whenever its time is up, and finds what it finds in one go', async () => {
    // Each look at the clock is 5 ms later than the one before.
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 5));
    const pause = vi.fn(() => Promise.resolve());
    const found = await inSlices(find(), pause);
    vi.restoreAllMocks();
    // Elements are passed twice by the thousand, controls are read by fifties.
    expect(pause.mock.calls.length).toBeGreaterThanOrEqual(ROWS / 50 / 2);
    expect(found).toEqual(toEnd(find()));
    expect(found.slice(-2)).toEqual(['cc-number', 'cc-csc']);
  });

  it('does not pause while its time is not up', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const pause = vi.fn(() => Promise.resolve());
    await inSlices(find(), pause);
    vi.restoreAllMocks();
    expect(pause).not.toHaveBeenCalled();
  });
});
