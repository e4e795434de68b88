import { isVisible } from '../dom/visibility.ts';
import { foldText, queryAll, type ShadowRootOf } from '../dom/walk.ts';
import {
  looksLikeMoney,
  parseAmount,
  type AmountRefusal,
  type CurrencyHint,
  type PageMoney,
} from './parse-amount.ts';

export type AmountKind = 'subtotal' | 'shipping' | 'tax' | 'discount' | 'tip' | 'fee' | 'total';

export interface FoundAmount {
  readonly kind: AmountKind;
  readonly text: string;
  readonly amount: PageMoney | null;
  readonly source: 'visible' | 'structured';
}

export interface FoundLine {
  readonly title: string;
  readonly quantity: number;
  readonly amount: PageMoney | null;
}

export type FoundTotal =
  | { status: 'read'; amount: PageMoney }
  | { status: 'unreadable'; reason: AmountRefusal };

export interface FoundAmounts {
  readonly lines: FoundLine[];
  readonly amounts: FoundAmount[];
  readonly total: FoundTotal;
}

/** Words of the rows that lead to a total, special before general. */
const KINDS: readonly (readonly [AmountKind, RegExp])[] = [
  ['subtotal', /sub-?\s?total|zwischensumme|sous-total|subtotal|merchandise|items? total|小計|小计|소계|промежуточн|المجموع الفرعي|ara toplam/i],
  ['discount', /discount|promo|savings|rabatt|remise|descuento|desconto|sconto|korting|割引|折扣|скидка|خصم/i],
  ['tip', /\btip\b|gratuity|trinkgeld|pourboire|propina/i],
  ['shipping', /shipping|delivery|postage|versand|lieferung|livraison|envío|envio|frete|spedizione|verzending|配送|送料|运费|доставка|الشحن|kargo/i],
  ['tax', /\b(sales )?tax(es)?\b|\bvat\b|\bgst\b|mwst|ust\b|\btva\b|\biva\b|\bbtw\b|消費税|税|ндс|ضريبة|kdv/i],
  ['fee', /\bfee\b|surcharge|gebühr|frais|cargo\b|taxa/i],
  ['total', /\btotal\b|amount due|to pay|order total|gesamt|summe|zu zahlen|montant|importe|totale|totaal|合計|お支払い|总计|總計|합계|총|итого|razem|do zapłaty|الإجمالي|المجموع|toplam/i],
]; // prettier-ignore

const MAX_ROW_TEXT = 160;

/** The page's own word on its currency: structured data, `data-currency`, or an ISO code near its amounts. */
export function currencyHintOf(document: Document): CurrencyHint {
  const marked = document.querySelector(
    '[itemprop="priceCurrency"],meta[property="og:price:currency"],meta[property="product:price:currency"],[data-currency]',
  );
  const code =
    marked?.getAttribute('content') ?? marked?.getAttribute('data-currency') ?? marked?.textContent ?? '';
  if (/^[A-Z]{3}$/.test(code.trim())) return { currency: code.trim() };
  const written = new Set(
    [
      ...(document.body?.textContent ?? '').matchAll(
        /(?:[$¥]\s?[\d.,]+\s?([A-Z]{3})\b)|\b([A-Z]{3})\s?[$¥]/g,
      ),
    ].map((match) => match[1] ?? match[2]),
  );
  const [only] = written;
  return { currency: written.size === 1 ? only : undefined };
}

/** Text of a row without what is struck through: an old price is no price. */
function currentText(row: Element): string {
  if (!row.querySelector('s,del,strike,[aria-hidden="true"]')) return foldText(row.textContent);
  const copy = row.cloneNode(true) as Element;
  for (const old of copy.querySelectorAll('s,del,strike')) old.remove();
  return foldText(copy.textContent);
}

/** The smallest boxes that hold words and exactly one place with money. */
function rowsOf(document: Document, shadowRootOf: ShadowRootOf): Element[] {
  const boxes = queryAll(document, 'tr,li,dl>div,p,div,section,span,td,dd,label,strong,b', shadowRootOf);
  return boxes.filter((box) => {
    const text = box.textContent ?? '';
    return (
      text.length <= MAX_ROW_TEXT * 2 &&
      /\d/.test(text) &&
      looksLikeMoney(text) &&
      box.closest('button,a,option,script,style,label') === null
    );
  });
}

function kindOf(words: string): AmountKind | undefined {
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0];
}

const withoutMoney = (text: string): string => text.replace(/[\d٠-٩.,'’\s]+|[$€£¥￥₹₩₺₽]/g, ' ').trim();

/** Reads priced rows, cart lines and the total of a page; disagreeing totals are a refusal, not a guess. */
export function findAmounts(document: Document, shadowRootOf: ShadowRootOf): FoundAmounts {
  const hint = currencyHintOf(document);
  const amounts: FoundAmount[] = [];
  const taken: Element[] = [];
  const rows = rowsOf(document, shadowRootOf).filter(isVisible);
  for (const row of rows) {
    const text = currentText(row).slice(0, MAX_ROW_TEXT);
    const kind = kindOf(withoutMoney(text));
    if (!kind || taken.some((other) => other.contains(row) || row.contains(other))) continue;
    const read = parseAmount(text, hint);
    if (read === 'not_found' || read === 'disagreement') continue;
    taken.push(row);
    amounts.push({ kind, text, amount: typeof read === 'string' ? null : read, source: 'visible' });
  }
  return { lines: findLines(rows, taken, hint), amounts, total: totalOf(amounts) };
}

function findLines(rows: readonly Element[], taken: readonly Element[], hint: CurrencyHint): FoundLine[] {
  const lines: FoundLine[] = [];
  const used: Element[] = [];
  for (const row of rows) {
    if (!row.matches('tr,li,[data-line],[class*="item" i],[class*="line" i],[class*="product" i]')) continue;
    if (
      taken.some((other) => other.contains(row) || row.contains(other)) ||
      used.some((other) => other.contains(row) || row.contains(other))
    )
      continue;
    if (row.querySelector('input[type="radio"],input[type="text"]')) continue;
    const text = currentText(row);
    const read = parseAmount(
      text.replace(/(?:[×x]\s?\d{1,3}\b)|(?:\b\d{1,3}\s?[×x])|qty:?\s?\d+/gi, ' '),
      hint,
    );
    if (typeof read === 'string') continue;
    const quantity = /(?:[×x]\s?(\d{1,3})\b)|(?:\b(\d{1,3})\s?[×x])|qty:?\s?(\d+)/i.exec(text);
    used.push(row);
    lines.push({
      title: titleOf(row, text),
      quantity: Number(quantity?.[1] ?? quantity?.[2] ?? quantity?.[3] ?? 1),
      amount: read,
    });
  }
  return lines;
}

function titleOf(row: Element, text: string): string {
  const named = row.querySelector('[itemprop="name"],h2,h3,h4,strong,a,[class*="title" i],[class*="name" i]');
  return foldText(named?.textContent) || foldText(withoutMoney(text));
}

function totalOf(amounts: readonly FoundAmount[]): FoundTotal {
  const totals = amounts.filter(({ kind }) => kind === 'total');
  if (totals.length === 0) return { status: 'unreadable', reason: 'not_found' };
  const read = totals.flatMap(({ amount }) => (amount ? [amount] : []));
  if (read.length < totals.length) return { status: 'unreadable', reason: 'ambiguous_currency' };
  const distinct = new Set(read.map(({ minor, currency }) => `${minor} ${currency}`));
  return distinct.size === 1
    ? { status: 'read', amount: read[0]! }
    : { status: 'unreadable', reason: 'disagreement' };
}
