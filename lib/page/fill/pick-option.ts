import { normaliseText } from '../dom/text.ts';
import type { AutocompleteToken } from '../../messaging/contracts/page-reading.ts';
import { expiryKey } from '../form/value-key.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface Offer {
  readonly value: string;
  readonly text: string;
}

/** Gives the index of the offer that says the value, `-1` when none does: exactly first, then in another spelling. */
export function findOffer(
  offers: readonly Offer[],
  token: AutocompleteToken,
  spellings: readonly string[],
): number {
  const wanted = spellings.map(normaliseText).filter(Boolean);
  const tests: ((offer: Offer, spelling: string) => boolean)[] = [
    ({ value }, spelling) => normaliseText(value) === spelling,
    ({ text }, spelling) => normaliseText(text) === spelling,
    ...(token === 'cc-exp-month' ? [isSameMonth] : []),
    ...(token === 'cc-exp-year' ? [isSameYear] : []),
    ...(token === 'cc-exp' ? [isSameExpiry] : []),
    ...(token.startsWith('cc-') ? [] : [isSamePlace]),
  ];
  for (const test of tests) {
    for (const spelling of wanted) {
      const index = offers.findIndex((offer) => test(offer, spelling));
      if (index >= 0) return index;
    }
  }
  return -1;
}

function isSameMonth({ value, text }: Offer, spelling: string): boolean {
  const month = Number(spelling);
  if (!Number.isInteger(month) || month < 1 || month > 12) return false;
  const shown = normaliseText(text);
  const number =
    /^(\d{1,2})(?!\d)/.exec(shown)?.[1] ??
    /[([](\d{1,2})[)\]]/.exec(shown)?.[1] ??
    /-\s?(\d{1,2})$/.exec(shown)?.[1];
  if (number) return Number(number) === month;
  return (
    shown.startsWith(MONTHS[month - 1]!) ||
    (/^\d{1,2}$/.test(value.trim()) && Number(value) === month && !/\d/.test(shown))
  );
}

function isSameYear({ value, text }: Offer, spelling: string): boolean {
  const shown = /\d{2,4}/.exec(text)?.[0] ?? /\d{2,4}/.exec(value)?.[0];
  return (
    shown !== undefined &&
    shown.slice(-2) === spelling.slice(-2) &&
    (shown.length === 4 || shown.length === 2)
  );
}

function isSameExpiry({ value, text }: Offer, spelling: string): boolean {
  return [value, text].some((shown) => expiryKey(shown) !== '' && expiryKey(shown) === expiryKey(spelling));
}

/** `Texas (TX)`, `US - United States`: one part of the offer is the value. */
function isSamePlace({ text }: Offer, spelling: string): boolean {
  if (spelling.length < 2) return false;
  const parts = normaliseText(text)
    .split(/[()|/,]| - /)
    .map((part) => part.trim());
  return parts.length > 1 && parts.includes(spelling);
}
