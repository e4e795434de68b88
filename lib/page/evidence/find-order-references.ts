import type { PageEvidence } from '../../messaging/contracts/page-reading.ts';
import { closestOf, contains, nextElementOf, parentElementOf } from '../dom/own-members.ts';
import { capText, textOf } from '../dom/text.ts';
import { textsIn } from '../dom/text-nodes.ts';
import { isRendered } from '../dom/visibility.ts';
import type { PageTree } from '../dom/walk.ts';

/** Scripts by their ranges: compiling `\p{L}` over and over takes 20 ms of a page's time. */
const LETTERS =
  'A-Za-zÀ-ӿＡ-Ｚａ-ｚא-ת\\u0621-\\u064a\\u0671-\\u06d3\\u0e00-\\u0e4e\\u1ea0-\\u1eff\\u3040-\\u9fff가-힣';
const DIGIT = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\uff10-\\uff19]';
const HAS_DIGIT = new RegExp(DIGIT);

/** Compiles a pattern in which `~` stands for a letter and `%` for a digit, of any script. */
const compile = (pattern: string, flags = 'gi'): RegExp =>
  new RegExp(
    pattern.replaceAll('[~', `[${LETTERS}`).replaceAll('~', `[${LETTERS}]`).replaceAll('%', DIGIT),
    flags,
  );

/** How words for an order begin. English ones stand before their "number", others on either side of it. */
const ORDER = `(?<!~)(?:orden|ordin[ei]|bestel|beställ|bestill|auftrag|commande|pedido|encomenda|compra|zamówieni|objednáv|tilau|rendelés|com(?:and|enz)|narudž|naročil|παραγγελ|заказ|замовлен|поръчк|sipariş|đơn hàng|pesanan|tellimus|užsakym|pasūtījum)|طلب|הזמנ|สั่งซื้อ|注文|受注|オーダー|订单|訂單|주문`;
const ENGLISH_ORDER = `(?<!~)ord(?:er|re)`;
/** What has a number of its own, which may stand in for the order's. */
const DEED = `(?<!~)(?:confirm|bestätigung|potvrzen|booking|buchung|boeking|bokning|r[eé]serv|rezerv|prenotazion|purchase|transa[ck]|receipt|r[eé]f[eé]ren|vorgang)|受付|予約|预订|접수|예약`;
const NUMBER = `(?:n[uúü]m~*|(?:n[or]|nro|id|ref)(?!~)|n?[.\\s]{0,2}[#№º°]|n\\.|[ck][oó]d(?!a)~*|r(?:[eé]f[eé]ren|iferim)~*|č\\.|čísl~*|номер~*|αριθμ~*|broj|številka|nomor|mã|số|szám~*|رقم|מספר|(?:หมาย)?เลข~*|番号|[号號]码?碼?|[编編][号號]|번호)`;
const IS = `(?:\\s(?:is|ist|lautet|est|es|è|é|jest|er|är|on|je|este|to)(?!~))?`;
const TOKEN = `(?:(?<![A-Za-zÀ-ɏＡ-Ｚ])|(?=%))((?:[A-Za-zÀ-ӿＡ-Ｚ]|%)(?:[A-Za-zÀ-ӿＡ-Ｚ/_-]|%|\\.(?=%)){1,39})(?<![/_-])(?![\\w@])`;

const WORDS = compile(`${ENGLISH_ORDER}|${ORDER}|${DEED}|(?<!~)pnr`, 'i');
/** A label that says "number", and what stands right after it. */
const NUMBERED = compile(
  `(?:(?:(${ENGLISH_ORDER}|${ORDER})|${DEED})~{0,9}[\\s'’.-]{0,2}${NUMBER}|(?<!~)${NUMBER}[~\\s'’.]{0,14}(?:(${ORDER})|${DEED})~*|(?<!~)pnr)[ぁ-ゖ가-힣]{0,2}(?:[\\s.]{0,2}${NUMBER})?${IS}([\\s:：#№.º°=–—"'“”„«(（「【-]*)${TOKEN}`,
);
/** Nothing but the word for an order right before it. */
const NAMED = compile(`(?:${ENGLISH_ORDER}(?!~)|(?:${ORDER})~{0,5})([\\s:："'“„«(（-]{1,4})${TOKEN}`);

interface Hit {
  readonly reference: string;
  readonly context: string;
  readonly rank: number;
}

/** Finds order references together with the words beside them, the surest first. */
export function findOrderReferences(
  tree: PageTree,
  structured: readonly string[],
): PageEvidence['orderReferences'] {
  const found = new Map<string, Hit>();
  const add = (hit: Hit): void => {
    if ((found.get(hit.reference)?.rank ?? -1) < hit.rank) found.set(hit.reference, hit);
  };
  for (const reference of structured)
    add({ reference: reference.slice(0, 64), context: 'schema.org order number', rank: 3 });
  for (const { text, box } of textsIn(tree.roots)) {
    if (found.size >= 5) break;
    if (text.length > 400 || !WORDS.test(text)) continue;
    if (/^(SCRIPT|STYLE|NOSCRIPT|OPTION|TEXTAREA)$/.test(box.nodeName)) continue;
    if (closestOf(box, 'nav, footer, button, label')) continue;
    const hit = readReference(box, text);
    if (hit && isRendered(box)) add(hit);
  }
  return [...found.values()]
    .sort((one, other) => other.rank - one.rank)
    .map(({ reference, context }) => ({ reference, context }));
}

/** Reads the number of a label: in its own text, in the element after it, in the cell below it. */
function readReference(box: Element, label: string): Hit | null {
  const own = textOf(box, 301).length > 300 ? label : textOf(box, 301);
  const parent = parentElementOf(box);
  const after = [nextElementOf(box), parent, cellBelow(box), parent?.nextElementSibling];
  const texts = [own, ...after.map((next) => next && (next === parent ? '' : `${own} `) + textOf(next, 301))];
  for (const [index, text] of texts.entries()) {
    const hit = text && text.length <= 300 + own.length && readText(text, index === 0);
    if (hit) return hit;
  }
  return null;
}

function readText(text: string, isOwn: boolean): Hit | null {
  for (const [, order, orderAfter, mark = '', reference = ''] of text.matchAll(NUMBERED)) {
    if (HAS_DIGIT.test(reference) || (/[:：#№]/.test(mark) && /^(?:[A-Z]{6}|[A-Z]{9})$/.test(reference)))
      return { reference, context: capText(text), rank: (order ?? orderAfter) ? 2 : 1 };
  }
  for (const { 0: match, 1: mark = '', 2: reference = '', index } of text.matchAll(NAMED)) {
    if ((isOwn || /[:：]/.test(mark)) && isReference(reference, text.slice(index + match.length)))
      return { reference, context: capText(text), rank: 0 };
  }
  return null;
}

/** A date, a range, a year, a price or a telephone number is none. */
function isReference(text: string, rest: string): boolean {
  return (
    text.length > 3 &&
    text.split(HAS_DIGIT).length > 3 &&
    !/^(?:0|(?:19|20)\d\d$|\d{1,4}[-/.]\d\d?(?:[-/.]\d\d?)?$|\d\d?[-/.]\d\d?[-/.]\d{4}$|(?:1-)?\d{3}-\d{3}-\d{4}$)/.test(
      text,
    ) &&
    !/^[.,]?\s?(?:[$£¥₩₹₺₽€%]|[A-Z]{3}(?![a-z]))/.test(rest)
  );
}

/** The cell under a column's head. */
function cellBelow(box: Element): Element | undefined {
  const cell = closestOf<HTMLTableCellElement>(box, 'th, td');
  const table = cell && closestOf<HTMLTableElement>(cell, 'table');
  const rows = [...(table?.rows ?? [])];
  const at = rows.findIndex((row) => contains(row, box));
  return rows[at + 1]?.cells[cell?.cellIndex ?? -1];
}
