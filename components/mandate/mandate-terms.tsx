import type { MandateView } from '../../lib/ui/snapshot-views.ts';
import { formatDateTime } from '../../lib/ui/format-time.ts';
import { termKey } from '../../lib/ui/message-keys.ts';
import { Amount } from '../primitives/amount.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';

type Term = MandateView['terms'][number];

/** The deed above the list says these already, unless there is none. */
const IN_DEED = new Set(['budget', 'merchants', 'expiresAt']);

function TermValue({ term }: { term: Term }) {
  const { locale } = useLanguage();
  const amount = term.amount && <Amount value={term.amount} />;
  if (amount && term.key === 'perPayment') return <Say k="atMost" values={[amount]} />;
  if (amount && term.key === 'askAbove') return <Say k="above" values={[amount]} />;
  if (term.key === 'expiresAt') return formatDateTime(Date.parse(term.value), locale);
  if (term.key === 'maxPayments') return <Say k="atMost" values={[term.value]} />;
  if (term.key === 'mandateId') return <span className="ref">{term.value}</span>;
  return amount ?? <bdi>{term.value}</bdi>;
}

/** The signed terms, limit by limit. An absent limit has no row. */
export function MandateTerms({ mandate, isWhole = false }: { mandate: MandateView; isWhole?: boolean }) {
  const { t } = useLanguage();
  const rows = mandate.terms.filter(
    ({ key, value, amount }) => (isWhole || !IN_DEED.has(key)) && (amount !== null || value !== ''),
  );
  return (
    <dl className="kv">
      {rows.map((term) => (
        <div key={term.key}>
          <dt>{t(termKey(term.key))}</dt>
          <dd>
            <TermValue term={term} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('termSubscriptions')}</dt>
        <dd>{t('never')}</dd>
      </div>
    </dl>
  );
}

/** Every signed field as it is signed, and the digest that the signature is over. */
export function ExactTerms({ mandate }: { mandate: MandateView }) {
  const { t } = useLanguage();
  return (
    <>
      <p className="small">
        <span className="muted">{t('fingerprint')}</span>
        <br />
        <span className="ref wrap">{mandate.digest}</span>
      </p>
      <details className="small">
        <summary>{t('signExact')}</summary>
        <ul className="ref exact" dir="ltr">
          <li>purpose: {JSON.stringify(mandate.purpose)}</li>
          {mandate.terms.map(({ key, value, amount }) => (
            <li key={key}>
              {key}: {amount ? `${amount.minor} ${amount.currency} (minor units)` : JSON.stringify(value)}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
