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

/** A button whose label ends in `…` and that asks once more. */
export function ConfirmButton({
  children,
  confirm,
  onConfirm,
  isDisabled,
  isSmall,
  label,
}: ConfirmButtonProps) {
  const { t } = useLanguage();
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button onPress={() => setIsAsking(true)} isDisabled={isDisabled} isSmall={isSmall} label={label}>
        <span>{children}…</span>
      </Button>
    );
  }
  return (
    <>
      <Button onPress={() => setIsAsking(false)} isSmall={isSmall}>
        {t('back')}
      </Button>
      <Button onPress={onConfirm} isDisabled={isDisabled} isSmall={isSmall}>
        {confirm}
      </Button>
    </>
  );
}
