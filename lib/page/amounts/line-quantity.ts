import { isMatch, nextElementOf, previousElementOf, queryAllIn, textContentOf } from '../dom/own-members.ts';
import { normaliseText } from '../dom/text.ts';

const MOST = 10_000;
const MOST_PARTS = 200;

/** What quantities are called in the heads of tables and before their numbers; on normalised words. */
export const QUANTITY =
  /\b(qty|quantity|units|menge|anzahl|stuckzahl|cantidad|cant|quantit[ea]|qte|quantidade|qtd|aantal|ilosc|szt|antal|maara|mnozstvi|kolicina|darab|mennyiseg|cantitate|adet|miktar|so luong|sl|jumlah|ποσοτητα)\b|数量|數量|個数|수량|кол-?во|количество|кількість|الكمية|العدد|จำนวน|כמות|मात्रा/;

/** A number in a row with what says that it counts pieces. */
const COUNTS: readonly RegExp[] = [
  new RegExp(`(?:${QUANTITY.source})\\W{0,3}(\\d{1,4})(?!\\d|[.,]\\d)`),
  /(?:^|\s)(\d{1,4}) ?(?:stk|stuck|pcs|шт|szt|ks|db|kpl|adet|buc|uds?)\.?\s+(?=\p{Sc}?\d)/u,
  /(?:^|[\s(])(\d{1,4}) ?[×x](?![\p{L}\d]| ?\d+(?:[.,]\d+)? ?(?:m?l|k?g|[cm]m)\b)/u,
  /× ?(\d{1,4})(?![\d.,])/,
  /\bx ?(\d{1,3})(?![\d.,])\b/,
];

/** A line of its own that counts pieces. */
const PIECES = /^\s*(\d{1,4}) ?(?:stk|stück|pcs|pieces|шт|szt|ks|un|uds?|개|点|個|件|adet)\.?\s*$/imu;

/** Gives how many pieces a row is of, as its control for that is set; `null` where it has none. */
export function setQuantityOf(box: Element): number | null {
  const inputs = [...queryAllIn<HTMLInputElement>(box, 'input')].filter(isQuantityBox);
  const typed = Number(inputs[0]?.value || Number.NaN);
  if (Number.isInteger(typed) && typed >= 0 && typed <= MOST) return typed;
  return pickedQuantityOf(box) ?? steppedQuantityOf(box);
}

/** Gives how many pieces a row says that it is of; `null` where it says nothing. */
export function saidQuantityOf(text: string): number | null {
  // In a name ("10 pcs") it says what is in the box.
  const [, pieces] = PIECES.exec(text) ?? [];
  if (pieces !== undefined) return Number(pieces);
  const words = normaliseText(text);
  for (const counts of COUNTS) {
    const count = Number(counts.exec(words)?.at(-1) ?? Number.NaN);
    if (Number.isInteger(count) && count <= MOST) return count;
  }
  return null;
}

/** The number that is picked in a list of such numbers. */
function pickedQuantityOf(box: Element): number | null {
  for (const { options } of queryAllIn<HTMLSelectElement>(box, 'select')) {
    const counts = [...options].filter(({ text }) => /^\d{1,3}$/.test(text.trim()));
    const picked = counts.find(({ selected }) => selected);
    if (picked && counts.length * 2 >= options.length) return Number(picked.text);
  }
  return null;
}

const PRESSED = 'button, [role="button"], a, input[type="button"]';
const SIGN = /^\s*[-−–+＋]\s*$/;

/** The number between two controls without words: one takes a piece away, one adds one. */
function steppedQuantityOf(box: Element): number | null {
  for (const shown of [...queryAllIn(box, '*')].slice(0, MOST_PARTS)) {
    const [, count] = /^\s*(\d{1,3})(?:\s*\p{L}{1,4}\.?)?\s*$/u.exec(textContentOf(shown) ?? '') ?? [];
    if (count !== undefined && [previousElementOf(shown), nextElementOf(shown)].every(steps))
      return Number(count);
  }
  return null;
}

const steps = (control: Element | null): boolean =>
  control !== null &&
  (SIGN.test(textContentOf(control) ?? '') ||
    (isMatch(control, PRESSED) && !/[\p{L}\d]/u.test(textContentOf(control) ?? '')));

/** Tells whether a box in a row of goods says how many: by its type or name, or by a small number that stands in it. */
export function isQuantityBox({ type, name, id, value }: HTMLInputElement): boolean {
  if (type === 'number') return true;
  return (
    /^(text|tel)$/.test(type) &&
    (/^\d{1,3}$/.test(value) ||
      (value === '' && /q(uan)?ti?ty?|menge|anzahl|cant|count/i.test(`${name} ${id}`)))
  );
}
