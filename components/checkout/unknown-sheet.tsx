import { useState } from 'react';
import { cleanText } from '../../lib/ui/clean-text.ts';
import { formatClock } from '../../lib/ui/format-time.ts';
import { lostKey } from '../../lib/ui/message-keys.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import type { Surface } from '../../lib/ui/surface-store.ts';
import { Amount } from '../primitives/amount.tsx';
import { Button } from '../primitives/button.tsx';
import { ConfirmButton } from '../primitives/confirm-button.tsx';
import { Foot } from '../primitives/foot.tsx';
import { Heading } from '../primitives/heading.tsx';
import { Icon } from '../primitives/icon.tsx';
import { Say, useLanguage } from '../primitives/language.tsx';
import { Note, Refusal } from '../primitives/note.tsx';
import { ScrollBody } from '../primitives/scroll-body.tsx';
import { StatusLine } from '../primitives/status-line.tsx';
import { Payee } from './payee.tsx';
import { StepList } from './step-list.tsx';

interface UnknownSheetProps {
  checkout: CheckoutView;
  isReadOnly: boolean;
  isBusy: boolean;
  refusal: string | undefined;
  checkIssuer: Surface['checkIssuer'];
  onState: (said: 'went_through' | 'failed') => void;
}

/** What the issuer said when it was asked from here, and when. */
interface Answer {
  readonly issuer: NonNullable<Awaited<ReturnType<Surface['checkIssuer']>>>;
  readonly at: number;
}

/** How sight was lost, a code of ours, and then what the page said, in its own words. */
function Evidence({ lost: [how = '', ...said] }: { lost: readonly string[] }) {
  const { t } = useLanguage();
  const words = said.map((seen) => (
    <Say k="lostPageSaid" values={[<bdi key="said">{cleanText(seen, 200)}</bdi>]} />
  ));
  return (
    <ul className="checks">
      {[t(lostKey(how)), ...words].map((line, index) => (
        <li key={index}>
          <Icon name="unknown" small className="fg-unknown" />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}

/** Pay was pressed and no result was seen: what we saw, what bounds it, and who can tell. */
export function UnknownSheet(props: UnknownSheetProps) {
  const { checkout, isReadOnly, isBusy, refusal, checkIssuer, onState } = props;
  const { t, locale } = useLanguage();
  const [answer, setAnswer] = useState<Answer>();
  const askIssuer = async () => {
    setAnswer(undefined);
    const issuer = await checkIssuer(checkout.id);
    if (issuer) setAnswer({ issuer, at: Date.now() });
  };
  const lostAt = checkout.steps.findLast(({ name }) => name === 'outcome_unknown')?.at;
  return (
    <div className="screen">
      <StatusLine
        mood="unknown"
        icon="unknown"
        words={t('unknownStatus')}
        end={lostAt !== undefined && <span className="end">{t('sinceAt', formatClock(lostAt, locale))}</span>}
      />
      <ScrollBody below={t('moreBelow')}>
        <section className="sec">
          <Heading>{t('unknownTitle')}</Heading>
          {checkout.total && <Amount value={checkout.total} look="fig" />}
          <Payee checkout={checkout} />
          <p className="small muted">{t('unknownStays')}</p>
          {refusal && <Refusal>{refusal}</Refusal>}
          <div role="status">
            {checkout.said && (
              <Note tone="human" icon="pen">
                {t(checkout.said === 'failed' ? 'saidFailed' : 'saidWentThrough')}
              </Note>
            )}
            {answer && (
              <Note tone="plain" icon="card">
                {t(answer.issuer === 'charged' ? 'unknownCharged' : 'unknownNotCharged')}{' '}
                <span className="muted">{t('checkedAt', formatClock(answer.at, locale))}</span>
              </Note>
            )}
          </div>
        </section>
        <section className="sec">
          <Note tone="plain" icon="card">
            <strong>{t('unknownOnce')}</strong> {t('unknownOnceText')}
          </Note>
        </section>
        <section className="sec">
          <h2 className="h">{t('unknownSaw')}</h2>
          <StepList checkout={checkout} />
          {checkout.lost && <Evidence lost={checkout.lost} />}
        </section>
      </ScrollBody>
      <Foot isReadOnly={isReadOnly}>
        <ConfirmButton confirm={t('sure')} onConfirm={() => onState('went_through')} isDisabled={isBusy}>
          {t('wentThrough')}
        </ConfirmButton>
        <ConfirmButton confirm={t('sure')} onConfirm={() => onState('failed')} isDisabled={isBusy}>
          {t('itFailed')}
        </ConfirmButton>
        <Button look="primary" isFull onPress={() => void askIssuer()} isDisabled={isBusy}>
          {t('checkIssuer')}
        </Button>
      </Foot>
    </div>
  );
}
