import { Link } from 'wouter';
import { cleanText } from '../../lib/ui/clean-text.ts';
import { formatMoment } from '../../lib/ui/format-time.ts';
import { reasonKey, settlementKey, stepKey } from '../../lib/ui/message-keys.ts';
import type { ActivityRow } from '../../lib/ui/snapshot-views.ts';
import { useNow } from '../../lib/ui/use-now.ts';
import { Amount } from '../primitives/amount.tsx';
import { Domain } from '../primitives/domain.tsx';
import { Icon } from '../primitives/icon.tsx';
import { useLanguage } from '../primitives/language.tsx';

export function iconOf({ status, isOver }: ActivityRow) {
  if (status === 'succeeded') return { name: 'check', className: 'fg-done' } as const;
  if (status === 'handoff') return { name: 'hand', className: 'fg-human' } as const;
  if (status === 'outcome_unknown' || status === 'reconciling')
    return { name: 'unknown', className: 'fg-unknown' } as const;
  return isOver
    ? ({ name: 'refused', className: 'fg-refused' } as const)
    : ({ name: 'working', className: 'fg-working' } as const);
}

/** The cells of one run: when, what and where, who, how much, and where its money stands. */
export function ActivityCells({ row }: { row: ActivityRow }) {
  const { t, locale } = useLanguage();
  const now = useNow();
  return (
    <>
      <td className="small muted nowrap">{row.at > 0 && formatMoment(row.at, now, locale)}</td>
      <td>
        <Icon {...iconOf(row)} small /> <Link href={`/checkouts/${row.id}`}>{t(stepKey(row.status))}</Link>{' '}
        <Domain host={row.merchant} registrable={row.merchant} />
      </td>
      <td className="small muted">
        <bdi>{cleanText(row.agentName, 60)}</bdi>
        {row.workflow !== '' && (
          <>
            {' · '}
            <bdi>{cleanText(row.workflow, 60)}</bdi>
          </>
        )}
      </td>
      <td className="num">{row.amount && <Amount value={row.amount} />}</td>
      <td className="small muted">
        {row.settlement !== 'none' && t(settlementKey(row.settlement))}{' '}
        {row.orderRef !== '' && <span className="ref">{row.orderRef}</span>}
        {row.reasonCode !== '' && t(reasonKey(row.reasonCode))}
      </td>
    </>
  );
}

export function ActivityHead() {
  const { t } = useLanguage();
  return (
    <tr>
      <th scope="col">{t('time')}</th>
      <th scope="col">{t('payment')}</th>
      <th scope="col">{t('agent')}</th>
      <th scope="col" className="num">
        {t('depositAmount')}
      </th>
      <th scope="col">{t('state')}</th>
    </tr>
  );
}

/** A few runs, newest first; each leads to its record. */
export function ActivityTable({ rows }: { rows: readonly ActivityRow[] }) {
  const { t } = useLanguage();
  if (rows.length === 0) return <p className="muted">{t('noPayments')}</p>;
  return (
    <table className="table">
      <thead>
        <ActivityHead />
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <ActivityCells row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
