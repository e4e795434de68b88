import { seededBytes } from '../world/seeded.ts';

/** A range that no bank has: Lithic's own sandbox mints its cards here too. */
const TEST_BIN = '41111112';

/** Gives the digit that makes `digits` pass the Luhn check. */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Tells whether a card number has 16 digits and passes the Luhn check. */
export function isCardNumber(pan: string): boolean {
  return /^\d{16}$/.test(pan) && luhnDigit(pan.slice(0, 15)) === pan[15];
}

interface CardNumbers {
  pan: string;
  cvv: string;
  expMonth: string;
  expYear: string;
}

/** Makes the numbers of the nth card of a seed. */
export function makeCardNumbers(seed: number, counter: number): CardNumbers {
  const bytes = seededBytes(seed, 'card-numbers', counter);
  const account = String(bytes.readUInt32BE(0) % 10_000_000).padStart(7, '0');
  const digits = TEST_BIN + account;
  return {
    pan: digits + luhnDigit(digits),
    cvv: String(bytes.readUInt32BE(4) % 1000).padStart(3, '0'),
    expMonth: String((bytes.readUInt8(8) % 12) + 1).padStart(2, '0'),
    expYear: String(2031 + (bytes.readUInt8(9) % 4)),
  };
}
