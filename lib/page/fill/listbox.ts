import type { FillEntry, FillReport } from '../../messaging/contracts/page.ts';
import { attributeOf, queryAllIn, rootOf } from '../dom/own-members.ts';
import { normaliseText, textOf } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import { nextTask } from '../dom/next-task.ts';
import { findOffer } from './pick-option.ts';
import { pressPointer } from './press-pointer.ts';
import { waitFor } from './wait-for.ts';

/** How long a list may take to open, or to load what another choice decides. */
const OPENS_WITHIN_MS = 1_200;
/** How long a list may take to close and to show what was chosen. */
const SHOWS_WITHIN_MS = 600;

/** Picks from a drop-down that is no `select`: opens it, presses the option that says the value, reads it back. */
export async function pickFromListbox(box: HTMLElement, entry: FillEntry): Promise<FillReport['outcome']> {
  if (optionsOf(box).length === 0) pressPointer(box);
  const found = await waitFor(box.ownerDocument, OPENS_WITHIN_MS, () => offerIn(box, entry));
  if (!found) {
    close(box);
    return 'no_such_option';
  }
  const { option, text } = found;
  pressPointer(option);
  const isChosen = () =>
    attributeOf(option, 'aria-selected') === 'true' || shownBy(box).includes(normaliseText(text));
  return (await waitFor(box.ownerDocument, SHOWS_WITHIN_MS, isChosen)) ? 'kept' : 'blank';
}

/** What an input with suggestions, or a drop-down, shows of its choice. */
const shownBy = (box: HTMLElement): string =>
  normaliseText(
    `${textOf(box, 300)} ${attributeOf(box, 'aria-valuetext') ?? ''} ${'value' in box ? String(box.value) : ''}`,
  );

function offerIn(box: HTMLElement, entry: FillEntry): { option: HTMLElement; text: string } | undefined {
  const options = optionsOf(box);
  const offers = options.map((option) => ({
    value: attributeOf(option, 'data-value') ?? attributeOf(option, 'value') ?? '',
    text: textOf(option, 200),
  }));
  const index = findOffer(offers, entry.token, [entry.value, ...entry.alternatives]);
  const option = options[index];
  return option && { option, text: offers[index]!.text };
}

/**
 * Presses the option that says what was typed into an input with suggestions, where one does; closes the list
 * otherwise, so that it covers no other field.
 */
export async function settleSuggestions(input: HTMLInputElement, entry: FillEntry): Promise<void> {
  if (input.getAttribute('role') !== 'combobox' && !input.hasAttribute('aria-autocomplete')) return;
  await nextTask();
  const offer = offerIn(input, entry);
  if (offer) pressPointer(offer.option);
  else close(input);
  await nextTask();
}

function close(box: HTMLElement): void {
  if (optionsOf(box).length === 0 && attributeOf(box, 'aria-expanded') !== 'true') return;
  const escape = { key: 'Escape', code: 'Escape', bubbles: true, composed: true, cancelable: true };
  box.dispatchEvent(new KeyboardEvent('keydown', escape));
  box.dispatchEvent(new KeyboardEvent('keyup', escape));
}

function optionsOf(box: HTMLElement): HTMLElement[] {
  const root = rootOf(box) as Document | ShadowRoot;
  const id = attributeOf(box, 'aria-controls') ?? attributeOf(box, 'aria-owns');
  const own = id ? root.getElementById(id) : null;
  // A list that is drawn elsewhere and not named belongs to whatever is open.
  const list = own ?? (attributeOf(box, 'aria-expanded') === 'false' ? box : root);
  return [...queryAllIn<HTMLElement>(list, '[role="option"]')].filter(isRendered);
}
