/** Letters that show nothing: fillers of Hangul, and the empty pattern of Braille. */
const BLANK = /[\u115f\u1160\u3164\uffa0\u2800]/gu;
/** More marks on one letter than any script writes. */
const HEAP = /(\p{M}{3})\p{M}+/gu;

/**
 * Makes a page's or an agent's words harmless to look at: no control characters, no bidi overrides, no zero-width or blank
 * letters, no heaps of accents that paint over other lines, spaces folded. The words stay a claim.
 */
export function cleanText(text: string, maxLength = 600): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ')
    .replace(BLANK, ' ')
    .replace(HEAP, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > maxLength ? `${plain.slice(0, maxLength)}…` : plain;
}
