import type { Quote, Totals } from './catalog.ts';

/** Adds up a quote for the chosen shipping and state. The page shows this and the server charges it. */
export function addUp(quote: Quote, shippingId: string, state: string): Totals {
  const subtotal = quote.lines.reduce((sum, line) => sum + line.amount, 0);
  const shipping = quote.shipping.find((choice) => choice.id === shippingId)?.amount ?? 0;
  const rate = quote.taxRates[state] ?? quote.taxRates['*'] ?? 0;
  const tax = Math.floor((subtotal * rate + 5000) / 10_000);
  return { subtotal, shipping, tax, total: subtotal + shipping + tax };
}

/** Writes US dollars: `$12.34`. */
export function printUsd(minor: number): string {
  return `$${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}
