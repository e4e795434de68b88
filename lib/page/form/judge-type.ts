import { forget, SHORTEST_NUMBER } from './card-group.ts';
import { allWordsOf, type ControlWords } from './control-words.ts';
import { isCardKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';

/** What a box of a type refuses, whatever words were copied: no name is a date, and no letter a number. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  date: /name$|^(email|tel|address|street|postal|country|organization)/,
  number: /name$|^(email|street|country|organization|address-l)/,
};

const NAME = /^(cc-)?((given|family)-)?name$/;

/** What the type of a box says where words do not. */
export function judgeType(words: ControlWords, opinion: Opinion): Opinion {
  if (words.control.tagName === 'TEXTAREA') return judgeTextarea(opinion);
  if (!words.isInput) return isNameInList(opinion) ? forget(opinion) : opinion;
  const { type } = words;
  const weak = opinion.strength < 3;
  if (opinion.kind === 'cc-number' && !opinion.isDeclared && isTooShort(words)) return forget(opinion);
  if (!opinion.isDeclared && REFUSED[type]?.test(opinion.kind ?? '')) return forget(opinion);
  // No card ends on a day; where all around is a card's, its date may yet be asked for so.
  if (type === 'date' && !opinion.isDeclared && /^cc-exp/.test(opinion.kind ?? ''))
    return { ...forget(opinion), cardReadings: ['cc-exp'] };
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

/** Nobody finds their own name in a list: what it offers is called something. */
const isNameInList = ({ kind, isDeclared }: Opinion): boolean => !isDeclared && NAME.test(kind ?? '');

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
