/** A run of digits as numbers are written on cards and in their echoes: alone, in groups, or with others behind it. */
const RUN = /\d(?:[\s.\-–]?\d){13,}/g;
/** How long card numbers are in use (ISO/IEC 7812-1 allows up to 19 digits; the old ones of 13 look like barcodes). */
const LENGTHS = [16, 15, 14, 19, 18, 17];

/** Tells whether digits end in the check digit of card numbers (ISO/IEC 7812-1, annex B). */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const weighed = at % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** Finds a card number among digits: those of payment networks begin with 2 to 6. */
function findCardNumber(digits: string): string | undefined {
  for (const length of LENGTHS)
    for (let start = 0; start + length <= digits.length; start += 1) {
      const part = digits.slice(start, start + length);
      if (/^[2-6]/.test(part) && hasCheckDigit(part)) return part;
    }
  return undefined;
}

/** Replaces what looks like a card number in a text by dots and its last four digits; all other text stays. */
export function hideCardNumbers(text: string): string {
  return text.replace(RUN, (run) => {
    const number = findCardNumber(run.replace(/\D/g, ''));
    return number === undefined ? run : `•••• ${number.slice(-4)}`;
  });
}
