import type { Control } from '../dom/walk.ts';
import { readGroupWords, readSectionWords, type ControlWords } from './control-words.ts';
import { isCardKind, type FieldKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';
import { cardMatchers } from './matchers/card-matchers.ts';
import { matchWords } from './matchers/matcher.ts';
import { maxLengthOf, readListStructure, readShape } from './structure.ts';

/** How many controls around a sure card field still count as its company. */
const REACH = 5;

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

interface Group {
  readonly words: readonly ControlWords[];
  readonly opinions: Opinion[];
}

/** Judges again what single controls could not say: weak words, bare shapes, split boxes, and lone look-alikes. */
export function placeAmongCards(words: readonly ControlWords[], opinions: Opinion[]): void {
  const group: Group = { words, opinions };
  readSplitNumbers(group);
  readExpiryPairs(group);
  for (let round = 0; round < 2; round += 1) readByCompany(group);
  readExpiryPairs(group);
  readHolderName(group);
  dropLoneCards(group);
}

function set(
  opinion: Opinion,
  kind: FieldKind | null,
  signal: string,
  strength: Opinion['strength'] = 2,
): void {
  opinion.kind = kind;
  opinion.strength = strength;
  opinion.score = strength * 10 + 3;
  opinion.signals = [...opinion.signals.slice(0, 6), signal];
}

const isSure = ({ kind, strength }: Opinion): boolean =>
  isCardKind(kind) && kind !== 'cc-name' && strength >= 2;

/** Tells whether sure card fields stand near, in the same form. */
function hasCardCompany({ words, opinions }: Group, index: number): boolean {
  const form = words[index]!.control.form;
  for (let step = 1; step <= REACH; step += 1) {
    for (const other of [index - step, index + step]) {
      const opinion = opinions[other];
      if (opinion && isSure(opinion) && words[other]!.control.form === form) return true;
    }
  }
  return false;
}

function takenNear({ words, opinions }: Group, index: number, kind: FieldKind): boolean {
  const form = words[index]!.control.form;
  return opinions.some(
    (opinion, other) =>
      other !== index &&
      opinion.kind === kind &&
      Math.abs(other - index) <= 8 &&
      words[other]!.control.form === form,
  );
}

/** Reads weak words and shapes of controls that stand among card fields, or under a heading that says so. */
function readByCompany(group: Group): void {
  group.words.forEach((own, index) => {
    const opinion = group.opinions[index]!;
    if (opinion.isDeclared || isCardKind(opinion.kind)) return;
    const isOpen =
      opinion.kind === null ||
      opinion.strength <= 2 ||
      (opinion.kind === 'one-time-code' && opinion.cardReadings.includes('cc-csc'));
    if (!isOpen) return;
    const hasCompany = hasCardCompany(group, index);
    const shape = readShape(own.control);
    const isUnderCard = hasCompany || CARD_SECTION.test(readSectionWords(own.control));
    if (!isUnderCard) return;
    const readings = opinion.kind === 'name' ? [] : opinion.cardReadings.filter((kind) => kind !== 'cc-name');
    const agreed = readings.find((kind) => kind === shape);
    const kind =
      agreed ??
      readings[0] ??
      (opinion.kind === null || opinion.kind === 'current-password' || opinion.kind === 'tel' ? shape : null);
    if (!kind || takenNear(group, index, kind)) return;
    if (!hasCompany && !agreed && readings.length === 0 && shape !== 'cc-number') return;
    if ((kind === 'cc-exp-month' || kind === 'cc-exp-year') && takenNear(group, index, 'cc-exp')) return;
    if (kind === 'cc-exp' && takenNear(group, index, 'cc-exp-month')) return;
    set(opinion, kind, hasCompany ? 'near:card' : 'section:card', hasCompany || agreed ? 2 : 1);
  });
}

/** Gives each box of a number that is split over several. */
function readSplitNumbers({ words, opinions }: Group): void {
  let index = 0;
  while (index < words.length) {
    const run = runOfBoxes(words, index);
    if (run >= 3) {
      const boxes = opinions.slice(index, index + run);
      const isNumber =
        boxes.some(({ kind }) => kind === 'cc-number') ||
        matchWords(readGroupWords(words[index]!.control), 'text', cardMatchers)?.kind === 'cc-number';
      if (isNumber && run <= 5) boxes.slice(0, 4).forEach((box) => set(box, 'cc-number', 'split', 3));
    }
    index += Math.max(1, run);
  }
}

/** Counts how many like boxes stand in a row, each short or all of one name. */
function runOfBoxes(words: readonly ControlWords[], start: number): number {
  const first = words[start]!.control;
  if (first.tagName !== 'INPUT') return 1;
  const isShort = (control: Control): boolean => maxLengthOf(control) >= 3 && maxLengthOf(control) <= 6;
  const isLike = (control: Control): boolean =>
    control.tagName === 'INPUT' &&
    control.form === first.form &&
    ((isShort(first) && isShort(control)) ||
      (first.name !== '' && first.name === (control as HTMLInputElement).name) ||
      (maxLengthOf(first) === Infinity &&
        control.parentElement === first.parentElement &&
        !words[start]!.label &&
        control.getAttribute('placeholder') === null)) &&
    (control.parentElement === first.parentElement ||
      control.parentElement?.parentElement === first.parentElement?.parentElement);
  let count = 1;
  while (words[start + count] && isLike(words[start + count]!.control)) count += 1;
  return count;
}

/** Splits an expiry that stands over two boxes or lists. */
function readExpiryPairs({ words, opinions }: Group): void {
  for (let index = 0; index + 1 < words.length; index += 1) {
    const [first, second] = [opinions[index]!, opinions[index + 1]!];
    const [a, b] = [words[index]!.control, words[index + 1]!.control];
    if (first.isDeclared || second.isDeclared || a.form !== b.form || a.tagName !== b.tagName) continue;
    const isExpiry = (opinion: Opinion): boolean => /^cc-exp/.test(opinion.kind ?? '');
    if (!isExpiry(first) && !isExpiry(second)) {
      if (first.kind !== null || second.kind !== null) continue;
      if (matchWords(readGroupWords(a), 'text', cardMatchers)?.kind !== 'cc-exp') continue;
    }
    if (first.kind === 'cc-exp-month' && second.kind === 'cc-exp-year') continue;
    const fits = (opinion: Opinion): boolean =>
      opinion.kind === null || isExpiry(opinion) || opinion.strength < 2;
    if (!fits(first) || !fits(second) || !isPair(a, b)) continue;
    const isYearFirst = readListStructure(a) === 'years' || /^(y|j|a)/.test(words[index]!.placeholder);
    set(first, isYearFirst ? 'cc-exp-year' : 'cc-exp-month', 'pair', 3);
    set(second, isYearFirst ? 'cc-exp-month' : 'cc-exp-year', 'pair', 3);
  }
}

function isPair(a: Control, b: Control): boolean {
  if (a.tagName === 'SELECT') {
    const lists = [readListStructure(a), readListStructure(b)];
    return lists.includes('years') || lists.includes('months') || (lists[0] === null && lists[1] === null);
  }
  if (a.tagName !== 'INPUT') return false;
  const placeholders = `${a.getAttribute('placeholder') ?? ''} ${b.getAttribute('placeholder') ?? ''}`;
  return (maxLengthOf(a) <= 2 && maxLengthOf(b) <= 4) || /^\s*mm?\s+[yja]{2,4}\s*$/i.test(placeholders);
}

/** A bare "Name" beside the card number is the holder's, unless it opens an address. */
function readHolderName(group: Group): void {
  const { words, opinions } = group;
  words.forEach((own, index) => {
    const opinion = opinions[index]!;
    const isName =
      opinion.kind === 'name' || (opinion.kind === null && opinion.cardReadings.includes('cc-name'));
    if (!isName || opinion.strength > 3 || takenNear(group, index, 'cc-name')) return;
    const isBeside = [index - 1, index + 1, index + 2, index - 2].some((other) => {
      const near = opinions[other];
      return near !== undefined && isCardKind(near.kind) && words[other]!.control.form === own.control.form;
    });
    const opensAddress = [index + 1, index - 1].some((other) =>
      CONTACT.has(opinions[other]?.kind ?? 'other'),
    );
    const cardIsNext =
      isCardKind(opinions[index + 1]?.kind ?? null) || isCardKind(opinions[index - 1]?.kind ?? null);
    const section = CARD_SECTION.test(readSectionWords(own.control));
    if (isBeside && cardIsNext && (!opensAddress || section)) set(opinion, 'cc-name', 'near:card');
  });
}

/** Without a number or a security code on the page, dates and names are no card fields. */
function dropLoneCards({ words, opinions }: Group): void {
  const kinds = new Set(opinions.filter(({ kind }) => isCardKind(kind)).map(({ kind }) => kind));
  const isDeclared = opinions.some((opinion) => opinion.isDeclared && isCardKind(opinion.kind));
  const hasNumber = opinions.some(({ kind, strength }) => kind === 'cc-number' && strength >= 2);
  const hasCode = opinions.some(({ kind, strength }) => kind === 'cc-csc' && strength >= 2);
  const hasDate = kinds.has('cc-exp') || kinds.has('cc-exp-year');
  const isHosted = words.length <= 3;
  opinions.forEach((opinion, index) => {
    if (!isCardKind(opinion.kind) || opinion.isDeclared) return;
    if (hasNumber || (hasCode && hasDate) || (isDeclared && opinion.strength >= 2)) return;
    if (isHosted && opinion.strength >= 3 && saysCard(words[index]!, opinion.kind!)) return;
    set(opinion, null, 'lone', 0);
  });
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
