import { Fragment } from 'react';
import { Link } from 'wouter';
import { addMoney } from '../../lib/kernel/money.ts';
import { formatDateTime, lastDays } from '../../lib/ui/format-time.ts';
import { hasEnded } from '../../lib/ui/screen.ts';
import type { OperatorSnapshot } from '../../lib/ui/snapshot-views.ts';
import type { MessageKey } from '../../lib/ui/translate.ts';
import { MandateTable } from '../mandate/mandate-table.tsx';
import { Amount } from '../primitives/amount.tsx';
import { Icon } from '../primitives/icon.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { ActivityTable } from './activity-table.tsx';
import type { PageContext } from './context.ts';
import { Box, PageFrame } from './page-frame.tsx';
import { RunningList } from './running-list.tsx';
import { SpendChart } from './spend-chart.tsx';
import { AlertNotes } from '../wallet/alert-notes.tsx';
import { StoppedNote } from '../wallet/stopped-note.tsx';
import { useReading } from './use-reading.ts';
import { WaitingList } from './waiting-list.tsx';

const DAYS = 7;
/** How many runs the overview shows; all of them are under Activity. */
const NEWEST = 6;

const TERMS: readonly [keyof OperatorSnapshot['wallet'], MessageKey, string][] = [
  ['available', 'walletAvailable', ''],
  ['reserved', 'walletReserved', '+'],
  ['spent', 'walletSpent', '+'],
  ['funded', 'walletFunded', '='],
];

/** The wallet as a sum: available + reserved + spent = funded, and whether the four numbers do add up. */
function WalletSum({ snapshot }: { snapshot: OperatorSnapshot }) {
  const { t, locale } = useLanguage();
  const { wallet } = snapshot;
  const sum = addMoney(addMoney(wallet.available, wallet.reserved), wallet.spent);
  const isEqual = sum.minor === wallet.funded.minor;
  return (
    <section className="cardbox sum" aria-label={t('wallet')}>
      {TERMS.map(([part, label, sign]) => (
        <Fragment key={part}>
          {sign !== '' && (
            <span className="op" aria-hidden="true">
              {sign}
            </span>
          )}
          <p>
            <span className="small muted">{t(label)}</span>
            <br />
            <Amount value={wallet[part]} look="fig" currency={part === 'funded' ? 'shown' : 'none'} />
          </p>
        </Fragment>
      ))}
      <p className="small muted end">
        <span className={isEqual ? 'equal' : 'equal fg-unknown'}>
          <Icon name={isEqual ? 'tick' : 'alert'} small className={isEqual ? 'fg-done' : 'fg-unknown'} />
          {t(isEqual ? 'equalsLedger' : 'differsFromLedger')}
        </span>
        <br />
        <time>{formatDateTime(snapshot.now, locale)}</time>
      </p>
    </section>
  );
}

function Spending({ surface, snapshot }: Pick<PageContext, 'surface' | 'snapshot'>) {
  const { t, count } = useLanguage();
  const spend = useReading(surface, snapshot.revision, 'records.spend', {
    starts: lastDays(snapshot.now, DAYS),
  });
  const days = spend?.days ?? [];
  const total = days.map(({ amount }) => amount).reduce(addMoney, { ...snapshot.wallet.spent, minor: 0n });
  return (
    <Box title={count('spentInDays', DAYS)} end={<Amount value={total} className="now" />}>
      {days.length > 0 && <SpendChart days={days} />}
      {total.minor === 0n && <p className="small muted">{t('nothingSpent')}</p>}
    </Box>
  );
}

/** One page: wallet, what waits, what runs, mandates, spending, activity. */
export function OverviewPage({ surface, snapshot, refusal }: PageContext) {
  const { t } = useLanguage();
  const { queue } = snapshot;
  const isUrgent = queue.some(({ kind }) => kind === 'handoff' || kind === 'unknown');
  const running = snapshot.checkouts.filter((checkout) => !hasEnded(checkout));
  const activity = useReading(surface, snapshot.revision, 'records.activity', {
    search: '',
    offset: 0,
    limit: NEWEST,
  });
  return (
    <PageFrame title={t('overview')} refusal={refusal}>
      <StoppedNote snapshot={snapshot} />
      <AlertNotes snapshot={snapshot} />
      <WalletSum snapshot={snapshot} />
      <div className="columns">
        <Box
          title={
            <>
              {t('waitingForYou')}
              {queue.length > 0 && <span className={isUrgent ? 'count red' : 'count'}>{queue.length}</span>}
            </>
          }
        >
          <WaitingList snapshot={snapshot} />
        </Box>
        <Box title={t('running')}>
          <RunningList checkouts={running} />
        </Box>
        <Box title={t('mandates')} end={<Link href="/mandates/new">{t('newMandate')}</Link>}>
          <MandateTable mandates={snapshot.mandates} />
        </Box>
        <Spending surface={surface} snapshot={snapshot} />
      </div>
      <Box title={t('activity')} end={<Link href="/activity">{t('allActivity')}</Link>}>
        {activity && <ActivityTable rows={activity.rows} />}
      </Box>
    </PageFrame>
  );
}
