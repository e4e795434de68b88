import type { Money } from '../../kernel/money.ts';
import type { AmountFinding, TotalFinding } from '../../messaging/contracts/page-reading.ts';
import { DUE_RANK, isOfTotals } from './amount-words.ts';
import { isSameAmount } from './exponents.ts';
import type { SummaryRow } from './find-amounts.ts';
import { parseAmount } from './parse-amount.ts';
import { hasMark, readRowAmounts } from './read-row.ts';
import type { StructuredFacts } from './structured-facts.ts';

const unreadable = (reason: Extract<TotalFinding, { status: 'unreadable' }>['reason']): TotalFinding => ({
  status: 'unreadable',
  reason,
});

/** Says what will be charged: the rows that name it, the Pay control's own words and structured data must agree. */
export function findTotal(
  rows: readonly SummaryRow[],
  structured: readonly AmountFinding[],
  submitLabel: string | undefined,
  pageCurrency: string | undefined,
): TotalFinding {
  const totals = rows.filter(({ finding }) => finding.kind === 'total');
  const rank = Math.max(...totals.map((row) => row.rank));
  const named = lastOfAFlight(
    totals.filter((row) => row.rank === rank),
    rows,
  );
  // `Pay invoice 1042` and `Place order (2)` only count.
  const onButton =
    submitLabel && hasMark(submitLabel)
      ? readRowAmounts(submitLabel, pageCurrency)
      : { amounts: [], refusal: null };
  const stated: Money[] = [
    ...named.flatMap(({ finding }) => (finding.amount ? [finding.amount] : [])),
    ...onButton.amounts,
    ...structured.flatMap(({ kind, amount }) => (kind === 'total' && amount ? [amount] : [])),
  ];
  const [first] = stated;
  if (!first) {
    const refusal = named.find((row) => row.refusal !== null)?.refusal ?? onButton.refusal;
    if (!refusal) return unreadable('not_found');
    return unreadable(refusal === 'ambiguous_currency' ? refusal : 'not_a_number');
  }
  if (stated.some((amount) => !isSameAmount(amount, first))) return unreadable('disagreement');
  const lesser = totals.filter(({ finding }) => finding.amount && !isSameAmount(finding.amount, first));
  if (lesser.some((row) => !isExplained(row, first, rank, rows))) return unreadable('disagreement');
  if (rank < DUE_RANK && isPartOfItsGoods(first, rows)) return unreadable('disagreement');
  // A second row for the total that cannot be read may say something else: only a plain double is harmless.
  if (named.some(({ refusal }) => refusal === 'ambiguous_separator')) return unreadable('not_a_number');
  return { status: 'read', amount: first, isCurrencyAssumed: false };
}

/** Of totals with the charges between them, one below the other, the last is asked for. */
function lastOfAFlight(totals: readonly SummaryRow[], rows: readonly SummaryRow[]): readonly SummaryRow[] {
  const last = totals.at(-1);
  const reached = last?.finding.amount;
  if (!last || !reached) return totals;
  const others = totals.filter(({ finding: { amount } }) => !amount || !isSameAmount(amount, reached));
  const leadsToIt = (row: SummaryRow): boolean => {
    const between = rows.slice(rows.indexOf(row) + 1, rows.indexOf(last));
    return (
      row.finding.amount !== null && between.length > 0 && isReached(row.finding.amount, reached, between)
    );
  };
  return others.length > 0 && others.every(leadsToIt) ? [last] : totals;
}

/** A total below half of the goods, with nothing said to be taken off, is another amount: a tax that it holds, a part. */
function isPartOfItsGoods(total: Money, rows: readonly SummaryRow[]): boolean {
  const goods = rows.flatMap(({ finding: { kind, amount } }) =>
    kind === 'subtotal' && amount?.currency === total.currency ? [amount.minor] : [],
  );
  const isLowered = rows.some(
    ({ finding: { kind, amount } }) => kind === 'discount' || (amount !== null && amount.minor < 0n),
  );
  return goods.length > 0 && !isLowered && goods.every((minor) => total.minor * 2n < minor);
}

/** What is due may be less than any other total; else the summary's own rows must lead from one total to the other. */
function isExplained(
  { finding }: SummaryRow,
  total: Money,
  rank: number,
  rows: readonly SummaryRow[],
): boolean {
  const from = finding.amount!;
  if (from.currency !== total.currency) return false;
  if (rank === DUE_RANK && total.minor < from.minor) return true;
  return isReached(from, total, rows);
}

/** Tells whether rows, or some of them, lead from one amount to another. */
function isReached(from: Money, to: Money, rows: readonly SummaryRow[]): boolean {
  const steps = rows.flatMap(({ finding: { kind, amount } }) => {
    if (!amount || isOfTotals(kind)) return [];
    return kind === 'discount' && amount.minor > 0n ? [-amount.minor] : [amount.minor];
  });
  let reached = [from.minor];
  for (const step of steps.slice(0, 10)) reached = [...reached, ...reached.map((sum) => sum + step)];
  return from.currency === to.currency && reached.includes(to.minor);
}

/** Gives the totals that a page states for machines as findings. */
export function structuredAmounts(facts: StructuredFacts): AmountFinding[] {
  return facts.totals.slice(0, 5).map(({ price, currency }) => {
    const parsed = parseAmount(`${price} ${currency}`);
    return {
      kind: 'total',
      text: `${price} ${currency}`.slice(0, 400),
      amount: parsed.ok ? parsed.value : null,
      source: 'structured',
    };
  });
}
