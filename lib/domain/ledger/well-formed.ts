/**
 * Replaces lone surrogates in every text of a JSON value by U+FFFD. Text from a page may be cut in the middle of an
 * emoji or be broken on purpose, and RFC 8785 refuses such text: a page could then stop the ledger.
 */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key.toWellFormed(), wellFormed(of)]));
}
