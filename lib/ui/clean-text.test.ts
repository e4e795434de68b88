import { expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

it.each([
  ['a\u202eb\u200bc', 'a b c'],
  ['\u3164\u115f\u2800', ''],
  [`x${'\u0301\u0302'.repeat(25)}y`, 'x\u0301\u0302\u0301y'.normalize('NFC')],
  ['Tiệm  sách\nHà Nội', 'Tiệm sách Hà Nội'],
  ['नमस्ते दुनिया', 'नमस्ते दुनिया'],
])('%j is shown as %j', (text, shown) => {
  expect(cleanText(text)).toBe(shown);
});
