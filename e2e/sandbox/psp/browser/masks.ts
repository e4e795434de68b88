import type { FieldName } from './messages.ts';

const MAX_DIGITS: Record<FieldName, number> = { number: 16, expiry: 4, cvc: 3 };

function group(field: FieldName, digits: string): string {
  if (field === 'number') return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
  if (field === 'expiry' && digits.length > 2) return `${digits.slice(0, 2)} / ${digits.slice(2)}`;
  return digits;
}

/** Drops what the field cannot hold: letters, too many digits; an expiry of `5` becomes `05`. */
export function digitsOf(field: FieldName, text: string): string {
  const digits = text.replace(/\D/g, '');
  if (field !== 'expiry') return digits.slice(0, MAX_DIGITS[field]);
  const fourDigitYear = /^(\d{2})20(\d{2})$/.exec(digits);
  if (fourDigitYear) return `${fourDigitYear[1]}${fourDigitYear[2]}`;
  return (/^[2-9]/.test(digits) ? `0${digits}` : digits).slice(0, MAX_DIGITS.expiry);
}

/** Gives the text and caret that the mask wants after an edit. */
export function applyMask(field: FieldName, text: string, caret: number): { text: string; caret: number } {
  const masked = group(field, digitsOf(field, text));
  const isAtEnd = caret >= text.length;
  const digitsBefore = digitsOf(field, text.slice(0, caret)).length;
  return {
    text: masked,
    caret: isAtEnd ? masked.length : group(field, masked.replace(/\D/g, '').slice(0, digitsBefore)).length,
  };
}

/** Tells whether a field holds all its digits. */
export function isComplete(field: FieldName, text: string): boolean {
  return digitsOf(field, text).length === MAX_DIGITS[field];
}
