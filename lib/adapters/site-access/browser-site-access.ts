import { browser } from 'wxt/browser';
import type { SiteAccess } from '../../ports/site-access.ts';

const EVERY = '<all_urls>';

const holds = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [origin] }).catch(() => false);

/** Reads site access from the browser at every question, because the operator may take it back at any time. */
export function createBrowserSiteAccess(): SiteAccess {
  return {
    coversEvery: () => holds(EVERY),
    coversPattern: holds,
    async covers(url) {
      if (!URL.canParse(url)) return false;
      const { protocol, hostname } = new URL(url);
      return /^https?:$/.test(protocol) && holds(`${protocol}//${hostname}/*`);
    },
  };
}
