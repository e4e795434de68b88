import { expect, test } from 'vitest';
import { splitNumber } from './field-value.ts';

test.each([
  ['4111111111111111', [4, 4, 4, 4], ['4111', '1111', '1111', '1111']],
  ['378282246310005', [4, 6, 5], ['3782', '822463', '10005']],
  ['4155550132', [3, 3, 4], ['415', '555', '0132']],
  // Written apart as the boxes are: area codes are of any length.
  ['03-1234-5678', [4, 4, 4], ['03', '1234', '5678']],
  ['090 1234 5678', [5, 4, 4], ['090', '1234', '5678']],
  // Written apart in another way: by what each box takes.
  ['415-555-0132', [3, 7], ['415', '5550132']],
  ['(0)3-12345-678', [3, 4, 4], ['031', '2345', '678']],
  // Nobody says how much a box takes: alike.
  ['123456789012', [Infinity, Infinity, Infinity], ['1234', '5678', '9012']],
])('%s over boxes of %j', (value, lengths, pieces) => {
  expect(splitNumber(value, lengths)).toEqual(pieces);
});
