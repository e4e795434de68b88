import { formatCreditCard, formatDate, registerCursorTracker } from 'cleave-zen';
import { buildForm, BUYER } from './text-form.ts';

const { cardNumber, expiry } = buildForm([
  ...BUYER,
  ['cardNumber', 'Card number', ''],
  ['expiry', 'Expiry date', ''],
  ['cvc', 'Security code', '', 4],
]);

if (cardNumber && expiry) {
  expiry.placeholder = 'MM/YY';
  registerCursorTracker({ input: cardNumber, delimiter: ' ' });
  registerCursorTracker({ input: expiry, delimiter: '/' });
  cardNumber.addEventListener('input', () => {
    cardNumber.value = formatCreditCard(cardNumber.value);
  });
  expiry.addEventListener('input', () => {
    expiry.value = formatDate(expiry.value, { datePattern: ['m', 'y'] });
  });
}
