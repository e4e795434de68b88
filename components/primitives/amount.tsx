import type { Money } from '../../lib/kernel/money.ts';
import { formatNumber, sayAmount } from '../../lib/ui/format-amount.ts';
import { useLanguage } from './language.tsx';

interface AmountProps {
  value: Money;
  look?: 'plain' | 'big' | 'fig';
  /** `ghost` keeps the code's room in a column of which only the sum names the currency. */
  currency?: 'shown' | 'ghost' | 'none';
  className?: string;
}

/** An amount, exactly: number, no-break space, ISO code; never cut, left to right, isolated. */
export function Amount({ value, look = 'plain', currency = 'shown', className }: AmountProps) {
  const { locale } = useLanguage();
  const classes = ['amt', look !== 'plain' && look, className].filter(Boolean).join(' ');
  return (
    <bdi className={classes} dir="ltr">
      {formatNumber(value, locale)}
      {currency !== 'none' && (
        <>
          {'\u00a0'}
          <span className={currency === 'ghost' ? 'cur ghost' : 'cur'} aria-hidden={currency === 'ghost'}>
            {value.currency}
          </span>
        </>
      )}
    </bdi>
  );
}

/** The one amount of a screen: seen as digits, heard with its currency by name. */
export function BigAmount({ value }: { value: Money }) {
  const { locale } = useLanguage();
  return (
    <>
      <span aria-hidden="true">
        <Amount value={value} look="big" />
      </span>
      <bdi className="vh">{sayAmount(value, locale)}</bdi>
    </>
  );
}
