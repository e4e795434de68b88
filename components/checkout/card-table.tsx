import { cardStatusKey } from '../../lib/ui/message-keys.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { Amount } from '../primitives/amount.tsx';
import { Domain } from '../primitives/domain.tsx';
import { useLanguage } from '../primitives/language.tsx';

/** The single-use cards of recent runs: last four digits, limit, state. */
export function CardTable({ checkouts }: { checkouts: readonly CheckoutView[] }) {
  const { t } = useLanguage();
  const rows = checkouts.toReversed().filter(({ card }) => card !== null);
  if (rows.length === 0) return <p className="muted">{t('noCards')}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('card')}</th>
          <th scope="col">{t('shop')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col" className="num">
            {t('limit')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, card, merchant }) => (
          <tr key={id}>
            <td>
              <bdi dir="ltr">•••• {card?.last4}</bdi>
            </td>
            <td>
              <Domain host={merchant} registrable={merchant} />
            </td>
            <td>{card && t(cardStatusKey(card.status))}</td>
            <td className="num">{card && <Amount value={card.limit} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
