import type { FrameReading } from '../../messaging/contracts/page-reading.ts';
import { contains } from '../dom/own-members.ts';
import type { Steps } from '../dom/slices.ts';
import type { PageTree } from '../dom/walk.ts';
import { isOfTotals } from './amount-words.ts';
import { readCurrencies } from './currencies.ts';
import { findSummaryRows, type SummaryRow } from './find-amounts.ts';
import { chooseLines, listLines, type ListedLine } from './find-lines.ts';
import { findTotal, structuredAmounts } from './find-total.ts';
import { readPageCurrency } from './page-currency.ts';
import type { StructuredFacts } from './structured-facts.ts';

/** What a document says of goods and money. */
export type ShownAmounts = Pick<FrameReading, 'lines' | 'amounts' | 'total'>;

/** What is read of a document's money beside its own texts. */
export interface AmountContext {
  readonly facts: StructuredFacts;
  readonly payLabel: string | undefined;
  /** Taken for the page's currency where it says none. */
  readonly assumedCurrency: string | undefined;
}

/** Reads goods, summary and total in the currency that the page says; where it says none, in the assumed one, which the total then tells. */
export function* readAmounts(
  document: Document,
  { roots }: PageTree,
  { facts, payLabel, assumedCurrency }: AmountContext,
): Steps<ShownAmounts> {
  const structured = structuredAmounts(facts);
  const readIn = (currency: string | undefined): ShownAmounts => {
    const listed = listLines(roots, currency);
    const rows = ofTheOrder(findSummaryRows(roots, currency), listed);
    const sums = rows.flatMap(({ finding: { kind, amount } }) =>
      amount && isOfTotals(kind) ? [amount] : [],
    );
    return {
      lines: chooseLines(listed, sums),
      amounts: [...rows.map(({ finding }) => finding), ...structured].slice(0, 60),
      total: findTotal(rows, structured, payLabel, currency),
    };
  };
  const said = readIn(readPageCurrency(document, facts));
  yield;
  const isUnsaid = said.total.status === 'unreadable' && said.total.reason === 'ambiguous_currency';
  if (!isUnsaid || assumedCurrency === undefined || !mayMean(said, payLabel, assumedCurrency)) return said;
  const assumed = readIn(assumedCurrency);
  return assumed.total.status === 'read'
    ? { ...assumed, total: { ...assumed.total, isCurrencyAssumed: true } }
    : said;
}

/** Leaves out what is called a total within a row of goods: it is the row's, unless the page states no other. */
function ofTheOrder(rows: readonly SummaryRow[], listed: readonly ListedLine[]): readonly SummaryRow[] {
  const isOfLine = ({ label }: SummaryRow): boolean => listed.some(({ box }) => contains(box, label));
  const others = rows.filter((row) => row.finding.kind !== 'total' || !isOfLine(row));
  return others.some(({ finding }) => finding.kind === 'total') ? others : rows;
}

/** Tells whether an amount bears a mark that several currencies share, this one among them: a bare number is anything. */
function mayMean({ amounts }: ShownAmounts, payLabel: string | undefined, currency: string): boolean {
  return [...amounts.map(({ text }) => text), payLabel ?? ''].some((text) =>
    readCurrencies(text).includes(currency),
  );
}
