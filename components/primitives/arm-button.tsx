import type { ReactNode } from 'react';
import { useArmed } from '../../lib/ui/use-armed.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';

interface ArmButtonProps {
  children: ReactNode;
  /** Names all that is decided upon: when it changes, the button arms again. */
  shown: string;
  onDecide: () => void;
  icon?: IconName;
  isDisabled?: boolean;
}

/** The one filled button of a decision. An outline until it was visible and focused for 0.7 s; never focused by itself. */
export function ArmButton({ children, shown, onDecide, icon, isDisabled = false }: ArmButtonProps) {
  const { isArmed, onPressStart, mayDecide } = useArmed(shown);
  const isOpen = isArmed && !isDisabled;
  return (
    <button
      type="button"
      className={isOpen ? 'btn primary' : isDisabled ? 'btn' : 'btn primary arming'}
      aria-disabled={!isOpen}
      onPointerDown={onPressStart}
      onClick={(press) => {
        if (isOpen && mayDecide(press.detail > 0)) onDecide();
      }}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}
