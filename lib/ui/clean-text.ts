/**
 * Makes a page's or an agent's words harmless to look at: no control characters, no bidi overrides, no zero-width
 * characters, spaces folded. The words stay a claim.
 */
export function cleanText(text: string, maxLength = 600): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > maxLength ? `${plain.slice(0, maxLength)}…` : plain;
}
