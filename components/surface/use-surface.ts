import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { refusalKey } from '../../lib/ui/message-keys.ts';
import { NO_CHOICE, type Choice } from '../../lib/ui/screen.ts';
import type { OperatorSnapshot } from '../../lib/ui/snapshot-views.ts';
import type { Surface } from '../../lib/ui/surface-store.ts';
import { useLanguage } from '../primitives/language.tsx';

/** What a surface shows now, in the words of its language, and what the operator chose to look at. */
export function useSurface(surface: Surface) {
  const { t } = useLanguage();
  const { snapshot, refusal, isBusy } = useStore(surface.store);
  const [choice, setChoice] = useState<Choice>(NO_CHOICE);
  const choose = useCallback((part: Partial<Choice>) => setChoice((old) => ({ ...old, ...part })), []);
  return {
    snapshot,
    isBusy,
    refusal: refusal === undefined ? undefined : t(refusalKey(refusal)),
    choice,
    choose,
  };
}

export interface ScreenContext {
  surface: Surface;
  snapshot: OperatorSnapshot;
  refusal: string | undefined;
  isBusy: boolean;
  choose: (part: Partial<Choice>) => void;
}
