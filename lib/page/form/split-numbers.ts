import type { Control } from '../dom/walk.ts';
import { setKind, type CardGroup } from './card-group.ts';
import { readGroupWords, type ControlWords } from './control-words.ts';
import type { Opinion } from './judge-words.ts';
import { cardMatchers } from './matchers/card-matchers.ts';
import { matchWords } from './matchers/matcher.ts';
import { maxLengthOf } from './structure.ts';

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
        matchWords(readGroupWords(words[index]!.control), 'text', cardMatchers)?.kind === 'cc-number';
      if (isNumber) boxes.forEach((box) => setKind(box, 'cc-number', 'split', 3));
    }
    index += Math.max(1, run);
  }
}

/** Counts boxes in a row that look alike, stand together and say nothing of their own. */
function runOfBoxes(words: readonly ControlWords[], opinions: readonly Opinion[], start: number): number {
  const first = words[start]!.control;
  if (!mayBeBox(words[start]!, opinions[start]!)) return 1;
  let count = 1;
  for (let next = start + 1; next < words.length; next += 1) {
    const own = words[next]!;
    if (!mayBeBox(own, opinions[next]!) || !isAlike(first, own.control)) break;
    count += 1;
  }
  return count;
}

function mayBeBox({ control }: ControlWords, { kind, strength, isDeclared }: Opinion): boolean {
  if (control.tagName !== 'INPUT') return false;
  return kind === null || kind === 'cc-number' || (strength < 3 && !isDeclared) || isDigitBox(control);
}

/** Too short for a word, too long for one digit. */
function isDigitBox(control: Control): boolean {
  const length = maxLengthOf(control);
  return length === 4 && /^(text|tel|number|password)$/.test((control as HTMLInputElement).type);
}

function isAlike(first: Control, other: Control): boolean {
  if (other.form !== first.form) return false;
  const isTogether =
    other.parentElement === first.parentElement ||
    other.parentElement?.parentElement === first.parentElement?.parentElement;
  const hasSameName = first.name !== '' && first.name === other.name;
  return isTogether && (hasSameName || maxLengthOf(first) === maxLengthOf(other));
}
