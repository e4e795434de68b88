import { browser } from 'wxt/browser';
import { placeWindow, type Bounds } from '@/lib/adapters/human/place-window.ts';

type Page = 'popup' | 'dashboard';

/** The extension's own windows: the only tabs in which its pages may decide. */
export interface OwnWindows {
  /** Opens a page of ours in a window of its own, or brings the one that is open to the front. */
  open(page: Page, path?: string): Promise<void>;
  /** Opens it likewise, unless the window in front is ours already. */
  raise(page: Page): Promise<void>;
  /** Tells whether a tab is in a window that we opened ourselves. */
  isOwn(tabId: number): Promise<boolean>;
}

const KEY = 'ownWindows';
const SIZES: Readonly<Record<Page, { width: number; height: number }>> = {
  popup: { width: 396, height: 640 },
  dashboard: { width: 1240, height: 900 },
};

/** What of each display a window may cover; Firefox does not tell. */
async function displays(): Promise<Bounds[]> {
  if (!('system' in browser)) return [];
  return (await browser.system.display.getInfo()).map(({ workArea }) => workArea);
}

/** Finds a place beside the window that is in use; `undefined` leaves it to the browser. */
async function placeFor(size: { width: number; height: number }): Promise<Bounds | undefined> {
  const front = await browser.windows.getLastFocused({ windowTypes: ['normal'] }).catch(() => undefined);
  if (!front || front.state === 'minimized') return undefined;
  const { left, top, width, height } = front;
  if (left === undefined || top === undefined || width === undefined || height === undefined)
    return undefined;
  return placeWindow(size, { left, top, width, height }, await displays());
}

/**
 * Keeps which tabs are in windows of ours; the list outlives the worker and dies with the browser. `onKnown` hears of a
 * new one, which asked what it may do before it was known.
 */
export function createOwnWindows(onKnown: () => void): OwnWindows {
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

  async function open(page: Page, path = ''): Promise<void> {
    const url = `${browser.runtime.getURL('/')}${page}.html${path === '' ? '' : `#${path}`}`;
    if (await reuse(page, url)) return;
    const size = SIZES[page];
    const created = await browser.windows
      .create({ type: 'popup', url, focused: true, ...size, ...(await placeFor(size)) })
      // The display may have gone away meanwhile; the browser then chooses a place.
      .catch(() => browser.windows.create({ type: 'popup', url, focused: true, ...size }));
    const tabId = created?.tabs?.[0]?.id;
    if (tabId === undefined) return;
    await browser.storage.session.set({ [KEY]: { ...(await tabs()), [tabId]: page } });
    onKnown();
  }

  async function isOwn(tabId: number): Promise<boolean> {
    if ((await tabs())[tabId] === undefined) return false;
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    const home = tab?.windowId === undefined ? undefined : await browser.windows.get(tab.windowId);
    return home?.type === 'popup';
  }

  return {
    open,
    isOwn,
    async raise(page) {
      const front = await browser.windows.getLastFocused({ populate: true }).catch(() => undefined);
      const shown = front?.focused ? front.tabs?.find(({ active }) => active) : undefined;
      if (shown?.id === undefined || !(await isOwn(shown.id))) await open(page);
    },
  };
}
