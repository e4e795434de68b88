import type { Money } from '../../kernel/money.ts';
import { normaliseText } from '../dom/text.ts';
import { isNetOfTax, TAXES } from './amount-words.ts';
import { readCurrencies, withoutMarks } from './currencies.ts';
import { hintFor } from './page-currency.ts';
import { findNumbers, parseAmount, plainDigits, type AmountRefusal } from './parse-amount.ts';

/** Words right before an amount that is part of another one: no tax is named between, and no bracket is closed. */
export const PART =
  /(?<!\p{L})(?:includ(?:es|ing)|inc(?=[. ])|in[ck]l\.?|inklusive|dont|davon|darin(?: enthalten)?|di cui|of which|waarvan|heraf|varav|w tym|כולל|включая|в том числе|в т\. ?ч\.|включно|у тому числі|شامل|συμπερ\p{L}*|od toga|z toho|ebből|bao gồm|termasuk)/iu;

const IS_PART = new RegExp(`${PART.source}[^\\p{L})]*$|^\\W*${PART.source}`, 'iu');
const OF_TAX = new RegExp(
  `(?:(?<!\\p{L})(?:${TAXES}|ндс|пдв|ддс|φπα)|מע.?מ|[消増]費税|增值税|부가세)[^\\p{L}]*$`,
  'iu',
);
const NOT_SURE =
  /(?:(?<!\p{L})(?:approx|ca|circa|about|over|ab|from|saved?|was|statt|bis|up to)|[≈~])[^\p{L}]*$/iu;

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
    const said = withoutMarks(plain.slice(0, index));
    return {
      piece: `${before}${number}${after}`,
      isMarked: readCurrencies(before).length > 0 || readCurrencies(after).length > 0,
      isNoMoney:
        /^ ?%/.test(after) ||
        /^ ?[点點個件개]/.test(after) ||
        /^ ?(pcs|items?|шт|szt|artikel|stk|art[ií]|produ|(k?g|[mc]?l)\b)/i.test(after) ||
        // `2 × 12.50`, `12.50 x 2`: what is counted is whole and carries no mark.
        (/^\d{1,4}$/.test(number) &&
          /^ ?[x×](?!\p{L})/iu.test(after) &&
          readCurrencies(before).length === 0) ||
        (/^\d{1,4}$/.test(number) &&
          /(?:[×#]|(?<!\p{L})x)\s*$/iu.test(before) &&
          readCurrencies(after).length === 0),
      isAside: IS_PART.test(said) || NOT_SURE.test(said),
      isOfTax: OF_TAX.test(said),
    };
  });
  const marked = pieces.filter(({ isMarked }) => isMarked);
  const money = (marked.length > 0 ? marked : pieces).filter(({ isNoMoney }) => !isNoMoney);
  const own = money.filter(({ isAside }) => !isAside);
  // `Total incl. VAT 120.00` is the total; `120.00 (VAT 20.00)` states another amount besides.
  const untaxed = own.filter(({ isOfTax }) => !isOfTax);
  const stated = untaxed.length > 0 ? untaxed : own.slice(0, 1);
  let refusal: AmountRefusal | null = null;
  const amounts: Money[] = [];
  for (const { piece } of stated) {
    const parsed = parseAmount(piece, { currencyHint: hint });
    if (parsed.ok) amounts.push(parsed.value);
    else refusal ??= parsed.error;
  }
  return { amounts, refusal };
}

/** What may say something besides: words in brackets, or a line of their own. */
const ASIDES = [/[(（][^()（）]*\d[^()（）]*[)）]/g, /\n[^\n]*\d[^\n]*/g];

/** The least part of a total that it can be without its tax: no country takes more than half as much again. */
const LEAST_NET = { minor: 2n, of: 3n };

/** Takes away what a row says besides of the same amount without its tax: `£120.00 (£100.00 excl. VAT)`. */
export function withoutNetAside(text: string, pageCurrency: string | undefined): string {
  for (const [aside] of ASIDES.flatMap((one) => [...text.matchAll(one)])) {
    if (!isNetOfTax(normaliseText(aside))) continue;
    const rest = text.replace(aside, ' ');
    const [gross, ...more] = readRowAmounts(rest, pageCurrency).amounts;
    const [net] = readRowAmounts(aside, pageCurrency).amounts;
    if (!gross || !net || more.length > 0 || gross.currency !== net.currency) continue;
    const isLess = net.minor < gross.minor && net.minor * LEAST_NET.of >= gross.minor * LEAST_NET.minor;
    if (isLess) return rest;
  }
  return text;
}

/** Tells whether a number of a text is marked as money: by a currency or by cents. */
export function hasMark(text: string): boolean {
  const plain = plainDigits(text);
  return /\d[.,]\d\d(?!\d)/.test(plain) || readCurrencies(plain).length > 0;
}
