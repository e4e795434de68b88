import { browser } from 'wxt/browser';
import type { Human, Waiting } from '../../ports/human.ts';

const AMBER = '#c98700';
const RED = '#bd2333';

/** Reaches the operator by badge, toolbar popup, and a notification where the popup cannot be opened. */
export function createBrowserHuman(onRefresh: (revision: number) => void): Human {
  let known = new Set<string>();

  async function raise(item: Waiting): Promise<void> {
    try {
      await browser.action.openPopup();
    } catch {
      // The browser opens a popup only in a focused window, and not while one is open: the notification stays.
      await browser.notifications
        .create(`countersign-${item.id}`, {
          type: 'basic',
          iconUrl: browser.runtime.getURL('/icon/128.png' as never),
          title: 'Countersign',
          message: browser.i18n.getMessage('notifyWaiting' as never),
        })
        .catch(() => undefined);
    }
  }

  return {
    async call(waiting) {
      const fresh = waiting.filter(({ kind, id }) => !known.has(`${kind}|${id}`));
      known = new Set(waiting.map(({ kind, id }) => `${kind}|${id}`));
      const isUrgent = waiting.some(({ kind }) => kind === 'handoff' || kind === 'unknown');
      await browser.action.setBadgeText({ text: waiting.length === 0 ? '' : String(waiting.length) });
      await browser.action.setBadgeBackgroundColor({ color: isUrgent ? RED : AMBER });
      if (fresh[0]) await raise(fresh[0]);
    },
    refresh: onRefresh,
  };
}
