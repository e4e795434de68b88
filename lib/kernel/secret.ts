const opened = new WeakMap<Secret<unknown>, unknown>();

/**
 * Holds a value that must never be printed, serialised or compared by accident (card number, CVC, keys).
 * `String(secret)`, `JSON.stringify(secret)` and the console show `[secret]`; only `openSecret` yields the value.
 */
export class Secret<T> {
  private readonly brand!: T;

  constructor(value: T) {
    opened.set(this, value);
  }

  toString(): string {
    return '[secret]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}

/** Yields what a secret holds. Allowed in `adapters`, and in `app/checkout/fill-card.ts`, which parts a card into its fields. */
export function openSecret<T>(secret: Secret<T>): T {
  return opened.get(secret) as T;
}
