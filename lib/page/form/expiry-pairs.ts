import { setKind, type CardGroup } from './card-group.ts';
import { readGroupWords, type ControlWords } from './control-words.ts';
import type { Opinion } from './judge-words.ts';
import { matchCardWords } from './matchers/match-words.ts';

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
  for (let index = 0; index + 1 < words.length; index += 1) {
    if (cannotOpen(words[index]!, opinions[index]!) || endsOtherDate({ words, opinions }, index)) continue;
    readPair([words[index]!, words[index + 1]!], [opinions[index]!, opinions[index + 1]!], words[index - 1]);
  }
}

/** Room for more than a month or year, and no word of either. */
function cannotOpen({ isInput, maxLength, placeholder }: ControlWords, { cardReadings }: Opinion): boolean {
  return isInput && maxLength > 4 && placeholder === '' && cardReadings.length === 0;
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
  before: ControlWords | undefined,
): void {
  if (first.isDeclared || second.isDeclared || a.form !== b.form) return;
  if (first.kind === 'cc-exp-month' && second.kind === 'cc-exp-year') return;
  const fits = (opinion: Opinion): boolean =>
    opinion.kind === null || isExpiry(opinion) || opinion.strength < 2;
  const areSaid = first.cardReadings.includes('cc-exp-month') && second.cardReadings.includes('cc-exp-year');
  if (!fits(first) || !fits(second) || isDay(before)) return;
  if (!isPair(a, b) && !(areSaid && !saysBoth(a))) return;
  const isNamed =
    isExpiry(first) || isExpiry(second) || matchCardWords(readGroupWords(a.control))?.kind === 'cc-exp';
  if (!isNamed) return;
  // `AA` is a year in French and a month in Turkish: the other box says which.
  const isYearFirst =
    a.list === 'years' || (/^(y|j|a|гг|年)/.test(a.placeholder) && !/^(y|j|гг|年)/.test(b.placeholder));
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
