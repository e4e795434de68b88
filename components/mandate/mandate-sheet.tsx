import { cleanText } from '../../lib/ui/clean-text.ts';
import { mandateStatusKey } from '../../lib/ui/message-keys.ts';
import type { MandateView } from '../../lib/ui/snapshot-views.ts';
import { Amount } from '../primitives/amount.tsx';
import { BudgetBar } from '../primitives/budget-bar.tsx';
import { Button, IconButton } from '../primitives/button.tsx';
import { ConfirmButton } from '../primitives/confirm-button.tsx';
import { Foot } from '../primitives/foot.tsx';
import { Heading } from '../primitives/heading.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';
import { Refusal } from '../primitives/note.tsx';
import { Said } from '../primitives/said.tsx';
import { ScrollBody } from '../primitives/scroll-body.tsx';
import { StatusLine } from '../primitives/status-line.tsx';
import { AlwaysPaid } from './always-paid.tsx';
import { ExactTerms, MandateTerms } from './mandate-terms.tsx';

interface MandateSheetProps {
  mandate: MandateView;
  isReadOnly: boolean;
  isBusy: boolean;
  refusal: string | undefined;
  onPause: () => void;
  onResume: () => void;
  onRevoke: () => void;
  onAllowShops: () => void;
  /** Takes back an "always" about a shop. */
  onAskAgain: (merchant: string) => void;
  onClose: () => void;
}

/** A signed mandate: what is left, its terms, and the ways to stop it. */
export function MandateSheet(props: MandateSheetProps) {
  const { mandate, isReadOnly, isBusy, refusal, onPause, onResume, onRevoke } = props;
  const { onAllowShops, onAskAgain, onClose } = props;
  const { t } = useLanguage();
  const isPaused = mandate.status === 'paused';
  const isLive = isPaused || mandate.status === 'active';
  return (
    <div className="screen">
      <StatusLine
        mood="quiet"
        icon="mandate"
        words={`${t('mandateStatus')}: ${t(mandateStatusKey(mandate.status))}`}
        end={
          <span className="end">
            <IconButton icon="close" label={t('close')} onPress={onClose} />
          </span>
        }
      />
      <ScrollBody below={t('belowSign')}>
        <section className="sec">
          <Heading>
            <bdi>{cleanText(mandate.workflow || mandate.purpose, 80)}</bdi>
          </Heading>
          {refusal && <Refusal>{refusal}</Refusal>}
          <p>
            <Say k="left" values={[<Amount key="left" value={mandate.remaining} look="fig" />]} />
          </p>
          <p className="bargap">
            <BudgetBar {...mandate} />
          </p>
        </section>
        <section className="sec">
          <MandateTerms mandate={mandate} isWhole />
        </section>
        {isLive && mandate.allowedMerchants.length > 0 && (
          <section className="sec">
            <h2 className="h gap">{t('alwaysPaid')}</h2>
            <AlwaysPaid {...{ mandate, isReadOnly, isBusy, onAskAgain }} />
          </section>
        )}
        <section className="sec">
          <Said by={mandate.agentName} words={mandate.purpose} />
        </section>
        <section className="sec">
          <ExactTerms mandate={mandate} />
        </section>
      </ScrollBody>
      {isLive && (
        <Foot isReadOnly={isReadOnly} note={t('revokeNote')}>
          <ConfirmButton confirm={t('sure')} onConfirm={onRevoke} isDisabled={isBusy}>
            {t('revoke')}
          </ConfirmButton>
          {mandate.missingSites.length > 0 && (
            <Button onPress={onAllowShops} isDisabled={isBusy}>
              {t('allowShops')}
            </Button>
          )}
          <Button
            icon={isPaused ? 'go' : 'pause'}
            onPress={isPaused ? onResume : onPause}
            isDisabled={isBusy}
          >
            {t(isPaused ? 'resume' : 'pause')}
          </Button>
        </Foot>
      )}
    </div>
  );
}
