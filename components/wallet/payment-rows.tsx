import { formatMoment } from '../../lib/ui/format-time.ts';
import { stepKey } from '../../lib/ui/message-keys.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { useNow } from '../../lib/ui/use-now.ts';
import { Amount } from '../primitives/amount.tsx';
import { Domain } from '../primitives/domain.tsx';
import { Icon } from '../primitives/icon.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';

interface PaymentRowsProps {
  checkouts: readonly CheckoutView[];
  onOpen: (checkout: CheckoutView) => void;
}

function PaymentRow({ checkout, onOpen }: { checkout: CheckoutView; onOpen: () => void }) {
  const { t, locale } = useLanguage();
  const now = useNow();
  const isPaid = checkout.status === 'succeeded';
  const amount = checkout.receipt?.amount ?? checkout.total;
  const at = checkout.steps.at(-1)?.at;
  return (
    <button type="button" className="rowbtn" onClick={onOpen}>
      <Icon name={isPaid ? 'check' : 'refused'} className={isPaid ? 'fg-done' : 'fg-refused'} />
      <span className="grow">
        <span className="l1">
          {checkout.merchant === '' ? (
            <span className="muted">{t(stepKey(checkout.status))}</span>
          ) : (
            <Domain host={checkout.merchant} registrable={checkout.merchant} />
          )}
          {amount && <Amount value={amount} className={isPaid ? '' : 'muted'} />}
        </span>
        <span className="l2">
          <time>{at !== undefined && formatMoment(at, now, locale)}</time>
          {!checkout.isExcessBack ? (
            <span className="fg-unknown">{t('settlementExcess')}</span>
          ) : checkout.receipt?.orderRef ? (
            <span>
              <Say
                k="orderRef"
                values={[
                  <span key="ref" className="ref">
                    {checkout.receipt.orderRef}
                  </span>,
                ]}
              />
            </span>
          ) : (
            <span>{t(stepKey(checkout.status))}</span>
          )}
        </span>
      </span>
    </button>
  );
}

/** Ended runs, newest first. */
export function PaymentRows({ checkouts, onOpen }: PaymentRowsProps) {
  const { t } = useLanguage();
  if (checkouts.length === 0) return <p className="small muted">{t('noPayments')}</p>;
  return (
    <ul className="list">
      {checkouts.map((checkout) => (
        <li key={checkout.id}>
          <PaymentRow checkout={checkout} onOpen={() => onOpen(checkout)} />
        </li>
      ))}
    </ul>
  );
}
