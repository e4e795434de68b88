import { cleanText } from '../../lib/ui/clean-text.ts';
import { reasonKey } from '../../lib/ui/message-keys.ts';
import type { AgentView } from '../../lib/ui/snapshot-views.ts';
import { ArmButton } from '../primitives/arm-button.tsx';
import { ConfirmButton } from '../primitives/confirm-button.tsx';
import { Foot } from '../primitives/foot.tsx';
import { Heading } from '../primitives/heading.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';
import { Note, Refusal } from '../primitives/note.tsx';
import { ScrollBody } from '../primitives/scroll-body.tsx';
import { StatusLine } from '../primitives/status-line.tsx';

interface StoppedAgentProps {
  agent: AgentView;
  isReadOnly: boolean;
  isBusy: boolean;
  refusal: string | undefined;
  onLetGoOn: () => void;
  onRevoke: () => void;
}

/** An agent asked for the same refused thing again and again: it goes on only when the operator says so. */
export function StoppedAgent({ agent, isReadOnly, isBusy, refusal, onLetGoOn, onRevoke }: StoppedAgentProps) {
  const { t, count } = useLanguage();
  const { stoppedBy } = agent;
  return (
    <div className="screen">
      <StatusLine mood="needs" icon="stop" words={t('stoppedAgentStatus')} />
      <ScrollBody below={t('moreBelow')}>
        <section className="sec">
          <Heading>
            <Say k="stoppedAgentTitle" values={[<bdi key="name">{cleanText(agent.name, 60)}</bdi>]} />
          </Heading>
          {stoppedBy && <p>{count('stoppedAgentTimes', stoppedBy.times)}</p>}
          {refusal && <Refusal>{refusal}</Refusal>}
        </section>
        {stoppedBy && (
          <section className="sec">
            <Note tone="needs">{t(reasonKey(stoppedBy.code))}</Note>
          </section>
        )}
        <section className="sec plain">
          <p className="small muted">{t('stoppedAgentText')}</p>
        </section>
      </ScrollBody>
      <Foot isReadOnly={isReadOnly}>
        <ConfirmButton isDisabled={isBusy} confirm={t('sure')} onConfirm={onRevoke}>
          {t('revoke')}
        </ConfirmButton>
        <ArmButton shown={agent.id} onDecide={onLetGoOn} isDisabled={isBusy}>
          {t('letGoOn')}
        </ArmButton>
      </Foot>
    </div>
  );
}
