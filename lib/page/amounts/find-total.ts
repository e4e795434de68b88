import type { Money } from '../../kernel/money.ts';
import type { AmountFinding, TotalFinding } from '../../messaging/contracts/page-reading.ts';
import type { SummaryRow } from './find-amounts.ts';
import { isSameAmount } from './exponents.ts';
import { parseAmount, type AmountRefusal } from './parse-amount.ts';
import { readRowAmounts } from './read-row.ts';
import type { StructuredFacts } from './structured-facts.ts';

const unreadable = (reason: Extract<TotalFinding, { status: 'unreadable' }>['reason']): TotalFinding => ({
  status: 'unreadable',
  reason,
});

const REASONS: Readonly<Record<AmountRefusal, 'ambiguous_currency' | 'not_a_number'>> = {
  ambiguous_currency: 'ambiguous_currency',
  ambiguous_separator: 'not_a_number',
  not_a_number: 'not_a_number',
  several_numbers: 'not_a_number',
};

/** Says what will be charged: the rows that name it, the Pay control's own words and structured data must agree. */
export function findTotal(
  rows: readonly SummaryRow[],
  structured: readonly AmountFinding[],
  submitLabel: string | undefined,
  pageCurrency: string | undefined,
): TotalFinding {
  const totals = rows.filter(({ finding }) => finding.kind === 'total');
  const grand = totals.filter(({ isGrand }) => isGrand);
  const named = grand.length > 0 ? grand : totals;
  const onButton = submitLabel ? readRowAmounts(submitLabel, pageCurrency).amounts : [];
  const stated: Money[] = [
    ...named.flatMap(({ finding }) => (finding.amount ? [finding.amount] : [])),
    ...onButton,
    ...structured.flatMap(({ kind, amount }) => (kind === 'total' && amount ? [amount] : [])),
  ];
  const [first] = stated;
  if (!first) {
    const refusal = named.find((row) => row.refusal !== null)?.refusal;
    return unreadable(refusal ? REASONS[refusal] : 'not_found');
  }
  if (stated.some((amount) => !isSameAmount(amount, first))) return unreadable('disagreement');
  // A second row for the total that cannot be read may say something else: only a plain double is harmless.
  if (named.some(({ refusal }) => refusal === 'ambiguous_separator')) return unreadable('not_a_number');
  return { status: 'read', amount: first };
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
