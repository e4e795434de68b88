import { describe, expect, it } from 'vitest';
import { hideCardNumbers } from './hide-card-numbers.ts';

describe('a card number in a text', () => {
  it.each([
    ['4111111111111111', '•••• 1111'],
    ['Card 4111 1111 1111 1111 ends 12/28', 'Card •••• 1111 ends 12/28'],
    ['5555-5555-5555-4444', '•••• 4444'],
    ['3782 822463 10005', '•••• 0005'],
    ['4111\u00a01111\u00a01111\u00a01111', '•••• 1111'],
    // With what stands behind it.
    ['4111111111111111 123', '•••• 1111'],
    ['order 77 4111.1111.1111.1111', 'order •••• 1111'],
  ])('%s is hidden', (text, shown) => {
    expect(hideCardNumbers(text)).toBe(shown);
  });

  it.each([
    'Order 2026112300017', 'EAN 4006381333931', '4111111111111112', 'Total 1.234.567,00', '+49 30 1234567 89',
    '•••• •••• •••• 1111', '', 'No. 1000000000000000',
  ])('%s stays', (text) => {
    expect(hideCardNumbers(text)).toBe(text);
  }); // prettier-ignore
});
