import { stripVTControlCharacters } from 'node:util';
import { Money, printMoney } from '../../kernel/money.ts';
import { describeError } from './countersign-error.ts';
import { exitCodeOf, exitCodeOfError } from './exit-code.ts';

/** Takes control characters and terminal sequences out of text that a page or an agent wrote. */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, ' ');
}

/** JSON leaves some control characters as they are; escaped, they mean the same and do nothing to a terminal. */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function linesOf(value: unknown, indent = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((part) => itemLines(part, indent));
  return Object.entries(value as object).flatMap(([name, part]: [string, unknown]) => {
    if (part === null || part === undefined || (Array.isArray(part) && part.length === 0)) return [];
    const text = scalarText(part);
    const label = `${indent}${plainText(name)}:`;
    return text === undefined ? [label, ...linesOf(part, `${indent}  `)] : [`${label} ${text}`];
  });
}

function itemLines(part: unknown, indent: string): string[] {
  const text = scalarText(part);
  if (text !== undefined) return [`${indent}- ${text}`];
  return linesOf(part, `${indent}  `).map((line, index) =>
    index === 0 ? `${indent}- ${line.trimStart()}` : line,
  );
}

/** Amounts and plain values fit on their line; `undefined` for what has parts. */
function scalarText(part: unknown): string | undefined {
  if (part === null || typeof part !== 'object') return plainText(String(part));
  const amount = Money.safeParse(part);
  return amount.success ? printMoney(amount.data) : undefined;
}

/** Prints a result on stdout, one JSON line or plain lines for a person, and sets the exit code. */
export function printResult(value: unknown, isJson: boolean, wanted?: string): void {
  process.stdout.write(isJson ? `${jsonText(value)}\n` : `${linesOf(value).join('\n')}\n`);
  process.exitCode = exitCodeOf(value, wanted);
}

/** Prints an error, as JSON on stdout when asked for, else in words on stderr, and sets the exit code. */
export function printError(problem: unknown, isJson: boolean): void {
  const error = describeError(problem);
  if (isJson) process.stdout.write(`${jsonText({ error })}\n`);
  else process.stderr.write(`${plainText(error.message)}\n${plainText(error.fix)}\n`);
  process.exitCode = exitCodeOfError(error.code);
}

/** Tells a person something beside the data. */
export function say(text: string): void {
  process.stderr.write(`${plainText(text)}\n`);
}
