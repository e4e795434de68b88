import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { looksLikeCheckout } from '@/lib/page/passive-look.ts';

/**
 * The passive look: one cheap reading of each document, which leaves no trace. The engine is loaded only for a run. No
 * content script of WXT's: those announce themselves to the page, which could tell that we are there, and end them.
 */
export default defineUnlistedScript(() => {
  if (!looksLikeCheckout(document)) return;
  // The background may be asleep, or the extension updated: nobody needs to hear it.
  const tell = async () => {
    await browser.runtime.sendMessage({ type: 'page.checkout-seen', input: {} });
  };
  tell().catch(() => undefined);
});
