import type { ReactNode } from 'react';
import { useArmed, type ArmedBy } from '../../lib/ui/use-armed.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';

interface ArmButtonProps {
  children: ReactNode;
  /** Names all that is decided upon: when it changes, the button arms again. */
  shown: string;
  onDecide: () => void;
  icon?: IconName;
  isDisabled?: boolean;
  by?: ArmedBy;
  look?: 'primary' | 'plain';
}

/**
 * A button of a decision; the one that gives authority is filled. Closed until what it decides upon stood for 0.7 s, as
 * `by` says; never focused by itself.
 */
export function ArmButton(props: ArmButtonProps) {
  const { children, shown, onDecide, icon, isDisabled = false, by = 'seen', look = 'primary' } = props;
  const { isArmed, onPressStart, mayDecide } = useArmed(shown, by);
  const isOpen = isArmed && !isDisabled;
  const filled = isOpen ? 'btn primary' : isDisabled ? 'btn' : 'btn primary arming';
  return (
    <button
      type="button"
      className={look === 'plain' ? 'btn' : filled}
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
