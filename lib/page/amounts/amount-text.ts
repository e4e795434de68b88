import {
  attributeOf,
  firstChildOf,
  isMatch,
  nextSiblingOf,
  nodeTypeOf,
  parentElementOf,
  textContentOf,
  viewOf,
} from '../dom/own-members.ts';
import { isClippedAway } from '../dom/visibility.ts';
import { SEAM } from './parse-amount.ts';

const SKIPPED: ReadonlySet<string> = new Set([
  'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'DEL', 'S', 'STRIKE', 'SELECT', 'OPTION', 'TEXTAREA', 'IFRAME', 'svg', 'SVG',
]); // prettier-ignore

/** Classes of a price that is no longer asked. Lists, weights of type and the like have the same words without a price. */
const OLD_PRICE =
  /(^|[\s_-])(old|was|before|original|previous|compare([-_]?at)?|crossed|strike)[-_]*price(?![a-z])|price[-_]*(old|was|before|original|previous|compared?|crossed|strike)(?![a-z])|(^|\s)(list-?price|rrp|msrp|uvp|strike(through)?|line-?through)(?!\S)/i;

/**
 * Gives the text of a box as far as it states what is asked for now: no struck-through or hidden prices, and a seam
 * wherever digits of two elements touch, because `$12<sup>99</sup>` is not 1299. Text beyond `limit` characters is cut
 * there, so that what is shorter is whole.
 */
export function amountTextOf(element: Element, limit = 300): string {
  const view = viewOf(element);
  let text = '';
  const say = (said: string): void => {
    const own = said.replace(/\s+/g, ' ');
    text += /^$|\s$/.test(text.slice(-1)) ? own.trimStart() : own;
  };
  const endLine = (): void => {
    text = text.trimEnd();
    if (text !== '') text += '\n';
  };
  const sayNode = (node: Node): void => {
    const own = node.nodeValue ?? '';
    const isNumber = /^[\d٠-٩]/.test(own);
    const touches = isNumber && /[\d٠-٩]$/.test(text) && node.previousSibling?.nodeType !== 3;
    // `<span>Total</span><span>127</span>` is set apart by its style.
    const isBehindWord = isNumber && /\p{L}$/u.test(text);
    if (touches) text += SEAM;
    say(isBehindWord ? ` ${own}` : own);
  };
  const sayValue = ({ value }: HTMLInputElement): void => {
    if (IS_PRICE.test(value)) say(` ${value} `);
  };
  const visit = (node: Node): void => {
    if (text.length > limit) return;
    const type = nodeTypeOf(node);
    if (type === 3) sayNode(node);
    if (type !== 1 && type !== 11) return;
    const current = node as Element;
    const isInside = type === 1 && current !== element;
    if (
      isInside &&
      (SKIPPED.has(current.nodeName) ||
        OLD_PRICE.test(attributeOf(current, 'class') ?? '') ||
        isGone(current, view))
    )
      return;
    const isLine = isInside && isBlock(current, view);
    if (isLine) endLine();
    if (isInside && isMatch(current, SHOWS_VALUE)) sayValue(current as HTMLInputElement);
    for (let child = firstChildOf(node); child && text.length <= limit; child = nextSiblingOf(child))
      visit(child);
    if (isLine) endLine();
    if (type === 1 && current.shadowRoot) visit(current.shadowRoot);
  };
  visit(element);
  return text.length > limit ? text.slice(0, limit) : text.trimEnd();
}

/** Boxes that only show what the page put in them. */
const SHOWS_VALUE = 'input[readonly], input[disabled]';
/** By its cents or its sign: a card's number or code has neither. */
const IS_PRICE = /^(?=.{1,20}$)[^\d]*\d[\d.,' ]*(?:[.,]\d\d\b|\p{Sc})|^\p{Sc} ?\d[\d.,' ]*$/u;

function isBlock(element: Element, view: Window | null): boolean {
  if (/^(DIV|P|LI|TR|TD|TH|DT|DD|BR|H[1-6]|SECTION|UL|OL|TABLE|BUTTON|LABEL)$/.test(element.nodeName))
    return true;
  const display = view?.getComputedStyle(element).display ?? '';
  return /block|flex|grid|table/.test(display) && !display.startsWith('inline');
}

/** Tells whether a price is no longer asked, or not shown. */
function isGone(element: Element, view: Window | null): boolean {
  if (attributeOf(element, 'aria-hidden') === 'true' && !/\d/.test(textContentOf(element) ?? '')) return true;
  if (!view) return false;
  const style = view.getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return true;
  if (/line-through/.test(`${style.textDecorationLine} ${style.textDecoration}`)) return true;
  return style.position === 'absolute' && isClippedAway(style);
}

/** Tells whether an element, or one around it, strikes its price through or hides it. */
export function isOldPrice(element: Element): boolean {
  const view = viewOf(element);
  for (
    let current: Element | null = element, depth = 0;
    current && depth < 4;
    current = parentElementOf(current), depth += 1
  ) {
    if (/^(DEL|S|STRIKE)$/.test(current.nodeName) || isGone(current, view)) return true;
  }
  return false;
}
