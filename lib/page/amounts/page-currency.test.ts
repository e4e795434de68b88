// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPageCurrency } from './page-currency.ts';
import { readStructuredFacts } from './structured-facts.ts';

function currencyOf(lang: string, host: string, body = ''): string | undefined {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`https://${host}/`);
  document.documentElement.lang = lang;
  document.body.innerHTML = body;
  return readPageCurrency(document, readStructuredFacts(document));
}

const SHOP_IN = (country: string): string =>
  `<script type="application/ld+json">{"@type":"Organization","address":{"addressCountry":"${country}"}}</script>`;

describe('[D6] what a shared mark means on a page', () => {
  it.each([
    ['en-US', 'shop.example', '', 'USD'],
    ['en', 'shop.com.au', '', 'AUD'],
    ['en-US', 'shop.com.au', '', 'AUD'],
    ['en-US', 'shop.ca', '', 'CAD'],
    ['en-US', 'shop.co.nz', '', 'NZD'],
    ['fr-CA', 'shop.com.au', '', undefined],
    ['sv', 'butik.dk', '', undefined],
    ['en-US', 'shop.example', SHOP_IN('CA'), undefined],
    ['en-US', 'shop.example', SHOP_IN('DE'), 'USD'],
    ['en', 'start-up.co', '', undefined],
    ['es', 'tienda.com.co', '', 'COP'],
    ['zh-TW', 'shop.example', '', 'TWD'],
    ['en-PK', 'shop.example', '', 'PKR'],
    ['en', 'shop.com.np', '', 'NPR'],
    ['zh-CN', 'shop.example', '', 'CNY'],
    ['zh-Hant', 'shop.example', '', undefined],
    ['en', 'shop.example', '<select name="country"><option value="AU" selected></select>', 'AUD'],
    [
      'en',
      'shop.example',
      '<select name="country"><option value="">Country</option><option value="NZ"></select>',
      'NZD',
    ],
    [
      'en',
      'shop.example',
      '<select name="country"><option value="AU"><option value="NZ"></select>',
      undefined,
    ],
    ['en-US', 'shop.example', '<select name="country"><option value="AU" selected></select>', 'USD'],
  ])('%s at %s %s: %s', (lang, host, body, currency) => {
    expect(currencyOf(lang, host, body)).toBe(currency);
  });

  it('takes no country that the buyer, or we for them, picked', () => {
    const list = '<select name="country"><option value="AU"><option value="NZ"></select>';
    currencyOf('en', 'shop.example', list);
    document.querySelector('select')!.value = 'NZ';
    expect(readPageCurrency(document, readStructuredFacts(document))).toBeUndefined();
  });

  it.each([
    ['$24.90 CAD', 'CAD'],
    ['CAD 24.90', 'CAD'],
    ['CAD $25', 'CAD'],
    ['24.90CAD', 'CAD'],
    // What the page shows goes before what its script holds; a script is heard where nothing else speaks.
    ['$24.90 CAD<script>const other = ["22.10 AUD", "24.90 USD"]</script>', 'CAD'],
    ['$24.90<script>const shown = "24.90 CAD"</script>', 'CAD'],
    ['1.250.000 CLP', 'CLP'],
    ['SHOWER GEL 250ML', undefined],
    ['GEL PEN <b>$2.50</b>', undefined],
    ['24.90 CAD or 20.00 USD', undefined],
    // The page's own mark says what its bare amounts are.
    ['<p>4000 Kč</p><p>Celkem: 5760</p>', 'CZK'],
    ['<p>£20</p><p>€25</p>', undefined],
    ['<p>$20</p><p>€25</p>', undefined],
  ])('%s names %s', (text, currency) => {
    expect(currencyOf('en', 'shop.example', `<p>${text}</p>`)).toBe(currency);
  });
});
