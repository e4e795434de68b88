import type { Money } from '../../kernel/money.ts';
import type { AmountFinding } from '../../messaging/contracts/page-reading.ts';
import { capText, normaliseText } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import { amountTextOf, isOldPrice } from './amount-text.ts';
import { kindOfRow } from './amount-words.ts';
import { plainDigits, type AmountRefusal } from './parse-amount.ts';
import { readRowAmounts } from './read-row.ts';

/** A row of the summary as read, with what the reading needs beyond the finding. */
export interface SummaryRow {
  readonly finding: AmountFinding;
  readonly isGrand: boolean;
  readonly refusal: AmountRefusal | null;
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
  for (const root of roots) {
    const body = root.nodeType === 9 ? (root as Document).body : root;
    if (!body) continue;
    const walker = body.ownerDocument!.createTreeWalker(body, 4);
    for (let node = walker.nextNode(); node && rows.length < MOST_ROWS; node = walker.nextNode()) {
      const label = node.parentElement;
      const text = node.nodeValue ?? '';
      if (!label || text.length > 120 || !/\p{L}/u.test(text) || isNoLabel(label)) continue;
      const kind = kindOfRow(normaliseText(text.replace(/[\d.,]+/g, ' 0 ')));
      if (!kind || !isRendered(label) || isOldPrice(label)) continue;
      const rowText = findRowText(label, text);
      if (rowText === null) continue;
      const { amounts, refusal } = readRowAmounts(rowText, pageCurrency);
      const amount = onlyOne(amounts);
      rows.push({
        finding: { kind: kind.kind, text: capText(rowText), amount, source: 'visible' },
        isGrand: kind.isGrand,
        refusal: amount ? null : (refusal ?? 'several_numbers'),
        label,
      });
    }
  }
  return rows;
}

function isNoLabel(label: Element): boolean {
  return (
    /^(SCRIPT|STYLE|NOSCRIPT|OPTION|TEXTAREA|BUTTON|TITLE|A)$/.test(label.nodeName) ||
    label.closest('button, nav, select') !== null
  );
}

function onlyOne(amounts: readonly Money[]): Money | null {
  const [first, ...rest] = amounts;
  return first && rest.every(({ minor, currency }) => minor === first.minor && currency === first.currency)
    ? first
    : null;
}

/** Gives the text of the row that a label opens: its own box, what stands right beside it, or the box around both. */
function findRowText(label: Element, own: string): string | null {
  const hasAmount = (text: string): boolean =>
    /\d/.test(
      plainDigits(text).replace(/\d+\s*(%|items?|artikel|st[uü]ck|x\b|×)|\(\d+\)|\p{L}{4,}\d+/giu, ''),
    );
  let current: Element | null = label;
  for (let depth = 0; current && depth < 5; depth += 1, current = current.parentElement) {
    if (/^(BODY|MAIN|FORM|FIELDSET|SECTION|ASIDE|TABLE|TBODY|DL|UL|OL)$/.test(current.nodeName)) return null;
    const text = amountTextOf(current, LONGEST_ROW + 1);
    if (text.length > LONGEST_ROW) return null;
    if (hasAmount(text.replace(own.trim(), depth === 0 ? own.trim() : ' '))) return text;
    const next: Element | null = current.nextElementSibling;
    // A list or table after a heading is what the heading opens, not the amount that it names.
    if (next && !/^(SCRIPT|STYLE|UL|OL|TABLE|FIELDSET|LABEL)$/.test(next.nodeName)) {
      const beside = amountTextOf(next, 90);
      if (hasAmount(beside) && beside.length <= 80 && !/\p{L}{12,}/u.test(beside)) return `${text} ${beside}`;
    }
  }
  return null;
}
