import type { ReactNode } from 'react';
import { cleanText } from '../../lib/ui/clean-text.ts';
import { hasEnded, hasTaken } from '../../lib/ui/screen.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { Button } from '../primitives/button.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { EndedReason } from './ended-reason.tsx';
import { LinesTable } from './lines-table.tsx';
import { Payee } from './payee.tsx';
import { Picture, type LoadPicture } from './picture.tsx';
import { DeclinedAttempts, ExcessNotes, Settlement } from './settlement.tsx';
import { StepList } from './step-list.tsx';

interface CheckoutRecordProps {
  checkout: CheckoutView;
  loadPicture: LoadPicture;
  /** Saves what proves the payment; absent where nothing may leave. */
  onSaveEvidence: (() => void) | undefined;
  /** What can still be done about a payment. */
  recourse: ReactNode;
}

/** The full record of one run. */
export function CheckoutRecord({ checkout, loadPicture, onSaveEvidence, recourse }: CheckoutRecordProps) {
  const { t } = useLanguage();
  return (
    <>
      <h1>
        <bdi>{cleanText(checkout.merchant || checkout.agentName, 80)}</bdi>
      </h1>
      <div className="columns">
        <section className="cardbox record">
          <Payee checkout={checkout} />
          <LinesTable checkout={checkout} />
          {checkout.reason && <EndedReason reason={checkout.reason} />}
          {hasEnded(checkout) && <Settlement checkout={checkout} />}
          <ExcessNotes checkout={checkout} />
          {checkout.status === 'succeeded' && <DeclinedAttempts checkout={checkout} />}
          <p className="ref muted gap">{checkout.id}</p>
          {onSaveEvidence && (
            <p className="row">
              <Button isSmall onPress={onSaveEvidence}>
                {t('saveEvidence')}
              </Button>
            </p>
          )}
        </section>
        <section className="cardbox record">
          <Picture checkout={checkout} load={loadPicture} />
          <StepList checkout={checkout} />
        </section>
      </div>
      {(checkout.status === 'succeeded' || hasTaken(checkout)) && recourse}
    </>
  );
}
