/** The outcome of anything that may be refused: a value, or a refusal that says what its handler needs. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Wraps a value as an accepted result. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Wraps a refusal. */
export function err<E>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}
