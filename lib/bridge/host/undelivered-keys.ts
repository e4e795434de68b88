import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * Mints the idempotency keys of calls. A model that repeats a call whose answer it never got must not pay twice, and
 * models cannot be trusted to keep a key (they are told that it is optional); so the key of such a call is used again
 * for the next equal one. A call that was answered gets a new key: buying twice may be meant.
 */
export interface UndeliveredKeys {
  take(operation: string, input: unknown): string;
  /** Remembers that the call with this key may have taken effect without its caller knowing. */
  keep(operation: string, input: unknown, key: string): void;
}

const MAX_KEPT = 200;

/** Makes a keeper that lives as long as the process. */
export function createUndeliveredKeys(): UndeliveredKeys {
  const kept: { digest: string; key: string }[] = [];
  const digestOf = (operation: string, input: unknown) =>
    createHash('sha256')
      .update(canonicalize([operation, input]) ?? '')
      .digest('hex');
  return {
    take(operation, input) {
      const digest = digestOf(operation, input);
      const index = kept.findIndex((one) => one.digest === digest);
      return index < 0 ? randomUUID() : kept.splice(index, 1)[0]!.key;
    },
    keep(operation, input, key) {
      if (kept.some((one) => one.key === key)) return;
      kept.push({ digest: digestOf(operation, input), key });
      if (kept.length > MAX_KEPT) kept.shift();
    },
  };
}
