import { childrenOf } from '../dom/walk.ts';
import { withoutMarks } from './currencies.ts';

const HIGHEST = 3;

/** Gives what stands for a name where names and amounts are two columns side by side: the amount at the same place in the other. */
export function columnPartnerOf(label: Element): Element | null {
  let item = label;
  for (let height = 0; height < HIGHEST && item.parentElement; height += 1) {
    const column = item.parentElement;
    const names = saying(column);
    const amounts = column.nextElementSibling ? saying(column.nextElementSibling) : [];
    const isPair = names.length > 1 && names.length === amounts.length;
    if (isPair && names.every(isName) && amounts.every(isAmount)) return amounts[names.indexOf(item)] ?? null;
    item = column;
  }
  return null;
}

const saying = (column: Element): Element[] =>
  childrenOf(column).filter(({ textContent }) => /\S/.test(textContent ?? ''));

const isName = ({ textContent }: Element): boolean =>
  /\p{L}{2}/u.test(textContent ?? '') && !/\d[.,]\d/.test(textContent ?? '');

/** Nothing but a number and its currency. */
const isAmount = ({ textContent }: Element): boolean =>
  /\d/.test(textContent ?? '') && !/\p{L}{2}/u.test(withoutMarks(textContent ?? ''));
