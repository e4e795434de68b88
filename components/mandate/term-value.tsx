import type { MandateView } from '../../lib/ui/snapshot-views.ts';
import { cleanText } from '../../lib/ui/clean-text.ts';
import { formatDateTime, formatMinute, formatSpan, formatWeekdays } from '../../lib/ui/format-time.ts';
import { Amount } from '../primitives/amount.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';

export type Term = MandateView['terms'][number];

/** Limits that an amount is at most. */
const MOST = new Set(['perPayment', 'perDay', 'perWeek', 'perMonth']);

function Hours({ value }: { value: string }) {
  const { locale } = useLanguage();
  const [weekdays = '', from = '', until = '', zone = ''] = value.split(' ');
  const days = formatWeekdays(weekdays.split(',').map(Number), locale);
  const clock = (minute: string) => formatMinute(Number(minute), locale);
  return <Say k="hoursOn" values={[days, clock(from), clock(until), zone]} />;
}

/** What one signed limit says, in the operator's language. */
export function TermValue({ term }: { term: Term }) {
  const { t, locale } = useLanguage();
  const { key, value } = term;
  const amount = term.amount && <Amount value={term.amount} />;
  const words = <bdi>{cleanText(value, 120)}</bdi>;
  if (amount && MOST.has(key)) return <Say k="atMost" values={[amount]} />;
  if (amount && value !== '') return <Say k="categoryAtMost" values={[words, amount]} />;
  switch (key) {
    case 'askAbove':
      return amount && <Say k="above" values={[amount]} />;
    case 'alwaysAsk':
      return t('everyPayment');
    case 'quiet':
      return t('quietRefuses');
    case 'expiresAt':
      return <time dateTime={value}>{formatDateTime(Date.parse(value), locale)}</time>;
    case 'maxPayments':
      return <Say k="atMost" values={[value]} />;
    case 'minimumIntervalMs':
      return <Say k="atLeast" values={[formatSpan(Number(value), locale)]} />;
    case 'hours':
      return <Hours value={value} />;
    case 'recurring':
      return t(value === 'true' ? 'recurringAllowed' : 'never');
    case 'mandateId':
      return <span className="ref">{value}</span>;
    default:
      return amount ?? words;
  }
}
