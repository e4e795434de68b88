import { useEffect } from 'react';
import { frontItem, isDecision, isSameItem, placeOf, screenOf } from '../../lib/ui/screen.ts';
import type { Surface } from '../../lib/ui/surface-store.ts';
import { EndedSheet } from '../checkout/ended-sheet.tsx';
import { RunningSheet } from '../checkout/running-sheet.tsx';
import { MandateSheet } from '../mandate/mandate-sheet.tsx';
import { HatchPattern } from '../primitives/budget-bar.tsx';
import { useLanguage } from '../primitives/language.tsx';
import type { OfferedIssuer } from '../../lib/ui/offered-issuers.ts';
import { IdleScreen } from '../wallet/idle-screen.tsx';
import { DecisionScreen } from './decision-screen.tsx';
import { Header } from './header.tsx';
import { QueueStrip } from './queue-strip.tsx';
import { SetupScreen } from './setup-screen.tsx';
import { useRefusal, useSurface, type ScreenContext } from './use-surface.ts';

export interface SurfaceAppProps {
  surface: Surface;
  /** What can be connected; release builds offer no sandbox. */
  issuers: readonly OfferedIssuer[];
  shape: 'popup' | 'panel';
  onOpenPanel?: (() => void) | undefined;
  onOpenDashboard?: (() => void) | undefined;
}

function OneScreen(
  props: ScreenContext &
    SurfaceAppProps & {
      screen: ReturnType<typeof screenOf>;
    },
) {
  const { screen, issuers, onOpenPanel, onOpenDashboard, ...context } = props;
  const { surface, snapshot, refusal, isBusy, choose } = context;
  const openOwnDashboard = () =>
    void surface.ask((call) => call('surface.open', { page: 'dashboard', path: '' }));
  // In a tab nothing may open our own window.
  const openDashboard = snapshot.isReadOnly ? onOpenDashboard : openOwnDashboard;
  switch (screen.kind) {
    case 'idle':
      return (
        <IdleScreen
          snapshot={snapshot}
          refusal={refusal}
          onOpenPayment={({ id }) => choose({ followed: id })}
          onOpenMandate={({ id }) => choose({ openMandate: id })}
          onRevokeAgent={({ id }) => void surface.ask((call) => call('agent.revoke', { agentId: id }))}
          onResume={({ id }) => void surface.ask((call) => call('mandate.resume', { mandateId: id }))}
          onOpenPanel={onOpenPanel}
          onOpenDashboard={openDashboard}
        />
      );
    case 'open-mandate': {
      const { id: mandateId } = screen.mandate;
      return (
        <MandateSheet
          key={mandateId}
          mandate={screen.mandate}
          isReadOnly={snapshot.isReadOnly}
          isBusy={isBusy}
          refusal={refusal}
          onPause={() => void surface.ask((call) => call('mandate.pause', { mandateId }))}
          onResume={() => void surface.ask((call) => call('mandate.resume', { mandateId }))}
          onRevoke={() => void surface.ask((call) => call('mandate.revoke', { mandateId }))}
          onAllowShops={() => void surface.requestSites(screen.mandate.missingSites)}
          onAskAgain={(merchant) =>
            void surface.ask((call) => call('mandate.disallow-merchant', { mandateId, merchant }))
          }
          onClose={() => choose({ openMandate: undefined })}
        />
      );
    }
    case 'running': {
      const { id: checkoutId } = screen.checkout;
      return (
        <RunningSheet
          key={checkoutId}
          checkout={screen.checkout}
          isReadOnly={snapshot.isReadOnly}
          isBusy={isBusy}
          refusal={refusal}
          onCancel={() => void surface.ask((call) => call('checkout.cancel', { checkoutId }))}
          onOpenDashboard={openDashboard}
        />
      );
    }
    case 'ended':
      return (
        <EndedSheet
          key={screen.checkout.id}
          checkout={screen.checkout}
          seal={snapshot.seal}
          onClose={() => choose({ followed: undefined })}
        />
      );
    case 'agent':
    case 'stopped_agent':
    case 'mandate':
    case 'choice':
    case 'preview':
    case 'handoff':
    case 'unknown':
      return <DecisionScreen {...context} screen={screen} />;
    default:
      return (
        <SetupScreen {...context} kind={screen.kind} issuers={issuers} onOpenDashboard={openOwnDashboard} />
      );
  }
}

/** The popup and the side panel: header, one screen, and where it stands in the queue. */
export function SurfaceApp(props: SurfaceAppProps) {
  const { surface, shape } = props;
  const { t } = useLanguage();
  const { snapshot, isBusy, choice, choose } = useSurface(surface);
  const screen = snapshot && screenOf(snapshot, choice);
  const refusal = useRefusal(surface, screen ? placeOf(screen) : '');
  const front = snapshot && frontItem(snapshot, choice.item);
  // What is in front stays there: a more urgent item must not slide under the pointer.
  useEffect(() => {
    if (front && !isSameItem(front, choice.item)) choose({ item: front });
  }, [front, choice.item, choose]);
  if (!snapshot || !screen) {
    return (
      <main className={shape}>
        <p className="empty" role="status">
          {refusal ?? t('loading')}
        </p>
      </main>
    );
  }
  return (
    <main className={shape}>
      <HatchPattern />
      <Header
        snapshot={snapshot}
        onStopAll={() => void surface.ask((call) => call('operator.stop-all', {}))}
        onLock={() => void surface.ask((call) => call('vault.lock', {}))}
      />
      {front && isDecision(screen) && (
        <QueueStrip queue={snapshot.queue} front={front} onChoose={(item) => choose({ item })} />
      )}
      <OneScreen
        {...props}
        screen={screen}
        snapshot={snapshot}
        refusal={refusal}
        isBusy={isBusy}
        choose={choose}
      />
    </main>
  );
}
