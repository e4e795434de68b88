import { cleanText } from '../../lib/ui/clean-text.ts';
import { formatDateTime } from '../../lib/ui/format-time.ts';
import type { MandateView } from '../../lib/ui/snapshot-views.ts';
import { BigAmount } from '../primitives/amount.tsx';
import { ArmButton } from '../primitives/arm-button.tsx';
import { Foot } from '../primitives/foot.tsx';
import { Heading } from '../primitives/heading.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';
import { Note, Refusal } from '../primitives/note.tsx';
import { Said } from '../primitives/said.tsx';
import { ScrollBody } from '../primitives/scroll-body.tsx';
import { StatusLine } from '../primitives/status-line.tsx';
import { ExactTerms, MandateTerms } from './mandate-terms.tsx';

interface SignMandateProps {
  mandate: MandateView;
  isReadOnly: boolean;
  isBusy: boolean;
  refusal: string | undefined;
  onSign: () => void;
  onReject: () => void;
}

function Merchants({ merchants }: { merchants: readonly string[] }) {
  return merchants.map((merchant, index) => (
    <span key={merchant}>
      {index > 0 && ', '}
      <bdi dir="ltr" className="term">
        {merchant}
      </bdi>
    </span>
  ));
}

/** A deed in one sentence, its limits, the agent's words, and the exact text that is signed. */
export function SignMandate({ mandate, isReadOnly, isBusy, refusal, onSign, onReject }: SignMandateProps) {
  const { t, locale } = useLanguage();
  const until = <span className="term nowrap">{formatDateTime(mandate.expiresAt, locale)}</span>;
  return (
    <div className="screen">
      <StatusLine mood="needs" icon="pen" words={t('signStatus')} />
      <ScrollBody below={t('belowSign')}>
        <section className="sec deed">
          {refusal && <Refusal>{refusal}</Refusal>}
          {mandate.version > 1 && <Note tone="unknown">{t('newVersion', String(mandate.version))}</Note>}
          <Heading look="bare">
            <span className="text">
              <Say
                k="signLet"
                values={[
                  <bdi key="agent" className="term">
                    {cleanText(mandate.agentName, 60)}
                  </bdi>,
                ]}
              />
            </span>
            <span className="deedsum">
              <BigAmount value={mandate.budget} />
            </span>
          </Heading>
          <p className="text">
            {mandate.merchants.length > 0 ? (
              <Say k="signWhere" values={[<Merchants key="shops" merchants={mandate.merchants} />, until]} />
            ) : (
              <Say k="signAnywhere" values={[until]} />
            )}
          </p>
        </section>
        <section className="sec">
          <MandateTerms mandate={mandate} />
        </section>
        <section className="sec">
          <Said by={mandate.agentName} words={mandate.purpose} />
        </section>
        <section className="sec">
          <ExactTerms mandate={mandate} />
        </section>
      </ScrollBody>
      <Foot isReadOnly={isReadOnly} note={t('signNote')}>
        <ArmButton look="plain" by="still" shown={mandate.digest} onDecide={onReject} isDisabled={isBusy}>
          {t('reject')}
        </ArmButton>
        <ArmButton shown={mandate.digest} onDecide={onSign} icon="key" isDisabled={isBusy}>
          {t('sign')}
        </ArmButton>
      </Foot>
    </div>
  );
}
