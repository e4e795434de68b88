/** Letters that Unicode does not decompose into a base letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  ı: 'i',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  // Written with its dots or without, by the same people.
  ё: 'е',
};

/** Folds text so that matchers see one spelling: lower case, no Latin, Greek or Arabic marks, single spaces. */
export function foldText(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/([a-zα-ω])[\u0300-\u036f]+/g, '$1')
      .replace(/[\u064b-\u0652\u0640]/g, '')
      .normalize('NFC')
      // The vowel of Thai and Lao that comes apart, and that no form puts together again.
      .replace(/\u0e4d\u0e32/g, '\u0e33')
      .replace(/\u0ecd\u0eb2/g, '\u0eb3')
      .replace(/[łøßıđæœðё]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
      .replace(/[\u200b-\u200f\u2060\u00ad]/g, '')
      .replace(/[’`´]/g, "'")
      .replace(/\s+/g, ' ')
      .trim()
  );
}
