/** Waits until `look` gives something, looking again whenever the page changes; `undefined` when the time is over. */
export function waitFor<T>(
  document: Document,
  withinMs: number,
  look: () => T | undefined | false,
): Promise<T | undefined> {
  const now = look();
  if (now) return Promise.resolve(now);
  return new Promise((resolve) => {
    const finish = (value: T | undefined) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(value);
    };
    const observer = new MutationObserver(() => {
      const value = look();
      if (value) finish(value);
    });
    const timer = setTimeout(() => finish(look() || undefined), withinMs);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}
