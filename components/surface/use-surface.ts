import { useCallback, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import { refusalKey } from '../../lib/ui/message-keys.ts';
import { NO_CHOICE, type Choice } from '../../lib/ui/screen.ts';
import type { OperatorSnapshot } from '../../lib/ui/snapshot-views.ts';
import type { Surface } from '../../lib/ui/surface-store.ts';
import { useLanguage } from '../primitives/language.tsx';

/** What a surface shows now, and what the operator chose to look at. */
export function useSurface(surface: Surface) {
  const { snapshot, isBusy } = useStore(surface.store);
  const [choice, setChoice] = useState<Choice>(NO_CHOICE);
  const choose = useCallback((part: Partial<Choice>) => setChoice((old) => ({ ...old, ...part })), []);
  return { snapshot, isBusy, choice, choose };
}

/** Why what was asked at this place was refused, or why nothing can be read, in the words of the language. */
export function useRefusal(surface: Surface, place: string): string | undefined {
  const { t } = useLanguage();
  const { unread, refusal } = useStore(surface.store);
  // Before anything can be pressed there.
  useLayoutEffect(() => surface.enter(place), [surface, place]);
  const code = unread ?? (refusal?.place === place ? refusal.code : undefined);
  return code === undefined ? undefined : t(refusalKey(code));
}

export interface ScreenContext {
  surface: Surface;
  snapshot: OperatorSnapshot;
  refusal: string | undefined;
  isBusy: boolean;
  choose: (part: Partial<Choice>) => void;
}
