import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';

export type Mood = 'quiet' | 'working' | 'human' | 'needs' | 'unknown' | 'done' | 'refused';

export interface Status {
  mood: Mood;
  icon: IconName;
  words: string;
  end?: ReactNode;
}

/** Whose move it is, or how it ended: icon, words and colour. */
export function StatusLine({ mood, icon, words, end }: Status) {
  return (
    <div className={`status st-${mood}`}>
      <Icon name={icon} />
      <span role={mood === 'unknown' ? 'alert' : 'status'}>{words}</span>
      {end}
    </div>
  );
}
