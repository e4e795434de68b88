import type { Steps } from '../dom/slices.ts';
import { hasCardCompany, isTakenNear, setKind, SHORTEST_NUMBER, type CardGroup } from './card-group.ts';
import { readSectionWords, type ControlWords } from './control-words.ts';
import { readCardShapes } from './card-shapes.ts';
import { isDay, readExpiryPairs } from './expiry-pairs.ts';
import { isCardKind, type FieldKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';
import { readHolderHalves } from './holder-halves.ts';
import { readNumberBoxes } from './number-boxes.ts';
import { readStoredValue } from './stored-value.ts';
import { readSplitNumbers } from './split-numbers.ts';
import { dropLoneCards } from './lone-cards.ts';
import { readNumberLeft, readShortNumber } from './number-left.ts';
import { isPastYears } from './structure.ts';

const CARD_SECTION =
  /(credit|debit|bank|kredit) ?card|card ?(details|info|form|fields|data|payment)|\bcc ?form|creditcard|kreditkart|carte (bancaire|de credit)|tarjeta|cartao|carta di credito|kaart|カード|信用卡|신용 ?카드|карт[аыой]|kart bilgi|بطاقة|payment (method|details|info|form)|paiement|\bpago\b|pagamento|zahlung|betaling|支払|付款|결제|оплат|odeme|الدفع/;

const CONTACT: ReadonlySet<FieldKind> = new Set([
  'email',
  'street-address',
  'address-line1',
  'postal-code',
  'address-level2',
  'tel',
  'organization',
]);

/** Judges again what single controls could not say: weak words, bare shapes, split boxes, and lone look-alikes. */
export function* placeAmongCards(words: readonly ControlWords[], opinions: readonly Opinion[]): Steps<void> {
  const group: CardGroup = { words, opinions };
  readSplitNumbers(group);
  yield;
  if (mayHoldCard(group))
    for (const read of READINGS) {
      read(group);
      yield;
    }
  yield;
  readNumberBoxes(group);
}

/** Tells whether anything could yet turn out to be card data: most forms hold nothing of the kind. */
function mayHoldCard({ words, opinions }: CardGroup): boolean {
  return opinions.some(
    ({ kind, cardReadings }, index) =>
      isCardKind(kind) ||
      words[index]!.shape !== null ||
      words[index]!.maxLength === 4 ||
      cardReadings.some((reading) => reading !== 'cc-name'),
  );
}

/** In this order: each builds on what the ones before it are sure of. */
const READINGS: readonly ((group: CardGroup) => void)[] = [
  readCardShapes,
  readExpiryPairs,
  readByCompany,
  readByCompany,
  readExpiryPairs,
  readHolderName,
  readHolderHalves,
  readNumberLeft,
  readShortNumber,
  readStoredValue,
  dropLoneCards,
];

/** Reads weak words and shapes of controls that stand among card fields, or under a heading that says so. */
function readByCompany(group: CardGroup): void {
  group.words.forEach((own, index) => {
    const opinion = group.opinions[index]!;
    if (own.shape === null && opinion.cardReadings.length === 0) return;
    if (opinion.isDeclared || isCardKind(opinion.kind)) return;
    const isOpen =
      opinion.kind === null ||
      opinion.strength <= 2 ||
      (opinion.kind === 'one-time-code' && opinion.cardReadings.includes('cc-csc'));
    if (!isOpen) return;
    const { shape } = own;
    const readings = opinion.kind === 'name' ? [] : opinion.cardReadings.filter((kind) => mayBe(own, kind));
    const agreed = readings.find((kind) => kind === shape || (shape === 'cc-exp' && isPartOfDate(kind)));
    const kind =
      (agreed && shape) ??
      readings[0] ??
      (opinion.kind === null || opinion.kind === 'current-password' || opinion.kind === 'tel' ? shape : null);
    if (!kind || isTakenNear(group, index, kind)) return;
    const hasCompany = hasCardCompany(group, index);
    // Last, because it climbs: most controls say nothing that a card form could use.
    if (!hasCompany && !CARD_SECTION.test(readSectionWords(own.control))) return;
    if (!hasCompany && !agreed && readings.length === 0 && shape !== 'cc-number') return;
    if ((kind === 'cc-exp-month' || kind === 'cc-exp-year') && isTakenNear(group, index, 'cc-exp')) return;
    if (kind === 'cc-exp' && isTakenNear(group, index, 'cc-exp-month')) return;
    if (kind === 'cc-exp-month' && isDay(group.words[index - 1])) return;
    if (kind === 'cc-exp-year' && (isDay(group.words[index - 2]) || isPastYears(own.control))) return;
    setKind(opinion, kind, hasCompany ? 'near:card' : 'section:card', hasCompany || agreed ? 2 : 1);
  });
}

/** A holder's name is read elsewhere; a number needs its room, and is picked from no list; no date is a yes or no. */
function mayBe({ control, maxLength, isInput }: ControlWords, kind: FieldKind): boolean {
  if (kind === 'cc-name') return false;
  if (kind === 'cc-number') return isInput && maxLength >= SHORTEST_NUMBER;
  return !isPartOfDate(kind) || !offersTwoWords(control);
}

/** Two choices in words: scripts may fill a list later that holds one, which asks for a choice. */
function offersTwoWords(control: Element): boolean {
  if (control.tagName !== 'SELECT') return false;
  const { options } = control as HTMLSelectElement;
  return options.length === 2 && [...options].every(({ text }) => /^\s*\p{L}[^\d]*$/u.test(text));
}

const isPartOfDate = (kind: FieldKind): boolean => kind === 'cc-exp-month' || kind === 'cc-exp-year';

/** A bare "Name" beside the card number is the holder's, unless it opens an address. */
function readHolderName(group: CardGroup): void {
  const { words, opinions } = group;
  words.forEach((own, index) => {
    const opinion = opinions[index]!;
    const isName =
      opinion.kind === 'name' ||
      (opinion.kind === 'family-name' && !isTakenNear(group, index, 'given-name')) ||
      (opinion.kind === 'given-name' && !isTakenNear(group, index, 'family-name')) ||
      (opinion.kind === null && opinion.cardReadings.includes('cc-name'));
    if (!isName || opinion.isDeclared || isTakenNear(group, index, 'cc-name')) return;
    const isBeside = [index - 1, index + 1, index + 2, index - 2].some((other) => {
      const near = opinions[other];
      return near !== undefined && isCardKind(near.kind) && words[other]!.form === own.form;
    });
    if (!isBeside) return;
    const isFollowed = words[index + 1]?.form === own.form;
    const opensAddress = isFollowed && CONTACT.has(opinions[index + 1]?.kind ?? 'other');
    const isBeforeCard = isCardKind(opinions[index + 1]?.kind ?? null);
    const isAfterCard = isCardKind(opinions[index - 1]?.kind ?? null);
    if (isBeforeCard || (isAfterCard && !opensAddress)) setKind(opinion, 'cc-name', 'near:card');
  });
}
