import { useState } from 'react';
import type { CheckoutView, MandateView } from '../../lib/ui/snapshot-views.ts';
import { useNow } from '../../lib/ui/use-now.ts';
import { Amount, BigAmount } from '../primitives/amount.tsx';
import { ArmButton } from '../primitives/arm-button.tsx';
import { Deadline } from '../primitives/deadline.tsx';
import { Field } from '../primitives/field.tsx';
import { Foot } from '../primitives/foot.tsx';
import { Heading } from '../primitives/heading.tsx';
import { Icon } from '../primitives/icon.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';
import { Note, Refusal } from '../primitives/note.tsx';
import { Said } from '../primitives/said.tsx';
import { ScrollBody } from '../primitives/scroll-body.tsx';
import { StatusLine } from '../primitives/status-line.tsx';
import { Changes } from './changes.tsx';
import { Checks } from './checks.tsx';
import { LinesTable } from './lines-table.tsx';
import { MandateEffect } from './mandate-effect.tsx';
import { Payee } from './payee.tsx';
import { Picture, type LoadPicture } from './picture.tsx';
import { RememberMerchant } from './remember-merchant.tsx';

interface ApproveSheetProps {
  checkout: CheckoutView;
  mandate: MandateView | undefined;
  isReadOnly: boolean;
  isBusy: boolean;
  refusal: string | undefined;
  loadPicture: LoadPicture;
  onApprove: (intentHash: string, merchant: 'this_time' | 'always') => void;
  onReject: () => void;
  onExtend: () => void;
}

const PREVIEW_MS = 10 * 60_000;

/** One payment: how much, to whom, by which card; then bad news, goods, mandate, checks, and the agent's words last. */
export function ApproveSheet(props: ApproveSheetProps) {
  const { checkout, mandate, isReadOnly, isBusy, refusal, loadPicture, onApprove, onReject, onExtend } =
    props;
  const { t } = useLanguage();
  const isLapsed = useNow() >= (checkout.answerBy ?? Infinity);
  const { total, intentHash } = checkout;
  const shown = `${checkout.id}|${intentHash ?? ''}|${String(total?.minor)}`;
  // A name that is easily taken for another shop's is written out before anything can be approved (THREATS E2).
  const [written, setWritten] = useState('');
  const isWritten = checkout.looksLike === null || written.trim().toLowerCase() === checkout.merchant;
  const isAgain = checkout.changed.length > 0;
  const [isRemembered, remember] = useState(false);
  return (
    <div className="screen">
      <StatusLine
        mood="needs"
        icon="pen"
        words={t(isAgain ? 'approveAgainStatus' : 'approveStatus')}
        end={
          checkout.answerBy !== null && (
            <Deadline at={checkout.answerBy} ofMs={PREVIEW_MS} style={isAgain ? 'fine' : 'coarse'} />
          )
        }
      />
      <ScrollBody below={t('belowApprove')}>
        <section className="pay">
          <div className="grow">
            <Heading look="bare">{total && <BigAmount value={total} />}</Heading>
            <Payee checkout={checkout} />
            {checkout.card && (
              <p className="small muted onecard">
                <Icon name="card" small />
                <span>
                  <Say
                    k="cardBound"
                    values={[<Amount key="limit" value={checkout.card.limit} currency="none" />]}
                  />
                </span>
              </p>
            )}
          </div>
          <Picture checkout={checkout} load={loadPicture} />
        </section>
        {(refusal || isLapsed) && (
          <section className="sec">
            {refusal && <Refusal>{refusal}</Refusal>}
            {isLapsed && <Note tone="unknown">{t('approveLapsed')}</Note>}
          </section>
        )}
        <Changes checkout={checkout} />
        {checkout.looksLike !== null && !isReadOnly && (
          <section className="sec">
            <Field label={t('writeDomain')} value={written} onChange={setWritten} direction="ltr" />
          </section>
        )}
        <section className="sec">
          <LinesTable checkout={checkout} />
        </section>
        {checkout.asks.includes('new_merchant') && (
          <RememberMerchant merchant={checkout.merchant} isOn={isRemembered} onChange={remember} />
        )}
        <MandateEffect checkout={checkout} mandate={mandate} />
        <Checks checkout={checkout} />
        <section className="sec">
          <Said by={checkout.agentName} words={checkout.mandatePurpose} />
        </section>
        {checkout.answerBy !== null && !isReadOnly && !isLapsed && (
          <section className="sec plain">
            <button type="button" className="link" onClick={onExtend}>
              {t('moreTime')}
            </button>
          </section>
        )}
      </ScrollBody>
      <Foot isReadOnly={isReadOnly}>
        <ArmButton look="plain" by="still" shown={shown} onDecide={onReject} isDisabled={isBusy}>
          {t('reject')}
        </ArmButton>
        <ArmButton
          shown={shown}
          onDecide={() => intentHash !== null && onApprove(intentHash, isRemembered ? 'always' : 'this_time')}
          isDisabled={isBusy || isLapsed || !isWritten || intentHash === null || total === null}
        >
          {total && <Say k="approveAmount" values={[<Amount key="total" value={total} />]} />}
        </ArmButton>
      </Foot>
    </div>
  );
}
