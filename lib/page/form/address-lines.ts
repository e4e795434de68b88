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

/** What a house's number is called beside its street, and anything's elsewhere. */
const NUMBER = /^(numero|numer|number|nummer|num|nr|no|n[°º]|c\. ?p\.|cislo|szam|№|nomor)\.?$/;

/** "Número" right after the street is the house's. */
export function judgeHouseNumbers(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  opinions.forEach((opinion, index) => {
    const street = opinions[index - 1];
    if (opinion.kind !== null || !street || words[index - 1]!.form !== words[index]!.form) return;
    if (!/^(street-address|address-line1)$/.test(street.kind ?? '')) return;
    const { isInput, label, placeholder, neighbour, identifiers } = words[index]!;
    const called = label || neighbour || placeholder || (identifiers[0] ?? '').replace(/^.* /, '');
    if (isInput && NUMBER.test(called)) setKind(opinion, 'house-number', 'near:street', 2);
  });
}

/** "Apartment" or "floor" alone asks for no street. */
function saysAddress(words: ControlWords): boolean {
  return /addr|adres|direcc|enderec|indirizz|地址|住所|주소|адрес|عنوان/.test(allWordsOf(words));
}
