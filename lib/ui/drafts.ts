const PREFIX = 'draft:';

/** How long what was typed and not sent is kept: until the popup is opened again, not until somebody finds it. */
export const DRAFT_TTL_MS = 86_400_000;

/** Gives a draft that is still to be kept; an older one, or what is none, is dropped as it is found. */
function recall(name: string): object | undefined {
  try {
    const { at, form } = JSON.parse(localStorage.getItem(name) ?? '{}') as { at?: number; form?: object };
    if (form && Date.now() - (at ?? 0) < DRAFT_TTL_MS) return form;
  } catch {
    // Not ours, or of an older version.
  }
  localStorage.removeItem(name);
  return undefined;
}

/** Reads what was typed before the page closed, if it still has the shape of the form. */
export function recallDraft<T extends object>(key: string, empty: T): T {
  const kept = recall(PREFIX + key);
  return kept && Object.keys(empty).every((name) => name in kept) ? (kept as T) : empty;
}

/** Keeps what is typed, in the extension's own origin. */
export function keepDraft(key: string, form: object): void {
  localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), form }));
}

/** Forgets what was typed, wherever it was typed. */
export function forgetDraft(key: string): void {
  localStorage.removeItem(PREFIX + key);
}

/** Drops every draft whose time is over. */
export function dropOldDrafts(): void {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  for (const name of names) recall(name);
}
