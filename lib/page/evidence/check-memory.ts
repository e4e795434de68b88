interface Remembered {
  askingSince: number | null;
  wasAnswered: boolean;
}

const memories = new WeakMap<Document, Map<string, Remembered>>();

/**
 * Remembers, per document and vendor, since when a check has been asking and whether it was answered before: a box
 * that is empty again is spent, and one that has just appeared may still pass by itself.
 */
export function rememberCheck(
  document: Document,
  vendor: string,
  { isAsking, isAnswered }: { isAsking: boolean; isAnswered: boolean },
): { shownForMs: number; wasAnswered: boolean } {
  const memory = memories.get(document) ?? new Map<string, Remembered>();
  memories.set(document, memory);
  const known = memory.get(vendor) ?? { askingSince: null, wasAnswered: false };
  memory.set(vendor, known);
  const now = performance.now();
  known.askingSince = isAsking ? (known.askingSince ?? now) : null;
  const { wasAnswered } = known;
  known.wasAnswered ||= isAnswered;
  return { shownForMs: known.askingSince === null ? 0 : Math.round(now - known.askingSince), wasAnswered };
}
