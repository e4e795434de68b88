import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { useLanguage } from './language.tsx';

interface ConfirmButtonProps {
  children: ReactNode;
  confirm: ReactNode;
  onConfirm: () => void;
  isDisabled?: boolean;
  isSmall?: boolean;
  label?: string;
}

/** A button whose label ends in `…` and that asks once more. The keyboard stands on the way back when it asks. */
export function ConfirmButton({
  children,
  confirm,
  onConfirm,
  isDisabled,
  isSmall,
  label,
}: ConfirmButtonProps) {
  const { t } = useLanguage();
  const [step, setStep] = useState<'fresh' | 'asking' | 'taken_back'>('fresh');
  if (step !== 'asking') {
    return (
      <Button
        key="ask"
        onPress={() => setStep('asking')}
        isDisabled={isDisabled}
        isSmall={isSmall}
        label={label}
        shouldFocus={step === 'taken_back'}
      >
        <span>{children}…</span>
      </Button>
    );
  }
  return (
    <span className="asks" role="group" aria-label={label}>
      <Button key="back" onPress={() => setStep('taken_back')} isSmall={isSmall} shouldFocus>
        {t('back')}
      </Button>
      <Button onPress={onConfirm} isDisabled={isDisabled} isSmall={isSmall}>
        {confirm}
      </Button>
    </span>
  );
}
