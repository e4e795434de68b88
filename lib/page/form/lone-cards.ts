import { setKind, type CardGroup } from './card-group.ts';
import type { ControlWords } from './control-words.ts';
import { isCardKind, type FieldKind } from './field-kind.ts';

/** Without a number or a security code on the page, dates and names are no card fields. */
export function dropLoneCards({ words, opinions }: CardGroup): void {
  const kinds = new Set(opinions.filter(({ kind }) => isCardKind(kind)).map(({ kind }) => kind));
  const isDeclared = opinions.some((opinion) => opinion.isDeclared && isCardKind(opinion.kind));
  const hasNumber = opinions.some(({ kind, strength }) => kind === 'cc-number' && strength >= 2);
  const hasCode = opinions.some(({ kind, strength }) => kind === 'cc-csc' && strength >= 2);
  const hasDate = kinds.has('cc-exp') || kinds.has('cc-exp-year');
  const isHosted = words.length <= 3;
  opinions.forEach((opinion, index) => {
    if (!isCardKind(opinion.kind)) return;
    if (opinion.isDeclared) {
      const isBare =
        kinds.size === 1 && /^cc-(exp-|type)/.test(opinion.kind!) && !saysAnything(words[index]!);
      if (isBare) setKind(opinion, null, 'lone', 0);
      return;
    }
    if (hasNumber || (hasCode && hasDate) || (isDeclared && opinion.strength >= 2)) return;
    if (isHosted && opinion.strength >= 3 && saysCard(words[index]!, opinion.kind!)) return;
    setKind(opinion, null, 'lone', 0);
  });
}

/** One list that claims card data by its attribute and by nothing else is no card form. */
function saysAnything({ label, placeholder, identifiers, title }: ControlWords): boolean {
  return [label, placeholder, title, ...identifiers].some((text) => text !== '');
}

/** In a frame that holds one box, the box has to say by itself that it is a card's. */
function saysCard(words: ControlWords, kind: FieldKind): boolean {
  const all = [words.label, words.placeholder, ...words.identifiers, words.neighbour].join(' ');
  if (kind === 'cc-csc')
    return /cv[vc]|csc|card|carte|tarjeta|karte|カード|verification value|security ?code/.test(all);
  if (kind === 'cc-exp' || kind === 'cc-exp-month' || kind === 'cc-exp-year')
    return /exp|mm|card|ablauf|有効|venc|scad|caduc/.test(all);
  return /card|carte|tarjeta|cartao|carta|karte|holder|カード|카드|卡/.test(all);
}
