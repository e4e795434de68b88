import { Link } from 'wouter';
import { cleanText } from '../../lib/ui/clean-text.ts';
import { formatMoment } from '../../lib/ui/format-time.ts';
import { stepKey } from '../../lib/ui/message-keys.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { useNow } from '../../lib/ui/use-now.ts';
import { Amount } from '../primitives/amount.tsx';
import { Domain } from '../primitives/domain.tsx';
import { useLanguage } from '../primitives/language.tsx';

/** Recent runs, newest first; each leads to its record. */
export function ActivityTable({ checkouts }: { checkouts: readonly CheckoutView[] }) {
  const { t, locale } = useLanguage();
  const now = useNow();
  if (checkouts.length === 0) return <p className="muted">{t('noPayments')}</p>;
  return (
    <table className="table">
      <tbody>
        {checkouts.toReversed().map((checkout) => {
          const at = checkout.steps.at(-1)?.at;
          const amount = checkout.receipt?.amount ?? checkout.total;
          return (
            <tr key={checkout.id}>
              <td className="small muted nowrap">{at !== undefined && formatMoment(at, now, locale)}</td>
              <td>
                <Link href={`/checkouts/${checkout.id}`}>{t(stepKey(checkout.status))}</Link>{' '}
                <Domain host={checkout.merchant} registrable={checkout.merchant} />
              </td>
              <td className="small muted">
                <bdi>{cleanText(checkout.agentName, 60)}</bdi>
              </td>
              <td className="num">{amount && <Amount value={amount} />}</td>
              <td className="small muted">
                {checkout.receipt ? (
                  <span className="ref">{checkout.receipt.orderRef}</span>
                ) : (
                  checkout.reason?.code
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
