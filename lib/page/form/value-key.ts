import type { AutocompleteToken } from '../../messaging/contracts/page-reading.ts';

/** What a value means for a field, however a mask writes it: two spellings of one value have one key. */
export function valueKey(token: AutocompleteToken, value: string): string {
  if (token === 'cc-exp') return expiryKey(value);
  if (token === 'cc-number' || token === 'cc-csc' || token.startsWith('tel')) return digitsOf(value);
  if (token === 'cc-exp-month' || token === 'cc-exp-year') return String(Number(digitsOf(value)));
  if (token === 'postal-code') return fold(value).replace(/[\s-]/g, '');
  return fold(value);
}

/** Writes `1/2030`, `01/30` and `2030-01` alike. */
export function expiryKey(text: string): string {
  const iso = /^(\d{4})-(\d{1,2})(?:-\d{1,2})?$/.exec(text.trim());
  if (iso) return `${iso[2]!.padStart(2, '0')}${iso[1]!.slice(-2)}`;
  const parts = text.match(/\d+/g) ?? [];
  if (parts.length === 2) return `${parts[0].padStart(2, '0')}${parts[1]!.slice(-2)}`;
  const digits = parts.join('');
  if (digits.length === 4) return digits;
  return digits.length === 6 ? digits.slice(0, 2) + digits.slice(-2) : '';
}

/** The digits of a text, without what parts them. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '');

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * Tells one value of a field from another without saying it: FNV-1a, 32 bits, over what the value means. It notices a
 * change and is no proof: a page that seeks two values of one digest could as well show the first and send the second.
 */
export function valueDigest(token: AutocompleteToken, value: string): string {
  let hash = 0x811c9dc5;
  for (const character of valueKey(token, value))
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(16);
}
