import { attributeOf, queryAllIn, queryIn } from '../dom/own-members.ts';
import { normaliseText, wordsOfIdentifier } from '../dom/text.ts';
import { holdsMany, parentOf, type Control } from '../dom/walk.ts';
import { setKind, type CardGroup } from './card-group.ts';

const GIFT =
  /gift|voucher|loyalty|reward|geschenk|gutschein|cadeau|regalo|presente|podarunk|подар|ギフト|礼品|기프트|상품권|هدي/;
const FIELDS = 'input:not([type=hidden]):not([type=submit]):not([type=button]), select';
const NEAREST = 4;

/** A number in a small box of its own that speaks of gifts is a gift card's, and the code beside it belongs to it. */
export function readStoredValue({ words, opinions }: CardGroup): void {
  words.forEach(({ control }, index) => {
    const opinion = opinions[index]!;
    if (opinion.kind !== 'cc-number' && opinion.kind !== 'cc-csc') return;
    if (opinion.isDeclared || !isInGiftBox(control)) return;
    setKind(opinion, opinion.kind === 'cc-number' ? 'coupon' : 'other', 'section:gift');
    opinion.cardReadings = [];
  });
}

function isInGiftBox(control: Control): boolean {
  let current = parentOf(control);
  for (let depth = 0; current && depth < NEAREST; depth += 1, current = parentOf(current)) {
    if (/^(FORM|BODY|MAIN)$/.test(current.tagName) || holdsMany(current)) return false;
    if (queryAllIn(current, FIELDS).length > 3) return false;
    const heading = queryIn(current, ':scope > :is(legend, h1, h2, h3, h4, h5, p)')?.textContent ?? '';
    const named = wordsOfIdentifier(
      `${attributeOf(current, 'id') ?? ''} ${attributeOf(current, 'class') ?? ''}`.slice(0, 160),
    );
    if (GIFT.test(`${named} ${normaliseText(heading.slice(0, 120))}`)) return true;
  }
  return false;
}
