import { setKind, type CardGroup } from './card-group.ts';
import type { ControlWords } from './control-words.ts';

const LONGEST_BOX = 5;

/** Boxes of three or four digits right after a telephone's first box hold the rest of its number. */
export function readPhoneBoxes({ words, opinions }: CardGroup): void {
  words.forEach((own, index) => {
    const before = words[index - 1];
    const isRest =
      before !== undefined &&
      isBox(own) &&
      before.isInput &&
      before.maxLength <= LONGEST_BOX &&
      opinions[index]!.kind === null &&
      /^tel/.test(opinions[index - 1]!.kind ?? '') &&
      before.control.parentElement === own.control.parentElement;
    if (isRest) setKind(opinions[index]!, 'tel-local', 'split');
  });
}

function isBox({ isInput, maxLength }: ControlWords): boolean {
  return isInput && (maxLength === 3 || maxLength === 4);
}
