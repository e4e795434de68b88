import { attributeOf, parentElementOf, queryAllIn, textContentOf } from '../dom/own-members.ts';
import type { PlacedText } from '../dom/text-nodes.ts';
import { childrenOf } from '../dom/walk.ts';

/** Boxes that shops name after what they hold: a row of a cart. */
const NAMED =
  'tr, li, [role="row"], [role="listitem"], [class*="line-item" i], [class*="lineitem" i], [class*="cart-item" i], [class*="cart_item" i], [class*="order-item" i], [class*="summary-item" i], [class*="checkout-item" i], [class*="product" i], [class*="basket-item" i], [class*="basket_item" i], [data-line], [data-testid*="line" i], [data-testid*="item" i], article';

/** Boxes of a page, of which none is a row though rows may stand in it. */
export const WHOLE = /^(HTML|BODY|MAIN|FORM|TABLE|THEAD|TBODY|TFOOT|NAV|HEADER|FOOTER|SECTION)$/;

/** Parts of a row. */
const CELL = /^(TD|TH|DT|DD)$/;

const MOST_PRICES = 120;
const MOST_SIBLINGS = 60;
const HIGHEST = 6;

/** Finds the boxes that may be rows of goods: by their names, and by standing beside others that are made alike. */
export function findRowBoxes(
  roots: readonly (Document | ShadowRoot)[],
  prices: readonly PlacedText[],
): Element[] {
  const boxes = new Set(roots.flatMap((root) => [...queryAllIn(root, NAMED)]));
  for (const { box } of prices.slice(0, MOST_PRICES)) {
    let current: Element | null = box;
    for (let height = 0; current && height < HIGHEST && !WHOLE.test(current.nodeName); height += 1) {
      if (!CELL.test(current.nodeName) && hasSiblingAlike(current)) boxes.add(current);
      current = parentElementOf(current);
    }
  }
  return [...boxes];
}

/** Tells whether another box beside this one is made like it and states numbers, too. */
function hasSiblingAlike(box: Element): boolean {
  const own = makeOf(box);
  const parent = parentElementOf(box);
  return (parent ? childrenOf(parent) : [])
    .slice(0, MOST_SIBLINGS)
    .some(
      (other) =>
        other !== box &&
        other.nodeName === box.nodeName &&
        makeOf(other) === own &&
        /\d/.test(textContentOf(other) ?? ''),
    );
}

/** What a template gives each of its rows: tag and class, else a counted id, else the elements inside. */
function makeOf(box: Element): string {
  const named =
    attributeOf(box, 'class')?.trim().split(/\s+/)[0] ?? (attributeOf(box, 'id') ?? '').replace(/\d+$/, '#');
  return `${box.nodeName} ${
    named ||
    childrenOf(box)
      .map(({ nodeName }) => nodeName)
      .join('+')
  }`;
}
