import { setKind, type CardGroup } from './card-group.ts';
import type { ControlWords } from './control-words.ts';
import type { Opinion } from './judge-words.ts';

const LONGEST_BOX = 5;

/** Tells the boxes that hold the rest of a telephone number or of a postal code, right after its first box. */
export function readNumberBoxes({ words, opinions }: CardGroup): void {
  words.forEach((own, index) => {
    const before = words[index - 1];
    const areMates =
      before !== undefined &&
      before.isInput &&
      own.isInput &&
      opinions[index]!.kind === null &&
      before.control.parentElement === own.control.parentElement;
    if (!areMates) return;
    const kind = opinions[index - 1]!.kind ?? '';
    if (/^tel/.test(kind) && isBox(own) && before.maxLength <= LONGEST_BOX)
      setKind(opinions[index]!, 'tel-local', 'split');
    if (kind === 'postal-code' && areNumbered(before, own)) setKind(opinions[index]!, 'postal-code', 'split');
  });
  nameThreeBoxes({ words, opinions });
}

/** Tells the three short boxes of a telephone number: area code, exchange and line (HTML, 4.10.18.7.1). */
function nameThreeBoxes({ words, opinions }: CardGroup): void {
  for (let index = 0; index + 2 < words.length; index += 1) {
    const steps = [index, index + 1, index + 2];
    const areThree = steps.every((at) => isPhoneBox(words[at]!, opinions[at]!, words[index]!.form));
    if (!areThree || opinions[index]!.kind === 'tel-local') continue;
    for (const at of steps) setKind(opinions[at]!, at === index ? 'tel-area-code' : 'tel-local', 'split');
    index += 2;
  }
}

function isPhoneBox(
  { isInput, maxLength, form }: ControlWords,
  { kind, isDeclared }: Opinion,
  own: HTMLFormElement | null,
): boolean {
  const isShort = isInput && maxLength <= LONGEST_BOX && form === own;
  return isShort && !isDeclared && /^tel(-area-code|-local|-national)?$/.test(kind ?? '');
}

function isBox({ maxLength }: ControlWords): boolean {
  return maxLength === 3 || maxLength === 4;
}

const FIRST = / (1|first)$/;
const SECOND = / (2|last|second)$/;

/** `zip1` before `zip2`, and no word for the second. */
function areNumbered(before: ControlWords, own: ControlWords): boolean {
  const stems = before.identifiers.filter((one) => FIRST.test(one)).map((one) => one.replace(FIRST, ''));
  return (
    !/\p{L}/u.test(`${own.label}${own.neighbour}`) &&
    own.identifiers.some((one) => SECOND.test(one) && stems.includes(one.replace(SECOND, '')))
  );
}
