import { useCallback, useState } from 'react';
import { forgetDraft, keepDraft, recallDraft } from './drafts.ts';

/**
 * State of a form that survives closing the popup: kept until it is sent or put off, a day at most. Never for passwords
 * or keys. Gives the form, its setter, and the way to forget it.
 */
export function useDraft<T extends object>(key: string, empty: T): [T, (form: T) => void, () => void] {
  const [form, setForm] = useState(() => recallDraft(key, empty));
  const change = useCallback(
    (next: T) => {
      keepDraft(key, next);
      setForm(next);
    },
    [key],
  );
  const forget = useCallback(() => forgetDraft(key), [key]);
  return [form, change, forget];
}
