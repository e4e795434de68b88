import type { Money } from '../../kernel/money.ts';

/**
 * Minor-unit exponents of ISO 4217 that are not 2. The kernel's own table comes with zod, which no page may carry; a
 * test holds the two together.
 */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0,
  XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3, CLF: 4, UYW: 4,
}; // prettier-ignore

/** Gives how many decimals a currency's minor unit stands for. */
export function exponentOf(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

/** Tells whether two amounts are the same in amount and currency. */
export function isSameAmount(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency;
}
