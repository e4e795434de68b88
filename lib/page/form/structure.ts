import type { Control } from '../dom/walk.ts';
import type { FieldKind } from './field-kind.ts';

export type ListStructure = 'days' | 'months' | 'years' | 'expiry' | null;

/** A longer list is read through only if it counts something in its middle: countries and towns do not. */
const MANY_OPTIONS = 20;

/** Months, and a prompt or two. */
const MOST_MONTHS = 14;

/** Gives what the options of a list are: days of a month, months, years from now on, or card expiry dates. */
export function readListStructure(select: HTMLSelectElement): ListStructure {
  const middle = select.length > MANY_OPTIONS ? select.options[select.length >> 1] : undefined;
  if (middle && !/\d/.test(`${middle.value} ${middle.text}`)) return null;
  const options: { readonly value: string; readonly text: string }[] = [];
  for (const option of select.options) {
    const value = option.value.trim();
    const text = option.text.trim();
    if (value.length > 2 || /\d/.test(value) || /\d/.test(text)) options.push({ value, text });
  }
  if (options.length < 2) return null;
  const share = (test: (value: string, text: string) => boolean): number =>
    options.filter(({ value, text }) => test(value, text)).length;
  if (
    share((value, text) => /^\d{1,2} ?[/-] ?\d{2,4}$/.test(text) || /^\d{1,2} ?[/-] ?\d{2,4}$/.test(value)) >
    6
  )
    return 'expiry';
  const years = share((value, text) => isYear(text) || isYear(value));
  if (years >= 4 && years >= options.length - 3) {
    return options.some(({ value, text }) => /^(19[0-8]\d)$/.test(text) || /^(19[0-8]\d)$/.test(value))
      ? null
      : 'years';
  }
  const days = new Set(options.map(({ text }) => (/^\d{1,2}\D?$/.test(text) ? parseInt(text, 10) : 0)));
  if (days.size >= 28 && options.length <= 33 && days.has(1) && days.has(28) && !days.has(32)) return 'days';
  if (options.length > MOST_MONTHS) return null;
  const months = new Set(options.map(({ value, text }) => monthOf(text) ?? monthOf(value)).filter(Boolean));
  if (months.size === 12) return 'months';
  // A list cut short still shows by its names, from January on.
  const named = share((value, text) => /\p{L}{3}/u.test(text) && monthOf(text) !== undefined);
  return months.size >= 3 && months.size === options.length && named === months.size && months.has(1)
    ? 'months'
    : null;
}

function isYear(text: string): boolean {
  return /^(20[1-6]\d)(年|년)?$/.test(text) || /^[2-5]\d$/.test(text);
}

/** How month names begin in the languages that we know. */
const MONTH_NAMES = [
  /^(jan|ene|gen|sty|oca|янв|ينا)/, /^(f[eé][bv]|lut|[sş]ub|фев|فبر)/, /^(m[aä]r|mrz|maa|мар|مار)/, /^(a[pv]r|abr|kwi|nis|апр|أبر)/,
  /^(ma[iyg]|mei|maj|май|ماي)/, /^(ju?n|giu|cze|haz|июн|يون)/, /^(ju?l|lug|lip|tem|июл|يول)/, /^(au?g|ago|ao[uû]|sie|a[gğ]u|авг|أغس)/,
  /^(se[pt]|set|wrz|eyl|сен|سبت)/, /^(o[ck]t|ott|out|pa[zź]|eki|окт|أكت)/, /^(nov|lis|kas|ноя|نوف)/, /^(d[ei][cz]|gru|ara|дек|ديس)/,
]; // prettier-ignore

function monthOf(text: string): number | undefined {
  const match = /^0?(\d{1,2})(?:\D|$)/.exec(text);
  const month = match ? Number(match[1]) : NaN;
  if (month >= 1 && month <= 12) return month;
  const lower = text.toLowerCase();
  const index = MONTH_NAMES.findIndex((name) => name.test(lower));
  return index < 0 ? undefined : index + 1;
}

/** Tells whether a list offers years that lie behind every card: a birthday's. */
export function isPastYears(control: Control): boolean {
  if (control.tagName !== 'SELECT') return false;
  const years = [...(control as HTMLSelectElement).options]
    .map(({ text }) => text.trim())
    .filter((text) => /^(\d{2}|\d{4})$/.test(text));
  return years.some((text) => /^(19\d\d|[4-9]\d)$/.test(text));
}

/** Gives the longest value a text box takes; `Infinity` when it does not say. */
export function maxLengthOf(control: Control): number {
  const raw = control.getAttribute('maxlength');
  const length = raw === null ? digitsOf(control) : Number(raw);
  return Number.isFinite(length) && length > 0 ? length : Infinity;
}

/** A box for numbers, which has no `maxlength`, says by its `max` how many digits fit: `max="9999"`. */
function digitsOf(control: Control): number {
  const max = control.type === 'number' ? control.getAttribute('max') : null;
  return max !== null && /^9+$/.test(max) ? max.length : NaN;
}

/** Tells whether a text box wants digits. */
function isNumeric(input: HTMLInputElement): boolean {
  return (
    input.type === 'tel' ||
    input.type === 'number' ||
    /numeric|decimal|tel/.test(input.getAttribute('inputmode') ?? '') ||
    /\\d|\[0-9\]/.test(input.getAttribute('pattern') ?? '')
  );
}

/** Gives what a list alone suggests among card fields. */
export function kindOfList(list: ListStructure): FieldKind | null {
  if (list === 'months') return 'cc-exp-month';
  if (list === 'years') return 'cc-exp-year';
  return list === 'expiry' ? 'cc-exp' : null;
}

/** Gives what the shape of a text box alone suggests among card fields. */
export function readShape(input: HTMLInputElement, type: string, length: number): FieldKind | null {
  if (type === 'month') return 'cc-exp';
  const placeholder = (input.getAttribute('placeholder') ?? '').trim();
  if (placeholder !== '') {
    const says =
      /^\p{L}{2}\s*[/.-]\s*\p{L}{2,4}$/u.test(placeholder) ||
      /^(0?[1-9]|1[0-2])\s*\/\s*(\d\d|20\d\d)$/.test(placeholder);
    if (says) return 'cc-exp';
    if (/^[\dXx•*#_]{4}([ -]+[\dXx•*#_]{4}){2,3}$/.test(placeholder)) return 'cc-number';
  }
  if (length === 16 || length === 19)
    return isNumeric(input) || /\d{4}/.test(placeholder) ? 'cc-number' : null;
  if (length !== 3 && length !== 4) return null;
  return isNumeric(input) || type === 'password' || /^[\dXx•*#]{3,4}$/.test(placeholder) ? 'cc-csc' : null;
}
