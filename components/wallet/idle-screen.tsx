import { formatClock } from '../../lib/ui/format-time.ts';
import { hasEnded } from '../../lib/ui/screen.ts';
import type { AgentView, CheckoutView, MandateView, OperatorSnapshot } from '../../lib/ui/snapshot-views.ts';
import { AgentRows } from '../agent/agent-rows.tsx';
import { Button } from '../primitives/button.tsx';
import { Heading } from '../primitives/heading.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Refusal } from '../primitives/note.tsx';
import { ScrollBody } from '../primitives/scroll-body.tsx';
import { StatusLine } from '../primitives/status-line.tsx';
import { FundsNote } from './alert-notes.tsx';
import { MandateRows } from './mandate-rows.tsx';
import { PaymentRows } from './payment-rows.tsx';
import { StoppedNote } from './stopped-note.tsx';

interface IdleScreenProps {
  snapshot: OperatorSnapshot;
  refusal: string | undefined;
  onOpenPayment: (checkout: CheckoutView) => void;
  onOpenMandate: (mandate: MandateView) => void;
  onResume: (mandate: MandateView) => void;
  onRevokeAgent: (agent: AgentView) => void;
  onOpenPanel?: (() => void) | undefined;
  onOpenDashboard?: (() => void) | undefined;
}

const SHOWN = 5;

function NoMandates() {
  const { t } = useLanguage();
  return (
    <div className="empty">
      <Heading>{t('noMandateTitle')}</Heading>
      <p>{t('noMandateText')}</p>
    </div>
  );
}

/** Nothing needs you: what is left to spend and what was paid. No colour, no filled button. */
export function IdleScreen(props: IdleScreenProps) {
  const { snapshot, refusal, onOpenPayment, onOpenPanel, onOpenDashboard } = props;
  const { t, locale } = useLanguage();
  const live = snapshot.mandates.filter(({ status }) => status === 'active' || status === 'paused');
  const agents = snapshot.agents.filter(({ status }) => status === 'approved');
  const ended = snapshot.checkouts.filter(hasEnded).toReversed().slice(0, SHOWN);
  return (
    <div className="screen">
      <StatusLine
        mood="quiet"
        icon="tick"
        words={t('nothingNeedsYou')}
        end={<span className="end">{t('checkedAt', formatClock(snapshot.now, locale, false))}</span>}
      />
      <ScrollBody below={t('moreBelow')}>
        {snapshot.fundsAlert.isLow && (
          <section className="sec">
            <FundsNote snapshot={snapshot} />
          </section>
        )}
        {snapshot.lastStop && (
          <section className="sec">
            <StoppedNote snapshot={snapshot} />
          </section>
        )}
        {refusal && (
          <section className="sec">
            <Refusal>{refusal}</Refusal>
          </section>
        )}
        {live.length === 0 ? (
          <NoMandates />
        ) : (
          <section className="sec">
            <div className="vh">
              <Heading>{t('nothingNeedsYou')}</Heading>
            </div>
            <h2 className="h gap">{t('mandates')}</h2>
            <MandateRows
              mandates={live}
              onOpen={props.onOpenMandate}
              onResume={snapshot.isReadOnly ? undefined : props.onResume}
            />
          </section>
        )}
        {(ended.length > 0 || live.length > 0) && (
          <section className="sec">
            <h2 className="h gap">{t('lastPayments')}</h2>
            <PaymentRows checkouts={ended} onOpen={onOpenPayment} />
          </section>
        )}
        {agents.length > 0 && (
          <section className="sec">
            <h2 className="h gap">{t('agents')}</h2>
            <AgentRows agents={agents} isReadOnly={snapshot.isReadOnly} onRevoke={props.onRevokeAgent} />
          </section>
        )}
      </ScrollBody>
      <footer className="foot">
        {snapshot.isReadOnly && <p className="note">{t('readOnly')}</p>}
        {onOpenPanel && (
          <Button isSmall icon="panel" onPress={onOpenPanel}>
            {t('sidePanel')}
          </Button>
        )}
        {onOpenDashboard && (
          <Button isSmall icon="overview" onPress={onOpenDashboard}>
            {t('openDashboard')}
          </Button>
        )}
      </footer>
    </div>
  );
}
