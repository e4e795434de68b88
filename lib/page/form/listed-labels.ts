import { setKind } from './card-group.ts';
import { shownName, type ControlWords } from './control-words.ts';
import type { FieldKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';
import { matchWords } from './matchers/match-words.ts';

/** What one line of a form asks for together. */
const LISTED: ReadonlySet<FieldKind> = new Set([
  'address-level2',
  'address-level1',
  'postal-code',
  'country',
  'given-name',
  'family-name',
]);

const BETWEEN = /[,/&+;]| (?:and|und|et|y|e|en|og|och|i) /;
const MOST_LISTED = 4;

/** "City, State, Zip" before three boxes: the words name them in order, as far as nothing else is said of them. */
export function judgeListedLabels(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  for (let index = 0; index + 1 < words.length; index += 1) {
    const kinds = listedIn(shownName(words[index]!));
    if (kinds.length === 0 || index + kinds.length > words.length) continue;
    const boxes = kinds.map((_, step) => ({ words: words[index + step]!, opinion: opinions[index + step]! }));
    if (!boxes.slice(1).every((box) => isUnsaid(box.words, words[index]!))) continue;
    boxes.forEach(({ opinion }, step) => {
      const isNamed = opinion.signals.includes('name') || opinion.signals.includes('list:places');
      if (!opinion.isDeclared && !isNamed) setKind(opinion, kinds[step]!, 'listed', 2);
    });
  }
}

/** Gives what some words list, in order; nothing unless each of them is known and named once. */
function listedIn(text: string): readonly FieldKind[] {
  if (!BETWEEN.test(text)) return [];
  const parts = text.split(BETWEEN).map((part) => part.trim());
  if (parts.length > MOST_LISTED) return [];
  const kinds = parts.flatMap((part) => matchWords(part, 'text', 'address')?.kind ?? []);
  const isWhole = kinds.length === parts.length && new Set(kinds).size === kinds.length;
  return isWhole && kinds.every((kind) => LISTED.has(kind)) ? kinds : [];
}

/** Has no words of its own, or in a table the same: those stand in the cell before all of them. */
function isUnsaid(own: ControlWords, first: ControlWords): boolean {
  const text = shownName(own);
  return own.form === first.form && own.placeholder === '' && (text === '' || text === shownName(first));
}
