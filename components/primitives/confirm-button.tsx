import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { useLanguage } from './language.tsx';

interface ConfirmButtonProps {
  children: ReactNode;
  confirm: ReactNode;
  onConfirm: () => void;
  isDisabled?: boolean;
}

/** A button whose label ends in `…` and that asks once more. */
export function ConfirmButton({ children, confirm, onConfirm, isDisabled }: ConfirmButtonProps) {
  const { t } = useLanguage();
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button onPress={() => setIsAsking(true)} isDisabled={isDisabled}>
        <span>{children}…</span>
      </Button>
    );
  }
  return (
    <>
      <Button onPress={() => setIsAsking(false)}>{t('back')}</Button>
      <Button onPress={onConfirm} isDisabled={isDisabled}>
        {confirm}
      </Button>
    </>
  );
}
