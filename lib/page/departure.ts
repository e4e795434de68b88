/** How long a document that set out for another is taken to be on its way; an answer without a page brings none. */
const ON_ITS_WAY_MS = 10_000;

/** Knows whether a document is being left for another one. */
export interface Departure {
  isUnderWay(): boolean;
  dispose(): void;
}

/**
 * Watches for a document's own departure: a form that is sent, a link, a script. Until the next document comes this one
 * stands as it stood, and what is pressed in it may or may not still count.
 * Browsers without the Navigation API are taken to stay.
 */
export function watchDeparture(view: Window | null): Departure {
  const navigation = view && 'navigation' in view ? view.navigation : undefined;
  let leftAt = -Infinity;
  const onNavigate = (event: NavigateEvent): void => {
    const { destination, downloadRequest } = event;
    if (destination.sameDocument || downloadRequest !== null || !/^https?:/.test(destination.url)) return;
    leftAt = performance.now();
  };
  navigation?.addEventListener('navigate', onNavigate);
  return {
    isUnderWay: () => performance.now() - leftAt < ON_ITS_WAY_MS,
    dispose: () => navigation?.removeEventListener('navigate', onNavigate),
  };
}
