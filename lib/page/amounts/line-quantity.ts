import { normaliseText } from '../dom/text.ts';

const MOST = 10_000;

/** What quantities are called in the heads of tables and before their numbers; on normalised words. */
const CALLED =
  /\b(qty|quantity|units|menge|anzahl|stuckzahl|cantidad|cant|quantit[ea]|qte|quantidade|qtd|aantal|ilosc|szt|antal|maara|mnozstvi|kolicina|darab|mennyiseg|cantitate|adet|miktar|so luong|sl|jumlah|ποσοτητα)\b|数量|數量|個数|수량|кол-?во|количество|кількість|الكمية|العدد|จำนวน|כמות|मात्रा/;

/** A number in a row with what says that it counts pieces. */
const COUNTS: readonly RegExp[] = [
  new RegExp(`(?:${CALLED.source})\\W{0,3}(\\d{1,4})(?![\\d.,]\\d)`),
  /(?:^|[\s(])(\d{1,4}) ?(?:stk|stuck|pcs|pieces|шт|szt|ks|un|uds?|개|点|個|件|adet)(?!\p{L})/u,
  /(?:^|[\s(])(\d{1,4}) ?[×x](?![\p{L}\d]| ?\d+(?:[.,]\d+)? ?(?:m?l|k?g|[cm]m)\b)/u,
  /× ?(\d{1,4})(?![\d.,])/,
  /\bx ?(\d{1,3})(?![\d.,])\b/,
];

/** Gives how many pieces a row is of: what its box for that holds, what its column or words say, else one. */
export function lineQuantityOf(box: Element, text: string): number {
  const input = box.querySelector<HTMLInputElement>(
    'input[type=number], input[name*="qty" i], input[name*="quantity" i], input[id*="qt" i]',
  );
  const typed = Number(input?.value);
  if (input && Number.isInteger(typed) && typed >= 0 && typed <= MOST) return typed;
  const inColumn = columnQuantityOf(box);
  if (inColumn !== undefined) return inColumn;
  const words = normaliseText(text);
  for (const counts of COUNTS) {
    const count = Number(counts.exec(words)?.at(-1) ?? Number.NaN);
    if (Number.isInteger(count) && count <= MOST) return count;
  }
  return 1;
}

/** In a table whose head has a column for it, the number that stands there. */
function columnQuantityOf(row: Element): number | undefined {
  const head = row.closest('table')?.querySelector('tr');
  if (row.nodeName !== 'TR' || !head || head === row) return undefined;
  const column = [...head.children].findIndex(({ textContent }) =>
    CALLED.test(normaliseText(textContent ?? '')),
  );
  const shown = column < 0 ? undefined : row.children[column]?.textContent?.trim();
  const [, count] = /^(\d{1,4})\D{0,12}$/.exec(shown ?? '') ?? [];
  return count === undefined ? undefined : Number(count);
}
