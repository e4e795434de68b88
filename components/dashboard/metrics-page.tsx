import { cleanText } from '../../lib/ui/clean-text.ts';
import { formatDate, formatDuration } from '../../lib/ui/format-time.ts';
import type { WeekRow } from '../../lib/ui/snapshot-views.ts';
import { useLanguage } from '../primitives/language.tsx';
import type { PageContext } from './context.ts';
import { Box, PageFrame } from './page-frame.tsx';
import { useReading } from './use-reading.ts';

function WeekLine({ row }: { row: WeekRow }) {
  const { locale } = useLanguage();
  const tag = `${locale}-u-nu-latn`;
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const ratio = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const share = (part: number) => (row.runs === 0 ? '–' : percent.format(part / row.runs));
  const lasted = (ms: number | null) =>
    ms === null ? '–' : <time dateTime={`PT${ms / 1_000}S`}>{formatDuration(ms, locale)}</time>;
  return (
    <tr>
      <td className="nowrap">{formatDate(row.week, locale)}</td>
      <td>
        <bdi>{cleanText(row.workflow, 80) || '–'}</bdi>
      </td>
      <td className="num">{row.runs}</td>
      <td className="num">{share(row.paid)}</td>
      <td className="num">{share(row.exceptions)}</td>
      <td className="num">{row.missions === 0 ? '–' : ratio.format(row.prompts / row.missions)}</td>
      <td className="num">{lasted(row.resumeMs)}</td>
      <td className="num">{lasted(row.reviewMs)}</td>
    </tr>
  );
}

/** The pilot in numbers, per week and workflow, all from the log. */
export function MetricsPage({ surface, snapshot, refusal }: PageContext) {
  const { t } = useLanguage();
  const weeks = useReading(surface, snapshot.revision, 'records.weeks', {})?.weeks;
  const heads = [
    'runs',
    'completion',
    'exceptions',
    'promptsPerMission',
    'timeToResume',
    'reviewTime',
  ] as const;
  return (
    <PageFrame title={t('metrics')} refusal={refusal}>
      <Box>
        <p className="small muted gap">{t('metricsText')}</p>
        {weeks?.length === 0 && <p className="muted">{t('noPayments')}</p>}
        {weeks && weeks.length > 0 && (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('weekOf')}</th>
                <th scope="col">{t('termWorkflow')}</th>
                {heads.map((head) => (
                  <th scope="col" key={head} className="num">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((row) => (
                <WeekLine key={`${row.week}|${row.workflow}`} row={row} />
              ))}
            </tbody>
          </table>
        )}
      </Box>
    </PageFrame>
  );
}
