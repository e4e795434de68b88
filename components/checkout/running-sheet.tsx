import { cleanText } from '../../lib/ui/clean-text.ts';
import { formatClock } from '../../lib/ui/format-time.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { BigAmount } from '../primitives/amount.tsx';
import { Button } from '../primitives/button.tsx';
import { ConfirmButton } from '../primitives/confirm-button.tsx';
import { Heading } from '../primitives/heading.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Refusal } from '../primitives/note.tsx';
import { ScrollBody } from '../primitives/scroll-body.tsx';
import { StatusLine } from '../primitives/status-line.tsx';
import { Payee } from './payee.tsx';
import { StepList } from './step-list.tsx';

interface RunningSheetProps {
  checkout: CheckoutView;
  isReadOnly: boolean;
  isBusy: boolean;
  refusal: string | undefined;
  onCancel: () => void;
  onOpenDashboard?: (() => void) | undefined;
}

const AFTER_APPROVAL = ['approved', 'revalidating', 'arming'];
const PAST_PAY = ['submitting', 'processing', 'reconciling', 'outcome_unknown'];

function wordsFor(status: string): 'payingStatus' | 'waitingAgentStatus' | 'workingStatus' {
  if ([...AFTER_APPROVAL, ...PAST_PAY].includes(status)) return 'payingStatus';
  return status === 'previewed' ? 'waitingAgentStatus' : 'workingStatus';
}

/** A run that needs nobody: where it is, step by step. Past Pay it can only be watched. */
export function RunningSheet(props: RunningSheetProps) {
  const { checkout, isReadOnly, isBusy, refusal, onCancel, onOpenDashboard } = props;
  const { t, locale } = useLanguage();
  const startedAt = checkout.steps[0]?.at;
  const facts = [
    cleanText(checkout.agentName, 60),
    ...(startedAt === undefined ? [] : [t('startedAt', formatClock(startedAt, locale))]),
  ];
  return (
    <div className="screen">
      <StatusLine mood="working" icon="working" words={t(wordsFor(checkout.status))} />
      <ScrollBody below={t('moreBelow')}>
        <section className="sec">
          <Heading look="bare">
            {checkout.total ? (
              <BigAmount value={checkout.total} />
            ) : (
              <span className="title">{t('workingTitle')}</span>
            )}
          </Heading>
          {checkout.merchant !== '' && <Payee checkout={checkout} />}
          <p className="small muted">{facts.join(' · ')}</p>
          {refusal && <Refusal>{refusal}</Refusal>}
        </section>
        <section className="sec">
          <StepList checkout={checkout} />
        </section>
      </ScrollBody>
      <footer className="foot">
        {isReadOnly && <p className="note">{t('readOnly')}</p>}
        {!isReadOnly && !PAST_PAY.includes(checkout.status) && (
          <ConfirmButton confirm={t('stopConfirm')} onConfirm={onCancel} isDisabled={isBusy}>
            {t('stopRun')}
          </ConfirmButton>
        )}
        {onOpenDashboard && (
          <Button icon="overview" onPress={onOpenDashboard}>
            {t('openDashboard')}
          </Button>
        )}
      </footer>
    </div>
  );
}
