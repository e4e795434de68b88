import { forget } from './card-group.ts';
import type { ControlWords } from './control-words.ts';
import { isCardKind, type FieldKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';
import type { ListStructure } from './structure.ts';

const BRANDS = [/visa/i, /master ?card|マスター/i, /amex|american ?express/i, /discover/i, /\bjcb\b/i, /diners/i, /maestro/i, /union ?pay|银联/i, /cart(e|es) (bleue|bancaire)/i, /\belo\b/i, /\bmir\b|мир/i]; // prettier-ignore

/** Choices beside which no network stands: another way to pay, or the bank that issued the card. */
const IN_PLACE_OF_BRANDS = /paypal|select (your )?bank|\bbank of\b|은행|銀行|银行/i;

/** No shop takes more networks than this. */
const MOST_BRANDS = 30;

/** At most so many choices of such a list name no network ("Please choose", "Other"), and at least so many do. */
const MOST_OTHERS = 2;
const FEWEST_BRANDS = 2;

const NEVER_PICKED: ReadonlySet<FieldKind> = new Set([
  'current-password',
  'new-password',
  'one-time-code',
  'email',
  'captcha',
  'tel',
]);

/** Says what lists can be: what a shopper picks from decides, whatever the words beside it. */
export function judgeLists(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  words.forEach(({ control, list }, index) => {
    if (control.tagName !== 'SELECT') return;
    const opinion = opinions[index]!;
    if (isTyped(opinion, list)) forget(opinion);
    const mayBeBrands = list === null && (control as HTMLSelectElement).length <= MOST_BRANDS;
    if (!mayBeBrands && (opinion.isDeclared || !isCardKind(opinion.kind))) return;
    const options = [...(control as HTMLSelectElement).options].map(({ text }) => text.trim());
    if (mayBeBrands && isBrands(options)) {
      Object.assign(opinion, { kind: 'cc-type', strength: 3, score: 40, signals: ['list:brands'] });
      return;
    }
    if (opinion.isDeclared || !isCardKind(opinion.kind)) return;
    const isCalendar = list !== null && !opinion.kind!.startsWith('cc-exp');
    // Words of a neighbour, over months or years: which of them it is, the fields around it tell.
    if (isCalendar) forget(opinion);
    else if (!mayBe(opinion.kind!, list, options))
      Object.assign(opinion, {
        kind: 'other',
        strength: 2,
        score: 20,
        signals: ['list:other'],
        cardReadings: [],
      });
  });
}

/** What is typed and never picked; and of months or years, what their names say in passing (`donation[month]`). */
function isTyped({ kind, isDeclared, signals }: Opinion, list: ListStructure): boolean {
  if (isDeclared || kind === null) return false;
  const isInPassing = kind === 'amount' && signals.every((signal) => signal === 'name');
  return NEVER_PICKED.has(kind) || (isInPassing && (list === 'months' || list === 'years'));
}

/** Names of networks, and no list of saved cards. Most lists hold nothing of the kind, and are not read to their end. */
function isBrands(options: readonly string[]): boolean {
  let others = 0;
  for (const text of options) {
    if (/\d{3,4}\b|[•*x]{2,}/i.test(text)) return false;
    if (!BRANDS.some((brand) => brand.test(text))) others += 1;
    if (others > MOST_OTHERS) return false;
  }
  return options.length - others >= FEWEST_BRANDS;
}

function mayBe(kind: string, list: ListStructure, options: readonly string[]): boolean {
  // Nobody picks a number or a code: such a list offers saved cards.
  if (kind === 'cc-number' || kind === 'cc-csc') return false;
  // Scripts fill some lists later: an empty one says nothing.
  if (options.length <= 2 && !options.some((text) => /\d{3,4}\b/.test(text))) return true;
  if (kind === 'cc-type')
    return !options.some((text) => /\d{4}\b/.test(text) || IN_PLACE_OF_BRANDS.test(text));
  if (kind === 'cc-exp-month' || kind === 'cc-exp-year') return hasCalendar(list, options);
  return kind === 'cc-exp';
}

function hasCalendar(list: ListStructure, options: readonly string[]): boolean {
  return (
    list !== null ||
    options.filter((text) => /^\d{1,2}\b|^\d{4}\b|\p{L}{3}/u.test(text)).length >= options.length - 2
  );
}
