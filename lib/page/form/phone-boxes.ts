import { setKind, type CardGroup } from './card-group.ts';
import { maxLengthOf } from './structure.ts';

/** Boxes of three or four digits right after a telephone's first box hold the rest of its number. */
export function readPhoneBoxes({ words, opinions }: CardGroup): void {
  words.forEach(({ control }, index) => {
    const before = words[index - 1]?.control;
    const isRest =
      before !== undefined &&
      /^tel/.test(opinions[index - 1]!.kind ?? '') &&
      opinions[index]!.kind === null &&
      isBox(before) &&
      isBox(control) &&
      before.parentElement === control.parentElement;
    if (isRest) setKind(opinions[index]!, 'tel-local', 'split');
  });
}

function isBox(control: Element): boolean {
  const length = maxLengthOf(control as HTMLInputElement);
  return control.tagName === 'INPUT' && (length === 3 || length === 4);
}
