import type { Control, PageTree } from '../dom/walk.ts';
import type { Steps } from '../dom/slices.ts';
import { judgeAddressLines, judgeHouseNumbers } from './address-lines.ts';
import { placeAmongCards } from './card-context.ts';
import { forget, SHORTEST_NUMBER } from './card-group.ts';
import { judgeCopiedTokens } from './copied-tokens.ts';
import { allWordsOf, readControlWords, type ControlWords } from './control-words.ts';
import { isCardKind, type FieldKind } from './field-kind.ts';
import { judgeLists } from './list-checks.ts';
import { judgeListedLabels } from './listed-labels.ts';
import { judgeNames, judgeWholeNames } from './name-company.ts';
import { judgeWords, type Opinion } from './judge-words.ts';
import { judgeNamesInTwo } from './names-in-two.ts';
import { judgePhoneticNames } from './phonetic-names.ts';
import { judgePlaces } from './place-lists.ts';
import { forgetFormNames, forgetSharedNames } from './shared-names.ts';
import { judgeSignInNames } from './sign-in-names.ts';

/** What one control is, how sure that is, and what says so. */
export interface Classified {
  readonly control: Control;
  readonly words: ControlWords;
  readonly kind: FieldKind | null;
  readonly confidence: number;
  readonly signals: readonly string[];
}

const NO_FIELD: ReadonlySet<string> = new Set([
  'checkbox',
  'radio',
  'range',
  'color',
  'file',
  'reset',
  'image',
]);

/** Tells whether a control takes a value that could be typed or picked by who looks at the page. */
export function isField(control: Control): boolean {
  return (
    !control.hidden && !(control.tagName === 'INPUT' && NO_FIELD.has((control as HTMLInputElement).type))
  );
}

/** What is no number, whatever words were copied: a box of the type `number` refuses letters. */
const NEVER_NUMBERED = /name$|^(email|street|country|organization|address-l)/;

const NAME = /^(cc-)?((given|family)-)?name$/;

/** What is no date, whatever words were copied. */
const NEVER_DATED = /name$|^(email|tel|address|street|postal|country|organization)/;

/** What is judged over all controls before cards are, in this order. */
const TOGETHER: readonly ((words: readonly ControlWords[], opinions: readonly Opinion[]) => void)[] = [
  judgeDigitBoxes,
  judgeLists,
  judgePlaces,
  judgeListedLabels,
  judgeNames,
  judgeNamesInTwo,
  judgeWholeNames,
  judgePhoneticNames,
  judgeAddressLines,
  judgeHouseNumbers,
  judgeCopiedTokens,
];

/** How many controls are read between two pauses. */
const CONTROLS_PER_STEP = 50;

/**
 * Classifies the controls of a document, first each by its own words, then card fields among each other; may pause on
 * the way.
 */
export function* classifyInSteps(tree: PageTree): Steps<Classified[]> {
  const words: ControlWords[] = [];
  const opinions: Opinion[] = [];
  for (const control of tree.controls) {
    if (!isField(control)) continue;
    words.push(readControlWords(control, tree));
    if (words.length % CONTROLS_PER_STEP === 0) yield;
  }
  yield;
  forgetSharedNames(words);
  yield;
  forgetFormNames(words);
  yield;
  for (const own of words) {
    opinions.push(judgeType(own, judgeWords(own)));
    if (opinions.length % CONTROLS_PER_STEP === 0) yield;
  }
  yield;
  for (const judge of TOGETHER) {
    judge(words, opinions);
    yield;
  }
  yield* placeAmongCards(words, opinions);
  yield;
  judgeSignInNames(words, opinions);
  yield;
  const classified: Classified[] = [];
  for (const [index, own] of words.entries()) {
    const { kind, signals } = opinions[index]!;
    const confidence = confidenceOf(opinions[index]!);
    classified.push({ control: own.control, words: own, kind, confidence, signals: signals.slice(0, 12) });
    if (classified.length % CONTROLS_PER_STEP === 0) yield;
  }
  return classified;
}

/** What the type of a box says where words do not. */
function judgeType(words: ControlWords, opinion: Opinion): Opinion {
  if (words.control.tagName === 'TEXTAREA') return judgeTextarea(opinion);
  if (!words.isInput) return opinion;
  const { type } = words;
  const weak = opinion.strength < 3;
  if (opinion.kind === 'cc-number' && !opinion.isDeclared && isTooShort(words)) return forget(opinion);
  if (type === 'date' && !opinion.isDeclared && NEVER_DATED.test(opinion.kind ?? '')) return forget(opinion);
  // No card ends on a day; where all around is a card's, its date may yet be asked for so.
  if (type === 'date' && !opinion.isDeclared && /^cc-exp/.test(opinion.kind ?? ''))
    return { ...forget(opinion), cardReadings: ['cc-exp'] };
  if (type === 'number' && !opinion.isDeclared && NEVER_NUMBERED.test(opinion.kind ?? ''))
    return forget(opinion);
  if (!opinion.isDeclared && isShownAsMail(words) && NAME.test(opinion.kind ?? '')) return forget(opinion);
  // A box in which a list is searched is what its words say; a search box says nothing else.
  const isPicker = words.control.getAttribute('role') === 'combobox' && opinion.kind !== null;
  if (type === 'search' && !isPicker)
    return { ...opinion, kind: 'search', strength: 3, score: 40, signals: ['type'] };
  const isEmail = type === 'email' && !opinion.isDeclared && !isCardKind(opinion.kind);
  if (isEmail && !isReadAsOther(opinion))
    return { ...opinion, kind: 'email', strength: 3, score: 35, signals: ['type'] };
  // A whole date by its shape, in a box that is named after one half: `expyear` with "MM/YY" in it.
  if (words.shape === 'cc-exp' && isNamedForOther(opinion)) return { ...opinion, kind: 'cc-exp' };
  if (type === 'url' && weak) return { ...opinion, kind: 'url', strength: 3, score: 35, signals: ['type'] };
  const isCode = opinion.kind === 'one-time-code' || isPinCode(words, opinion);
  if (type === 'password' && (weak || isCode) && !opinion.isDeclared) {
    return { ...opinion, kind: 'current-password', strength: 2, score: 25, signals: ['type'] };
  }
  if (type === 'tel' && opinion.kind === null && looksLikePhone(words))
    return { ...opinion, kind: 'tel', strength: 1, score: 12, signals: ['type'] };
  return opinion;
}

/** What is no e-mail address, whatever type was copied. */
const NEVER_MAILED = /^((given-|family-)?name|tel|postal-code|street-address|address-(line|level)\d)$/;

/** "Telephone" is read at a box of the type `email`. */
function isReadAsOther({ kind, strength, signals }: Opinion): boolean {
  const isRead = signals.includes('label') || signals.includes('placeholder');
  return strength === 3 && isRead && NEVER_MAILED.test(kind ?? '');
}

/** Named after one half of the date, or after another part of the card by its developer alone. */
function isNamedForOther({ kind, isDeclared, signals }: Opinion): boolean {
  if (isDeclared) return false;
  return /^cc-exp-/.test(kind ?? '') || (isCardKind(kind) && signals.every((signal) => signal === 'name'));
}

/** Shows an address with an "@" where something of a person's or a card's name is copied. */
function isShownAsMail({ placeholder }: ControlWords): boolean {
  return /^\S+@\S+$/.test(placeholder);
}

/** "Pincode" is a postal code in India, and what somebody signs in with where it is typed hidden. */
function isPinCode(words: ControlWords, { kind }: Opinion): boolean {
  return kind === 'postal-code' && /\bpin ?code/.test(allWordsOf(words));
}

/** Has room for more than one box of a split number, and for no whole one. */
function isTooShort({ maxLength }: ControlWords): boolean {
  return maxLength > 4 && maxLength < SHORTEST_NUMBER;
}

/** `type=tel` alone means digits; with a number to copy, or nothing else to go by, it means a telephone. */
function looksLikePhone({ placeholder, label, identifiers, neighbour }: ControlWords): boolean {
  return (
    /^[+(\d][\d ()x+-]{6,}$/.test(placeholder) ||
    (!label && !placeholder && !neighbour && identifiers.length === 0)
  );
}

/** Room for lines holds an address or something that is not ours to fill. */
function judgeTextarea(opinion: Opinion): Opinion {
  if (opinion.isDeclared) return opinion;
  const kind = /^address-level/.test(opinion.kind ?? '') ? 'street-address' : opinion.kind;
  const isAddress = /^(street-address|address-line|name$|organization$)/.test(kind ?? '');
  return isAddress
    ? { ...opinion, kind }
    : { ...opinion, kind: 'other', strength: 2, score: 20, cardReadings: [] };
}

/** Boxes of one character in a row take a code that was sent, whatever the text before them speaks of. */
function judgeDigitBoxes(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  const isBox = (index: number): boolean => words[index]?.isInput === true && words[index].maxLength === 1;
  opinions.forEach((opinion, index) => {
    if (!isBox(index)) return;
    const run = [-3, -2, -1, 0].some((start) => [0, 1, 2, 3].every((step) => isBox(index + start + step)));
    if (run && !opinion.isDeclared)
      Object.assign(opinion, { kind: 'one-time-code', strength: 2, score: 25, signals: ['split'] });
  });
}

function confidenceOf({ kind, strength, score, isDeclared, signals }: Opinion): number {
  if (kind === null) return 0;
  if (signals.some((signal) => signal.startsWith('conflict'))) return 0.3;
  if (isDeclared) return score >= 60 ? 0.99 : 0.93;
  const base = strength >= 3 ? 0.85 : strength === 2 ? 0.7 : 0.55;
  return Math.min(0.98, base + Math.max(0, score - strength * 10 - 3) * 0.01);
}
