import { cleanText } from '../../lib/ui/clean-text.ts';
import { formatDate } from '../../lib/ui/format-time.ts';
import { mandateStatusKey } from '../../lib/ui/message-keys.ts';
import type { MandateView } from '../../lib/ui/snapshot-views.ts';
import { Amount } from '../primitives/amount.tsx';
import { BudgetBar } from '../primitives/budget-bar.tsx';
import { useLanguage } from '../primitives/language.tsx';

function MandateRow({ mandate }: { mandate: MandateView }) {
  const { t, locale } = useLanguage();
  const facts = [
    cleanText(mandate.agentName, 60),
    t('until', formatDate(mandate.expiresAt, locale)),
    t(mandateStatusKey(mandate.status)),
  ];
  return (
    <tr>
      <td>
        <strong>
          <bdi>{cleanText(mandate.workflow || mandate.purpose, 80)}</bdi>
        </strong>
        <br />
        <span className="small muted">{facts.join(', ')}</span>
      </td>
      <td>
        <BudgetBar {...mandate} />
      </td>
      <td className="num">
        <Amount value={mandate.spent} currency="none" />
      </td>
      <td className="num">
        <Amount value={mandate.reserved} currency="none" />
      </td>
      <td className="num">
        <Amount value={mandate.remaining} currency="none" className="now" />
      </td>
      <td className="num">
        <Amount value={mandate.budget} className="muted" />
      </td>
    </tr>
  );
}

/** Mandates with what was spent, is held and is left: spent + reserved + left = budget. */
export function MandateTable({ mandates }: { mandates: readonly MandateView[] }) {
  const { t } = useLanguage();
  if (mandates.length === 0) return <p className="muted">{t('noMandateText')}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {t('mandateLeft')}
          </th>
          <th scope="col" className="num">
            {t('walletSpent')}
          </th>
          <th scope="col" className="num">
            {t('walletReserved')}
          </th>
          <th scope="col" className="num">
            {t('walletAvailable')}
          </th>
          <th scope="col" className="num">
            {t('budget')}
          </th>
        </tr>
      </thead>
      <tbody>
        {mandates.toReversed().map((mandate) => (
          <MandateRow key={mandate.id} mandate={mandate} />
        ))}
      </tbody>
    </table>
  );
}
