import { setKind } from './card-group.ts';
import { allWordsOf, type ControlWords } from './control-words.ts';
import type { Opinion } from './judge-words.ts';

/** How far before its second line the first one of an address may stand. */
const REACH = 6;

/** A second line of an address needs a first: alone, it takes the address ("detailed address" of Chinese shops). */
export function judgeAddressLines(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  opinions.forEach((opinion, index) => {
    if (opinion.kind !== 'address-line2' || opinion.isDeclared) return;
    const start = Math.max(0, index - REACH);
    const hasFirst = opinions
      .slice(start, index + 2)
      .some(
        ({ kind }, step) =>
          start + step !== index &&
          /^(street-address|address-line1)$/.test(kind ?? '') &&
          words[start + step]!.form === words[index]!.form,
      );
    if (!hasFirst && saysAddress(words[index]!)) setKind(opinion, 'street-address', 'lone', 2);
  });
}

/** "Apartment" or "floor" alone asks for no street. */
function saysAddress(words: ControlWords): boolean {
  return /addr|adres|direcc|enderec|indirizz|地址|住所|주소|адрес|عنوان/.test(allWordsOf(words));
}
