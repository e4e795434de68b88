import { useState } from 'react';
import type { Money } from '../../lib/kernel/money.ts';
import { readAmount } from '../../lib/ui/read-amount.ts';
import { useDraft } from '../../lib/ui/use-draft.ts';
import { Button } from '../primitives/button.tsx';
import { Field } from '../primitives/field.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { SetupForm, type SetupProps } from './setup-form.tsx';

interface DepositMoneyProps extends SetupProps {
  currency: string;
  /** Books the deposit once per reference; tells whether it was. */
  onDeposit: (amount: Money, reference: string) => Promise<boolean>;
  onSkip: () => void;
}

const newDeposit = () => ({ text: '500.00', reference: `deposit-${crypto.randomUUID()}` });

export function DepositMoney({ currency, onDeposit, onSkip, ...setup }: DepositMoneyProps) {
  const { t } = useLanguage();
  // The reference stays with the form until the deposit is booked: pressed twice, or again after closing, it is one.
  const [fresh] = useState(newDeposit);
  const [{ text, reference }, setForm, forget] = useDraft('deposit', fresh);
  const [isWrong, setIsWrong] = useState(false);
  return (
    <SetupForm
      {...setup}
      refusal={isWrong ? t('depositInvalid') : setup.refusal}
      step={3}
      title={t('depositTitle')}
      text={t('depositText')}
      onSubmit={() => {
        const amount = readAmount(text, currency);
        setIsWrong(!amount || amount.minor === 0n);
        if (!amount || amount.minor === 0n) return;
        setForm({ text, reference });
        void onDeposit(amount, reference).then((isBooked) => isBooked && forget());
      }}
      actions={
        <>
          <Button onPress={onSkip}>{t('later')}</Button>
          <Button look="primary" isSubmit isDisabled={setup.isBusy}>
            {t('deposit')}
          </Button>
        </>
      }
    >
      <Field
        label={t('depositAmount')}
        hint={t('depositCurrency', currency)}
        value={text}
        onChange={(next) => setForm({ text: next, reference: newDeposit().reference })}
        inputMode="decimal"
        direction="ltr"
      />
    </SetupForm>
  );
}
