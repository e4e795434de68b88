import { nextTask } from './next-task.ts';

/** Work that may pause between its steps; it gives its result at its end. */
export type Steps<Result> = Generator<void, Result, void>;

/** After this the next step waits for the page, ms. A frame lasts 16, and a step of a large page some 6. */
const SLICE_MS = 2;

/** Does all steps at once. */
export function toEnd<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does steps for a few milliseconds at a time and lets the page go on in between. */
export async function inSlices<Result>(steps: Steps<Result>, pause = nextTask): Promise<Result> {
  let started = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - started < SLICE_MS) continue;
    await pause();
    started = performance.now();
  }
}
