import type { KeyValue } from '../key-value.ts';

/** A named store in memory that keeps copies, as the browser's areas do. `contents` is what a thief of the disk sees. */
export function createMemoryKeyValue(): KeyValue & { readonly contents: Map<string, unknown> } {
  const contents = new Map<string, unknown>();
  return {
    contents,
    get: (name) => Promise.resolve(structuredClone(contents.get(name))),
    set: (name, value) => {
      contents.set(name, structuredClone(value));
      return Promise.resolve();
    },
    remove: (name) => {
      contents.delete(name);
      return Promise.resolve();
    },
  };
}
