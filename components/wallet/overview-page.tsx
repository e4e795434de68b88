import { Fragment } from 'react';
import { hasEnded } from '../../lib/ui/screen.ts';
import { queueKey } from '../../lib/ui/message-keys.ts';
import type { OperatorSnapshot } from '../../lib/ui/snapshot-views.ts';
import type { MessageKey } from '../../lib/ui/translate.ts';
import { MandateTable } from '../mandate/mandate-table.tsx';
import { Amount } from '../primitives/amount.tsx';
import { Icon } from '../primitives/icon.tsx';
import type { IconName } from '../primitives/icon-shapes.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { ActivityTable } from './activity-table.tsx';

const TERMS: readonly [keyof OperatorSnapshot['wallet'], MessageKey, string][] = [
  ['available', 'walletAvailable', ''],
  ['reserved', 'walletReserved', '+'],
  ['spent', 'walletSpent', '+'],
  ['funded', 'walletFunded', '='],
];

/** The wallet as a sum: available + reserved + spent = funded. */
function WalletSum({ wallet }: Pick<OperatorSnapshot, 'wallet'>) {
  const { t } = useLanguage();
  return (
    <section className="cardbox">
      <div className="sum">
        {TERMS.map(([part, label, sign]) => (
          <Fragment key={part}>
            {sign !== '' && <span className="op">{sign}</span>}
            <p>
              <span className="small muted">{t(label)}</span>
              <br />
              <Amount value={wallet[part]} look="fig" currency={part === 'funded' ? 'shown' : 'none'} />
            </p>
          </Fragment>
        ))}
      </div>
    </section>
  );
}

const QUEUE_ICONS: Readonly<Record<string, IconName>> = {
  unknown: 'unknown',
  handoff: 'hand',
  agent: 'agent',
};

function Waiting({ queue }: Pick<OperatorSnapshot, 'queue'>) {
  const { t } = useLanguage();
  const isUrgent = queue.some(({ kind }) => kind === 'handoff' || kind === 'unknown');
  return (
    <section className="cardbox">
      <h2>
        {t('waitingForYou')}
        {queue.length > 0 && <span className={isUrgent ? 'count red' : 'count'}>{queue.length}</span>}
      </h2>
      {queue.length === 0 && <p className="muted">{t('nothingNeedsYou')}</p>}
      <ul className="list">
        {queue.map(({ kind, id }) => (
          <li key={`${kind}${id}`}>
            <Icon
              name={QUEUE_ICONS[kind] ?? 'pen'}
              className={kind === 'unknown' ? 'fg-unknown' : 'fg-needs'}
            />
            <strong className="grow">{t(queueKey(kind))}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One page: wallet, waiting, running, mandates, activity. */
export function OverviewPage({ snapshot }: { snapshot: OperatorSnapshot }) {
  const { t } = useLanguage();
  const running = snapshot.checkouts.filter((checkout) => !hasEnded(checkout));
  return (
    <>
      <h1>{t('overview')}</h1>
      <WalletSum wallet={snapshot.wallet} />
      <div className="columns">
        <Waiting queue={snapshot.queue} />
        <section className="cardbox">
          <h2>{t('running')}</h2>
          {running.length === 0 ? (
            <p className="muted">{t('nothingRuns')}</p>
          ) : (
            <ActivityTable checkouts={running} />
          )}
        </section>
      </div>
      <section className="cardbox">
        <h2>{t('mandates')}</h2>
        <MandateTable mandates={snapshot.mandates} />
      </section>
      <section className="cardbox">
        <h2>{t('activity')}</h2>
        <ActivityTable checkouts={snapshot.checkouts.filter(hasEnded)} />
      </section>
    </>
  );
}
