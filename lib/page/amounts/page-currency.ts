import { currencyOfLanguage, currencyOfRegion, isCurrencyCode, readCurrencies } from './currencies.ts';
import type { StructuredFacts } from './structured-facts.ts';

const META = [
  'meta[itemprop="priceCurrency"]', 'meta[property="og:price:currency"]', 'meta[property="product:price:currency"]',
  'meta[name="currency"]', '[itemprop="priceCurrency"]', '[data-currency]', '[data-currency-code]',
].join(','); // prettier-ignore

const COUNTRY_OF_DOMAIN = /\.(ca|au|nz|sg|hk|mx|tw|cl|co|ar|uy|se|no|dk|is|jp|cn)$/;

/**
 * Says what a mark shared by several currencies (`$`, `kr`, `¥`) means on this page; `undefined` when the page does not
 * say or contradicts itself. Stronger evidence is asked first: declared codes, codes beside amounts, then the region.
 */
export function readPageCurrency(document: Document, facts: StructuredFacts): string | undefined {
  const declared = new Set<string>(facts.currencies);
  for (const element of [...document.querySelectorAll(META)].slice(0, 50)) {
    const code = (
      element.getAttribute('content') ??
      element.getAttribute('data-currency') ??
      element.getAttribute('data-currency-code') ??
      element.textContent ??
      ''
    ).trim();
    if (isCurrencyCode(code.toUpperCase())) declared.add(code.toUpperCase());
  }
  if (declared.size > 0) return declared.size === 1 ? [...declared][0] : undefined;
  const written = new Set(writtenCodes(document));
  if (written.size > 0) return written.size === 1 ? [...written][0] : undefined;
  return readRegionCurrency(document, facts);
}

/** Codes that stand right beside an amount: `24.90 USD`. */
function writtenCodes(document: Document): string[] {
  const text = (document.body?.textContent ?? '').slice(0, 60_000);
  const pattern = /\b([A-Z]{3})\s?\$?\s?\d|\d\s?([A-Z]{3})\b/g;
  return [...text.matchAll(pattern)].map(([, before, after]) => before ?? after ?? '').filter(isCurrencyCode);
}

function readRegionCurrency(document: Document, facts: StructuredFacts): string | undefined {
  const byLanguage = currencyOfLanguage(document.documentElement.lang);
  if (byLanguage) return byLanguage;
  const byDomain = COUNTRY_OF_DOMAIN.exec(document.location?.hostname ?? '')?.[1];
  if (byDomain) return currencyOfRegion(byDomain);
  const regions = new Set(facts.countries);
  for (const select of document.querySelectorAll<HTMLSelectElement>(
    'select[autocomplete*="country"], select[name*="country" i]',
  )) {
    if (/^[A-Z]{2}$/.test(select.value)) regions.add(select.value);
  }
  if (regions.size !== 1) return undefined;
  return currencyOfRegion([...regions][0]!);
}

/** Gives the currency to assume where a row names it outright, else the page's. */
export function hintFor(rowText: string, pageCurrency: string | undefined): string | undefined {
  const named = readCurrencies(rowText);
  return named.length === 1 ? named[0] : pageCurrency;
}
