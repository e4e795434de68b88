import { attributeOf, firstElementOf, nextElementOf, textContentOf } from '../dom/own-members.ts';
import { declaredAutocompleteOf } from '../fill/declared-autocomplete.ts';
import { normaliseText, wordsOfIdentifier } from '../dom/text.ts';
import { groupTextOf, labelTextOf, neighbourTextOf } from '../dom/nearby-text.ts';
import { parentOf, type Control, type PageTree } from '../dom/walk.ts';
import { readAutocomplete, type AutocompleteHint } from './autocomplete.ts';
import type { FieldKind } from './field-kind.ts';
import { kindOfList, maxLengthOf, readListStructure, readShape, type ListStructure } from './structure.ts';

/** Attributes other than name and id in which frameworks and payment providers name a field. */
const NAMING_ATTRIBUTES: ReadonlySet<string> = new Set([
  'data-fieldtype', 'data-braintree-name', 'data-recurly', 'data-stripe', 'data-encrypted-name', 'data-checkout',
  'formcontrolname', 'ng-model', 'v-model', 'automation-id', 'data-testid', 'data-test', 'data-qa', 'data-cy',
  'data-field', 'data-name', 'data-auto-id', 'data-automation-id', 'data-elements-stable-field-name',
]); // prettier-ignore

/** All that bears on what a control is, read once: asking the page again for each rule costs more than the rules. */
export interface ControlWords {
  readonly control: Control;
  readonly isInput: boolean;
  /** Of an `input`; empty elsewhere. */
  readonly type: string;
  readonly form: HTMLFormElement | null;
  readonly maxLength: number;
  /** What the options of a list are. */
  readonly list: ListStructure;
  /** What the box or list suggests by its shape alone. */
  readonly shape: FieldKind | null;
  readonly hint: AutocompleteHint | null;
  readonly identifiers: readonly string[];
  readonly label: string;
  readonly placeholder: string;
  readonly title: string;
  readonly neighbour: string;
  /** As written: of most controls nobody asks for its words. */
  readonly className: string;
  /** As shown, for the reading. */
  readonly shownLabel: string;
}

/** What ASP.NET writes before the name of a control: parts of the page, of which one is a "place holder". */
const PAGE_PARTS = /\b(ctl \d+|(content )?place holder( \d+)?) /g;

/** What developers write before a name for the type of the control: `txtCity`, `ddlmonth`. */
const CONTROL_TYPES = /\b(txt|ddl|cbo|cmb|edt|drp|tbx) ?(?=[a-z]{2})/g;

/** Says that a field must be filled, or ends its label; no part of its name. */
const MARKS = /[\s*:：†]+$|^[\s*†※]+/g;

const LONGEST_PROMPT = 60;
const LONGEST_CLASS = 250;

/** Reads the words of a control. */
export function readControlWords(control: Control, tree: PageTree): ControlWords {
  const names = control.getAttributeNames();
  // Asking for what is not there costs as much as for what is.
  const read = (name: string): string => (names.includes(name) ? control.getAttribute(name)! : '');
  const label = labelTextOf(control, tree, names);
  const placeholder = read('placeholder');
  const title = read('title');
  const labelWords = normaliseText(label);
  const neighbour = labelWords.length > 2 ? '' : neighbourTextOf(control);
  const isUnsaid = labelWords === '' && neighbour === '' && placeholder === '';
  const isInput = control.tagName === 'INPUT';
  const type = isInput ? control.type : '';
  const maxLength = maxLengthOf(control);
  const list = control.tagName === 'SELECT' ? readListStructure(control as HTMLSelectElement) : null;
  return {
    control,
    isInput,
    type,
    form: control.form,
    maxLength,
    list,
    shape: isInput ? readShape(control as HTMLInputElement, type, maxLength) : kindOfList(list),
    hint: readAutocomplete(declaredAutocompleteOf(control)),
    identifiers: identifiersOf(control, names),
    label: labelWords.replace(MARKS, ''),
    placeholder: readText(isUnsaid ? promptOf(control) : placeholder),
    title: normaliseText(title),
    neighbour: readText(neighbour),
    className: read('class').slice(0, LONGEST_CLASS),
    shownLabel: label || neighbour || placeholder || title,
  };
}

/** What asks where nothing else does: the first choice of a list, if it is none, and words that old pages write as a value. */
function promptOf(control: Control): string {
  const prompt =
    control.tagName === 'SELECT' ? noChoiceOf(control as HTMLSelectElement) : control.getAttribute('value');
  return prompt && prompt.length <= LONGEST_PROMPT && !/[\d@]/.test(prompt) ? prompt : '';
}

/** The placeholder label option of a list (HTML, 4.10.7). */
function noChoiceOf({ options: [first] }: HTMLSelectElement): string {
  return first && (first.value === '' || !first.hasAttribute('value')) ? first.text.trim() : '';
}

/** Asks for names alone: an `Attr` object for each costs more than its text. */
function identifiersOf(control: Control, names: readonly string[]): string[] {
  const identifiers: string[] = [];
  const add = (value: string | null): void => {
    if (!value || value.length >= 300) return;
    const words = wordsOfIdentifier(value).replace(PAGE_PARTS, '').replace(CONTROL_TYPES, '');
    if (words && !identifiers.includes(words)) identifiers.push(words);
  };
  add(control.getAttribute('name'));
  add(control.id);
  for (const name of names) if (NAMING_ATTRIBUTES.has(name)) add(control.getAttribute(name));
  return identifiers;
}

/** Gives what a shopper reads, without the marks around it. */
function readText(text: string): string {
  return text === '' ? '' : normaliseText(text).replace(MARKS, '');
}

/** Gives all that a control says or is named by, in one text. */
export function allWordsOf({ label, placeholder, identifiers, neighbour }: ControlWords): string {
  return [label, placeholder, ...identifiers, neighbour].join(' ');
}

/** Gives what a shopper reads before a box. */
export const shownName = ({ label, neighbour }: ControlWords): string => label || neighbour;

/** Gives the words over the box of a split field, normalised. */
export function readGroupWords(control: Control): string {
  return normaliseText(groupTextOf(control));
}

const HEAD = /^(?:LEGEND|H[1-4])$/;

/** A selector would look through all that a box holds, for each control in it. */
const HEADS_AMONG = 40;

/** Gives what heads a box: a legend or heading that stands right in it, near its beginning. */
function headOf(box: Element): Element | null {
  let child = firstElementOf(box);
  for (let place = 0; child && place < HEADS_AMONG; place += 1, child = nextElementOf(child))
    if (HEAD.test(child.nodeName)) return child;
  return null;
}

/** Gives what the boxes around a control call themselves: ids, classes, legends. */
export function readSectionWords(control: Element): string {
  const words: string[] = [];
  let current = parentOf(control);
  for (let depth = 0; current && depth < 8; depth += 1, current = parentOf(current)) {
    const own = [
      attributeOf(current, 'id'),
      attributeOf(current, 'class'),
      attributeOf(current, 'aria-label'),
    ]
      .filter(Boolean)
      .join(' ');
    if (own) words.push(own.slice(0, 160));
    const legend = headOf(current);
    if (legend) words.push((textContentOf(legend) ?? '').slice(0, 120));
    if (current.tagName === 'FORM') break;
  }
  return wordsOfIdentifier(words.join(' '));
}
