import { attributeOf, queryAllIn, queryIn, textContentOf } from '../dom/own-members.ts';
import { isCurrencyCode } from './currencies.ts';

/** What a page states for machines about its order. A claim like any other. */
export interface StructuredFacts {
  /** What is to be paid, as text with its currency; never a product's price. */
  readonly totals: readonly { readonly price: string; readonly currency: string }[];
  readonly currencies: readonly string[];
  readonly countries: readonly string[];
  readonly orderNumbers: readonly string[];
}

interface Draft {
  totals: { price: string; currency: string }[];
  currencies: Set<string>;
  countries: Set<string>;
  orderNumbers: Set<string>;
}

const ORDER_TYPES = /(^|\/)(Order|Invoice)$/;

/** Reads JSON-LD and microdata (schema.org `Order`, `Invoice`, `totalPaymentDue`). */
export function readStructuredFacts(document: Document): StructuredFacts {
  const draft: Draft = { totals: [], currencies: new Set(), countries: new Set(), orderNumbers: new Set() };
  for (const script of [...queryAllIn(document, 'script[type="application/ld+json"]')].slice(0, 20)) {
    const text = textContentOf(script) ?? '';
    if (text.length < 200_000) visitJson(parseJson(text), draft, 0);
  }
  for (const element of [...queryAllIn(document, '[itemprop="totalPaymentDue"]')].slice(0, 10)) {
    addMicrodata(element, draft);
  }
  return {
    totals: draft.totals,
    currencies: [...draft.currencies],
    countries: [...draft.countries],
    orderNumbers: [...draft.orderNumbers],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Pages ship broken JSON-LD; it then says nothing.
  }
}

function visitJson(value: unknown, draft: Draft, depth: number): void {
  if (depth > 8 || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    value.slice(0, 50).forEach((item) => visitJson(item, draft, depth + 1));
    return;
  }
  const node = value as Record<string, unknown>;
  const currency = textOfJson(node.priceCurrency ?? node.currency).toUpperCase();
  if (isCurrencyCode(currency)) draft.currencies.add(currency);
  const country = textOfJson(node.addressCountry).toUpperCase();
  if (/^[A-Z]{2}$/.test(country)) draft.countries.add(country);
  if (ORDER_TYPES.test(textOfJson(node['@type']))) {
    const number = textOfJson(node.orderNumber ?? node.confirmationNumber);
    if (number) draft.orderNumbers.add(number.slice(0, 64));
    const due = node.totalPaymentDue as Record<string, unknown> | undefined;
    const price = textOfJson(due?.price ?? due?.value ?? node.price);
    const dueCurrency = textOfJson(due?.priceCurrency ?? due?.currency ?? node.priceCurrency).toUpperCase();
    if (price && isCurrencyCode(dueCurrency)) draft.totals.push({ price, currency: dueCurrency });
  }
  Object.values(node).forEach((child) => visitJson(child, draft, depth + 1));
}

function textOfJson(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : '';
}

function addMicrodata(element: Element, draft: Draft): void {
  const price = queryIn(element, '[itemprop="price"], [itemprop="value"]') ?? element;
  const currency = queryIn(element, '[itemprop="priceCurrency"], [itemprop="currency"]');
  const code = (currency?.getAttribute('content') ?? currency?.textContent ?? '').trim().toUpperCase();
  const text = (attributeOf(price, 'content') ?? textContentOf(price) ?? '').trim();
  if (isCurrencyCode(code)) {
    draft.currencies.add(code);
    if (text) draft.totals.push({ price: text, currency: code });
  }
}
