/** An amount as the page engine holds it: whole minor units. */
export interface PageMoney {
  readonly minor: bigint;
  readonly currency: string;
}

/** ISO 4217 exponents that are not 2, of the currencies that shops show. */
const EXPONENTS: Readonly<Record<string, number>> = {
  JPY: 0, KRW: 0, VND: 0, CLP: 0, ISK: 0, XAF: 0, XOF: 0, XPF: 0, PYG: 0, UGX: 0, RWF: 0, BHD: 3, KWD: 3, OMR: 3, JOD: 3, TND: 3, LYD: 3, IQD: 3,
}; // prettier-ignore

const CODES = new Set(
  typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('currency') : ['USD', 'EUR', 'GBP'],
);

/** Signs that stand for one currency only. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/US\$|U\.S\. ?\$/, 'USD'], [/CA\$|C\$/, 'CAD'], [/AU?\$/, 'AUD'], [/NZ\$/, 'NZD'], [/HK\$/, 'HKD'], [/S\$/, 'SGD'], [/R\$/, 'BRL'], [/MX\$/, 'MXN'], [/NT\$/, 'TWD'],
  [/€/, 'EUR'], [/£/, 'GBP'], [/₹/, 'INR'], [/₩/, 'KRW'], [/₺/, 'TRY'], [/₽/, 'RUB'], [/₫/, 'VND'], [/₪/, 'ILS'], [/₴/, 'UAH'], [/zł/i, 'PLN'], [/Kč/, 'CZK'], [/円/, 'JPY'],
]; // prettier-ignore

/** What else on the page tells the currency: an ISO code beside a sign that several countries use. */
export interface CurrencyHint {
  readonly currency: string | undefined;
}

const toAsciiDigits = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/٫/g, '.')
    .replace(/٬/g, ',')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '');

/** Finds the currency that a text names; `undefined` when it names none for certain. */
export function currencyIn(text: string, hint: CurrencyHint): string | undefined {
  const code = [...text.matchAll(/\b([A-Z]{3})\b/g)]
    .map((match) => match[1]!)
    .find((candidate) => CODES.has(candidate));
  if (code) return code;
  const sign = SIGNS.find(([pattern]) => pattern.test(text))?.[1];
  if (sign) return sign;
  // `$`, `¥` and `kr` are many countries' signs: only the page's own word settles which.
  if (/[$＄]/.test(text) && hint.currency?.match(/^(USD|CAD|AUD|NZD|HKD|SGD|MXN|TWD|CLP|COP|ARS)$/))
    return hint.currency;
  if (/[¥￥]/.test(text) && hint.currency?.match(/^(JPY|CNY)$/)) return hint.currency;
  if (/\bkr\b\.?/i.test(text) && hint.currency?.match(/^(SEK|NOK|DKK|ISK)$/)) return hint.currency;
  return undefined;
}

const NUMBER = /[-−]?\d{1,3}(?:[  \u202f.,'’]\d{3})+(?:[.,]\d{1,3})?|[-−]?\d+(?:[.,]\d{1,3})?/g;

/** Reads one number by what its marks can only mean; `undefined` when they could mean two things. */
export function readNumber(text: string, exponent: number): bigint | undefined {
  const negative = /^[-−]/.test(text);
  const body = text.replace(/^[-−]/, '').replace(/[  \u202f'’]/g, '');
  const marks = body.replace(/\d/g, '');
  const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
  const decimals = last < 0 ? 0 : body.length - last - 1;
  const isGrouped = marks.length > 1 && new Set(marks).size === 1;
  let whole: string;
  let fraction: string;
  if (last < 0) {
    [whole, fraction] = [body, ''];
  } else if (isGrouped || (marks.length === 1 && decimals === 3 && exponent !== 3)) {
    // `1.234` with two-decimal money is a thousand and more; with three-decimal money it could be either.
    [whole, fraction] = [body.replace(/[.,]/g, ''), ''];
  } else if (marks.length === 1 && decimals === 3) {
    return undefined;
  } else {
    [whole, fraction] = [body.slice(0, last).replace(/[.,]/g, ''), body.slice(last + 1)];
  }
  if (fraction.length > exponent && /[1-9]/.test(fraction.slice(exponent))) return undefined;
  const minor = BigInt(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  return negative ? -minor : minor;
}

export type AmountRefusal = 'not_found' | 'ambiguous_currency' | 'not_a_number' | 'disagreement';

/** Reads the one amount of a text. Two different amounts, an unnamed currency or doubtful marks are refusals. */
export function parseAmount(text: string, hint: CurrencyHint): PageMoney | AmountRefusal {
  const ascii = toAsciiDigits(text);
  const numbers = ascii.match(NUMBER) ?? [];
  if (numbers.length === 0)
    return /\bfree\b|gratis|kostenlos|gratuit/i.test(ascii) && hint.currency
      ? { minor: 0n, currency: hint.currency }
      : 'not_found';
  const currency = currencyIn(ascii, hint);
  if (!currency) return 'ambiguous_currency';
  const minors = numbers.map((number) => readNumber(number, EXPONENTS[currency] ?? 2));
  if (minors.includes(undefined)) return 'not_a_number';
  return new Set(minors).size === 1 ? { minor: minors[0]!, currency } : 'disagreement';
}

/** Tells whether a text holds something that reads as money. */
export function looksLikeMoney(text: string): boolean {
  const ascii = toAsciiDigits(text);
  return (
    /\d/.test(ascii) &&
    (/[$€£¥￥₹₩₺₽₫₪₴]|zł|Kč|円|\bkr\b/i.test(ascii) ||
      [...ascii.matchAll(/\b([A-Z]{3})\b/g)].some((match) => CODES.has(match[1]!)))
  );
}
