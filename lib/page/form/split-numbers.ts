import type { Control } from '../dom/walk.ts';
import { setKind, type CardGroup } from './card-group.ts';
import { readGroupWords, type ControlWords } from './control-words.ts';
import type { Opinion } from './judge-words.ts';
import { matchCardWords } from './matchers/match-words.ts';

const MOST_BOXES = 4;

/** Gives each box of a card number that is split over several its kind. */
export function readSplitNumbers({ words, opinions }: CardGroup): void {
  let index = 0;
  while (index < words.length) {
    const run = runOfBoxes(words, opinions, index);
    if (run >= 3 && run <= MOST_BOXES) {
      const boxes = opinions.slice(index, index + run);
      const isNumber =
        boxes.some(({ kind }) => kind === 'cc-number') ||
        matchCardWords(readGroupWords(words[index]!.control))?.kind === 'cc-number';
      if (isNumber) boxes.forEach((box) => setKind(box, 'cc-number', 'split', 3));
    }
    index += Math.max(1, run);
  }
}

/** Counts boxes in a row that look alike, stand together and say nothing of their own. */
function runOfBoxes(words: readonly ControlWords[], opinions: readonly Opinion[], start: number): number {
  const first = words[start]!;
  if (!mayBeBox(words[start]!, opinions[start]!)) return 1;
  let count = 1;
  for (let next = start + 1; next < words.length; next += 1) {
    const own = words[next]!;
    if (!mayBeBox(own, opinions[next]!) || !isAlike(first, own)) break;
    count += 1;
  }
  return count;
}

function mayBeBox({ isInput, maxLength }: ControlWords, { kind, strength, isDeclared }: Opinion): boolean {
  if (!isInput) return false;
  if (kind === null || kind === 'cc-number') return true;
  return !isDeclared && !kind.startsWith('cc-') && (strength < 3 || maxLength === 4);
}

function isAlike(first: ControlWords, other: ControlWords): boolean {
  if (other.form !== first.form) return false;
  const [a, b] = [first.control, other.control];
  const isTogether =
    b.parentElement === a.parentElement || b.parentElement?.parentElement === a.parentElement?.parentElement;
  return isTogether && (isNumbered(a.name, b.name) || isNumbered(a.id, b.id) || isShortAlike(first, other));
}

/** `card`, `card` or `card1`, `card2`: one name, counted. */
function isNumbered(first: string, other: string): boolean {
  if (first === '' || first[0] !== other[0]) return false;
  const stem = (name: string): string => name.replace(/[\d_[\]-]+$/, '');
  const own = stem(first);
  return own !== '' && own === stem(other);
}

/** Boxes of one short length, or boxes that have no words at all. */
function isShortAlike(first: ControlWords, other: ControlWords): boolean {
  const length = first.maxLength;
  if (length !== other.maxLength) return false;
  if (length <= 6) return true;
  const isBare = (control: Control): boolean =>
    !control.name && !control.id && !control.getAttribute('placeholder');
  return length === Infinity && isBare(first.control) && isBare(other.control);
}
