import { useState } from 'react';
import { fromDecimal, type Money } from '../../lib/kernel/money.ts';
import { Button } from '../primitives/button.tsx';
import { Field } from '../primitives/field.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { SetupForm, type SetupProps } from './setup-form.tsx';

interface DepositMoneyProps extends SetupProps {
  currency: string;
  onDeposit: (amount: Money) => void;
  onSkip: () => void;
}

export function DepositMoney({ currency, onDeposit, onSkip, ...setup }: DepositMoneyProps) {
  const { t } = useLanguage();
  const [text, setText] = useState('500.00');
  const [isWrong, setIsWrong] = useState(false);
  return (
    <SetupForm
      {...setup}
      refusal={isWrong ? t('depositInvalid') : setup.refusal}
      step={3}
      title={t('depositTitle')}
      text={t('depositText')}
      onSubmit={() => {
        const amount = fromDecimal(text, currency);
        setIsWrong(!amount || amount.minor === 0n);
        if (amount && amount.minor > 0n) onDeposit(amount);
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
        onChange={setText}
        inputMode="decimal"
        direction="ltr"
      />
    </SetupForm>
  );
}
