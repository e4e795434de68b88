import { wordsOfIdentifier } from '../dom/text.ts';
import type { Control } from '../dom/walk.ts';
import { beginsAnew, setKind, type CardGroup } from './card-group.ts';
import { readGroupWords, type ControlWords } from './control-words.ts';
import type { Opinion } from './judge-words.ts';
import { hearWords, matchCardWords, matchHeard } from './matchers/match-words.ts';

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
        matchCardWords(readGroupWords(words[index]!.control))?.kind === 'cc-number' ||
        isBoxOfNumber(words[index]!.control.parentElement);
      if (isNumber) boxes.forEach((box) => setKind(box, 'cc-number', 'split', 3));
    }
    index += Math.max(1, run);
  }
}

/** `<div id="card-num">`: developers name the box around the boxes. */
function isBoxOfNumber(box: Element | null): boolean {
  const named = [box?.id ?? '', ...(box?.classList ?? [])].map(wordsOfIdentifier);
  return named.some((own) => matchHeard(hearWords(own), 'identifier', 'card')?.kind === 'cc-number');
}

/** Counts boxes in a row that look alike, stand together and say nothing of their own. */
function runOfBoxes(words: readonly ControlWords[], opinions: readonly Opinion[], start: number): number {
  const first = words[start]!;
  if (!mayBeBox(first, opinions[start]!)) return 1;
  const isAlike = alikeTo(first);
  let count = 1;
  for (let next = start + 1; next < words.length; next += 1) {
    const own = words[next]!;
    if (beginsAnew(own) || !mayBeBox(own, opinions[next]!) || !isAlike(own)) break;
    count += 1;
  }
  return count;
}

function mayBeBox({ isInput, maxLength }: ControlWords, { kind, strength, isDeclared }: Opinion): boolean {
  if (!isInput) return false;
  if (kind === null || kind === 'cc-number') return true;
  return !isDeclared && !kind.startsWith('cc-') && (strength < 3 || maxLength === 4);
}

function alikeTo(first: ControlWords): (other: ControlWords) => boolean {
  const { name, id, parentElement } = first.control;
  const [nameStem, idStem] = [stemOf(name), stemOf(id)];
  return (other) => {
    if (other.form !== first.form) return false;
    const box = other.control;
    const parent = box.parentElement;
    const isTogether = parent === parentElement || parent?.parentElement === parentElement?.parentElement;
    if (!isTogether) return false;
    return isCounted(nameStem, box.name) || isCounted(idStem, box.id) || isShortAlike(first, other);
  };
}

const stemOf = (name: string): string => name.replace(/[\d_[\]-]+$/, '');

/** `card`, `card` or `card1`, `card2`: one name, counted. */
function isCounted(stem: string, name: string): boolean {
  return stem !== '' && name.startsWith(stem) && stemOf(name) === stem;
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
