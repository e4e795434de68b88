import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';

export type Tone = 'needs' | 'unknown' | 'human' | 'done' | 'plain';
const ICONS: Readonly<Record<Tone, IconName>> = {
  needs: 'alert',
  unknown: 'alert',
  human: 'hand',
  done: 'check',
  plain: 'card',
};

/** Something that we state ourselves, under a tint that says whose move it is. */
export function Note({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <div className={`warn ${tone}`}>
      <Icon name={icon ?? ICONS[tone]} />
      <div className="grow">{children}</div>
    </div>
  );
}

/** A refusal of the background, told at once. */
export function Refusal({ children }: { children: ReactNode }) {
  return (
    <div className="warn unknown" role="alert">
      <Icon name="alert" />
      <div className="grow">{children}</div>
    </div>
  );
}
