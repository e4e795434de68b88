import { Link } from 'wouter';
import { cleanText } from '../../lib/ui/clean-text.ts';
import { formatClock } from '../../lib/ui/format-time.ts';
import { stepKey } from '../../lib/ui/message-keys.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { Domain } from '../primitives/domain.tsx';
import { Icon } from '../primitives/icon.tsx';
import { useLanguage } from '../primitives/language.tsx';

/** Runs under way: where, at which step, since when, and who holds the page. */
export function RunningList({ checkouts }: { checkouts: readonly CheckoutView[] }) {
  const { t, locale } = useLanguage();
  if (checkouts.length === 0) return <p className="muted">{t('nothingRuns')}</p>;
  return (
    <ul className="list">
      {checkouts.map((checkout) => {
        const isHeld = checkout.status === 'handoff';
        const since = checkout.steps.at(-1)?.at;
        return (
          <li key={checkout.id}>
            <Icon name={isHeld ? 'hand' : 'working'} className={isHeld ? 'fg-human' : 'fg-working'} />
            <span className="grow">
              <Link href={`/checkouts/${checkout.id}`}>
                {checkout.merchant === '' ? (
                  t('workingTitle')
                ) : (
                  <Domain host={checkout.merchant} registrable={checkout.merchant} />
                )}
              </Link>
              <br />
              <span className="small muted">
                {t(stepKey(checkout.status))} · <bdi>{cleanText(checkout.agentName, 60)}</bdi>
              </span>
            </span>
            {since !== undefined && <span className="t small muted">{formatClock(since, locale)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
