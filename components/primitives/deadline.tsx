import { formatTimeLeft } from '../../lib/ui/format-time.ts';
import { useNow } from '../../lib/ui/use-now.ts';
import { Say, useLanguage } from './language.tsx';

const CIRCUMFERENCE = 37.7;

/** What is left of a deadline: in words, beside a ring that moves in steps. */
export function Deadline({ at, ofMs, style }: { at: number; ofMs: number; style: 'coarse' | 'fine' }) {
  const { t, locale } = useLanguage();
  const left = at - useNow();
  if (left <= 0) return <span className="end">{t('timeUp')}</span>;
  const share = Math.min(1, left / ofMs);
  const text = <span className="t">{formatTimeLeft(left, locale, style)}</span>;
  return (
    <span className="end" role="timer">
      <svg className="ring" viewBox="0 0 16 16" aria-hidden="true">
        <circle className="track" cx="8" cy="8" r="6" />
        <circle
          className="left"
          cx="8"
          cy="8"
          r="6"
          strokeDasharray={`${(share * CIRCUMFERENCE).toFixed(1)} ${CIRCUMFERENCE}`}
        />
      </svg>
      {style === 'fine' ? text : <span>{<Say k="minutesLeft" values={[text]} />}</span>}
    </span>
  );
}
