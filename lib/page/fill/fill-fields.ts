import type { FillEntry, FillReport } from '../../messaging/contracts/page.ts';
import { isCovered } from '../dom/coverage.ts';
import { whyNotRendered } from '../dom/visibility.ts';
import type { Control } from '../dom/walk.ts';
import { describeElement, type ElementRefs } from '../element-refs.ts';
import { isCardKind } from '../form/field-kind.ts';
import { maxLengthOf } from '../form/structure.ts';
import { silenceAutocomplete } from './declared-autocomplete.ts';
import { isSameValue, shapeValue, splitNumber } from './field-value.ts';
import type { FilledFields } from './filled-fields.ts';
import { pickFromListbox, settleSuggestions } from './listbox.ts';
import { nextTask } from '../dom/next-task.ts';
import { findOffer } from './pick-option.ts';
import { typeText } from './type-text.ts';

type Outcome = FillReport['outcome'];

/** Types values into the fields that were read, one after the other, and reports what each field kept. */
export async function fillFields(
  entries: readonly FillEntry[],
  refs: ElementRefs,
  filled: FilledFields,
): Promise<FillReport[]> {
  const parts = cutNumbers(entries, refs);
  const outcomes: Outcome[] = [];
  for (const [index, entry] of parts.entries()) {
    outcomes[index] = await fillField(entry, refs, filled);
    if (outcomes[index] === 'blank') outcomes[index] = await fillField(entry, refs, filled);
  }
  await nextTask();
  return parts.map((entry, index) => ({
    ref: entry.ref,
    token: entry.token,
    outcome: outcomes[index] === 'kept' ? readBack(entry, refs) : outcomes[index]!,
  }));
}

async function fillField(entry: FillEntry, refs: ElementRefs, filled: FilledFields): Promise<Outcome> {
  const element = refs.find(entry.ref) as HTMLElement | undefined;
  if (!element?.isConnected) return 'field_gone';
  if (describeElement(element) !== refs.identityOf(entry.ref)) return 'field_changed';
  if (whyNotRendered(element) !== null) return 'not_visible';
  element.scrollIntoView?.({ block: 'center', behavior: 'instant' });
  if (whyNotRendered(element) !== null || isCovered(element)) return 'not_visible';
  if ((element as HTMLInputElement).disabled || (element as HTMLInputElement).readOnly) return 'not_visible';
  filled.note(element, entry.token);
  if (isCardKind(entry.token)) silenceAutocomplete(element);
  if (element.tagName === 'SELECT') return pickFromSelect(element as HTMLSelectElement, entry);
  if (element.tagName !== 'INPUT' && element.tagName !== 'TEXTAREA') return pickFromListbox(element, entry);
  const control = element as HTMLInputElement;
  const value = shapeValue(control, entry.token, entry.value);
  await typeText(control, value, (shown) => isSameValue(entry.token, shown, value));
  await settleSuggestions(control, entry);
  return outcomeOf(control.value, entry, value);
}

function outcomeOf(shown: string, { token }: FillEntry, wanted: string): Outcome {
  if (isSameValue(token, shown, wanted)) return 'kept';
  return shown === '' ? 'blank' : 'altered';
}

/** Looks again when the page has had its turn: a late re-render may have emptied the field. */
function readBack(entry: FillEntry, refs: ElementRefs): Outcome {
  const element = refs.find(entry.ref);
  if (!element?.isConnected) return 'field_gone';
  if (element.tagName === 'SELECT') {
    const chosen = (element as HTMLSelectElement).selectedOptions[0];
    return chosen && findOffer([chosen], entry.token, spellingsOf(entry)) === 0 ? 'kept' : 'altered';
  }
  if (element.tagName !== 'INPUT' && element.tagName !== 'TEXTAREA') return 'kept';
  const control = element as HTMLInputElement;
  return outcomeOf(control.value, entry, shapeValue(control, entry.token, entry.value));
}

const spellingsOf = ({ value, alternatives }: FillEntry): string[] => [value, ...alternatives];

async function pickFromSelect(select: HTMLSelectElement, entry: FillEntry): Promise<Outcome> {
  const offers = [...select.options].map(({ value, text, disabled }) =>
    disabled ? { value: '', text: '' } : { value, text },
  );
  const index = findOffer(offers, entry.token, spellingsOf(entry));
  if (index < 0) return 'no_such_option';
  select.focus({ preventScroll: true });
  select.selectedIndex = index;
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
  select.blur();
  await nextTask();
  return select.selectedIndex === index ? 'kept' : 'altered';
}

/** The longest box of a phone number that is split; a longer field takes the whole number. */
const LONGEST_PHONE_BOX = 5;

/** A number that is split over boxes arrives once per box: each box gets its part. */
function cutNumbers(entries: readonly FillEntry[], refs: ElementRefs): FillEntry[] {
  const lengthOf = ({ ref }: FillEntry): number => {
    const element = refs.find(ref);
    return element ? maxLengthOf(element as Control) : Infinity;
  };
  const boxesOf = (token: FillEntry['token']): FillEntry[] =>
    entries.filter(
      (entry) => entry.token === token && (token === 'cc-number' || lengthOf(entry) <= LONGEST_PHONE_BOX),
    );
  const groups = [boxesOf('cc-number'), boxesOf('tel'), boxesOf('tel-national'), ...phonesInThree(entries)];
  const pieceOf = new Map<FillEntry, string>();
  for (const boxes of groups) {
    if (boxes.length < 2) continue;
    const pieces = splitNumber(boxes[0]!.value, boxes.map(lengthOf));
    boxes.forEach((box, position) => pieceOf.set(box, pieces[position]!));
  }
  return entries.map((entry) => ({ ...entry, value: pieceOf.get(entry) ?? entry.value }));
}

/** The boxes of each telephone number that is asked for in three: all of them were given the whole of it. */
function phonesInThree(entries: readonly FillEntry[]): FillEntry[][] {
  return entries.flatMap((entry, index) => {
    const [second, third] = entries.slice(index + 1, index + 3);
    const isInThree =
      entry.token === 'tel-area-code' && second?.token === 'tel-local' && third?.token === 'tel-local';
    return isInThree ? [[entry, second, third]] : [];
  });
}
