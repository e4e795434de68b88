import type { WireError } from '../protocol/frames.ts';

/** The extension refused, or cannot be reached; `code`, `message` and `fix` are for people and programs alike. */
export class CountersignError extends Error {
  override readonly name = 'CountersignError';
  readonly code: string;
  readonly fix: string;

  constructor({ code, message, fix }: WireError, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.fix = fix;
  }
}

/** Codes of calls whose answer did not arrive: whether they took effect is not known. */
const UNANSWERED = new Set(['connection_lost', 'extension_not_reachable', 'no_answer']);

/** Tells whether a call may have taken effect although no answer came. */
export function isUnanswered(problem: unknown): boolean {
  return problem instanceof CountersignError && UNANSWERED.has(problem.code);
}

/** Gives the form in which an error is told: `{ code, message, fix }`. */
export function describeError(problem: unknown): WireError {
  if (problem instanceof CountersignError) {
    const { code, message, fix } = problem;
    return { code, message, fix };
  }
  const message = problem instanceof Error ? problem.message.slice(0, 300) : 'The call failed.';
  return { code: 'internal', message, fix: 'Run: countersign doctor.' };
}
