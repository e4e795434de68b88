import { stripVTControlCharacters } from 'node:util';
import { CountersignError } from './agent-client.ts';

/** Exit codes of the command (docs/integrate.md). */
export const EXIT = {
  done: 0,
  usage: 2,
  refused: 3,
  operator: 4,
  unknown: 5,
  timedOut: 6,
  unreachable: 7,
} as const;

const BY_STATUS: Readonly<Record<string, number>> = {
  refused: EXIT.refused,
  denied: EXIT.refused,
  declined: EXIT.refused,
  cancelled: EXIT.refused,
  expired: EXIT.refused,
  failed: EXIT.refused,
  rejected: EXIT.refused,
  revoked: EXIT.refused,
  awaiting_approval: EXIT.operator,
  handoff: EXIT.operator,
  pending_signature: EXIT.operator,
  requested: EXIT.operator,
  outcome_unknown: EXIT.unknown,
};

/** Gives the exit code that a result's status stands for. */
export function exitCodeOf(value: unknown): number {
  const status = (value as { status?: unknown } | null)?.status;
  return typeof status === 'string' ? (BY_STATUS[status] ?? EXIT.done) : EXIT.done;
}

/** Takes control characters and terminal sequences out of text that a page or an agent wrote. */
function plainText(text: string): string {
  return stripVTControlCharacters(text).replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ');
}

function lines(value: unknown, indent = ''): string[] {
  if (value === null || typeof value !== 'object') return [`${indent}${plainText(String(value))}`];
  return Object.entries(value).flatMap(([name, part]) => {
    if (part === null || part === undefined) return [];
    if (typeof part !== 'object') return [`${indent}${name}: ${plainText(String(part))}`];
    if ('minor' in part && 'currency' in part)
      return [`${indent}${name}: ${amountText(part as { minor: string; currency: string })}`];
    return [`${indent}${name}:`, ...lines(part, `${indent}  `)];
  });
}

function amountText({ minor, currency }: { minor: string; currency: string }): string {
  return `${minor} minor units ${currency}`;
}

/** Prints a result on stdout: one JSON line, or plain lines for a person. */
export function printResult(value: unknown, isJson: boolean): void {
  process.stdout.write(isJson ? `${JSON.stringify(value)}\n` : `${lines(value).join('\n')}\n`);
  process.exitCode = exitCodeOf(value);
}

/** Prints an error (JSON on stdout when asked for, else words on stderr) and sets the exit code. */
export function printError(problem: unknown, isJson: boolean): void {
  const error =
    problem instanceof CountersignError
      ? { code: problem.code, message: problem.message, fix: problem.fix }
      : {
          code: 'invalid_input',
          message: problem instanceof Error ? problem.message.slice(0, 500) : 'unknown problem',
          fix: 'See --help.',
        };
  if (isJson) process.stdout.write(`${JSON.stringify({ error })}\n`);
  else process.stderr.write(`${plainText(error.message)}\n${plainText(error.fix)}\n`);
  const codes: Readonly<Record<string, number>> = {
    extension_not_reachable: EXIT.unreachable,
    invalid_input: EXIT.usage,
  };
  process.exitCode = codes[error.code] ?? EXIT.refused;
}
