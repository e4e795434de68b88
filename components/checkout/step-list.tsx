import { formatClock } from '../../lib/ui/format-time.ts';
import { stepKey } from '../../lib/ui/message-keys.ts';
import { hasEnded } from '../../lib/ui/screen.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { Icon } from '../primitives/icon.tsx';
import { useLanguage } from '../primitives/language.tsx';

/** What happened, in order: time, node, words. Times in which the operator was needed are one violet block. */
export function StepList({ checkout }: { checkout: CheckoutView }) {
  const { t, locale } = useLanguage();
  const isOver = hasEnded(checkout);
  return (
    <ol className="tl">
      {checkout.steps.map(({ name, at }, index) => {
        const isCurrent = index === checkout.steps.length - 1 && !isOver;
        const words = t(stepKey(name));
        return (
          <li key={`${name}${at}${index}`}>
            <span className="t">{formatClock(at, locale)}</span>
            {name === 'handoff' ? (
              <div className="band warn human">
                <Icon name="hand" />
                <strong>{words}</strong>
              </div>
            ) : (
              <>
                <span className={isCurrent ? 'node fg-working' : 'node'}>
                  <Icon name={isCurrent ? 'working' : 'tick'} small={!isCurrent} />
                </span>
                <div>{isCurrent ? <strong>{words}</strong> : words}</div>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
