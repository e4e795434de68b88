import type { FillEntry, FillReport } from '../../messaging/contracts/page.ts';
import { normaliseText, textOf } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import { nextTask } from './next-task.ts';
import { findOffer } from './pick-option.ts';

const TURNS = 12;

/** Picks from a drop-down that is no `select`: opens it, presses the option that says the value, reads it back. */
export async function pickFromListbox(box: HTMLElement, entry: FillEntry): Promise<FillReport['outcome']> {
  const spellings = [entry.value, ...entry.alternatives];
  box.click();
  const options = await waitForOptions(box);
  const offers = options.map((option) => ({
    value: option.getAttribute('data-value') ?? option.getAttribute('value') ?? '',
    text: textOf(option, 200),
  }));
  const index = findOffer(offers, entry.token, spellings);
  if (index < 0) {
    box.click();
    return 'no_such_option';
  }
  options[index]!.click();
  await nextTask();
  const shown = normaliseText(`${textOf(box, 300)} ${box.getAttribute('aria-valuetext') ?? ''}`);
  const isChosen =
    options[index]!.getAttribute('aria-selected') === 'true' ||
    shown.includes(normaliseText(offers[index]!.text));
  return isChosen ? 'kept' : 'blank';
}

async function waitForOptions(box: HTMLElement): Promise<HTMLElement[]> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const options = optionsOf(box);
    if (options.length > 0) return options;
    await nextTask();
  }
  return [];
}

function optionsOf(box: HTMLElement): HTMLElement[] {
  const root = box.getRootNode() as Document | ShadowRoot;
  const id = box.getAttribute('aria-controls') ?? box.getAttribute('aria-owns');
  const list = (id && root.getElementById(id)) || root;
  return [...list.querySelectorAll<HTMLElement>('[role="option"]')].filter(isRendered);
}
