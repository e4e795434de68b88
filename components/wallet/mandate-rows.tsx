import { cleanText } from '../../lib/ui/clean-text.ts';
import { formatDate } from '../../lib/ui/format-time.ts';
import type { MandateView } from '../../lib/ui/snapshot-views.ts';
import { Amount } from '../primitives/amount.tsx';
import { BudgetBar } from '../primitives/budget-bar.tsx';
import { Button } from '../primitives/button.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';

interface MandateRowsProps {
  mandates: readonly MandateView[];
  onOpen: (mandate: MandateView) => void;
  /** Absent where nothing may be decided. */
  onResume?: ((mandate: MandateView) => void) | undefined;
}

/** Active and paused mandates with what is left of each. */
export function MandateRows({ mandates, onOpen, onResume }: MandateRowsProps) {
  const { t, locale } = useLanguage();
  return (
    <ul className="list tight">
      {mandates.map((mandate) => {
        const name = cleanText(mandate.workflow || mandate.purpose, 80);
        return (
          <li key={mandate.id}>
            <div className="grow">
              <p className="l1">
                <span className="clip1">
                  <button
                    type="button"
                    className="name"
                    aria-label={t('openMandate', name)}
                    onClick={() => onOpen(mandate)}
                  >
                    <bdi>{name}</bdi>
                  </button>{' '}
                  <span className="small muted">{t('until', formatDate(mandate.expiresAt, locale))}</span>
                </span>
                <span className="nowrap">
                  <Say k="left" values={[<Amount key="left" value={mandate.remaining} />]} />
                </span>
              </p>
              <p className="bargap">
                <BudgetBar {...mandate} />
              </p>
              {mandate.status === 'paused' && (
                <p className="row small muted">
                  <span className="grow">{t('paused')}</span>
                  {onResume && (
                    <Button isSmall label={t('resumeNamed', name)} onPress={() => onResume(mandate)}>
                      {t('resume')}
                    </Button>
                  )}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
