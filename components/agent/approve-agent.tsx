import type { AgentView } from '../../lib/ui/snapshot-views.ts';
import { cleanText } from '../../lib/ui/clean-text.ts';
import { ArmButton } from '../primitives/arm-button.tsx';
import { Deadline } from '../primitives/deadline.tsx';
import { Foot } from '../primitives/foot.tsx';
import { Heading } from '../primitives/heading.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';
import { Note, Refusal } from '../primitives/note.tsx';
import { ScrollBody } from '../primitives/scroll-body.tsx';
import { StatusLine } from '../primitives/status-line.tsx';

interface ApproveAgentProps {
  agent: AgentView;
  isReadOnly: boolean;
  isBusy: boolean;
  refusal: string | undefined;
  onApprove: () => void;
  onDeny: () => void;
}

const REQUEST_MS = 2 * 60_000;

/** An agent asks for access: the code is compared, then let in or not. */
export function ApproveAgent({ agent, isReadOnly, isBusy, refusal, onApprove, onDeny }: ApproveAgentProps) {
  const { t } = useLanguage();
  return (
    <div className="screen">
      <StatusLine
        mood="needs"
        icon="agent"
        words={t('agentStatus')}
        end={<Deadline at={agent.expiresAt} ofMs={REQUEST_MS} style="fine" />}
      />
      <ScrollBody below={t('moreBelow')}>
        <section className="sec">
          <Heading>
            <Say k="agentTitle" values={[<bdi key="name">{cleanText(agent.name, 60)}</bdi>]} />
          </Heading>
          <p className="muted">{t('agentText')}</p>
          {refusal && <Refusal>{refusal}</Refusal>}
        </section>
        <section className="sec codebox">
          <p className="h">{t('agentCode')}</p>
          <p className="code" dir="ltr">
            {agent.code}
          </p>
        </section>
        <section className="sec">
          <Note tone="plain" icon="pen">
            {t('agentBound')}
          </Note>
        </section>
        <section className="sec plain">
          <p className="small muted">{t('agentName')}</p>
        </section>
      </ScrollBody>
      <Foot isReadOnly={isReadOnly}>
        <ArmButton look="plain" by="still" shown={agent.id} onDecide={onDeny} isDisabled={isBusy}>
          {t('reject')}
        </ArmButton>
        <ArmButton shown={`${agent.id}|${agent.code}`} onDecide={onApprove} isDisabled={isBusy}>
          {t('approveAgent')}
        </ArmButton>
      </Foot>
    </div>
  );
}
