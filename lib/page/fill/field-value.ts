import type { AutocompleteToken } from '../../messaging/contracts/page-reading.ts';
import type { Control } from '../dom/walk.ts';
import { maxLengthOf } from '../form/structure.ts';
import { digitsOf, expiryKey, valueKey } from '../form/value-key.ts';

/** Writes a value as a field wants it: expiry as its placeholder shows, years as long as it takes. */
export function shapeValue(control: Control, token: AutocompleteToken, value: string): string {
  const length = maxLengthOf(control);
  const hint = `${control.getAttribute('placeholder') ?? ''} ${control.getAttribute('pattern') ?? ''}`;
  if (token === 'cc-exp') {
    const key = expiryKey(value);
    if (key.length !== 4) return value;
    const [month, year] = [key.slice(0, 2), key.slice(2)];
    if (control.tagName === 'INPUT' && (control as HTMLInputElement).type === 'month')
      return `20${year}-${month}`;
    if (control.tagName === 'INPUT' && (control as HTMLInputElement).type === 'date')
      return lastDayOf(2_000 + Number(year), Number(month));
    const separator = /-/.test(control.getAttribute('placeholder') ?? '') ? '-' : '/';
    if (length === 4) return `${month}${year}`;
    if (length === 6) return `${month}20${year}`;
    const isLong = /(y|a|j|r|г){4}/i.test(hint) || /\/\s?20\d\d/.test(hint);
    return `${month}${separator}${isLong ? '20' : ''}${year}`;
  }
  if (token === 'cc-exp-year') {
    const isShort =
      length === 2 ||
      /^\s*\D{2}\s*$/.test(control.getAttribute('placeholder') ?? '') ||
      /^\s*[2-4]\d\s*$/.test(control.getAttribute('placeholder') ?? '');
    return isShort ? value.slice(-2) : value;
  }
  return value;
}

/** A card is good to the end of its month. */
function lastDayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Tells whether a field shows the value that was typed, apart from what its mask adds. */
export function isSameValue(token: AutocompleteToken, shown: string, wanted: string): boolean {
  if (shown === '') return wanted === '';
  const key = valueKey(token, wanted);
  return valueKey(token, shown) === key && (token !== 'cc-exp' || key !== '');
}

/** Cuts a number over the boxes that together hold it: as it is written apart, else by what each box takes. */
export function splitNumber(value: string, lengths: readonly number[]): string[] {
  const groups = value.split(/\D+/).filter(Boolean);
  if (groups.length === lengths.length && groups.every((group, index) => group.length <= lengths[index]!))
    return groups;
  const digits = digitsOf(value);
  const isEven =
    lengths.some((length) => !Number.isFinite(length)) ||
    lengths.reduce((sum, length) => sum + length, 0) < digits.length;
  let from = 0;
  return lengths.map((length, index) => {
    const size = isEven ? Math.ceil(digits.length / lengths.length) : length;
    const piece = index === lengths.length - 1 ? digits.slice(from) : digits.slice(from, from + size);
    from += size;
    return piece;
  });
}
