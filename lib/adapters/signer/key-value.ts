/** A small named store: `storage.local` or `storage.session` in the extension, a map in tests. */
export interface KeyValue {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
}
