import { fromDecimal, type Money } from '../kernel/money.ts';

const ARABIC_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Writes Arabic and Persian digits as 0–9; their last four bits are their value. */
export const latinDigits = (text: string): string =>
  text.trim().replace(ARABIC_DIGIT, (digit) => String(digit.charCodeAt(0) & 15));

/**
 * Reads an amount as it is typed in any of our languages (`50.00`, `50,00`, `٥٠٫٠٠`) as plain decimal text. Nothing is
 * grouped: a comma before three digits could be either, so that it is not read at all.
 */
export function plainDecimal(text: string): string | undefined {
  const typed = latinDigits(text).replace('\u066b', '.');
  if (/,\d{3}$/.test(typed)) return undefined;
  const plain = typed.replace(',', '.');
  return /^\d{1,12}(\.\d{1,4})?$/.test(plain) ? plain : undefined;
}

/** Reads what was typed as an amount; `undefined` when it cannot be read for certain. */
export function readAmount(text: string, currency: string): Money | undefined {
  const plain = plainDecimal(text);
  return plain === undefined ? undefined : fromDecimal(plain, currency);
}
