/** ISO 4217 codes that a page may mean when it writes three capital letters. */
const CODES = new Set(
  (
    'USD EUR GBP JPY CNY KRW INR CAD AUD NZD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN RUB UAH TRY BRL MXN ARS CLP COP PEN UYU ' +
    'ZAR NGN KES GHS EGP MAD TND DZD AED SAR QAR KWD BHD OMR JOD ILS THB VND IDR MYR SGD HKD TWD PHP PKR BDT LKR KZT GEL ' +
    'AMD AZN RSD MKD ALL BAM MDL XOF XAF XPF PYG BOB CRC DOP GTQ HNL NIO PAB JMD TTD IQD LYD LBP'
  ).split(' '),
);

/** What marks an amount, and the currencies it may stand for. */
const MARKS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/US ?\$|\$ ?US\b|U\.S\.? ?\$/, ['USD']],
  [/CA ?\$|C\$|\$ ?CA\b|CAN ?\$|Can\$/, ['CAD']],
  [/AU ?\$|A\$|\$ ?AU\b/, ['AUD']],
  [/NZ ?\$|\$ ?NZ\b/, ['NZD']],
  [/HK ?\$/, ['HKD']],
  [/NT ?\$/, ['TWD']],
  [/S\$|SG ?\$/, ['SGD']],
  [/MX ?\$/, ['MXN']],
  [/R\$/, ['BRL']],
  [/€|\beuros?\b|\bEur\b/, ['EUR']],
  [/£/, ['GBP']],
  [/₩|원/, ['KRW']],
  [/円|日本円/, ['JPY']],
  [/元|人民币|RMB/, ['CNY']],
  [/¥/, ['JPY', 'CNY']],
  [/₹|\bRs\.?(?=\s?\d)/, ['INR']],
  [/₽|руб\.?|р\.(?=$|\s)/, ['RUB']],
  [/₺|\bTL\b/, ['TRY']],
  [/₴|грн/, ['UAH']],
  [/zł/i, ['PLN']],
  [/Kč/i, ['CZK']],
  [/\bFt\b/, ['HUF']],
  [/\blei\b/i, ['RON']],
  [/лв/, ['BGN']],
  [/\bFr\.|\bSFr\.?/, ['CHF']],
  [/₪/, ['ILS']],
  [/฿/, ['THB']],
  [/₫/, ['VND']],
  [/₦/, ['NGN']],
  [/₱/, ['PHP']],
  [/\bRp\b/, ['IDR']],
  [/\bRM(?=\s?\d)/, ['MYR']],
  [/ر\.س|ريال سعودي/, ['SAR']],
  [/د\.إ|درهم إماراتي/, ['AED']],
  [/د\.ك/, ['KWD']],
  [/ج\.م/, ['EGP']],
  [/\bkr\.?(?![a-z])/i, ['SEK', 'NOK', 'DKK', 'ISK']],
  [/\$/, ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD', 'CLP', 'COP', 'ARS', 'UYU']],
];

const CURRENCY_OF_REGION: Readonly<Record<string, string>> = {
  US: 'USD', PR: 'USD', EC: 'USD', SV: 'USD', CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', MX: 'MXN', TW: 'TWD',
  CL: 'CLP', CO: 'COP', AR: 'ARS', UY: 'UYU', SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK', JP: 'JPY', CN: 'CNY',
}; // prettier-ignore

/** Languages spoken where one of the ambiguous marks has one meaning. */
const REGION_OF_LANGUAGE: Readonly<Record<string, string>> = {
  sv: 'SE', nb: 'NO', nn: 'NO', no: 'NO', da: 'DK', is: 'IS', ja: 'JP', zh: 'CN',
}; // prettier-ignore

/** Tells whether three letters are a currency code that we know. */
export function isCurrencyCode(code: string): boolean {
  return CODES.has(code);
}

/** Gives the currencies that a text may speak of: one when it is plain, several when its mark is shared. */
export function readCurrencies(text: string): readonly string[] {
  const codes = [...text.matchAll(/(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])/g)]
    .map(([, code]) => code!)
    .filter(isCurrencyCode);
  if (codes.length > 0) return [...new Set(codes)];
  let rest = text;
  const found = new Map<string, readonly string[]>();
  for (const [mark, currencies] of MARKS) {
    if (!mark.test(rest)) continue;
    found.set(currencies.join(), currencies);
    rest = rest.replace(new RegExp(mark.source, 'g' + mark.flags), ' ');
  }
  const all = [...found.values()];
  return all.length === 0 ? [] : all.length === 1 ? all[0]! : [...new Set(all.flat())];
}

/** Gives the currency of a region, where one of the shared marks is used there. */
export function currencyOfRegion(region: string): string | undefined {
  return CURRENCY_OF_REGION[region.toUpperCase()];
}

/** Gives the currency that a language tag such as `en-US` or `sv` points to, among shared marks. */
export function currencyOfLanguage(tag: string): string | undefined {
  const [language = '', ...rest] = tag.split(/[-_]/);
  const region =
    rest.find((part) => /^[A-Za-z]{2}$/.test(part)) ?? REGION_OF_LANGUAGE[language.toLowerCase()];
  return region ? currencyOfRegion(region) : undefined;
}
