import { formatMoment } from '../../lib/ui/format-time.ts';
import { cardStatusKey, stepKey } from '../../lib/ui/message-keys.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { useNow } from '../../lib/ui/use-now.ts';
import { BigAmount } from '../primitives/amount.tsx';
import { Button } from '../primitives/button.tsx';
import { Foot } from '../primitives/foot.tsx';
import { Heading } from '../primitives/heading.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { ScrollBody } from '../primitives/scroll-body.tsx';
import { Seal } from '../primitives/seal.tsx';
import { StatusLine } from '../primitives/status-line.tsx';
import { EndedReason } from './ended-reason.tsx';
import { Payee } from './payee.tsx';
import { DeclinedAttempts, ExcessNotes, Settlement } from './settlement.tsx';
import { StepList } from './step-list.tsx';

function References({ checkout }: { checkout: CheckoutView }) {
  const { t } = useLanguage();
  const { receipt, card } = checkout;
  return (
    <dl className="kv">
      {receipt && (
        <>
          <div>
            <dt>{t('order')}</dt>
            <dd>
              <span className="ref">{receipt.orderRef || '–'}</span>
            </dd>
          </div>
          <div>
            <dt>{t('authorization')}</dt>
            <dd>
              <span className="ref wrap">{receipt.authorizationId}</span>
            </dd>
          </div>
        </>
      )}
      {card && (
        <div>
          <dt>{t('card')}</dt>
          <dd>
            <bdi dir="ltr">•••• {card.last4}</bdi>, {t(cardStatusKey(card.status))}
          </dd>
        </div>
      )}
    </dl>
  );
}

interface EndedSheetProps {
  checkout: CheckoutView;
  seal: string;
  onClose: () => void;
}

/** How a run ended: a receipt, or why it did not pay; and where its money stands now. */
export function EndedSheet({ checkout, seal, onClose }: EndedSheetProps) {
  const { t, locale } = useLanguage();
  const now = useNow();
  const isPaid = checkout.status === 'succeeded';
  const amount = checkout.receipt?.amount ?? checkout.total;
  const endedAt = checkout.steps.at(-1)?.at;
  return (
    <div className="screen">
      <StatusLine
        mood={isPaid ? 'done' : 'refused'}
        icon={isPaid ? 'check' : 'refused'}
        words={t(isPaid ? 'doneStatus' : stepKey(checkout.status))}
        end={endedAt !== undefined && <time className="end">{formatMoment(endedAt, now, locale)}</time>}
      />
      <ScrollBody below={t('moreBelow')}>
        <section className="sec row top">
          <div className="grow">
            <Heading look="bare">
              {amount ? <BigAmount value={amount} /> : t(stepKey(checkout.status))}
            </Heading>
            {checkout.merchant !== '' && <Payee checkout={checkout} />}
          </div>
          {isPaid && (
            <span className="stamp" role="img" aria-label={t('countersigned')}>
              <Seal words={seal} isLarge />
            </span>
          )}
        </section>
        {checkout.reason && (
          <section className="sec">
            <EndedReason reason={checkout.reason} />
          </section>
        )}
        <section className="sec">
          <References checkout={checkout} />
        </section>
        <section className="sec">
          <Settlement checkout={checkout} />
          <ExcessNotes checkout={checkout} />
          {isPaid && <DeclinedAttempts checkout={checkout} />}
        </section>
        <section className="sec">
          <StepList checkout={checkout} />
        </section>
        {isPaid && (
          <section className="sec plain">
            <p className="small muted">{t('undo')}</p>
          </section>
        )}
      </ScrollBody>
      <Foot isReadOnly={false}>
        <Button onPress={onClose} icon="back">
          {t('back')}
        </Button>
      </Foot>
    </div>
  );
}
