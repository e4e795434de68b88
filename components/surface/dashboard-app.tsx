import type { ReactNode } from 'react';
import { Link, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Surface } from '../../lib/ui/surface-store.ts';
import type { OperatorSnapshot } from '../../lib/ui/snapshot-views.ts';
import type { MessageKey } from '../../lib/ui/translate.ts';
import { AgentTable } from '../agent/agent-table.tsx';
import { CardTable } from '../checkout/card-table.tsx';
import { CheckoutRecord } from '../checkout/checkout-record.tsx';
import { MandateTable } from '../mandate/mandate-table.tsx';
import { HatchPattern } from '../primitives/budget-bar.tsx';
import { Icon } from '../primitives/icon.tsx';
import type { IconName } from '../primitives/icon-shapes.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Note } from '../primitives/note.tsx';
import { Seal } from '../primitives/seal.tsx';
import { ActivityTable } from '../wallet/activity-table.tsx';
import { OverviewPage } from '../wallet/overview-page.tsx';
import { useSurface } from './use-surface.ts';

const PAGES: readonly { path: string; name: MessageKey; icon: IconName }[] = [
  { path: '/', name: 'overview', icon: 'overview' },
  { path: '/mandates', name: 'mandates', icon: 'mandate' },
  { path: '/cards', name: 'cards', icon: 'card' },
  { path: '/activity', name: 'activity', icon: 'list' },
  { path: '/agents', name: 'agents', icon: 'agent' },
];

function Navigation({ seal }: { seal: string }) {
  const { t } = useLanguage();
  const [location] = useHashLocation();
  return (
    <nav className="nav">
      <p className="brand">
        <Icon name="brand" />
        {t('extName')}
      </p>
      {PAGES.map(({ path, name, icon }) => (
        <Link key={path} href={path} aria-current={location === path ? 'page' : undefined}>
          <Icon name={icon} />
          {t(name)}
        </Link>
      ))}
      <div className="own">
        <Seal words={seal} />
        <p className="small">
          <span className="muted">{t('onlyYouSee')}</span>
          <br />
          <strong>{seal}</strong>
        </p>
      </div>
    </nav>
  );
}

function Page({ name, children }: { name: MessageKey; children: ReactNode }) {
  const { t } = useLanguage();
  return (
    <>
      <h1>{t(name)}</h1>
      <section className="cardbox">{children}</section>
    </>
  );
}

function Pages({ snapshot, surface }: { snapshot: OperatorSnapshot; surface: Surface }) {
  return (
    <Switch>
      <Route path="/mandates">
        <Page name="mandates">
          <MandateTable mandates={snapshot.mandates} />
        </Page>
      </Route>
      <Route path="/cards">
        <Page name="cards">
          <CardTable checkouts={snapshot.checkouts} />
        </Page>
      </Route>
      <Route path="/activity">
        <Page name="activity">
          <ActivityTable checkouts={snapshot.checkouts} />
        </Page>
      </Route>
      <Route path="/agents">
        <Page name="agents">
          <AgentTable agents={snapshot.agents} />
        </Page>
      </Route>
      <Route path="/checkouts/:id">
        {({ id }) => (
          <CheckoutRecord
            checkout={snapshot.checkouts.find((checkout) => checkout.id === id)}
            loadPicture={surface.pictureOf}
          />
        )}
      </Route>
      <Route>
        <OverviewPage snapshot={snapshot} />
      </Route>
    </Switch>
  );
}

/** The full tab: the same snapshot, wide. It decides nothing and says why. */
export function DashboardApp({ surface }: { surface: Surface }) {
  const { t } = useLanguage();
  const { snapshot, refusal } = useSurface(surface);
  if (!snapshot) {
    return (
      <main className="empty" role="status">
        {refusal ?? t('loading')}
      </main>
    );
  }
  return (
    <Router hook={useHashLocation}>
      <HatchPattern />
      <div className="dashboard">
        <Navigation seal={snapshot.seal} />
        <main className="content">
          {snapshot.isReadOnly && (
            <Note tone="plain" icon="lock">
              {t('readOnly')}
            </Note>
          )}
          {snapshot.vault === 'unlocked' || snapshot.checkouts.length > 0 ? (
            <Pages snapshot={snapshot} surface={surface} />
          ) : (
            <h1>{t(snapshot.vault === 'locked' ? 'lockedTitle' : 'createTitle')}</h1>
          )}
        </main>
      </div>
    </Router>
  );
}
