import type { Rect } from '../../messaging/contracts/page-reading.ts';
import { parentElementOf, queryAllIn, textContentOf } from '../dom/own-members.ts';
import { textsIn } from '../dom/text-nodes.ts';
import { rectOf } from '../dom/visibility.ts';
import type { FilledFields } from './filled-fields.ts';

const MOST_RECTS = 200;
const SHORTEST_ECHO = 6;

/**
 * Gives every place that shows digits of the card: the filled fields and all elements that repeat them. The digits are
 * read from the fields; nothing here keeps them.
 */
export function findCardGeometry(filled: FilledFields, roots: readonly (Document | ShadowRoot)[]): Rect[] {
  const card = filled.list().filter(({ token }) => token.startsWith('cc-'));
  const number = digitsIn(card, 'cc-number');
  const code = digitsIn(card, 'cc-csc');
  const elements = new Set<Element>(card.map(({ element }) => element));
  if (number.length >= 12 || code.length >= 3) {
    for (const root of roots) addEchoes(root, number, code, elements);
  }
  return [...elements]
    .map(rectOf)
    .filter(({ width, height }) => width > 0 && height > 0)
    .slice(0, MOST_RECTS);
}

function digitsIn(card: readonly { element: HTMLElement; token: string }[], token: string): string {
  return card
    .filter((field) => field.token === token)
    .map(({ element }) => ('value' in element ? String(element.value) : '').replace(/\D/g, ''))
    .join('');
}

function addEchoes(root: Document | ShadowRoot, number: string, code: string, elements: Set<Element>): void {
  for (const { text, box } of textsIn([root])) {
    const digits = text.replace(/\D/g, '');
    if (digits === '' || /^(SCRIPT|STYLE)$/.test(box.nodeName)) continue;
    const isNumber =
      number !== '' &&
      (digits.includes(number) || (digits.length >= SHORTEST_ECHO && number.includes(digits)));
    const isCode = code !== '' && text.trim() === code;
    const isPiece =
      number !== '' && digits.length <= 4 && number.includes(digits) && spellsNumber(box, number);
    if (isNumber || isCode || isPiece) elements.add(box);
  }
  for (const field of queryAllIn<HTMLInputElement>(root, 'input')) {
    const digits = field.value.replace(/\D/g, '');
    if (number !== '' && digits.length >= SHORTEST_ECHO && number.includes(digits)) elements.add(field);
  }
}

/** Card previews write one group, or one digit, an element: together they spell the number. */
function spellsNumber(element: Element, number: string): boolean {
  let current: Element | null = element;
  for (let depth = 0; current && depth < 4; depth += 1, current = parentElementOf(current)) {
    const text = textContentOf(current) ?? '';
    if (text.length > 200) return false;
    const digits = text.replace(/\D/g, '');
    if (
      digits.length >= SHORTEST_ECHO &&
      (digits.includes(number.slice(0, SHORTEST_ECHO)) || number.includes(digits))
    )
      return true;
  }
  return false;
}
