import { browser } from 'wxt/browser';

/** Calls back whenever the background says that the snapshot changed, until the signal aborts. Answers nothing. */
export function watchOperatorChanges(onChange: () => void, signal: AbortSignal): void {
  const listener = (message: unknown): undefined => {
    if ((message as { type?: unknown } | null)?.type === 'operator.changed') onChange();
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}
