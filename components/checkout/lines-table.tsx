import { cleanText } from '../../lib/ui/clean-text.ts';
import { amountKindKey } from '../../lib/ui/message-keys.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { Amount } from '../primitives/amount.tsx';
import { useLanguage } from '../primitives/language.tsx';

/** Goods and priced rows as the page shows them, and the total that was read. Page words are plain and isolated. */
export function LinesTable({ checkout }: { checkout: CheckoutView }) {
  const { t } = useLanguage();
  const rows = checkout.amounts.filter(({ kind, amount }) => kind !== 'total' && amount !== null);
  return (
    <>
      {checkout.lines.length === 0 && <p className="small muted gap">{t('noLines')}</p>}
      <table className="lines">
        <caption className="vh">{t('goods')}</caption>
        <tbody>
          {checkout.lines.map((line, index) => (
            <tr key={index}>
              <th scope="row">
                <span className="clip2">
                  <bdi>{cleanText(line.title, 160)}</bdi>
                </span>
              </th>
              <td className="q">
                <bdi dir="ltr">{line.quantity} ×</bdi>
              </td>
              <td>
                {line.amount ? (
                  <Amount value={line.amount} currency="ghost" />
                ) : (
                  <span className="muted small">{t('unread')}</span>
                )}
              </td>
            </tr>
          ))}
          {rows.map(({ kind, amount }, index) => (
            <tr key={`${kind}${index}`}>
              <th scope="row" colSpan={2} className="muted">
                {t(amountKindKey(kind))}
              </th>
              <td>{amount && <Amount value={amount} currency="ghost" />}</td>
            </tr>
          ))}
          {checkout.total && (
            <tr className="total">
              <th scope="row" colSpan={2}>
                {t('total')}
              </th>
              <td>
                <Amount value={checkout.total} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </>
  );
}
