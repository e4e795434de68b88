import { nextElementOf, parentElementOf, textContentOf } from '../dom/own-members.ts';
import { childrenOf } from '../dom/walk.ts';
import { withoutMarks } from './currencies.ts';

const HIGHEST = 3;

/** Gives what stands for a name where names and amounts are two columns side by side: the amount at the same place in the other. */
export function columnPartnerOf(label: Element): Element | null {
  let item = label;
  for (let height = 0; height < HIGHEST; height += 1) {
    const column = parentElementOf(item);
    const beside = column && nextElementOf(column);
    if (!column) return null;
    const names = saying(column);
    const amounts = beside ? saying(beside) : [];
    const isPair = names.length > 1 && names.length === amounts.length;
    if (isPair && names.every(isName) && amounts.every(isAmount)) return amounts[names.indexOf(item)] ?? null;
    item = column;
  }
  return null;
}

const saying = (column: Element): Element[] =>
  childrenOf(column).filter((part) => /\S/.test(textContentOf(part) ?? ''));

function isName(part: Element): boolean {
  const text = textContentOf(part) ?? '';
  return /\p{L}{2}/u.test(text) && !/\d[.,]\d/.test(text);
}

/** Nothing but a number and its currency. */
function isAmount(part: Element): boolean {
  const text = textContentOf(part) ?? '';
  return /\d/.test(text) && !/\p{L}{2}/u.test(withoutMarks(text));
}
