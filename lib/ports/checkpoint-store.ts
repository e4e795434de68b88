/** Folded books as they stood after an entry, in parts that can be read one by one. */
export interface Checkpoint {
  /** Of the code that folded them; the meaning of the parts may differ from version to version. */
  readonly version: number;
  /** The entry after which they stood, and its hash. */
  readonly position: number;
  readonly head: string;
  readonly parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** A checkpoint to be kept. A part that is `'kept'` is as it was in the one that this store loaded or saved last. */
export interface CheckpointDraft extends Omit<Checkpoint, 'parts'> {
  readonly parts: ReadonlyMap<string, Uint8Array<ArrayBuffer> | 'kept'>;
}

/** Keeps the newest checkpoint. It may be lost or dropped at any time: the ledger says the same, only slower. */
export interface CheckpointStore {
  /** The one that was saved last; `undefined` when there is none or when it is not, to the byte, what was saved. */
  load(): Promise<Checkpoint | undefined>;
  /** Puts another in its place, all or nothing. Refuses with `false` when somebody else saved one since: save all parts then. */
  save(draft: CheckpointDraft): Promise<boolean>;
  clear(): Promise<void>;
}
