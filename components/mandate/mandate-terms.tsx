import type { MandateView } from '../../lib/ui/snapshot-views.ts';
import { termKey } from '../../lib/ui/message-keys.ts';
import { useLanguage } from '../primitives/language.tsx';
import { TermValue } from './term-value.tsx';

/** The deed above the list says these already, unless there is none. */
const IN_DEED = new Set(['budget', 'merchants', 'hosts', 'expiresAt']);

/** The signed terms, limit by limit. An absent limit has no row. */
export function MandateTerms({ mandate, isWhole = false }: { mandate: MandateView; isWhole?: boolean }) {
  const { t } = useLanguage();
  const rows = mandate.terms.filter(
    ({ key, value, amount }) => (isWhole || !IN_DEED.has(key)) && (amount !== null || value !== ''),
  );
  return (
    <dl className="kv">
      {rows.map((term, index) => (
        <div key={`${term.key} ${index}`}>
          <dt>{t(termKey(term.key))}</dt>
          <dd>
            <TermValue term={term} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The struct as it is signed, whole and in its order, and the digest that the signature is over. */
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
          {mandate.struct.map(({ name, value }) => (
            <li key={name}>
              {name}: {value}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
