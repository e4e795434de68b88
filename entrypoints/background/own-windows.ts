import { browser } from 'wxt/browser';

type Page = 'popup' | 'dashboard';

/** The extension's own windows: the only tabs in which its pages may decide. */
export interface OwnWindows {
  /** Opens a page of ours in a window of its own, or brings the one that is open to the front. */
  open(page: Page, path?: string): Promise<void>;
  /** Tells whether a tab is in a window that we opened ourselves. */
  isOwn(tabId: number): Promise<boolean>;
}

const KEY = 'ownWindows';
const SIZES: Readonly<Record<Page, { width: number; height: number }>> = {
  popup: { width: 396, height: 640 },
  dashboard: { width: 1240, height: 900 },
};

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Puts a window at the trailing top corner of the one that is in use, never outside the display it is on. */
async function placeFor({ width, height }: { width: number; height: number }): Promise<Place | undefined> {
  const front = await browser.windows.getLastFocused({ windowTypes: ['normal'] }).catch(() => undefined);
  if (!front || front.state === 'minimized' || front.left === undefined || front.top === undefined)
    return undefined;
  const left = front.left + Math.max(0, (front.width ?? width) - width - 24);
  return { left: Math.max(0, left), top: Math.max(0, front.top + Math.min(64, front.height ?? height)) };
}

/** Keeps which tabs are in windows of ours; the list outlives the worker and dies with the browser. */
export function createOwnWindows(): OwnWindows {
  async function tabs(): Promise<Record<string, Page>> {
    const { [KEY]: kept } = await browser.storage.session.get(KEY);
    return (kept as Record<string, Page> | undefined) ?? {};
  }

  async function reuse(page: Page, url: string): Promise<boolean> {
    for (const [id, shown] of Object.entries(await tabs())) {
      if (shown !== page) continue;
      const tab = await browser.tabs.get(Number(id)).catch(() => undefined);
      if (tab?.windowId === undefined) continue;
      if (tab.url !== url) await browser.tabs.update(Number(id), { url });
      await browser.windows.update(tab.windowId, { focused: true, drawAttention: true });
      return true;
    }
    return false;
  }

  return {
    async open(page, path = '') {
      const url = `${browser.runtime.getURL('/')}${page}.html${path === '' ? '' : `#${path}`}`;
      if (await reuse(page, url)) return;
      const size = SIZES[page];
      const created = await browser.windows
        .create({ type: 'popup', url, focused: true, ...size, ...(await placeFor(size)) })
        // A place outside every display is refused; the browser then chooses one.
        .catch(() => browser.windows.create({ type: 'popup', url, focused: true, ...size }));
      const tabId = created?.tabs?.[0]?.id;
      if (tabId !== undefined)
        await browser.storage.session.set({ [KEY]: { ...(await tabs()), [tabId]: page } });
    },
    async isOwn(tabId) {
      if ((await tabs())[tabId] === undefined) return false;
      const tab = await browser.tabs.get(tabId).catch(() => undefined);
      const home = tab?.windowId === undefined ? undefined : await browser.windows.get(tab.windowId);
      return home?.type === 'popup';
    },
  };
}
