import { refusalKey } from '../../lib/ui/message-keys.ts';
import { hasTaken } from '../../lib/ui/screen.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import type { RecordOf } from '../../lib/ui/surface-store.ts';
import type { MessageKey } from '../../lib/ui/translate.ts';
import { ConfirmButton } from '../primitives/confirm-button.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Refusal } from '../primitives/note.tsx';
import type { PageContext } from './context.ts';
import { Box } from './page-frame.tsx';
import { useAnswer } from './use-reading.ts';

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
  const asked = { checkoutId: checkout.id };
  const { value: recourse, refusal } = useAnswer(surface, snapshot.revision, 'records.recourse', asked);
  const isAllBack = checkout.returned !== null && !hasTaken(checkout);
  if (isAllBack || (!recourse && !refusal)) return null;
  return (
    <Box title={t('recourseTitle')}>
      {refusal && <Refusal>{t(refusalKey(refusal))}</Refusal>}
      {recourse?.isReversible === true && (
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
      )}
      {recourse?.isReversible === false && (
        <>
          <p className="gap">{t('recourseRefund')}</p>
          <p>{t(DISPUTE[recourse.dispute])}</p>
        </>
      )}
    </Box>
  );
}
