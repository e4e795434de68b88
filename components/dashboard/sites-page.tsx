import { formatMoment } from '../../lib/ui/format-time.ts';
import { useNow } from '../../lib/ui/use-now.ts';
import { Domain } from '../primitives/domain.tsx';
import { useLanguage } from '../primitives/language.tsx';
import type { PageContext } from './context.ts';
import { Box, PageFrame } from './page-frame.tsx';
import { useReading } from './use-reading.ts';

/** The shops that agents were at, and those where you have approved a payment. */
export function SitesPage({ surface, snapshot, refusal }: PageContext) {
  const { t, count, locale } = useLanguage();
  const now = useNow();
  const sites = useReading(surface, snapshot.revision, 'records.sites', {})?.sites;
  return (
    <PageFrame title={t('sites')} refusal={refusal}>
      <Box>
        {sites?.length === 0 && <p className="muted">{t('noSites')}</p>}
        {sites && sites.length > 0 && (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('shop')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('payments')}</th>
                <th scope="col">{t('time')}</th>
              </tr>
            </thead>
            <tbody>
              {sites.map(({ merchant, payments, refusals, lastAt, isApproved }) => (
                <tr key={merchant}>
                  <td>
                    <Domain host={merchant} registrable={merchant} />
                  </td>
                  <td>{t(isApproved ? 'siteApproved' : 'siteNotApproved')}</td>
                  <td>
                    {count('paidTimes', payments)}
                    {refusals > 0 && <span className="muted">, {count('refusedTimes', refusals)}</span>}
                  </td>
                  <td className="small muted nowrap">{formatMoment(lastAt, now, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Box>
    </PageFrame>
  );
}
