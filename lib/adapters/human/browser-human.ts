import { browser } from 'wxt/browser';
import type { Human, News, Waiting } from '../../ports/human.ts';

const AMBER = '#c98700';
const RED = '#bd2333';

const NEWS: Readonly<Record<News, string>> = {
  funds_low: 'notifyFundsLow',
  agent_refused: 'notifyAgentRefused',
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

/** Reaches the operator by badge, toolbar popup, and a notification where the popup cannot be opened. */
export function createBrowserHuman(onRefresh: (revision: number) => void): Human {
  let known = new Set<string>();

  async function raise(item: Waiting): Promise<void> {
    try {
      await browser.action.openPopup();
    } catch {
      // The browser opens a popup only in a focused window, and not while one is open: the notification stays.
      await notify(item.id, 'notifyWaiting');
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
    tell: (news) => notify(news, NEWS[news]),
    refresh: onRefresh,
  };
}
