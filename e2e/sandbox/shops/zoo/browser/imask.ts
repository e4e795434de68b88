import IMask, { type InputMask } from 'imask';
import { buildForm, BUYER } from './text-form.ts';

const BOXES = ['number1', 'number2', 'number3', 'number4'] as const;
const masks: Record<string, InputMask<{ mask: string; lazy: boolean }>> = {};
const textOf = (name: string): string => masks[name]?.value ?? '';

// The order is what the masks hold, not what the fields show: a value set behind a mask's back is not seen.
const inputs = buildForm(
  [
    ...BUYER,
    ['number1', 'Card number', '', 4],
    ['number2', '', '', 4],
    ['number3', '', '', 4],
    ['number4', '', '', 4],
    ['expiry', 'Expiry date (MM/YY)', '', 5],
    ['cvc', 'Security code', '', 4],
  ],
  () => ({
    cardNumber: BOXES.map(textOf).join(''),
    expiry: textOf('expiry'),
    cvc: textOf('cvc'),
  }),
);

for (const [name, mask] of [
  ...BOXES.map((box) => [box, '0000'] as const),
  ['expiry', '00/00'] as const,
  ['cvc', '0000'] as const,
]) {
  const input = inputs[name];
  if (input) masks[name] = IMask(input, { mask, lazy: true });
}
