import type { Checkout } from '../../domain/checkout/checkout.ts';
import { comparePick, pickedOption, type PickedLine } from '../../domain/choice/choice.ts';
import { printMoney, type Money } from '../../kernel/money.ts';
import type { BookState } from '../book-state.ts';
import type { RefusalText } from './refusal-text.ts';

interface PageFacts {
  readonly total: Money;
  readonly lines: readonly PickedLine[];
}

function optionOf(state: BookState, { choiceId }: Checkout) {
  const choice = choiceId && state.choices.get(choiceId);
  return choice ? pickedOption(choice) : undefined;
}

/** Refuses a page that asks another price than the operator picked, or sells something else. */
export function pickMisfit(state: BookState, checkout: Checkout, page: PageFacts): RefusalText | undefined {
  const option = optionOf(state, checkout);
  const verdict = option && comparePick(option, page);
  if (!option || verdict === 'same' || verdict === 'unseen') return undefined;
  const message =
    verdict === 'other_price'
      ? `The operator picked a price of ${printMoney(option.amount)}; the page asks ${printMoney(page.total)}.`
      : 'The page does not list the item that the operator picked.';
  return { code: 'not_as_chosen', message, fix: 'Offer the options anew, with what the pages ask now.' };
}

/**
 * Leaves out what the operator has answered by picking: price and shop were on that screen. Where the page does
 * not list that item alone the pick cannot be recognised, so the operator is asked.
 */
export function asksAfterPick(
  state: BookState,
  checkout: Checkout,
  page: PageFacts,
  reasons: readonly string[],
): string[] {
  const option = optionOf(state, checkout);
  if (!option) return [...reasons];
  if (comparePick(option, page) !== 'same') return [...reasons, 'item_not_listed'];
  return reasons.filter((reason) => reason !== 'above_ask_limit' && reason !== 'new_merchant');
}
