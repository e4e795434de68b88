import type { Money } from '../../kernel/money.ts';
import { readCurrencies } from './currencies.ts';
import { hintFor } from './page-currency.ts';
import { findNumbers, parseAmount, plainDigits, type AmountRefusal } from './parse-amount.ts';

/** Gives every amount of money that a row of text states; numbers that are none (`3 items`, `19 %`) are left out. */
export function readRowAmounts(
  text: string,
  pageCurrency: string | undefined,
): { amounts: Money[]; refusal: AmountRefusal | null } {
  const plain = plainDigits(text);
  const hint = hintFor(plain, pageCurrency);
  const pieces = findNumbers(plain).map(({ text: number, index }, position, all) => {
    const previous = all[position - 1];
    const next = all[position + 1];
    const from = Math.max(previous ? previous.index + previous.text.length : 0, index - 7);
    const end = index + number.length;
    const until = Math.min(next?.index ?? plain.length, end + 8);
    const before = plain.slice(from, index).replace(/^.*[\n(;]/s, '');
    const after = plain.slice(end, until).replace(/[\n(;].*$/s, '');
    return {
      piece: `${before}${number}${after}`,
      isMarked: readCurrencies(before).length > 0 || readCurrencies(after).length > 0,
      isNoMoney:
        /^ ?%/.test(after) ||
        /^ ?(x|×|pcs|items?|artikel|stk|art[ií]|produ)/i.test(after) ||
        // `2 × 12.50`: what is counted is whole and carries no mark.
        (/[×#]\s*$/.test(before) && /^\d{1,4}$/.test(number) && readCurrencies(after).length === 0),
      isAside:
        /(incl|inkl|include|including|dont|iva|vat|mwst|≈|~|approx|ca\.|about|over|ab|from|save|was|statt|bis|up to)\W*$/i.test(
          plain.slice(Math.max(0, index - 24), index).replace(/[$€£¥]|[A-Z]{3}\s*$/g, ''),
        ),
    };
  });
  const marked = pieces.filter(({ isMarked }) => isMarked);
  const money = (marked.length > 0 ? marked : pieces).filter(({ isNoMoney }) => !isNoMoney);
  const stated = money.filter(({ isAside }) => !isAside);
  let refusal: AmountRefusal | null = null;
  const amounts: Money[] = [];
  for (const { piece } of stated) {
    const parsed = parseAmount(piece, { currencyHint: hint });
    if (parsed.ok) amounts.push(parsed.value);
    else refusal ??= parsed.error;
  }
  if (stated.length === 0) refusal = 'not_a_number';
  return { amounts, refusal };
}
