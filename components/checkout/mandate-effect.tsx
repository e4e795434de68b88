import { cleanText } from '../../lib/ui/clean-text.ts';
import type { CheckoutView, MandateView } from '../../lib/ui/snapshot-views.ts';
import { Amount } from '../primitives/amount.tsx';
import { BudgetBar } from '../primitives/budget-bar.tsx';
import { Icon } from '../primitives/icon.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';

interface MandateEffectProps {
  checkout: CheckoutView;
  mandate: MandateView | undefined;
}

/** What this payment leaves in its mandate: before, after, and the bar. Its name is an agent's words, so it is quoted. */
export function MandateEffect({ checkout, mandate }: MandateEffectProps) {
  const { t } = useLanguage();
  const { mandateBefore, mandateAfter } = checkout;
  if (!mandateAfter) return null;
  return (
    <section className="sec">
      <p className="l1">
        <strong className="clip1">
          <span className="vh">{t('mandateLeft')} </span>
          <q dir="auto">{cleanText(mandate?.workflow || checkout.mandatePurpose, 80)}</q>
        </strong>
        <span className="diff">
          {mandateBefore && (
            <>
              <span className="vh">{t('before')}</span>
              <Amount value={mandateBefore} currency="none" className="muted" />
              <Icon name="arrow" small />
              <span className="vh">{t('after')}</span>
            </>
          )}
          <Say k="left" values={[<Amount key="after" value={mandateAfter} className="now" />]} />
        </span>
      </p>
      {mandate && (
        <p className="bargap">
          <BudgetBar {...mandate} />
        </p>
      )}
    </section>
  );
}
