import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { looksLikeCheckout } from '@/lib/page/passive-look.ts';

/** The passive look: one cheap reading of each document, which leaves no trace. The engine is loaded only for a run. */
export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  // Release builds ask for sites at first run and register the script on those that were granted.
  registration: import.meta.env.MODE === 'development' ? 'manifest' : 'runtime',
  main(ctx) {
    if (!looksLikeCheckout(document)) return;
    // The background may be asleep, or the extension updated: nobody needs to hear it.
    if (ctx.isValid)
      browser.runtime.sendMessage({ type: 'page.checkout-seen', input: {} }).catch(() => undefined);
  },
});
