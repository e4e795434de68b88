import type { Checkpoint, CheckpointStore } from '../../../ports/checkpoint-store.ts';

/** Keeps a checkpoint in memory. */
export function createMemoryCheckpointStore(): CheckpointStore {
  let kept: Checkpoint | undefined;
  return {
    load: () => Promise.resolve(kept),
    save(draft) {
      const parts = new Map<string, Uint8Array<ArrayBuffer>>();
      for (const [name, bytes] of draft.parts) {
        const part = bytes === 'kept' ? kept?.parts.get(name) : bytes;
        if (!part) return Promise.resolve(false);
        parts.set(name, part);
      }
      kept = { ...draft, parts };
      return Promise.resolve(true);
    },
    clear: () => Promise.resolve(void (kept = undefined)),
  };
}
