import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';

interface ButtonProps {
  children: ReactNode;
  onPress?: (() => void) | undefined;
  icon?: IconName;
  look?: 'plain' | 'primary' | 'quiet';
  isSmall?: boolean | undefined;
  isFull?: boolean;
  isDisabled?: boolean | undefined;
  /** Submits the form around it instead of calling back. */
  isSubmit?: boolean;
  label?: string | undefined;
  /** Takes the keyboard when it appears. */
  shouldFocus?: boolean | undefined;
}

export function Button({
  children,
  onPress,
  icon,
  look = 'plain',
  isSmall,
  isFull,
  isDisabled,
  isSubmit,
  label,
  shouldFocus,
}: ButtonProps) {
  const classes = ['btn', look !== 'plain' && look, isSmall && 'sm', isFull && 'full'];
  return (
    <button
      type={isSubmit ? 'submit' : 'button'}
      className={classes.filter(Boolean).join(' ')}
      onClick={isSubmit ? undefined : onPress}
      disabled={isDisabled}
      aria-label={label}
      autoFocus={shouldFocus}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button of an icon alone; its words are its label. */
export function IconButton({ icon, label, onPress }: { icon: IconName; label: string; onPress: () => void }) {
  return (
    <button type="button" className="btn icon" aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}
