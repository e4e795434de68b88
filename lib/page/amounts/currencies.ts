/** Codes that are words of English, too, and of currencies that few shops take: in capitals they are more often the word. */
const WORDS: ReadonlySet<string> = new Set(['CUP', 'MOP', 'SOS', 'TOP']);

/** Codes that a page may mean when it writes three capital letters: those that the browser knows as currencies. */
const CODES: ReadonlySet<string> = new Set(
  Intl.supportedValuesOf('currency').filter((code) => /^[A-Z]{3}$/.test(code) && !WORDS.has(code)),
);

const CODE = /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g;

/** Currencies that are written with the one sign. */
const DOLLARS = (
  'USD CAD AUD NZD SGD HKD MXN TWD CLP COP ARS UYU BBD BMD BND BSD BZD CUC CUP DOP FJD GYD JMD KYD LRD NAD SBD SRD ' +
  'TTD XCD'
).split(' ');

/** What marks an amount, and the currencies it may stand for. */
const MARKS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/US ?\$|\$ ?US\b|U\.S\.? ?\$/, ['USD']],
  [/CA ?\$|\$ ?CA\b|CAN ?\$|Can\$/, ['CAD']],
  [/(?<!\p{L})C\$/u, ['CAD', 'NIO']],
  [/AU ?\$|(?<!\p{L})A\$|\$ ?AU\b/u, ['AUD']],
  [/NZ ?\$|\$ ?NZ\b/, ['NZD']],
  [/HK ?\$/, ['HKD']],
  [/NT ?\$/, ['TWD']],
  [/(?<!\p{L})S\$|SG ?\$/u, ['SGD']],
  [/MX ?\$/, ['MXN']],
  [/(?<!\p{L})R\$/u, ['BRL']],
  [/€|(?<!\p{L})(?:euros?|[Ee]ur)(?!\p{L})/u, ['EUR']],
  [/£|(?<!\p{L})gbp(?!\p{L})/u, ['GBP']],
  [/(?<!\p{L})usd(?!\p{L})/u, ['USD']],
  [/₩|(?<!(?![만천])[가-힣])원/, ['KRW']],
  [/円|日本円/, ['JPY']],
  [/元?人民[币幣]|RMB/, ['CNY']],
  [/元|圓/, ['CNY', 'TWD', 'HKD']],
  [/¥/, ['JPY', 'CNY']],
  [/₹/, ['INR']],
  [/₨|(?<!\p{L})Rs\.?(?=\s?(?:\d|$))/u, ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR']],
  [/₽|руб(?:лей|ля|\.)?|р\.(?=$|\s)|(?<!\p{L})rub(?!\p{L})/u, ['RUB']],
  [/₺|(?<!\p{L})TL(?!\p{L})/u, ['TRY']],
  [/₴|грн/, ['UAH']],
  [/zł/i, ['PLN']],
  [/Kč/i, ['CZK']],
  [/(?<!\p{L})Ft(?!\p{L})/u, ['HUF']],
  [/(?<!\p{L})lei(?!\p{L})/iu, ['RON']],
  [/лв/, ['BGN']],
  [/(?<!\p{L})S?Fr\.|(?<!\p{L})SFr(?!\p{L})/u, ['CHF']],
  [/₪|ש["״”]ח/, ['ILS']],
  [/฿|บาท/, ['THB']],
  [/₫|VNĐ|(?<!\p{L})đ(?!\p{L})/iu, ['VND']],
  [/₦/, ['NGN']],
  [/₱/, ['PHP']],
  [/₸|(?<!\p{L})(?:тг\.?|тенге)(?!\p{L})/u, ['KZT']],
  [/₾/, ['GEL']],
  [/₼/, ['AZN']],
  [/֏/, ['AMD']],
  [/\u20c0/, ['KGS']],
  [/₮/, ['MNT']],
  [/৳|(?<!\p{L})Tk\.?(?=\s?(?:\d|$))/u, ['BDT']],
  [/៛/, ['KHR']],
  [/₭/, ['LAK']],
  [/؋/, ['AFN']],
  [/₵/, ['GHS']],
  [/₡/, ['CRC']],
  [/₲/, ['PYG']],
  [/(?<!\p{L})Rp(?!\p{L})/u, ['IDR']],
  [/(?<!\p{L})RM(?=\s?(?:\d|$))/u, ['MYR']],
  [/(?<!\p{L})K[Ss]hs?\.?(?=\s?(?:\d|$))/u, ['KES']],
  [/(?<!\p{L})TSh\.?(?=\s?(?:\d|$))/u, ['TZS']],
  [/(?<!\p{L})USh\.?(?=\s?(?:\d|$))/u, ['UGX']],
  [/(?<!\p{L})Birr(?!\p{L})/u, ['ETB']],
  [/(?<!\p{L})F ?CFA(?!\p{L})/u, ['XOF', 'XAF']],
  [/(?<!\p{L})S\/\.?(?=\s?(?:\d|$))/u, ['PEN']],
  [/(?<!\p{L})MTn?(?!\p{L})/u, ['MZN']],
  // One letter is also a size, a room or a model: before cents it is money, else only where the page says so.
  [/(?<!\p{L})R(?=\s?\d[\d ,]*[.,]\d\d(?!\d))/u, ['ZAR']],
  [/(?<!\p{L})R(?=\s?(?:\d|$))/u, ['ZAR', 'BRL']],
  [/ر\.س|ريال سعودي/, ['SAR']],
  [/د\.إ|درهم إماراتي/, ['AED']],
  [/د\.ك/, ['KWD']],
  [/ج\.م/, ['EGP']],
  [/(?<!\p{L})kr\.?(?!\p{L})/iu, ['SEK', 'NOK', 'DKK', 'ISK']],
  [/\$/, DOLLARS],
];

const EVERY_MARK = MARKS.map(([{ source, flags }]) => new RegExp(source, `g${flags}`));

/** Currencies whose mark means another one almost everywhere: they are meant only where the page says so. */
const SAME_MARK: Readonly<Record<string, string>> = {
  GBP: 'FKP SHP GIP SSP SYP LBP EGP SDG', KRW: 'KPW', RON: 'MDL',
}; // prettier-ignore

/** Tells whether what is written as one currency may be another that the page names. */
export function sharesMark(written: string, named: string): boolean {
  return SAME_MARK[written]?.split(' ').includes(named) ?? false;
}

const CURRENCY_OF_REGION: Readonly<Record<string, string>> = {
  US: 'USD', PR: 'USD', EC: 'USD', SV: 'USD', CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', MX: 'MXN', TW: 'TWD',
  CL: 'CLP', CO: 'COP', AR: 'ARS', UY: 'UYU', SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK', JP: 'JPY', CN: 'CNY',
  IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR', MU: 'MUR', ZA: 'ZAR', BR: 'BRL',
}; // prettier-ignore

/** Languages spoken where one of the ambiguous marks has one meaning. */
const REGION_OF_LANGUAGE: Readonly<Record<string, string>> = {
  sv: 'SE', nb: 'NO', nn: 'NO', no: 'NO', da: 'DK', is: 'IS', ja: 'JP', zh: 'CN', hi: 'IN', ur: 'PK', si: 'LK', ne: 'NP', af: 'ZA',
}; // prettier-ignore

/** Tells whether three letters are a currency code that we know. */
export function isCurrencyCode(code: string): boolean {
  return CODES.has(code);
}

/** Gives the currencies that a text may speak of: one when it is plain, several when its mark is shared. */
export function readCurrencies(text: string): readonly string[] {
  const codes = (text.match(CODE) ?? []).filter(isCurrencyCode);
  if (codes.length > 0) return [...new Set(codes)];
  let rest = text;
  const found = new Map<string, readonly string[]>();
  for (const [index, [mark, currencies]] of MARKS.entries()) {
    if (!mark.test(rest)) continue;
    found.set(currencies.join(), currencies);
    rest = rest.replace(EVERY_MARK[index]!, ' ');
  }
  const all = [...found.values()];
  return all.length === 0 ? [] : all.length === 1 ? all[0]! : [...new Set(all.flat())];
}

/** Tells whether a text has a sign for money that stands for nothing we know: an old currency's, a coin's that no card pays. */
export function hasUnknownSign(text: string): boolean {
  return /\p{Sc}/u.test(withoutMarks(text));
}

/** Takes away whatever only says in which currency an amount is. */
export function withoutMarks(text: string): string {
  const uncoded = text.replace(CODE, (code) => (isCurrencyCode(code) ? ' ' : code));
  return EVERY_MARK.reduce((rest, mark) => rest.replace(mark, ' '), uncoded);
}

/** Gives the currency of a region, where one of the shared marks is used there. */
export function currencyOfRegion(region: string): string | undefined {
  return CURRENCY_OF_REGION[region.toUpperCase()];
}

/** Gives the currency that a language tag such as `en-US` or `sv` points to, among shared marks. */
export function currencyOfLanguage(tag: string): string | undefined {
  const [language = '', ...rest] = tag.split(/[-_]/);
  const isOfSeveral = rest.some((part) => /^hant$/i.test(part));
  const region =
    rest.find((part) => /^[A-Za-z]{2}$/.test(part)) ??
    (isOfSeveral ? undefined : REGION_OF_LANGUAGE[language.toLowerCase()]);
  return region ? currencyOfRegion(region) : undefined;
}
