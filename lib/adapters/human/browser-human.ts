import { browser } from 'wxt/browser';
import type { Human, News, Waiting } from '../../ports/human.ts';

const AMBER = '#c98700';
const RED = '#bd2333';

const NEWS: Readonly<Record<News, string>> = {
  funds_low: 'notifyFundsLow',
  agent_refused: 'notifyAgentRefused',
  excess_taken: 'notifyExcessTaken',
};

async function notify(id: string, message: string): Promise<void> {
  await browser.notifications
    .create(`countersign-${id}`, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png' as never),
      title: 'Countersign',
      message: browser.i18n.getMessage(message as never),
    })
    .catch(() => undefined);
}

/** What the operator was called for, by kind and id: a worker that was restarted does not call again; a browser does. */
const CALLED = 'called';

async function loadCalled(): Promise<ReadonlySet<string>> {
  const { [CALLED]: kept } = await browser.storage.session.get(CALLED);
  return new Set(Array.isArray(kept) ? kept.map(String) : []);
}

/** A popup that is just being opened is not listed yet. */
const OPENING_MS = 500;

/** Tells whether the toolbar popup or the side panel shows; Firefox does not tell. */
async function isSurfaceOpen(): Promise<boolean> {
  if (!('getContexts' in browser.runtime)) return false;
  const shown = await browser.runtime.getContexts({ contextTypes: ['POPUP', 'SIDE_PANEL'] });
  return shown.length > 0;
}

/**
 * Reaches the operator by badge and toolbar popup; where no popup opens by a window of ours, and where not even that
 * does by a notification.
 */
export function createBrowserHuman({
  onRefresh,
  raiseWindow,
  wait,
}: {
  onRefresh: (revision: number) => void;
  /** Brings a window of ours to the front. */
  raiseWindow: () => Promise<void>;
  wait: (ms: number) => Promise<void>;
}): Human {
  const loading = loadCalled();
  let known: ReadonlySet<string> | undefined;

  async function raise(item: Waiting): Promise<void> {
    try {
      await browser.action.openPopup();
    } catch {
      // The browser opens a popup only over a window in use, and not while one is open.
      await wait(OPENING_MS);
      if (await isSurfaceOpen()) return;
      await raiseWindow().catch(() => notify(item.id, 'notifyWaiting'));
    }
  }

  return {
    async call(waiting) {
      const loaded = await loading;
      const before = known ?? loaded;
      const keyOf = ({ kind, id }: Waiting) => `${kind}|${id}`;
      const fresh = waiting.filter((item) => !before.has(keyOf(item)));
      known = new Set(waiting.map(keyOf));
      const isUrgent = waiting.some(({ kind }) => kind === 'handoff' || kind === 'unknown');
      await browser.action.setBadgeText({ text: waiting.length === 0 ? '' : String(waiting.length) });
      await browser.action.setBadgeBackgroundColor({ color: isUrgent ? RED : AMBER });
      if (fresh[0]) await raise(fresh[0]);
      // To be called once more by the next worker is better than not to be called.
      await browser.storage.session.set({ [CALLED]: waiting.map(keyOf) }).catch(() => undefined);
    },
    tell: (news) => notify(news, NEWS[news]),
    async markCheckout(tabId) {
      const title = browser.i18n.getMessage('checkoutHere');
      // The browser forgets it when the tab moves on; the tab may be gone.
      await browser.action.setTitle({ tabId, title }).catch(() => undefined);
    },
    refresh: onRefresh,
  };
}
