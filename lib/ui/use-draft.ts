import { useCallback, useState } from 'react';

const PREFIX = 'draft:';

/** Reads what was typed before the page closed, if it still has the shape of the form. */
function recall<T extends object>(key: string, empty: T): T {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null');
    const isForm =
      typeof kept === 'object' && kept !== null && Object.keys(empty).every((name) => name in kept);
    return isForm ? (kept as T) : empty;
  } catch {
    return empty;
  }
}

/**
 * State of a form that survives closing the popup: kept in the extension's own origin until it is sent. Never for
 * passwords or keys. Gives the form, its setter, and the way to forget it.
 */
export function useDraft<T extends object>(key: string, empty: T): [T, (form: T) => void, () => void] {
  const [form, setForm] = useState(() => recall(key, empty));
  const change = useCallback(
    (next: T) => {
      localStorage.setItem(PREFIX + key, JSON.stringify(next));
      setForm(next);
    },
    [key],
  );
  const forget = useCallback(() => localStorage.removeItem(PREFIX + key), [key]);
  return [form, change, forget];
}
