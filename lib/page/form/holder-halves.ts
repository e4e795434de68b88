import { lieTogether } from '../dom/nearby-text.ts';
import { isTakenNear, setKind, type CardGroup } from './card-group.ts';
import { isCardKind, type FieldKind } from './field-kind.ts';
import { allWordsOf, readSectionWords, shownName, type ControlWords } from './control-words.ts';
import type { Opinion } from './judge-words.ts';
import { putsFamilyFirst } from './names-in-two.ts';
import { matchWords } from './matchers/match-words.ts';

const HOLDER = /holder|\bowner|inhaber|titular|titulaire|intestat|titolare|propriet|portador|porteur|houder/;

/** A holder whose name is asked for in two boxes: one of them says which half it is, one of them whose. */
export function readHolderHalves(group: CardGroup): void {
  const { words, opinions } = group;
  for (let index = 0; index + 1 < words.length; index += 1) {
    const [first, second] = [opinions[index]!, opinions[index + 1]!];
    if (first.isDeclared || second.isDeclared || words[index]!.form !== words[index + 1]!.form) continue;
    const halves: Halves = [halfOf(first, words[index]!), halfOf(second, words[index + 1]!)];
    const isOneName = halves[0] === null && areOfOneName(group, index);
    if ((halves[0] === halves[1] && !isOneName) || !areOfHolder(group, index)) continue;
    const isFamilyFirst =
      halves[0] === 'family' || halves[1] === 'given' || (isOneName && putsFamilyFirst(words[index]!));
    setKind(first, isFamilyFirst ? 'cc-family-name' : 'cc-given-name', 'halves');
    setKind(second, isFamilyFirst ? 'cc-given-name' : 'cc-family-name', 'halves');
  }
}

type Half = 'given' | 'family' | null;
type Halves = readonly [Half, Half];

const OF_HOLDER: ReadonlySet<FieldKind | null> = new Set(['cc-name', 'cc-given-name', 'cc-family-name']);

function halfOf({ kind }: Opinion, words: ControlWords): Half {
  if (kind === 'given-name' || kind === 'cc-given-name') return 'given';
  return kind === 'family-name' || kind === 'cc-family-name' || (OF_HOLDER.has(kind) && saysFamily(words))
    ? 'family'
    : null;
}

/** Two boxes that are called alike by what stands before them, and lie together. */
function areOfOneName({ words, opinions }: CardGroup, index: number): boolean {
  const [first, second] = [words[index]!, words[index + 1]!];
  const areHolders = opinions[index]!.kind === 'cc-name' && opinions[index + 1]!.kind === 'cc-name';
  const said = shownName(first);
  return (
    areHolders && said !== '' && said === shownName(second) && lieTogether(first.control, second.control)
  );
}

function areOfHolder(group: CardGroup, index: number): boolean {
  const [first, second] = [group.opinions[index]!.kind, group.opinions[index + 1]!.kind];
  const count = [first, second].filter((kind) => OF_HOLDER.has(kind)).length;
  if (count === 2) return true;
  const isPerson = (kind: FieldKind | null): boolean => kind === 'given-name' || kind === 'family-name';
  // A holder's name may be followed by the buyer's own.
  // `card_name_second` under "Last name" says whose the first name before it is.
  if (count === 1 && first === 'given-name')
    return saysFamily(group.words[index + 1]!) && standsAtNumber(group, index);
  if (count === 1)
    return first === 'cc-name' && second === 'family-name' && !isTakenNear(group, index, 'given-name');
  if (!isPerson(first) || !isPerson(second) || !standsAtNumber(group, index)) return false;
  const isSaid = [index, index + 1].some((at) => HOLDER.test(allWordsOf(group.words[at]!)));
  return (
    isSaid || asksOnlyForCard(group, index) || HOLDER.test(readSectionWords(group.words[index]!.control))
  );
}

/** Tells whether a form asks for nothing but a card and the two halves of a name: it is the holder's. */
function asksOnlyForCard({ words, opinions }: CardGroup, index: number): boolean {
  const { form } = words[index]!;
  return opinions.every(
    ({ kind }, at) =>
      words[at]!.form !== form || at === index || at === index + 1 || kind === null || isCardKind(kind),
  );
}

function standsAtNumber(group: CardGroup, index: number): boolean {
  const isCard = (at: number): boolean => isCardKind(group.opinions[at]?.kind ?? null);
  return (isCard(index - 1) || isCard(index + 2)) && isTakenNear(group, index, 'cc-number');
}

function saysFamily(words: ControlWords): boolean {
  return [words.label, words.placeholder, words.neighbour, ...words.identifiers].some(
    (own) => matchWords(own, 'text', 'address')?.kind === 'family-name',
  );
}
