import { browser } from 'wxt/browser';
import type { KeyValue } from './key-value.ts';

/** An area of the extension's storage. Both areas are for trusted contexts only, set at every start of the worker. */
export function createBrowserKeyValue(area: 'local' | 'session'): KeyValue {
  const store = browser.storage[area];
  return {
    get: async (name) => (await store.get(name))[name],
    set: (name, value) => store.set({ [name]: value }),
    remove: (name) => store.remove(name),
  };
}
