import { exponentOf, toDecimal, type Money } from '../kernel/money.ts';

const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00a0';

/** Digits are always 0–9, so that page, card and log compare digit by digit. */
const latin = (locale: string) => `${locale}-u-nu-latn`;
const magnitude = (amount: Money) =>
  toDecimal(amount.minor < 0n ? { ...amount, minor: -amount.minor } : amount) as `${number}`;

/** Writes the number of an amount without its currency, exactly: separators by locale, decimals by currency. */
export function formatNumber(amount: Money, locale: string): string {
  const digits = exponentOf(amount.currency);
  const text = new Intl.NumberFormat(latin(locale), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(magnitude(amount));
  return amount.minor < 0n ? MINUS + text : text;
}

/** Writes an amount: number, no-break space, ISO 4217 code. */
export function formatAmount(amount: Money, locale: string): string {
  return formatNumber(amount, locale) + NO_BREAK_SPACE + amount.currency;
}

/** Says an amount with the currency's name, for screen readers: `24.90 US dollars`. */
export function sayAmount(amount: Money, locale: string): string {
  const digits = exponentOf(amount.currency);
  const text = new Intl.NumberFormat(latin(locale), {
    style: 'currency',
    currency: amount.currency,
    currencyDisplay: 'name',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(magnitude(amount));
  return amount.minor < 0n ? MINUS + text : text;
}

/** Gives `part` of `whole` in thousandths, 0 to 1000, for bars. */
export function shareOf(part: Money, whole: Money): number {
  if (whole.minor <= 0n) return 0;
  const share = Number((part.minor * 1000n) / whole.minor);
  return Math.min(1000, Math.max(0, share));
}
