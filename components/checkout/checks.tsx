import { cleanText } from '../../lib/ui/clean-text.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { Icon } from '../primitives/icon.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';

/** Checks that passed, where it goes, and the fields by number and name; never by value. */
export function Checks({ checkout }: { checkout: CheckoutView }) {
  const { t } = useLanguage();
  const kept = checkout.fields.filter(({ outcome }) => outcome === 'kept');
  const lost = checkout.fields.filter(({ outcome }) => outcome !== 'kept' && outcome !== 'left_empty');
  return (
    <section className="sec">
      <ul className="checks">
        <li>
          <Icon
            name={checkout.isRecurring ? 'alert' : 'tick'}
            className={checkout.isRecurring ? 'fg-needs' : 'fg-done'}
          />
          <span>{t(checkout.isRecurring ? 'checkRecurring' : 'checkOnce')}</span>
        </li>
        <li>
          <Icon name="tick" className="fg-done" />
          <span>{t('checkFields', String(kept.length))}</span>
        </li>
        {lost.length > 0 && (
          <li>
            <Icon name="alert" className="fg-needs" />
            <span>{t('checkFieldsNot', lost.map(({ number }) => number).join(', '))}</span>
          </li>
        )}
        {checkout.shipTo !== '' && (
          <li>
            <Icon name="truck" className="muted" />
            <span>
              <Say k="deliverTo" values={[<strong key="place">{checkout.shipTo}</strong>]} />
            </span>
          </li>
        )}
      </ul>
      <ul className="chips" aria-label={t('fieldsFilled')}>
        {checkout.fields.map(({ number, label, token }) => (
          <li key={number} className="chip">
            <span className="t">{number}</span>
            <span className="clip1">
              <bdi>{cleanText(label, 40) || token}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
