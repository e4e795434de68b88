import { z } from 'zod';
import { invariant } from './invariant.ts';

/** Minor-unit exponents of ISO 4217 (List One) that are not 2. */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0,
  XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3, CLF: 4, UYW: 4,
}; // prettier-ignore

/** An ISO 4217 alphabetic code, upper case. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as USD');

/** An amount of money in whole minor units; decimal text on wire and disk, `bigint` in memory. */
export const Money = z.strictObject({
  minor: z.codec(z.string().regex(/^-?\d{1,18}$/), z.bigint(), {
    decode: (text) => BigInt(text),
    encode: String,
  }),
  currency: Currency,
});
export type Money = z.output<typeof Money>;
export type MoneyJSON = z.input<typeof Money>;

/** Makes an amount from minor units. */
export function money(minor: bigint | number, currency: string): Money {
  return { minor: BigInt(minor), currency };
}

/** Gives how many decimals a currency's minor unit stands for (ISO 4217; 2 unless listed). */
export function exponentOf(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

function requireSameCurrency(a: Money, b: Money): void {
  invariant(a.currency === b.currency, `amounts in ${a.currency} and ${b.currency} cannot be combined`);
}

/** Adds two amounts of one currency. */
export function addMoney(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/** Subtracts `b` from `a`; the result may be negative. */
export function subtractMoney(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

/** Tells whether `a` is more than `b`. */
export function isMoreThan(a: Money, b: Money): boolean {
  requireSameCurrency(a, b);
  return a.minor > b.minor;
}

/** Tells whether an amount is of a limit's currency and no more than it. */
export function isWithin(amount: Money, limit: Money): boolean {
  return amount.currency === limit.currency && amount.minor <= limit.minor;
}

/** Tells whether two amounts are the same in amount and currency. */
export function isSameMoney(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency;
}

/** Writes an amount as decimal text without its currency, by the currency's exponent: `1050 USD` → `10.50`. */
export function toDecimal(amount: Money): string {
  const exponent = exponentOf(amount.currency);
  const sign = amount.minor < 0n ? '-' : '';
  const digits = (amount.minor < 0n ? -amount.minor : amount.minor).toString().padStart(exponent + 1, '0');
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** Reads plain decimal text (`50.00`, `50`) as an amount; `undefined` when it has more decimals than the currency. */
export function fromDecimal(text: string, currency: string): Money | undefined {
  const match = /^(\d{1,15})(?:\.(\d+))?$/.exec(text.trim());
  const exponent = exponentOf(currency);
  if (!match || !/^[A-Z]{3}$/.test(currency)) return undefined;
  const fraction = match[2] ?? '';
  if (fraction.length > exponent) return undefined;
  return { minor: BigInt(match[1]! + fraction.padEnd(exponent, '0')), currency };
}

/** Turns an amount into its wire form. */
export function toMoneyJSON(amount: Money): MoneyJSON {
  return { minor: amount.minor.toString(), currency: amount.currency };
}

/** Writes an amount for a log line or an error: `10.50 USD`. Screens use the formatter of `lib/ui`. */
export function printMoney(amount: Money): string {
  return `${toDecimal(amount)} ${amount.currency}`;
}
