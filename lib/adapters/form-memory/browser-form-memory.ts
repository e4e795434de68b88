import { browser } from 'wxt/browser';
import type { FormMemory } from '../../ports/form-memory.ts';

/**
 * Turns off Chromium's memory for cards and addresses, the settings that both fill them and offer to save them, and gives
 * them back. `autocomplete=off` does not stop the offers. Firefox has no such settings.
 * https://developer.chrome.com/docs/extensions/reference/api/privacy#property-services
 */
export function createBrowserFormMemory(): FormMemory {
  const { autofillCreditCardEnabled, autofillAddressEnabled } =
    'privacy' in browser ? browser.privacy.services : {};
  const settings = [autofillCreditCardEnabled, autofillAddressEnabled].filter((one) => one !== undefined);
  // Unknown after a start: the worker before this one may have died in the middle.
  let isNow: boolean | undefined;
  return {
    async withhold(isWithheld) {
      if (isNow === isWithheld) return;
      isNow = isWithheld;
      // Allowed to fail: an offer to save is no reason to keep the operator from being called.
      await Promise.allSettled(
        settings.map((one) => (isWithheld ? one.set({ value: false }) : one.clear({}))),
      );
    },
  };
}
