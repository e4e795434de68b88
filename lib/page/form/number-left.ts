import { setKind, SHORTEST_NUMBER, type CardGroup } from './card-group.ts';

/** How far from date and code their number may stand. */
const REACH = 4;

/**
 * Beside a sure date and a sure code stands a number, in whatever language it is called: where exactly one named box is left
 * that nothing is known of and that has room for it, that is the number.
 */
export function readNumberLeft({ words, opinions }: CardGroup): void {
  const code = opinions.findIndex(({ kind, strength }) => kind === 'cc-csc' && strength >= 2);
  if (code < 0) return;
  const { form } = words[code]!;
  const inForm = [...words.keys()].filter((index) => words[index]!.form === form);
  const near = inForm.filter((index) => Math.abs(index - code) <= REACH);
  const hasDate = near.some(
    (index) => /^cc-exp(-year)?$/.test(opinions[index]!.kind ?? '') && opinions[index]!.strength >= 2,
  );
  if (!hasDate || inForm.some((index) => opinions[index]!.kind === 'cc-number')) return;
  // "Account number" alone beside date and code is the card's; next to a bank's code it is a bank account's.
  const accounts = inForm.filter((index) => opinions[index]!.kind === 'bank-account');
  const left = near.filter((index) => {
    const { isInput, type, maxLength, label, placeholder, neighbour } = words[index]!;
    const { kind, isDeclared } = opinions[index]!;
    const mayType = isInput && (type === 'text' || type === 'tel' || type === 'number');
    const isNamed = /\p{L}{2}/u.test(`${label} ${placeholder} ${neighbour}`);
    const isOpen = kind === null || (kind === 'bank-account' && accounts.length === 1);
    return isOpen && !isDeclared && mayType && isNamed && maxLength >= SHORTEST_NUMBER;
  });
  if (left.length === 1) setKind(opinions[left[0]!]!, 'cc-number', 'left');
}

/** A second "card number" with room for three or four digits, beside a whole one, is what is printed as the code. */
export function readShortNumber({ words, opinions }: CardGroup): void {
  const numbers = [...words.keys()].filter((index) => opinions[index]!.kind === 'cc-number');
  const isShort = (index: number): boolean => [3, 4].includes(words[index]!.maxLength);
  const [short, ...more] = numbers.filter(isShort);
  if (short === undefined || more.length > 0 || opinions[short]!.isDeclared) return;
  const { form } = words[short]!;
  const isTaken = words.some((own, index) => own.form === form && opinions[index]!.kind === 'cc-csc');
  const hasWhole = numbers.some(
    (index) => words[index]!.form === form && words[index]!.maxLength >= SHORTEST_NUMBER,
  );
  if (hasWhole && !isTaken) setKind(opinions[short]!, 'cc-csc', 'shape');
}
