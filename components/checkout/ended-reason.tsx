import { cleanText } from '../../lib/ui/clean-text.ts';
import { reasonKey } from '../../lib/ui/message-keys.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { Icon } from '../primitives/icon.tsx';
import { useLanguage } from '../primitives/language.tsx';

/**
 * Why a run ended without a payment: in the operator's language, then what the agent was told, as it was told. That
 * part is English, and after a decline it is the page's own words; so it is quoted.
 */
export function EndedReason({ reason }: { reason: NonNullable<CheckoutView['reason']> }) {
  const { t } = useLanguage();
  return (
    <>
      <p>
        <strong>{t(reasonKey(reason.code))}</strong>
      </p>
      <div className="said">
        <p className="who">
          <Icon name="quote" small />
          {t('agentWasTold')}
        </p>
        <q dir="auto">{cleanText(reason.message)}</q>
        <p className="ref muted">{reason.code}</p>
      </div>
    </>
  );
}
