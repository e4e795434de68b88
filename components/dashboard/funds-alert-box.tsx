import { useState, type SyntheticEvent } from 'react';
import { toDecimal } from '../../lib/kernel/money.ts';
import { readAmount } from '../../lib/ui/read-amount.ts';
import { Button } from '../primitives/button.tsx';
import { Field } from '../primitives/field.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Refusal } from '../primitives/note.tsx';
import type { PageContext } from './context.ts';
import { Box } from './page-frame.tsx';

/** Below which amount the operator wants to be told that funds run low. */
export function FundsAlertBox({ surface, snapshot, isBusy }: Omit<PageContext, 'refusal'>) {
  const { t } = useLanguage();
  const { below } = snapshot.fundsAlert;
  const { currency } = snapshot.wallet.available;
  const [text, setText] = useState(below ? toDecimal(below) : '');
  const [isWrong, setIsWrong] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const save = (submitted: SyntheticEvent) => {
    submitted.preventDefault();
    const amount = text.trim() === '' ? null : readAmount(text, currency);
    setIsWrong(amount === undefined);
    if (amount === undefined) return;
    const chosen = amount?.minor === 0n ? null : amount;
    void surface.ask((call) => call('wallet.alert-below', { below: chosen })).then(setIsSaved);
  };
  return (
    <Box title={t('fundsAlertTitle')}>
      <form onSubmit={save}>
        {isWrong && <Refusal>{t('depositInvalid')}</Refusal>}
        <Field
          label={t('fundsAlertBelow')}
          hint={t('fundsAlertHint', currency)}
          value={text}
          onChange={(next) => {
            setIsSaved(false);
            setText(next);
          }}
          inputMode="decimal"
          direction="ltr"
          isOptional
        />
        <p className="row actions">
          <span className="small muted" role="status">
            {isSaved && t('saved')}
          </span>
          <Button isSubmit isDisabled={isBusy}>
            {t('fundsAlertSave')}
          </Button>
        </p>
      </form>
    </Box>
  );
}
