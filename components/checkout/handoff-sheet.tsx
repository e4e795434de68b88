import { formatClock } from '../../lib/ui/format-time.ts';
import { wallKeys } from '../../lib/ui/message-keys.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { Amount } from '../primitives/amount.tsx';
import { ArmButton } from '../primitives/arm-button.tsx';
import { Button } from '../primitives/button.tsx';
import { ConfirmButton } from '../primitives/confirm-button.tsx';
import { Deadline } from '../primitives/deadline.tsx';
import { Domain } from '../primitives/domain.tsx';
import { Foot } from '../primitives/foot.tsx';
import { Heading } from '../primitives/heading.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';
import { Note, Refusal } from '../primitives/note.tsx';
import { Quoted } from '../primitives/said.tsx';
import { ScrollBody } from '../primitives/scroll-body.tsx';
import { StatusLine } from '../primitives/status-line.tsx';

export interface HandoffSheetProps {
  checkout: CheckoutView;
  isReadOnly: boolean;
  isBusy: boolean;
  refusal: string | undefined;
  onGoToTab: () => void;
  onDone: () => void;
  onGiveUp: () => void;
  onExtend: () => void;
}

const HANDOFF_MS = 10 * 60_000;

function About({ checkout }: { checkout: CheckoutView }) {
  const { t, locale } = useLanguage();
  const pressed = checkout.steps.findLast(({ name }) => name === 'submitting');
  const shop = <Domain key="shop" host={checkout.host} registrable={checkout.merchant} />;
  return (
    <p className="muted">
      {checkout.total && (
        <>
          <Say k="handoffAbout" values={[<Amount key="total" value={checkout.total} />, shop]} />{' '}
        </>
      )}
      {checkout.card?.last4 && `${t('handoffCard', checkout.card.last4)} `}
      {pressed ? t('handoffPressed', formatClock(pressed.at, locale)) : t('handoffNotPressed')}
    </p>
  );
}

function Steps({ checkout, isHeld }: { checkout: CheckoutView; isHeld: boolean }) {
  const { t } = useLanguage();
  const isAfterPay = checkout.handoff?.phase === 'after_pay';
  return (
    <ol className="steps">
      <li className={isHeld ? 'past' : undefined}>
        <div>
          <strong>{t('handoffStep1')}</strong>
          <p className="muted">
            <Say
              k="handoffStep1Text"
              values={[<Domain key="shop" host={checkout.host} registrable={checkout.merchant} />]}
            />
          </p>
        </div>
      </li>
      <li className={isHeld ? undefined : 'off'}>
        <div>
          <strong>{t('handoffStep2')}</strong>
          <p className="muted">{t(wallKeys(checkout.handoff?.kind ?? '')[1])}</p>
        </div>
      </li>
      <li className="off">
        <div>
          <strong>{t('handoffStep3')}</strong>
          <p className="muted">{t(isAfterPay ? 'handoffStep3After' : 'handoffStep3Before')}</p>
        </div>
      </li>
    </ol>
  );
}

/** A wall: what to do, where, how long, what happens next. */
export function HandoffSheet(props: HandoffSheetProps) {
  const { checkout, isReadOnly, isBusy, refusal, onGoToTab, onDone, onGiveUp, onExtend } = props;
  const { t, locale } = useLanguage();
  const { handoff } = checkout;
  if (!handoff) return null;
  const isHeld = handoff.holder === 'operator';
  const isAfterPay = handoff.phase === 'after_pay';
  return (
    <div className="screen">
      <StatusLine
        mood={isHeld ? 'human' : 'needs'}
        icon="hand"
        words={t(isHeld ? 'handoffHeldStatus' : 'handoffStatus')}
        end={<Deadline at={handoff.expiresAt} ofMs={HANDOFF_MS} style="fine" />}
      />
      <ScrollBody below={t('moreBelow')}>
        <section className="sec">
          <Heading>{t(wallKeys(handoff.kind)[0])}</Heading>
          <About checkout={checkout} />
          {refusal && <Refusal>{refusal}</Refusal>}
          {handoff.detail !== '' && <Quoted under={t('handoffDetail')} words={handoff.detail} />}
        </section>
        <section className="sec">
          <Steps checkout={checkout} isHeld={isHeld} />
        </section>
        <section className="sec">
          <Note tone="human">
            <strong>{t('handoffHands')}</strong> {t('handoffHandsText')}
          </Note>
        </section>
        <section className="sec plain">
          <p className="small muted">
            {t(
              isAfterPay ? 'handoffDeadlineAfter' : 'handoffDeadlineBefore',
              formatClock(handoff.expiresAt, locale, false),
            )}
          </p>
          {!isReadOnly && (
            <button type="button" className="link" onClick={onExtend}>
              {t('moreTime')}
            </button>
          )}
        </section>
      </ScrollBody>
      <Foot isReadOnly={isReadOnly}>
        <ConfirmButton confirm={t('stopConfirm')} onConfirm={onGiveUp} isDisabled={isBusy}>
          {t('stop')}
        </ConfirmButton>
        <ArmButton
          look={isHeld ? 'primary' : 'plain'}
          by="still"
          shown={`${checkout.id}|${handoff.kind}`}
          onDecide={onDone}
          isDisabled={isBusy}
        >
          {t('doneIt')}
        </ArmButton>
        <Button look={isHeld ? 'plain' : 'primary'} icon="go" onPress={onGoToTab} isDisabled={isBusy}>
          {t('goToTab')}
        </Button>
      </Foot>
    </div>
  );
}
