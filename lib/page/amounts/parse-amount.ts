import type { Money } from '../../kernel/money.ts';
import { exponentOf } from './exponents.ts';
import { hasUnknownSign, readCurrencies, sharesMark } from './currencies.ts';

export type AmountRefusal = 'not_a_number' | 'several_numbers' | 'ambiguous_currency' | 'ambiguous_separator';

export type ParsedAmount = { ok: true; value: Money } | { ok: false; error: AmountRefusal };

export interface ParseAmountOptions {
  /** What a mark shared by several currencies means on this page. */
  readonly currencyHint?: string | undefined;
}

/** One number in a text, and where it stands. */
export interface NumberToken {
  readonly text: string;
  readonly index: number;
}

/** Stands between the texts of two elements whose digits would otherwise run together (`$12` + superscript `99`). */
export const SEAM = '\u2063';

/** A space joins digits that may be a group, and those that may be cents: `2 9.00` is two numbers, `12 99` is one to refuse. */
const NUMBER = /\d+(?:(?:[.,'\u2063]|[\u2009 ](?!\d{1,2}[.,]\d|\d{4}))\d+)*/g;

/** Writes every digit, separator and space in one way. */
export function plainDigits(text: string): string {
  return text
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/(?!\d)\p{Nd}/gu, plainDigit)
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, "'")
    .replace(/[\uff0c\u060c]/g, ',')
    .replace(/\uff0e/g, '.')
    .replace(/\uffe5/g, '¥')
    .replace(/\uff04/g, '$')
    .replace(/[’‘`´]/g, "'")
    .replace(/[\u00a0\u202f\u2007\t\n]/g, ' ')
    .replace(/[\u2212\u2013\u2014]/g, '-');
}

const DIGIT = /\p{Nd}/u;

/** Unicode keeps the ten digits of each script together, zero first. */
function plainDigit(digit: string): string {
  let value = 0;
  while (DIGIT.test(String.fromCodePoint(digit.codePointAt(0)! - value - 1))) value += 1;
  return String(value % 10);
}

/** Finds the numbers of a text, each with its separators. */
export function findNumbers(text: string): NumberToken[] {
  return [...plainDigits(text).matchAll(NUMBER)].map((match) => ({ text: match[0], index: match.index }));
}

/**
 * Reads an amount of money as shops write it anywhere: thousands and decimal marks of all locales, signs before or
 * behind. Refuses rather than guesses: several numbers, a currency that could be two, a mark that could be either.
 */
export function parseAmount(text: string, { currencyHint }: ParseAmountOptions = {}): ParsedAmount {
  const plain = plainDigits(text);
  const numbers = findNumbers(plain);
  if (numbers.length === 0) return refuse('not_a_number');
  if (numbers.length > 1) return refuse('several_numbers');
  const currency = chooseCurrency(readCurrencies(plain), currencyHint);
  if (!currency || hasUnknownSign(plain)) return refuse('ambiguous_currency');
  const [number] = numbers as [NumberToken];
  const around = plain.slice(number.index + number.text.length, number.index + number.text.length + 5);
  if (/^ ?(?:(?:k|m|tsd|mio|mrd)(?!\p{L})|%)/iu.test(around)) return refuse('not_a_number');
  // `5 x` counts; `12.50 x 2` costs.
  if (/^ ?x(?!\p{L})/iu.test(around) && /^\d+$/.test(number.text)) return refuse('not_a_number');
  const minor = readMinor(number.text, exponentOf(currency));
  if (minor === null) return refuse('ambiguous_separator');
  const before = plain.slice(0, number.index);
  // A dash between a word and an amount parts them: `Pay - $5.00`.
  const isNegative =
    (/-\s*[^\d\s]{0,4}\s*$/.test(before) && !/[\p{L}\p{M}] +- +[^\d\s]{0,4}\s*$/u.test(before)) ||
    /^\([^)]*\d[^)]*\)$/.test(plain.trim());
  return { ok: true, value: { minor: isNegative ? -minor : minor, currency } };
}

function refuse(error: AmountRefusal): { ok: false; error: AmountRefusal } {
  return { ok: false, error };
}

function chooseCurrency(found: readonly string[], hint: string | undefined): string | undefined {
  if (found.length === 1) return hint && sharesMark(found[0]!, hint) ? hint : found[0];
  if (found.length === 0) return hint;
  return hint && found.includes(hint) ? hint : undefined;
}

/** Gives minor units, or `null` when the separators leave room for two readings. */
function readMinor(number: string, exponent: number): bigint | null {
  if (number.includes(SEAM)) return null;
  const separators = [...number].filter((char) => !/\d/.test(char));
  if (separators.length === 0) return toMinor(number, '', exponent);
  const last = separators[separators.length - 1]!;
  const kinds = new Set(separators);
  const tail = number.slice(number.lastIndexOf(last) + 1);
  const head = number.slice(0, number.lastIndexOf(last));
  const mayBeDecimal =
    (last === '.' || last === ',') && separators.filter((char) => char === last).length === 1;

  if (kinds.size > 2) return null;
  if (kinds.size === 2) {
    const group = separators[0]!;
    if (!mayBeDecimal || separators.slice(0, -1).some((char) => char !== group) || !isGrouped(head, group))
      return null;
    return fraction(head, tail, exponent);
  }
  const isGroups = isGrouped(number, last);
  if (!mayBeDecimal) return isGroups ? toMinor(number, '', exponent) : null;
  if (tail.length !== 3) return fraction(head, tail, exponent);
  // Three digits behind one mark: thousands, unless this currency has three decimals, or no thousand could be meant.
  if (exponent === 3) return /^0$/.test(head) || head.length > 3 ? fraction(head, tail, exponent) : null;
  return isGroups ? toMinor(number, '', exponent) : null;
}

/** Tells whether digits stand in groups of three (or, in India, of two before the last three). */
function isGrouped(number: string, separator: string): boolean {
  const groups = number.split(separator);
  if (groups.length === 1) return /^\d+$/.test(number);
  const [first, ...rest] = groups as [string, ...string[]];
  if (!/^[1-9]\d{0,2}$/.test(first)) return false;
  if (rest.every((group) => /^\d{3}$/.test(group))) return true;
  const middle = rest.slice(0, -1);
  return (
    first.length <= 2 &&
    separator === ',' &&
    /^\d{3}$/.test(rest.at(-1)!) &&
    middle.every((group) => /^\d{2}$/.test(group))
  );
}

function fraction(head: string, tail: string, exponent: number): bigint | null {
  const isZero = /^0+$/.test(tail);
  if (exponent === 0) return isZero && tail.length <= 2 ? toMinor(head, '', 0) : null;
  if (tail.length > exponent) return null;
  if (tail.length < exponent && !(exponent === 2 && tail.length === 1)) {
    return exponent === 3 && tail.length === 2 ? toMinor(head, tail, 3) : null;
  }
  return toMinor(head, tail, exponent);
}

function toMinor(whole: string, tail: string, exponent: number): bigint | null {
  const digits = whole.replace(/\D/g, '') + tail.padEnd(exponent, '0');
  return digits.length <= 18 ? BigInt(digits) : null;
}
