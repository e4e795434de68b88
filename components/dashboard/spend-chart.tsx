import type { DayRow } from '../../lib/ui/snapshot-views.ts';
import { formatNumber, sayAmount, shareOf } from '../../lib/ui/format-amount.ts';
import { formatDate, formatWeekday } from '../../lib/ui/format-time.ts';
import { useLanguage } from '../primitives/language.tsx';

/** Room for a bar, of 100; the rest is for the number above it. */
const TALLEST = 0.78;

/** What was captured on each day, as bars; the numbers stand above them, so that nothing has to be guessed. */
export function SpendChart({ days }: { days: readonly DayRow[] }) {
  const { t, locale } = useLanguage();
  const most = days.reduce((top, { amount }) => (amount.minor > top.minor ? amount : top), days[0]!.amount);
  return (
    <ol className="chart">
      {days.map(({ from, amount }, index) => {
        const isToday = index === days.length - 1;
        const share = (shareOf(amount, most) / 10) * TALLEST;
        return (
          <li key={from} className={isToday ? 'today' : undefined}>
            <span className="vh">
              <time>{formatDate(from, locale)}</time>: <bdi>{sayAmount(amount, locale)}</bdi>
            </span>
            <span className="value" aria-hidden="true">
              {amount.minor === 0n ? '0' : formatNumber(amount, locale)}
            </span>
            <svg className="column" aria-hidden="true" viewBox="0 0 10 100" preserveAspectRatio="none">
              <rect x="0" y={100 - share} width="10" height={share} />
            </svg>
            <span className="day" aria-hidden="true">
              {isToday ? t('today') : <time>{formatWeekday(from, locale)}</time>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
