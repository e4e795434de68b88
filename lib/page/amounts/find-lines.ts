import type { Money } from '../../kernel/money.ts';
import type { LineFinding } from '../../messaging/contracts/page-reading.ts';
import {
  closestOf,
  contains,
  isBehind,
  parentElementOf,
  queryAllIn,
  queryIn,
  textContentOf,
} from '../dom/own-members.ts';
import { capText, normaliseText } from '../dom/text.ts';
import { textsIn } from '../dom/text-nodes.ts';
import { isRendered } from '../dom/visibility.ts';
import { amountTextOf } from './amount-text.ts';
import { isNameOfSum } from './amount-words.ts';
import { withoutMarks } from './currencies.ts';
import { columnQuantityOf, lineCellsOf, PRICE } from './line-columns.ts';
import { isQuantityBox, QUANTITY, saidQuantityOf, setQuantityOf } from './line-quantity.ts';
import { findRowBoxes, WHOLE } from './line-rows.ts';
import { hasMark, readRowAmounts } from './read-row.ts';

const MOST_LINES = 100;
const MOST_LISTED = 300;
const LONGEST_BOX = 900;
const LONGEST_ROW = 320;

/** A row as it reads by itself; `null` where it does not say how many pieces it is of. */
type OwnLine = Omit<LineFinding, 'quantity'> & { readonly quantity: number | null };

/** A row of goods and the box that it stands in. */
export interface ListedLine<Line = LineFinding> {
  readonly line: Line;
  readonly box: Element;
}

/** Finds what may be goods: rows with a title and an amount that are no summary rows, in reading order. */
export function listLines(
  roots: readonly (Document | ShadowRoot)[],
  pageCurrency: string | undefined,
): ListedLine[] {
  const prices = [...textsIn(roots)].filter(({ text }) => /\d/.test(text) && text.length < 120);
  const listed: ListedLine<OwnLine>[] = [];
  for (const box of findRowBoxes(roots, prices).filter(mayBeLine)) {
    if (listed.length >= MOST_LISTED) break;
    const line = readLine(box, pageCurrency);
    if (line && isRendered(box)) listed.push({ line, box });
  }
  return listed
    .filter(({ box }) => !listed.some((other) => other.box !== box && contains(box, other.box)))
    .map(({ line, box }, _, rows) => ({
      line: { ...line, quantity: line.quantity ?? quantityAround(box, rows) ?? 1 },
      box,
    }))
    .sort((a, b) => (isBehind(b.box, a.box) ? -1 : 1));
}

/** Gives the goods that are bought, of all that a page lists; `stated` are the sums of its summary. */
export function chooseLines(listed: readonly ListedLine[], stated: readonly Money[]): LineFinding[] {
  return dropEchoes(addingUp(listed, stated).map(({ line }) => line)).slice(0, MOST_LINES);
}

/** Offers stand in lists, too: where one list comes to what the summary states, the others are not bought. */
function addingUp(lines: readonly ListedLine[], stated: readonly Money[]): readonly ListedLine[] {
  const parents = new Set(lines.map(({ box }) => parentElementOf(box)));
  const lists = [...parents].map((parent) => lines.filter(({ box }) => parentElementOf(box) === parent));
  if (lists.length < 2 || comesTo(lines, stated)) return lines;
  const own = lists.filter((list) => comesTo(list, stated));
  return own.length > 0 ? own.flat() : lines;
}

function comesTo(lines: readonly ListedLine[], stated: readonly Money[]): boolean {
  const sum = (valueOf: (line: LineFinding) => bigint): bigint =>
    lines.reduce((total, { line }) => total + valueOf(line), 0n);
  const sums = [
    sum(({ amount }) => amount?.minor ?? 0n),
    sum(({ amount, quantity }) => (amount?.minor ?? 0n) * BigInt(quantity)),
  ];
  return stated.some(({ minor }) => sums.includes(minor));
}

/** What puts something into a cart stands on an offer. */
const ADDS =
  /\b(add|buy|select|choose|toevoegen|bestel|ajouter|agregar|anadir|adicionar|comprar|aggiungi|dodaj|pridat|hinzufugen)\b|in den (warenkorb|einkaufs)|lagg i|legg i|laeg i|sepete|в корзину|добавить|до кошика|カートに|加入|담기|أضف/;

function mayBeLine(box: Element): boolean {
  const text = textContentOf(box) ?? '';
  if (text.length > LONGEST_BOX || !/[\d٠-٩]/.test(text) || !/\p{L}{2}/u.test(text)) return false;
  if (closestOf(box, 'nav, header, footer, select, [role="navigation"], [role="listbox"]')) return false;
  if (queryIn(box, 'tr, input[type=radio]')) return false;
  const fields = [...queryAllIn<HTMLInputElement>(box, 'input:not([type=hidden])')];
  const buttons = [...queryAllIn(box, 'button, input[type=submit], a[class*="btn" i]')];
  return (
    fields.every(isOfRow) &&
    !buttons.some((button) => ADDS.test(normaliseText((textContentOf(button) ?? '').slice(0, 40))))
  );
}

/** Tells whether a control belongs to a row of a cart: how many of it, whether it is chosen, or a button. */
const isOfRow = (field: HTMLInputElement): boolean =>
  /^(submit|button|image|checkbox)$/.test(field.type) || isQuantityBox(field);

const quantityOf = (row: Element, text: string): number | null =>
  columnQuantityOf(row) ?? setQuantityOf(row) ?? saidQuantityOf(text);

const FARTHEST = 3;

/** Gives what a control beside a row says of how many: in a box around it that holds no other row. */
function quantityAround(row: Element, rows: readonly ListedLine<OwnLine>[]): number | null {
  let around = parentElementOf(row);
  for (let height = 0; around && height < FARTHEST && !WHOLE.test(around.nodeName); height += 1) {
    if (rows.some(({ box }) => box !== row && contains(around!, box))) return null;
    const quantity = setQuantityOf(around);
    if (quantity !== null) return quantity;
    around = parentElementOf(around);
  }
  return null;
}

/** Reads a row of a table by the heads of its columns: there a bare number is a price, too. */
function readTableLine(row: Element, pageCurrency: string | undefined): OwnLine | null {
  const cells = lineCellsOf(row);
  if (!cells) return null;
  const { goods, sum } = cells;
  const title = amountTextOf(goods, 200).split('\n')[0]?.trim() ?? '';
  const { amounts, refusal } = readRowAmounts(amountTextOf(sum, 80), pageCurrency);
  const isPriced = amounts.length === 1 || refusal === 'ambiguous_currency';
  if (!isPriced || !/\p{L}{2}/u.test(title) || isNameOfSum(normaliseText(title))) return null;
  const quantity = quantityOf(row, amountTextOf(row, 500));
  return { title: capText(title, 200), quantity, amount: amounts[0] ?? null };
}

function readLine(box: Element, pageCurrency: string | undefined): OwnLine | null {
  const inTable = readTableLine(box, pageCurrency);
  if (inTable) return inTable;
  const text = amountTextOf(box, 500);
  if (text.length > LONGEST_ROW) return null;
  const pieces = text
    .split('\n')
    .map((piece) => piece.trim())
    .filter(Boolean);
  const priced = pieces.flatMap((piece) => {
    if (!/\d/.test(piece) || !hasMark(piece)) return [];
    const { amounts, refusal } = readRowAmounts(piece, pageCurrency);
    // Goods are goods, also where nobody knows whose dollars they cost.
    return amounts.length > 0 || refusal === 'ambiguous_currency' ? [{ piece, amounts }] : [];
  });
  if (priced.length === 0) return null;
  const title = titleOf(box, pieces, priced.length === 1 ? priced[0]!.piece : undefined);
  if (!title || isNameOfSum(normaliseText(title))) return null;
  const quantity = quantityOf(box, text);
  const amounts = priced.flatMap((piece) => piece.amounts);
  return { title: capText(title, 200), quantity, amount: lineAmount(amounts, quantity ?? 1) };
}

const NAMES = '[class*="title" i], [class*="name" i], h2, h3, h4, h5, a[href]';

/** The first amount of a text, by its cents or its sign. */
const AMOUNT =
  /(?:\p{Sc}|(?<!\p{L})[A-Z]{1,3}\$?|kr\.?)?\s?\d[\d.,']*[.,]\d\d(?!\d)|\p{Sc}\s?\d|\d[\d.,']*\s?\p{Sc}(?!\s?\d)/u;
const COUNT = /^\d{1,4} ?[×x](?=\s)|[×x] ?\d{1,4}$|\s\d{1,4} ?[×x]$/giu;

/** Tells whether a text has words besides the marks of money. */
const saysWords = (text: string): boolean => /\p{L}{2}/u.test(withoutMarks(text));

/** Gives the words of a row that name the goods: without their number, and without the price if it stands among them. */
function titleOf(box: Element, pieces: readonly string[], ownPrice: string | undefined): string {
  const named = [...queryAllIn(box, NAMES)]
    .slice(0, 6)
    .map((element) => amountTextOf(element, 200).replace(/\n/g, ' '));
  const isTitle = (text: string): boolean =>
    saysWords(text) && !COLUMN_NAME.test(normaliseText(text)) && !CONTROL.test(normaliseText(text));
  const nameIn = (text: string): string => {
    // What goods cost may be part of their name (`Top-up $50`); only the row's own price is not.
    const [before = '', ...behind] = text === ownPrice ? text.split(AMOUNT) : [text];
    return (saysWords(before) ? before : behind.join(' ')).trim().replace(COUNT, '').trim();
  };
  return [...named, ...pieces].map(nameIn).find(isTitle) ?? queryIn<HTMLImageElement>(box, 'img')?.alt ?? '';
}

/** What names a column of a row, and not its goods. */
const COLUMN_NAME = new RegExp(`^(?:${QUANTITY.source}|${PRICE.source}|\\/)`);
/** What a row's own controls say. */
const CONTROL =
  /^\W*(details?|view|remove|delete|edit|entfernen|loschen|supprimer|eliminar|quitar|remover|rimuovi|verwijder|usun|sil|удалить|删除|削除|삭제)\b/;

/** Of a unit price and a line price, the line price. */
function lineAmount(amounts: readonly Money[], quantity: number): Money | null {
  if (amounts.length <= 1) return amounts[0] ?? null;
  const whole = amounts.find((amount) =>
    amounts.some(
      (unit) => unit.minor * BigInt(quantity) === amount.minor && (quantity > 1 || unit !== amount),
    ),
  );
  return whole ?? amounts.at(-1) ?? null;
}

/** Small and wide layouts often list the same goods twice, one of them folded away but painted. */
function dropEchoes(lines: readonly LineFinding[]): LineFinding[] {
  const half = lines.length / 2;
  const key = ({ title, quantity, amount }: LineFinding): string => `${title}|${quantity}|${amount?.minor}`;
  if (!Number.isInteger(half) || half === 0) return [...lines];
  const isTwice = lines.slice(0, half).every((line, index) => key(line) === key(lines[half + index]!));
  return isTwice && half > 1 ? lines.slice(0, half) : [...lines];
}
