import { lieTogether } from '../dom/nearby-text.ts';
import { textContentOf } from '../dom/own-members.ts';
import { setKind, type CardGroup } from './card-group.ts';
import { allWordsOf, readGroupWords, type ControlWords } from './control-words.ts';
import type { FieldKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';
import { matchCardWords, matchWords } from './matchers/match-words.ts';

const isExpiry = ({ kind }: Opinion): boolean => /^cc-exp/.test(kind ?? '');

/** Tells apart the halves of an expiry that stands over two boxes or lists. */
export function readExpiryPairs({ words, opinions }: CardGroup): void {
  for (let index = 0; index < words.length; index += 1) {
    const { list } = words[index]!;
    const opinion = opinions[index]!;
    if (opinion.kind === 'cc-exp' && !opinion.isDeclared && list === 'months')
      setKind(opinion, 'cc-exp-month', 'list', 3);
    if (opinion.kind === 'cc-exp' && !opinion.isDeclared && list === 'years')
      setKind(opinion, 'cc-exp-year', 'list', 3);
  }
  readMonthsBeforeYears({ words, opinions });
  for (let index = 0; index + 1 < words.length; index += 1) {
    if (cannotOpen(words[index]!, opinions[index]!) || endsOtherDate({ words, opinions }, index)) continue;
    if (isOfDay(words, index)) continue;
    readPair([words[index]!, words[index + 1]!], [opinions[index]!, opinions[index + 1]!]);
  }
}

/** "Expires" right before a box for the year alone is the month. */
function readMonthsBeforeYears({ words, opinions }: CardGroup): void {
  for (let index = 0; index + 1 < words.length; index += 1) {
    const [own, next] = [opinions[index]!, opinions[index + 1]!];
    const isMonth =
      own.kind === 'cc-exp' && !own.isDeclared && next.kind === 'cc-exp-year' && next.strength === 3;
    const fits =
      words[index]!.form === words[index + 1]!.form &&
      words[index]!.shape !== 'cc-exp' &&
      !saysBoth(words[index]!);
    if (isMonth && fits) setKind(own, 'cc-exp-month', 'pair', 3);
  }
}

/** Room for more than a month or year, and no word of either. */
function cannotOpen({ isInput, maxLength, placeholder }: ControlWords, opinion: Opinion): boolean {
  const saysNothing = placeholder === '' && opinion.cardReadings.length === 0 && opinion.kind !== 'cc-exp';
  return isInput && maxLength > 4 && saysNothing;
}

/** The list after months that are said to be no expiry's, such as "valid from", is the year of that date. */
function endsOtherDate({ words, opinions }: CardGroup, index: number): boolean {
  const [before, said] = [words[index - 1], opinions[index - 1]];
  const own = words[index]!;
  const isBare = !/\p{L}/u.test(`${own.label}${own.placeholder}${own.neighbour}`);
  return (
    isBare &&
    own.list !== 'months' &&
    before?.list === 'months' &&
    said?.kind === 'other' &&
    before.form === own.form
  );
}

function readPair(
  [a, b]: readonly [ControlWords, ControlWords],
  [first, second]: readonly [Opinion, Opinion],
): void {
  if (first.isDeclared || second.isDeclared || a.form !== b.form) return;
  if (first.kind === 'cc-exp-month' && second.kind === 'cc-exp-year') return;
  // `expDateByY` before `expDateByM`: each says which it is.
  if (
    first.kind === 'cc-exp-year' &&
    second.kind === 'cc-exp-month' &&
    first.strength + second.strength === 6
  )
    return;
  const fits = (opinion: Opinion): boolean =>
    opinion.kind === null || isExpiry(opinion) || opinion.strength < 2 || isOnlyBeside(opinion);
  const areSaid =
    (reads(first, 'cc-exp-month') && reads(second, 'cc-exp-year')) ||
    (reads(first, 'cc-exp-year') && reads(second, 'cc-exp-month'));
  // A date said before two boxes that stand side by side is theirs, whatever is said after the second one.
  const areMates =
    isSaidBefore(first) && standSideBySide(a, b) && (saysYear(b) || (fits(second) && saysNoOther(second)));
  if (!areMates && (!fits(first) || !fits(second))) return;
  if (
    !areMates &&
    !areBothTheDate([a, b], [first, second]) &&
    !isPair(a, b) &&
    !(areSaid && !saysBoth({ ...a, label: '' }))
  )
    return;
  const isNamed =
    isExpiry(first) || isExpiry(second) || matchCardWords(readGroupWords(a.control))?.kind === 'cc-exp';
  if (!isNamed) return;
  const [firstKind, secondKind] = kindsOfPair(a, b);
  setKind(first, firstKind, 'pair', 3);
  setKind(second, secondKind, 'pair', 3);
}

/** The same date said of both boxes of one row: each holds half of it. */
function areBothTheDate(
  [a, b]: readonly [ControlWords, ControlWords],
  both: readonly [Opinion, Opinion],
): boolean {
  if (both.some(({ kind }) => kind !== 'cc-exp') || saysBoth(a) || saysBoth(b)) return false;
  return a.shape === null && b.shape === null && lieTogether(a.control, b.control);
}

const reads = ({ cardReadings }: Opinion, half: FieldKind): boolean => cardReadings.includes(half);

/** The order of two halves of an expiry. `AA` is a year in French and a month in Turkish: the other box says which. */
export function kindsOfPair(
  a: ControlWords,
  b: ControlWords,
): readonly ['cc-exp-month', 'cc-exp-year'] | readonly ['cc-exp-year', 'cc-exp-month'] {
  const isYearFirst =
    a.list === 'years' ||
    (/^(y|j|a|гг|年)/.test(a.placeholder) && !/^(y|j|гг|年)/.test(b.placeholder)) ||
    (saysNothingBut(a, 'cc-exp-year') && saysNothingBut(b, 'cc-exp-month'));
  return isYearFirst ? ['cc-exp-year', 'cc-exp-month'] : ['cc-exp-month', 'cc-exp-year'];
}

/** Called something else by the text beside it alone, and half a date by what stands in it. */
const isOnlyBeside = ({ signals, cardReadings }: Opinion): boolean =>
  cardReadings.some((reading) => reading.startsWith('cc-exp-')) &&
  signals.every((signal) => signal === 'neighbour');

/** `MM / YY` in one box is the whole date. */
const saysBoth = ({ placeholder, label }: ControlWords): boolean =>
  /\p{L} ?[/.-] ?\p{L}/u.test(`${placeholder} ${label}`);

/** Tells whether a day stands in or right beside two controls: what they are parts of is no expiry. */
function isOfDay(words: readonly ControlWords[], index: number): boolean {
  return [-1, 0, 1, 2].some(
    (step) => isDay(words[index + step]) && words[index + step]!.form === words[index]!.form,
  );
}

/** Nothing but a stroke between them, and room for half a date in each. */
function standSideBySide(a: ControlWords, b: ControlWords): boolean {
  if (!a.isInput || !b.isInput || a.control.parentElement !== b.control.parentElement) return false;
  if ([a, b].some((own) => own.maxLength !== Infinity && own.maxLength > 4)) return false;
  if (saysBoth({ ...a, label: '' }) || /\p{L}/u.test(b.label + b.placeholder)) return false;
  for (let node = a.control.nextSibling; node && node !== b.control; node = node.nextSibling)
    if (!/^[\s/.–-]*$/.test(textContentOf(node) ?? '') || isControl(node)) return false;
  return true;
}

const isControl = (node: Node): boolean => /^(INPUT|SELECT|TEXTAREA)$/.test(node.nodeName);

/** A date by a text that stands before it, or over it and its neighbour. */
const isSaidBefore = ({ kind, signals }: Opinion): boolean =>
  kind === 'cc-exp' && signals.some((signal) => signal === 'neighbour' || signal === 'label');

const saysNoOther = ({ cardReadings }: Opinion): boolean =>
  cardReadings.every((reading) => reading.startsWith('cc-exp'));

/** Tells whether a box is called one half of a date by its name or the text before it, and the other half by neither. */
function saysNothingBut(
  { identifiers, neighbour }: ControlWords,
  half: 'cc-exp-month' | 'cc-exp-year',
): boolean {
  const kinds = new Set([neighbour, ...identifiers].map((own) => matchWords(own, 'text', 'weakCard')?.kind));
  return kinds.has(half) && !kinds.has(half === 'cc-exp-year' ? 'cc-exp-month' : 'cc-exp-year');
}

const saysYear = ({ identifiers }: ControlWords): boolean =>
  identifiers.some((own) => matchWords(own, 'identifier', 'weakCard')?.kind === 'cc-exp-year');

/** Day, month and year in a row are a birthday. */
export function isDay(words: ControlWords | undefined): boolean {
  if (!words) return false;
  if (words.list === 'days') return true;
  const all = allWordsOf(words);
  return (
    words.identifiers.some((own) => /(^| )d$/.test(own)) ||
    /(^| )(day|dd|tag|jour|dia|giorno|dag|dzien|gun|日|일|день)( |$)/.test(all)
  );
}

function isPair(a: ControlWords, b: ControlWords): boolean {
  const isList = (own: ControlWords): boolean => own.control.tagName === 'SELECT';
  if (isList(a) && isList(b)) {
    const lists = [a.list, b.list];
    return lists.includes('years') || lists.includes('months') || (lists[0] === null && lists[1] === null);
  }
  if (isList(a)) return a.list === 'months' && b.maxLength <= 4;
  if (isList(b)) return b.list === 'years' && a.maxLength <= 4;
  if (a.maxLength <= 2 && b.maxLength <= 4) return true;
  if (a.placeholder === '' || b.placeholder === '') return false;
  const placeholders = [a, b].map(({ control }) => control.getAttribute('placeholder') ?? '').join(' ');
  return /^\s*\p{L}{2}\s+\p{L}{2,4}\s*$/u.test(placeholders);
}
