import { useState } from 'react';
import { cleanText } from '../../lib/ui/clean-text.ts';
import type { ChoiceView } from '../../lib/ui/snapshot-views.ts';
import { Amount } from '../primitives/amount.tsx';
import { ArmButton } from '../primitives/arm-button.tsx';
import { Deadline } from '../primitives/deadline.tsx';
import { Domain } from '../primitives/domain.tsx';
import { Foot } from '../primitives/foot.tsx';
import { Heading } from '../primitives/heading.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';
import { Refusal } from '../primitives/note.tsx';
import { ScrollBody } from '../primitives/scroll-body.tsx';
import { StatusLine } from '../primitives/status-line.tsx';

interface PickOptionProps {
  choice: ChoiceView;
  isReadOnly: boolean;
  isBusy: boolean;
  refusal: string | undefined;
  onPick: (index: number) => void;
  onReject: () => void;
}

const CHOICE_MS = 30 * 60_000;

/** An agent offers options. None is picked beforehand; picking and deciding are two steps. */
export function PickOption({ choice, isReadOnly, isBusy, refusal, onPick, onReject }: PickOptionProps) {
  const { t } = useLanguage();
  const [picked, setPicked] = useState<number>();
  return (
    <div className="screen">
      <StatusLine
        mood="needs"
        icon="list"
        words={t('choiceStatus')}
        end={<Deadline at={choice.expiresAt} ofMs={CHOICE_MS} style="coarse" />}
      />
      <ScrollBody below={t('moreBelow')}>
        <section className="sec">
          <Heading>
            <Say k="choiceTitle" values={[<bdi key="name">{cleanText(choice.agentName, 60)}</bdi>]} />
          </Heading>
          <p className="muted">{t('choiceText')}</p>
          {refusal && <Refusal>{refusal}</Refusal>}
        </section>
        <section className="sec">
          <div role="radiogroup" aria-label={t('choiceStatus')} className="choices">
            {choice.options.map(({ label, host, merchant, amount }, index) => (
              <label key={index} className="row">
                <input
                  type="radio"
                  name="option"
                  checked={picked === index}
                  disabled={isReadOnly}
                  onChange={() => setPicked(index)}
                />
                <span className="grow">
                  <span className="clip2">
                    <bdi>{cleanText(label, 120)}</bdi>
                  </span>
                  <span className="small muted">
                    <Domain host={host} registrable={merchant} />
                  </span>
                </span>
                <Amount value={amount} />
              </label>
            ))}
          </div>
        </section>
      </ScrollBody>
      <Foot isReadOnly={isReadOnly}>
        <ArmButton look="plain" by="still" shown={choice.id} onDecide={onReject} isDisabled={isBusy}>
          {t('choiceNone')}
        </ArmButton>
        <ArmButton
          shown={`${choice.id}|${picked ?? 'none'}`}
          onDecide={() => picked !== undefined && onPick(picked)}
          isDisabled={isBusy || picked === undefined}
        >
          {t('choicePick')}
        </ArmButton>
      </Foot>
    </div>
  );
}
