import { isSameMoney } from '../../lib/kernel/money.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import type { RecordOf } from '../../lib/ui/surface-store.ts';
import type { MessageKey } from '../../lib/ui/translate.ts';
import { ConfirmButton } from '../primitives/confirm-button.tsx';
import { useLanguage } from '../primitives/language.tsx';
import type { PageContext } from './context.ts';
import { Box } from './page-frame.tsx';
import { useReading } from './use-reading.ts';

type Recourse = RecordOf<'records.recourse'>;

const DISPUTE: Readonly<Record<Recourse['dispute'], MessageKey>> = {
  none: 'disputeNone',
  open: 'disputeOpen',
  won: 'disputeWon',
  closed: 'disputeClosed',
};

/** What can still be done about a payment: given back before the shop collects it, asked for or disputed after. */
export function RecourseBox({
  snapshot,
  surface,
  isBusy,
  checkout,
}: PageContext & { checkout: CheckoutView }) {
  const { t } = useLanguage();
  const recourse = useReading(surface, snapshot.revision, 'records.recourse', { checkoutId: checkout.id });
  const { card, returned } = checkout;
  const isAllBack = card && returned && isSameMoney(returned, card.limit);
  if (!recourse || isAllBack) return null;
  return (
    <Box title={t('recourseTitle')}>
      {recourse.isReversible ? (
        <>
          <p className="gap">{t('recourseReversible')}</p>
          <p className="row">
            <ConfirmButton
              isSmall
              isDisabled={isBusy}
              confirm={t('sure')}
              onConfirm={() =>
                void surface.ask((call) => call('checkout.reverse', { checkoutId: checkout.id }))
              }
            >
              {t('reversePayment')}
            </ConfirmButton>
          </p>
        </>
      ) : (
        <>
          <p className="gap">{t('recourseRefund')}</p>
          <p>{t(DISPUTE[recourse.dispute])}</p>
        </>
      )}
    </Box>
  );
}
