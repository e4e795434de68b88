import type { Money } from '../../kernel/money.ts';
import type { AmountFinding } from '../../messaging/contracts/page-reading.ts';
import { closestOf, nextElementOf, parentElementOf } from '../dom/own-members.ts';
import { capText, normaliseText } from '../dom/text.ts';
import { textsIn } from '../dom/text-nodes.ts';
import { isRendered } from '../dom/visibility.ts';
import { amountTextOf, isOldPrice } from './amount-text.ts';
import { columnPartnerOf } from './column-partner.ts';
import { isBeforeCharges, kindOfRow, withoutQualifiers, type RowKind } from './amount-words.ts';
import { withoutMarks } from './currencies.ts';
import { plainDigits, type AmountRefusal } from './parse-amount.ts';
import { PART, readRowAmounts, withoutNetAside } from './read-row.ts';

/** A row of the summary as read, with what the reading needs beyond the finding. */
export interface SummaryRow {
  readonly finding: AmountFinding;
  readonly rank: RowKind['rank'];
  readonly refusal: AmountRefusal | null;
  /** Where its name stands. */
  readonly label: Element;
}

const LONGEST_ROW = 170;
const MOST_ROWS = 60;

/** Finds visible summary rows (subtotal, shipping, tax, total …) and reads each one's amount. */
export function findSummaryRows(
  roots: readonly (Document | ShadowRoot)[],
  pageCurrency: string | undefined,
): SummaryRow[] {
  const rows: SummaryRow[] = [];
  for (const { text, box: label } of textsIn(roots)) {
    if (rows.length >= MOST_ROWS) break;
    if (text.length > 120 || !/\p{L}/u.test(text) || isNoLabel(label)) continue;
    const named = kindOfRow(wordsOf(text));
    if (!named || !isRendered(label) || isOldPrice(label)) continue;
    const own = text.replace(/\s+/g, ' ').trim();
    const partner = columnPartnerOf(label);
    const whole = partner ? `${own}\n${amountTextOf(partner, 90)}` : findRowText(label, own, named.kind);
    if (whole === null || isNamedBefore(own, whole)) continue;
    const rowText = named.kind === 'total' ? withoutNetAside(whole, pageCurrency) : whole;
    const { amounts, refusal } = readRowAmounts(rowText, pageCurrency);
    if (amounts.length === 0 && !refusal) continue;
    const amount = onlyOne(amounts);
    const isNet = named.kind === 'total' && isBeforeCharges(wordsOf(rowText));
    rows.push({
      finding: { kind: isNet ? 'subtotal' : named.kind, text: capText(rowText), amount, source: 'visible' },
      rank: named.rank,
      refusal: amount ? null : (refusal ?? 'several_numbers'),
      label,
    });
  }
  return rows;
}

function wordsOf(text: string): string {
  return normaliseText(text.replace(/\d[\d.,]*/g, ' 0 '));
}

/** `Total (incl. VAT)` is one row, whose name is what stands first. */
function isNamedBefore(own: string, rowText: string): boolean {
  const before = rowText.slice(0, Math.max(0, rowText.indexOf(own)));
  return !/\d/.test(before) && kindOfRow(wordsOf(before)) !== null;
}

function isNoLabel(label: Element): boolean {
  return (
    /^(SCRIPT|STYLE|NOSCRIPT|OPTION|TEXTAREA|BUTTON|TITLE|A)$/.test(label.nodeName) ||
    closestOf(label, 'button, nav, select') !== null
  );
}

function onlyOne(amounts: readonly Money[]): Money | null {
  const [first, ...rest] = amounts;
  return first && rest.every(({ minor, currency }) => minor === first.minor && currency === first.currency)
    ? first
    : null;
}

/** Gives the text of the row that a label opens: its own box, what stands right beside it, or the box around both. */
function findRowText(label: Element, own: string, kind: RowKind['kind']): string | null {
  const ownsAmount = amountLeadOf(own) !== null;
  let current: Element | null = label;
  for (let depth = 0; current && depth < 5; depth += 1, current = parentElementOf(current)) {
    // Text that stands right in a form or section is a row by itself.
    if (/^(BODY|MAIN|FORM|FIELDSET|SECTION|ASIDE|TABLE|THEAD|TBODY|TFOOT|DL|UL|OL)$/.test(current.nodeName))
      return ownsAmount && current === label ? own : null;
    const text = amountTextOf(current, LONGEST_ROW + 1);
    if (text.length > LONGEST_ROW) return null;
    if (ownsAmount) return text;
    const at = text.indexOf(own);
    const behind = amountLeadOf(at < 0 ? text : text.slice(at + own.length));
    if (behind !== null) return isOtherLabel(behind, kind) ? null : text;
    const before = text.slice(0, Math.max(0, at));
    // What stands before and has a name of its own is another row's amount.
    if (/\d/.test(uncounted(before))) return isAmountOf(before) ? text : null;
    const next: Element | null = nextElementOf(current);
    // A list or table after a heading is what the heading opens, not the amount that it names; nor is a row after others.
    if (next && !/^(SCRIPT|STYLE|UL|OL|TABLE|FIELDSET|LABEL)$/.test(next.nodeName) && !isHeadRow(current)) {
      const beside = amountTextOf(next, 90);
      const lead = amountLeadOf(beside);
      if (lead !== null && beside.length <= 80 && !isOtherLabel(`\n${lead}`, kind))
        return `${text}\n${beside}`;
    }
  }
  return null;
}

/** Tells whether what stands before a name is its amount: nothing else is named, there or between. */
function isAmountOf(before: string): boolean {
  const between = withoutMarks(before.replace(/^.*\d/s, ''));
  return !/\p{L}{2}/u.test(between) && !kindOfRow(wordsOf(before));
}

function isHeadRow(element: Element): boolean {
  return element.nodeName === 'TR' && element.children.length > 1;
}

const COUNTED =
  /\d[\d.,]*\s*%|\d+\s*(items?|arti[kcg]\p{L}*|art[ií]cul\p{L}*|produ[ckt]\p{L}*|st[uü]ck|st[kü]?\b|x\b|×|[点點個件개]|шт|szt|adet|ürün|pcs\b|ks\b|kpl|buc\b|tk\b|товар\p{L}*|ชิ้น)|\(\d+\)|\p{L}{4,}\d+/giu;

/** `Including €4.79 in taxes` beside a total is no amount of its own. */
const PART_OF_ANOTHER = new RegExp(`${PART.source}[^\\p{L})]{0,4}\\d[^)]*`, 'giu');

function uncounted(text: string): string {
  return plainDigits(text).replace(COUNTED, '');
}

/** Gives what stands before the first amount of a text, `null` where there is none. */
function amountLeadOf(text: string): string | null {
  const plain = text
    .split('\n')
    .map((line) => withoutMarks(uncounted(line)).replace(PART_OF_ANOTHER, ''))
    .join('\n');
  return /^\D*(?=\d)/.exec(plain)?.[0] ?? null;
}

/** Tells whether the words between a row's name and an amount name something else; no others stand before a total's. */
function isOtherLabel(lead: string, kind: RowKind['kind']): boolean {
  const [beside = '', ...below] = lead.split('\n').map(normaliseText);
  return [beside, below.join(' ')].map(withoutQualifiers).some((words, isBelow) => {
    // What stands right before the amount is its name, whatever is said between.
    const other = (kindOfRow(words) ?? kindOfRow(lastWordOf(words)))?.kind;
    return other ? other !== kind : kind === 'total' && isBelow > 0 && /\p{L}{2}/u.test(words);
  });
}

const lastWordOf = (words: string): string => words.trim().replace(/^.*\s/, '');
