import type { Control } from '../dom/walk.ts';
import { setKind, type CardGroup } from './card-group.ts';
import { readGroupWords, type ControlWords } from './control-words.ts';
import type { Opinion } from './judge-words.ts';
import { matchCardWords } from './matchers/match-words.ts';
import { maxLengthOf, readListStructure } from './structure.ts';

const isExpiry = ({ kind }: Opinion): boolean => /^cc-exp/.test(kind ?? '');

/** Tells apart the halves of an expiry that stands over two boxes or lists. */
export function readExpiryPairs({ words, opinions }: CardGroup): void {
  for (let index = 0; index < words.length; index += 1) {
    const list = readListStructure(words[index]!.control);
    const opinion = opinions[index]!;
    if (opinion.kind === 'cc-exp' && !opinion.isDeclared && list === 'months')
      setKind(opinion, 'cc-exp-month', 'list', 3);
    if (opinion.kind === 'cc-exp' && !opinion.isDeclared && list === 'years')
      setKind(opinion, 'cc-exp-year', 'list', 3);
  }
  for (let index = 0; index + 1 < words.length; index += 1) {
    readPair([words[index]!, words[index + 1]!], [opinions[index]!, opinions[index + 1]!], words[index - 1]);
  }
}

function readPair(
  [a, b]: readonly [ControlWords, ControlWords],
  [first, second]: readonly [Opinion, Opinion],
  before: ControlWords | undefined,
): void {
  if (first.isDeclared || second.isDeclared || a.control.form !== b.control.form) return;
  if (first.kind === 'cc-exp-month' && second.kind === 'cc-exp-year') return;
  const fits = (opinion: Opinion): boolean =>
    opinion.kind === null || isExpiry(opinion) || opinion.strength < 2;
  const areSaid = first.cardReadings.includes('cc-exp-month') && second.cardReadings.includes('cc-exp-year');
  if (!fits(first) || !fits(second) || isDay(before)) return;
  if (!isPair(a.control, b.control) && !(areSaid && !saysBoth(a))) return;
  const isNamed =
    isExpiry(first) || isExpiry(second) || matchCardWords(readGroupWords(a.control))?.kind === 'cc-exp';
  if (!isNamed) return;
  // `AA` is a year in French and a month in Turkish: the other box says which.
  const isYearFirst =
    readListStructure(a.control) === 'years' ||
    (/^(y|j|a|гг|年)/.test(a.placeholder) && !/^(y|j|гг|年)/.test(b.placeholder));
  setKind(first, isYearFirst ? 'cc-exp-year' : 'cc-exp-month', 'pair', 3);
  setKind(second, isYearFirst ? 'cc-exp-month' : 'cc-exp-year', 'pair', 3);
}

/** `MM / YY` in one box is the whole date. */
const saysBoth = ({ placeholder, label }: ControlWords): boolean =>
  /\p{L} ?[/.-] ?\p{L}/u.test(`${placeholder} ${label}`);

/** Day, month and year in a row are a birthday. */
export function isDay(words: ControlWords | undefined): boolean {
  if (!words) return false;
  const all = [words.label, words.placeholder, words.neighbour, ...words.identifiers].join(' ');
  return /(^| )(day|dd|tag|jour|dia|giorno|dag|dzien|gun|日|일|день)( |$)/.test(all);
}

function isPair(a: Control, b: Control): boolean {
  const lists = [readListStructure(a), readListStructure(b)];
  if (a.tagName === 'SELECT' && b.tagName === 'SELECT') {
    return lists.includes('years') || lists.includes('months') || (lists[0] === null && lists[1] === null);
  }
  if (a.tagName === 'SELECT') return lists[0] === 'months' && maxLengthOf(b) <= 4;
  if (b.tagName === 'SELECT') return lists[1] === 'years' && maxLengthOf(a) <= 4;
  const placeholders = `${a.getAttribute('placeholder') ?? ''} ${b.getAttribute('placeholder') ?? ''}`;
  return (maxLengthOf(a) <= 2 && maxLengthOf(b) <= 4) || /^\s*\p{L}{2}\s+\p{L}{2,4}\s*$/u.test(placeholders);
}
