import type { CartProblem } from '../../domain/checkout/page-reading.ts';
import type { RefusalText } from './refusal-text.ts';

/** What a page says that no purchase gets past; at another price, or with fewer pieces, one could still be made. */
const FINAL_CART_PROBLEMS: Partial<Record<CartProblem['kind'], RefusalText>> = {
  empty: {
    code: 'cart_empty',
    message: 'The shop says that the cart is empty. Nothing was paid.',
    fix: 'Put the goods into the cart, in this browser, and ask for the checkout again.',
  },
  out_of_stock: {
    code: 'out_of_stock',
    message: 'The shop says that something in the cart is not available. Nothing was paid.',
    fix: 'Take it out of the cart, or choose something else, and ask for the checkout again.',
  },
  not_deliverable: {
    code: 'not_deliverable',
    message: 'The shop says that it does not deliver to this address. Nothing was paid.',
    fix: 'Choose another shop.',
  },
  minimum_order: {
    code: 'minimum_order',
    message: 'The shop says that the order is too small. Nothing was paid.',
    fix: 'Add to the cart, inside the mandate, and ask for the checkout again.',
  },
  expired: {
    code: 'cart_expired',
    message: 'The shop says that the cart has expired. Nothing was paid.',
    fix: 'Fill the cart again and ask for the checkout again.',
  },
};

/**
 * Puts into words why a page that leads no further cannot be bought from; `undefined` where it gives no reason. The
 * page's own sentences stay with `checkout_inspect`: refusals are ours.
 */
export function describeCartProblem(problems: readonly CartProblem[]): RefusalText | undefined {
  return problems.map(({ kind }) => FINAL_CART_PROBLEMS[kind]).find((text) => text !== undefined);
}
