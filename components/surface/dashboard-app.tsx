import { Link, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Surface } from '../../lib/ui/surface-store.ts';
import type { CheckoutView, QueueItem } from '../../lib/ui/snapshot-views.ts';
import type { MessageKey } from '../../lib/ui/translate.ts';
import { ActivityPage } from '../dashboard/activity-page.tsx';
import { AgentsPage } from '../dashboard/agents-page.tsx';
import { CardsPage } from '../dashboard/cards-page.tsx';
import { CheckoutPage } from '../dashboard/checkout-page.tsx';
import type { PageContext } from '../dashboard/context.ts';
import { DiagnosticsPage } from '../dashboard/diagnostics-page.tsx';
import { MandatePage, MandatesPage } from '../dashboard/mandates-page.tsx';
import { MetricsPage } from '../dashboard/metrics-page.tsx';
import { NewMandatePage } from '../dashboard/new-mandate-page.tsx';
import { OverviewPage } from '../dashboard/overview-page.tsx';
import { Box } from '../dashboard/page-frame.tsx';
import { ProfilePage } from '../dashboard/profile-page.tsx';
import { SecurityPage } from '../dashboard/security-page.tsx';
import { SitesPage } from '../dashboard/sites-page.tsx';
import { WaitingPage } from '../dashboard/waiting-page.tsx';
import { WalletPage } from '../dashboard/wallet-page.tsx';
import { HatchPattern } from '../primitives/budget-bar.tsx';
import { Button } from '../primitives/button.tsx';
import { Icon } from '../primitives/icon.tsx';
import type { IconName } from '../primitives/icon-shapes.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Note } from '../primitives/note.tsx';
import { Seal } from '../primitives/seal.tsx';
import { RestoreWallet } from '../setup/restore-wallet.tsx';
import type { OfferedIssuer } from '../../lib/ui/offered-issuers.ts';
import { SetupScreen } from './setup-screen.tsx';
import { useRefusal, useSurface } from './use-surface.ts';

const PAGES: readonly { path: string; name: MessageKey; icon: IconName }[] = [
  { path: '/', name: 'overview', icon: 'overview' },
  { path: '/mandates', name: 'mandates', icon: 'mandate' },
  { path: '/cards', name: 'cards', icon: 'card' },
  { path: '/activity', name: 'activity', icon: 'list' },
  { path: '/agents', name: 'agents', icon: 'agent' },
  { path: '/sites', name: 'sites', icon: 'globe' },
  { path: '/profiles', name: 'profiles', icon: 'user' },
  { path: '/wallet', name: 'wallet', icon: 'wallet' },
  { path: '/metrics', name: 'metrics', icon: 'clock' },
  { path: '/security', name: 'security', icon: 'lock' },
  { path: '/diagnostics', name: 'diagnostics', icon: 'pulse' },
];

/** A page of a section is in the section. */
const isAt = (location: string, path: string): boolean =>
  location === path || (path !== '/' && location.startsWith(`${path}/`));

function Navigation({ seal }: { seal: string }) {
  const { t } = useLanguage();
  const [location] = useHashLocation();
  return (
    <nav className="nav" aria-label={t('extName')}>
      <p className="brand">
        <Icon name="brand" />
        {t('extName')}
      </p>
      {PAGES.map(({ path, name, icon }) => (
        <Link key={path} href={path} aria-current={isAt(location, path) ? 'page' : undefined}>
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

function Pages({ issuers, ...context }: PageContext & { issuers: readonly OfferedIssuer[] }) {
  const [, go] = useLocation();
  return (
    <Switch>
      <Route path="/mandates/new">
        <NewMandatePage {...context} />
      </Route>
      <Route path="/mandates/:id">
        {({ id }) => <MandatePage {...context} id={id} onClose={() => go('/mandates')} />}
      </Route>
      <Route path="/waiting/:kind/:id">
        {({ kind, id }) => (
          <WaitingPage {...context} key={id} item={{ kind: kind as QueueItem['kind'], id }} />
        )}
      </Route>
      <Route path="/checkouts/:id">
        {({ id }) => <CheckoutPage {...context} key={id} id={id as CheckoutView['id']} />}
      </Route>
      <Route path="/mandates">
        <MandatesPage {...context} />
      </Route>
      <Route path="/cards">
        <CardsPage {...context} />
      </Route>
      <Route path="/activity">
        <ActivityPage {...context} />
      </Route>
      <Route path="/agents">
        <AgentsPage {...context} />
      </Route>
      <Route path="/sites">
        <SitesPage {...context} />
      </Route>
      <Route path="/profiles">
        <ProfilePage {...context} />
      </Route>
      <Route path="/wallet">
        <WalletPage {...context} issuers={issuers} />
      </Route>
      <Route path="/metrics">
        <MetricsPage {...context} />
      </Route>
      <Route path="/security">
        <SecurityPage {...context} />
      </Route>
      <Route path="/diagnostics">
        <DiagnosticsPage {...context} />
      </Route>
      <Route>
        <OverviewPage {...context} />
      </Route>
    </Switch>
  );
}

interface DashboardAppProps {
  surface: Surface;
  issuers: readonly OfferedIssuer[];
}

/** The dashboard: everything that was, is and waits. In a window of our own it decides; in a tab it looks, and can stop. */
export function DashboardApp({ surface, issuers }: DashboardAppProps) {
  const { t } = useLanguage();
  const { snapshot, isBusy, choose } = useSurface(surface);
  const [location] = useHashLocation();
  const isOpen = snapshot?.vault === 'unlocked';
  const refusal = useRefusal(surface, isOpen ? location : '');
  if (!snapshot) {
    return (
      <main className="empty" role="status">
        {refusal ?? t('loading')}
      </main>
    );
  }
  const context = { surface, snapshot, refusal, isBusy };
  return (
    <Router hook={useHashLocation}>
      <HatchPattern />
      <div className="dashboard">
        <Navigation seal={snapshot.seal} />
        <main className="content">
          <div className="row topbar">
            {snapshot.isReadOnly && (
              <Note tone="plain" icon="lock">
                {t('readOnly')}
              </Note>
            )}
            <Button
              isSmall
              icon="stop"
              onPress={() => void surface.ask((call) => call('operator.stop-all', {}))}
              isDisabled={snapshot.vault === 'missing'}
            >
              {t('stopAll')}
            </Button>
          </div>
          {isOpen ? (
            <Pages {...context} issuers={issuers} />
          ) : (
            <section className="sheetbox">
              <SetupScreen
                {...context}
                choose={choose}
                kind={snapshot.vault === 'locked' ? 'unlock' : 'create'}
                issuers={issuers}
              />
              {snapshot.vault === 'missing' && !snapshot.isReadOnly && (
                <Box title={t('restoreTitle')}>
                  <p className="muted gap">{t('restoreText')}</p>
                  <RestoreWallet
                    isBusy={isBusy}
                    onRestore={(backup, password) =>
                      void surface.ask((call) => call('vault.restore', { backup, password }))
                    }
                  />
                </Box>
              )}
            </section>
          )}
        </main>
      </div>
    </Router>
  );
}
