import { addMoney, isMoreThan, money, type Money } from '../../kernel/money.ts';
import type { ProductRule } from '../mandate/terms.ts';

export interface CartLine {
  /** A claim of the page. It is only compared with words that the operator signed: it can never widen anything. */
  readonly title: string;
  readonly quantity: number;
  readonly amount: Money | null;
}

/** What a page says is bought. */
export interface Cart {
  readonly total: Money;
  readonly lines: readonly CartLine[];
  /** Shipping, tax, fees and tips. */
  readonly charges: readonly Money[];
}

export type CartRefusal =
  | { kind: 'off_mission'; line: number }
  | { kind: 'line_limit_exceeded'; line: number; limit: Money; asked: Money }
  | { kind: 'line_quantity_exceeded'; line: number; limit: number; asked: number }
  | { kind: 'cart_unreadable' }
  | { kind: 'cart_does_not_add_up'; unexplained: Money };

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Tells whether every word of a rule stands in a title as a word of its own. */
export function isProduct(rule: Pick<ProductRule, 'words'>, title: string): boolean {
  const said = new Set(wordsOf(title));
  return wordsOf(rule.words).every((word) => said.has(word));
}

/**
 * Judges a cart by the products that were signed; without any, everything may be bought. Lines are counted from 1. A
 * cart that cannot be read, or whose total is more than its lines and charges explain, is refused.
 */
export function judgeCart(products: readonly ProductRule[], cart: Cart): CartRefusal | undefined {
  if (products.length === 0) return undefined;
  const { currency } = cart.total;
  if (cart.lines.length === 0) return { kind: 'cart_unreadable' };
  let explained = money(0n, currency);
  for (const [index, line] of cart.lines.entries()) {
    const refusal = judgeLine(products, line, index + 1);
    if (refusal) return refusal;
    if (line.amount?.currency !== currency || line.amount.minor < 0n || line.quantity < 1)
      return { kind: 'cart_unreadable' };
    explained = addMoney(explained, line.amount);
  }
  for (const charge of cart.charges) {
    if (charge.currency !== currency || charge.minor < 0n) return { kind: 'cart_unreadable' };
    explained = addMoney(explained, charge);
  }
  return isMoreThan(cart.total, explained)
    ? { kind: 'cart_does_not_add_up', unexplained: money(cart.total.minor - explained.minor, currency) }
    : undefined;
}

/** A line must fit one rule whole; where only limits stand in the way, the first of them is the reason. */
function judgeLine(
  products: readonly ProductRule[],
  line: CartLine,
  number: number,
): CartRefusal | undefined {
  let first: CartRefusal | undefined;
  for (const rule of products.filter((one) => isProduct(one, line.title))) {
    const refusal = brokenBy(rule, line, number);
    if (!refusal) return undefined;
    first ??= refusal;
  }
  return first ?? { kind: 'off_mission', line: number };
}

function brokenBy(rule: ProductRule, line: CartLine, number: number): CartRefusal | undefined {
  const { perLine, maxQuantity } = rule;
  if (maxQuantity !== null && line.quantity > maxQuantity)
    return { kind: 'line_quantity_exceeded', line: number, limit: maxQuantity, asked: line.quantity };
  if (!perLine) return undefined;
  if (line.amount?.currency !== perLine.currency) return { kind: 'cart_unreadable' };
  return isMoreThan(line.amount, perLine)
    ? { kind: 'line_limit_exceeded', line: number, limit: perLine, asked: line.amount }
    : undefined;
}
