import type { Money } from '../../lib/kernel/money.ts';
import { formatAmount, formatNumber, shareOf } from '../../lib/ui/format-amount.ts';
import { useLanguage } from './language.tsx';

interface BudgetBarProps {
  spent: Money;
  reserved: Money;
  remaining: Money;
  budget: Money;
}

const percent = (thousandths: number) => `${thousandths / 10}%`;

/** Ink is spent, hatch is reserved, the rest is left. The words carry the numbers. */
export function BudgetBar({ spent, reserved, remaining, budget }: BudgetBarProps) {
  const { t, locale } = useLanguage();
  const label = t(
    'barLabel',
    formatNumber(spent, locale),
    formatNumber(reserved, locale),
    formatNumber(remaining, locale),
    formatAmount(budget, locale),
  );
  const spentShare = shareOf(spent, budget);
  return (
    <svg className="bar" role="img" aria-label={label}>
      <rect className="spent" width={percent(spentShare)} height="100%" />
      <rect
        className="held"
        x={percent(spentShare)}
        width={percent(shareOf(reserved, budget))}
        height="100%"
      />
    </svg>
  );
}

/** The pattern that bars of a document refer to. */
export function HatchPattern() {
  return (
    <svg width="0" height="0" className="vh" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="hatch-line" d="M1 0v5" />
        </pattern>
      </defs>
    </svg>
  );
}
