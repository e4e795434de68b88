import { attributeOf, bodyOf, documentElementOf, queryAllIn, textContentOf } from '../dom/own-members.ts';
import { currencyOfLanguage, currencyOfRegion, isCurrencyCode, readCurrencies } from './currencies.ts';
import type { StructuredFacts } from './structured-facts.ts';

const META = [
  'meta[itemprop="priceCurrency"]', 'meta[property="og:price:currency"]', 'meta[property="product:price:currency"]',
  'meta[name="currency"]', '[itemprop="priceCurrency"]', '[data-currency]', '[data-currency-code]',
].join(','); // prettier-ignore

/** `.co` alone is where start-ups of all countries live. */
const COUNTRY_OF_DOMAIN = /\.(?!co$)([a-z]{2})$|\.com\.(co)$/;

/**
 * Says what a mark shared by several currencies (`$`, `kr`, `¥`) means on this page; `undefined` when the page does not
 * say or contradicts itself. Stronger evidence is asked first: declared codes, codes beside amounts, then the region.
 */
export function readPageCurrency(document: Document, facts: StructuredFacts): string | undefined {
  const declared = new Set<string>(facts.currencies);
  for (const element of [...queryAllIn(document, META)].slice(0, 50)) {
    const code = (
      attributeOf(element, 'content') ??
      attributeOf(element, 'data-currency') ??
      attributeOf(element, 'data-currency-code') ??
      textContentOf(element) ??
      ''
    ).trim();
    if (isCurrencyCode(code.toUpperCase())) declared.add(code.toUpperCase());
  }
  if (declared.size > 0) return declared.size === 1 ? [...declared][0] : undefined;
  // What a script holds may be the prices of other countries: it is heard where the page itself says nothing.
  for (const text of [shownText(document), bodyOf(document)?.textContent ?? '']) {
    const written = new Set(writtenCodes(text));
    if (written.size > 0) return written.size === 1 ? [...written][0] : undefined;
  }
  return readRegionCurrency(document, facts) ?? markedCurrency(shownText(document));
}

/** The one currency whose own mark stands beside the amounts of a page: what bears none is in that one, too. */
function markedCurrency(text: string): string | undefined {
  const marked = text
    .slice(0, LONGEST_TEXT)
    .matchAll(/[^\s\d.,:;()]{0,6}[ \u00a0]?\d[\d.,' \u00a0\u202f]{0,14}[^\s\d.,:;()]{0,6}/g);
  const found = new Set(
    [...marked].map(([amount]) => readCurrencies(amount.replace(/[A-Z]{3}/g, ' ')).join()).filter(Boolean),
  );
  const [only = ''] = found;
  return found.size === 1 && isCurrencyCode(only) ? only : undefined;
}

const LONGEST_TEXT = 60_000;

/** Codes that stand right beside an amount with cents or a mark: `24.90 USD`, `USD $25`. `SHOWER GEL 250ML` is none. */
function writtenCodes(text: string): string[] {
  const pattern = /\b([A-Z]{3})\s?(\p{Sc})?\s?\d[\d.,]{0,14}|(\p{Sc})?\s?\d[\d.,]{0,14}\s?([A-Z]{3})\b/gu;
  return [...text.slice(0, LONGEST_TEXT).matchAll(pattern)].flatMap(
    ([amount, before, signBehind, signBefore, after]) => {
      const code = before ?? after!;
      const sign = signBehind ?? signBefore;
      const isMeant = sign ? readCurrencies(sign).includes(code) : /\d[.,]\d{2,3}(?!\d)/.test(amount);
      return isMeant && isCurrencyCode(code) ? [code] : [];
    },
  );
}

/** The page's text without its scripts: cut out of the whole, which costs less than a walk over all nodes. */
function shownText(document: Document): string {
  const body = bodyOf(document);
  const unseen = body ? [...queryAllIn(body, 'script, style, noscript, template')] : [];
  return unseen.reduce(
    (text, { textContent }) => (textContent ? text.replace(textContent, ' ') : text),
    body?.textContent ?? '',
  );
}

/** A template's `en-US` stands in shops of every country: a domain of one says more. */
function readRegionCurrency(document: Document, facts: StructuredFacts): string | undefined {
  const { lang } = documentElementOf(document);
  const [, domain, colombian] = COUNTRY_OF_DOMAIN.exec(document.location?.hostname ?? '') ?? [];
  const byDomain = currencyOfRegion(domain ?? colombian ?? '');
  const said = new Set([byDomain, ...facts.countries.map(currencyOfRegion)]);
  if (!byDomain || !/^en-us$/i.test(lang)) said.add(currencyOfLanguage(lang));
  said.delete(undefined);
  if (said.size === 0) {
    for (const select of queryAllIn<HTMLSelectElement>(
      document,
      'select[autocomplete*="country"], select[name*="country" i]',
    )) {
      const { value = '' } = presetOf(select) ?? {};
      if (/^[A-Z]{2}$/.test(value)) said.add(currencyOfRegion(value));
    }
  }
  if (said.size === 0) said.add(currencyOfScript(shownText(document)));
  said.delete(undefined);
  return said.size === 1 ? [...said][0] : undefined;
}

/** Japan alone writes kana; signs of checkouts are written so in China, and otherwise in Taiwan and Hong Kong. */
function currencyOfScript(text: string): string | undefined {
  if (/[ぁ-ゖァ-ヺ]/.test(text)) return currencyOfRegion('JP');
  return /[价额单订购车结账货运请们]/.test(text) ? currencyOfRegion('CN') : undefined;
}

/** What the shop itself chose in a list, or offers alone: what stands there now may be the buyer's, filled by us. */
function presetOf({ options }: HTMLSelectElement): HTMLOptionElement | undefined {
  const offered = [...options].filter(({ value }) => value !== '');
  return offered.length === 1 ? offered[0] : offered.find(({ defaultSelected }) => defaultSelected);
}

/** Gives the currency to assume where a row names it outright, else the page's. */
export function hintFor(rowText: string, pageCurrency: string | undefined): string | undefined {
  const named = readCurrencies(rowText);
  return named.length === 1 ? named[0] : pageCurrency;
}
