import type { Money } from '../../kernel/money.ts';
import type { LineFinding } from '../../messaging/contracts/page-reading.ts';
import { capText, normaliseText } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import { amountTextOf } from './amount-text.ts';
import { kindOfRow } from './amount-words.ts';
import { hasMark, readRowAmounts } from './read-row.ts';

const ROWS =
  'tr, li, [role="row"], [role="listitem"], [class*="line-item" i], [class*="lineitem" i], [class*="cart-item" i], [class*="cart_item" i], [class*="order-item" i], [class*="product" i], [class*="basket-item" i], [data-line], [data-testid*="line" i], [data-testid*="item" i], article';

const MOST_LINES = 100;

/** Finds the goods: rows with a title and an amount that are no summary rows. */
export function findLines(
  roots: readonly (Document | ShadowRoot)[],
  pageCurrency: string | undefined,
): LineFinding[] {
  const boxes = roots.flatMap((root) => [...root.querySelectorAll(ROWS)]).filter(mayBeLine);
  const inner = boxes.filter((box) => !boxes.some((other) => other !== box && box.contains(other)));
  const lines: LineFinding[] = [];
  for (const box of inner) {
    if (lines.length >= MOST_LINES) break;
    const line = readLine(box, pageCurrency);
    if (line && isRendered(box)) lines.push(line);
  }
  return dropEchoes(lines);
}

function mayBeLine(box: Element): boolean {
  const text = box.textContent ?? '';
  if (text.length > 900 || !/[\d٠-٩]/.test(text) || !/\p{L}{2}/u.test(text)) return false;
  if (box.closest('nav, header, footer, select, [role="navigation"], [role="listbox"]')) return false;
  return !box.querySelector(
    'input:not([type=hidden]):not([type=number]):not([name*="q" i]), tr, button[type=submit]',
  );
}

function readLine(box: Element, pageCurrency: string | undefined): LineFinding | null {
  const text = amountTextOf(box, 500);
  if (text.length > 320) return null;
  const pieces = text
    .split('\n')
    .map((piece) => piece.trim())
    .filter(Boolean);
  const isMoney = (piece: string): boolean =>
    /\d/.test(piece) && readRowAmounts(piece, pageCurrency).amounts.length > 0 && hasMark(piece);
  const priced = pieces.filter(isMoney);
  if (priced.length === 0) return null;
  const title = titleOf(
    box,
    pieces.filter((piece) => !isMoney(piece) || /\p{L}{4}/u.test(piece)),
  );
  if (!title || kindOfRow(normaliseText(title))) return null;
  const quantity = quantityOf(box, text);
  const amounts = priced.flatMap((piece) => readRowAmounts(piece, pageCurrency).amounts);
  return { title: capText(title, 200), quantity, amount: lineAmount(amounts, quantity) };
}

function titleOf(box: Element, pieces: readonly string[]): string {
  const named = box.querySelector('[class*="title" i], [class*="name" i], h2, h3, h4, h5, a[href]');
  const words = named ? amountTextOf(named, 200).replace(/\n/g, ' ') : '';
  if (/\p{L}{2}/u.test(words)) return words;
  const isTitle = (piece: string): boolean =>
    /\p{L}{2}/u.test(piece) &&
    !/^(qty|quantity|menge|anzahl|cantidad|quantit|remove|entfernen)\b/i.test(piece);
  return pieces.find(isTitle)?.replace(/\s*[×x]\s*\d+\s*$/, '') ?? box.querySelector('img')?.alt ?? '';
}

function quantityOf(box: Element, text: string): number {
  const input = box.querySelector<HTMLInputElement>(
    'input[type=number], input[name*="qty" i], input[name*="quantity" i]',
  );
  const typed = Number(input?.value);
  if (input && Number.isInteger(typed) && typed >= 0 && typed <= 10_000) return typed;
  const match =
    /(?:qty|quantity|menge|anzahl|cantidad|quantit[eéà]|quantidade|aantal|ilo[sś][cć]|数量|數量|수량|кол-?во|adet|الكمية)\W{0,3}(\d{1,4})/i.exec(
      text,
    ) ??
    /(?:^|[\s(])(\d{1,4})\s?[×x]\s/i.exec(text) ??
    /[×]\s?(\d{1,4})(?![\d.,])/.exec(text) ??
    /\bx\s?(\d{1,3})(?![\d.,])\b/i.exec(text);
  const found = Number(match?.[1] ?? 1);
  return found <= 10_000 ? found : 1;
}

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
