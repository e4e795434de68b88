import type { ControlWords } from './control-words.ts';
import type { FieldKind } from './field-kind.ts';
import { isCardKind } from './field-kind.ts';
import { matchHeard, partOf, type HeardWords } from './matchers/match-words.ts';
import type { Matcher, Strength } from './matchers/matcher.ts';
import { hearControl, isSilent, type HeardControl } from './heard-control.ts';
import { rankVotes, type Tally } from './rank-votes.ts';
import { readWeakWords } from './weak-readings.ts';

/** What the words of one control say, before its neighbours are asked. */
export interface Opinion {
  kind: FieldKind | null;
  /** How outright it is said; 0 when nothing is. */
  strength: 0 | Strength | 4;
  score: number;
  signals: string[];
  /** Said by an `autocomplete` attribute. */
  isDeclared: boolean;
  /** What words say outright where an attribute says otherwise. */
  said: FieldKind | null;
  /** Kinds that hold only among card fields, best first. */
  cardReadings: FieldKind[];
}

type SourceName = 'label' | 'name' | 'title' | 'placeholder' | 'neighbour' | 'class';

const BONUS: Readonly<Record<SourceName, number>> = {
  label: 6, name: 5, title: 4, placeholder: 4, neighbour: 3, class: 1,
}; // prettier-ignore

const SHAPE_BONUS = 8;

/** Tells these apart even where an attribute claims card data: what the shopper reads decides. */
const OVERRULING: ReadonlySet<FieldKind> = new Set([
  'coupon',
  'loyalty',
  'bank-account',
  'captcha',
  'search',
  'quantity',
]);

/** What the texts that a shopper may read say by themselves. */
interface Said {
  readonly label: Matcher | undefined;
  readonly placeholder: Matcher | undefined;
  readonly title: Matcher | undefined;
  readonly neighbour: Matcher | undefined;
}

/** Judges a control by its own words: attribute, identifiers, label, placeholder, neighbour text. */
export function judgeWords(words: ControlWords): Opinion {
  const heard = hearControl(words);
  const opinion: Opinion = {
    kind: null,
    strength: 0,
    score: 0,
    signals: [],
    isDeclared: false,
    said: null,
    cardReadings: readWeakWords(words, heard),
  };
  return words.hint || !isSilent(heard) ? judgeVotes(words, heard, opinion) : opinion;
}

function judgeVotes(words: ControlWords, heard: HeardControl, silent: Opinion): Opinion {
  const votes = new Map<FieldKind, Tally>();
  const vote = (source: SourceName, matcher: Matcher | undefined): void => {
    if (!matcher) return;
    const score = matcher.strength * 10 + BONUS[source];
    const known = votes.get(matcher.kind);
    if (known) {
      known.score = Math.max(known.score, score) + 4;
      known.strength = Math.max(known.strength, matcher.strength) as Strength;
      known.signals.push(source);
    } else votes.set(matcher.kind, { score, strength: matcher.strength, signals: [source] });
  };
  const said: Said = {
    label: matchText(heard.label),
    placeholder: matchText(heard.placeholder),
    title: matchText(heard.title),
    neighbour: matchText(heard.neighbour),
  };
  vote('label', said.label);
  for (const identifier of heard.identifiers) vote('name', matchIdentifier(identifier));
  vote('title', said.title);
  vote('placeholder', said.placeholder);
  vote('neighbour', said.neighbour);
  vote('class', matchHeard(heard.className, 'identifier', 'card', 3));

  // `card-number` that shows how one looks, under a label that was copied.
  const shown = words.shape ? votes.get(words.shape) : undefined;
  if (shown?.strength === 3) {
    shown.score += SHAPE_BONUS;
    shown.signals.push('shape');
  }
  const ranked = rankVotes(votes);
  const best = ranked[0];
  const opinion: Opinion = best ? { ...silent, kind: best[0], ...best[1] } : silent;
  const kinds = ranked.map(([kind]) => kind);
  const declared = words.hint?.kind;
  return !declared || isMisused(declared, words, opinion)
    ? overruled(opinion, { words, heard, said, kinds })
    : preferDeclared(opinion, declared, { words, heard, said, kinds });
}

/** What is asked when words disagree. */
interface Hearing {
  readonly words: ControlWords;
  readonly heard: HeardControl;
  readonly said: Said;
  readonly kinds: readonly FieldKind[];
}

function preferDeclared(
  opinion: Opinion,
  declared: FieldKind,
  { words, heard, said, kinds }: Hearing,
): Opinion {
  if (isCardKind(declared)) {
    const shown = [said.label, said.placeholder, storedValueOf(words, heard)].find(
      (match) => match && OVERRULING.has(match.kind),
    );
    if (shown)
      return { ...opinion, kind: shown.kind, strength: 1, score: 15, signals: ['conflict:autocomplete'] };
  } else if (mayBeHolder(declared, opinion) && opinion.strength === 3 && opinion.signals.includes('label')) {
    // `autocomplete="name"` under "Name on card": what the shopper reads decides.
    return opinion;
  }
  const agrees = kinds.includes(declared);
  return {
    ...opinion,
    kind: declared,
    said: opinion.strength === 3 && opinion.kind !== declared ? opinion.kind : null,
    strength: 4,
    score: agrees ? 60 : 50,
    signals: ['autocomplete', ...(agrees ? opinion.signals : [])],
    isDeclared: true,
  };
}

/** A holder has a name; the holder's telephone, declared as one, is no part of the card. */
function mayBeHolder(declared: FieldKind, { kind }: Opinion): boolean {
  return isCardKind(kind) && (!/^cc-(\w+-)?name$/.test(kind!) || /name$/.test(declared));
}

/** `new-password` on a text box only keeps browsers from filling it; what it is stands in its words. */
function isMisused(declared: FieldKind, { type }: ControlWords, { strength }: Opinion): boolean {
  return /^(new|current)-password$/.test(declared) && type !== 'password' && strength >= 3;
}

/** A coupon box with a card-like name stays a coupon box. */
function overruled(opinion: Opinion, { words, heard, said, kinds }: Hearing): Opinion {
  const seeks =
    said.label?.kind === 'search' || (said.placeholder?.kind === 'search' && !isPickedFrom(words, opinion));
  if (seeks && opinion.kind !== 'search')
    return { ...opinion, kind: 'search', strength: 3, signals: ['placeholder'] };
  if (!isCardKind(opinion.kind)) return opinion;
  const other = kinds.find((kind) => OVERRULING.has(kind));
  if (!other) return opinion;
  const isShown = [said.label, said.placeholder, said.title, said.neighbour].some(
    (match) => match?.kind === other,
  );
  return isShown || storedValueOf(words, heard)?.kind === other
    ? { ...opinion, kind: other, strength: 2, signals: ['conflict:words'] }
    : opinion;
}

/** "Search" and no word more in a box that its name and the words before it call a country: it searches a list. */
function isPickedFrom({ placeholder }: ControlWords, { kind, signals }: Opinion): boolean {
  const isBefore = signals.includes('label') || signals.includes('neighbour');
  const isCalled = isBefore && signals.includes('name') && /^(country|address-level)/.test(kind ?? '');
  return isCalled && /^(please )?[^\s.]+[.…]*$/.test(placeholder);
}

/** `giftCardNumber` under the words "Card number": developers name what shoppers see by its place. */
function storedValueOf({ label }: ControlWords, { identifiers }: HeardControl): Matcher | undefined {
  if (/credit|debit|kredit|bank/.test(label)) return undefined;
  return identifiers
    .map((identifier) => matchHeard(identifier, 'identifier', 'other'))
    .find((match) => match?.kind === 'coupon' || match?.kind === 'loyalty');
}

function matchText(heard: HeardWords): Matcher | undefined {
  return (
    matchHeard(heard, 'text', 'other') ??
    matchHeard(heard, 'text', 'card') ??
    matchHeard(heard, 'text', 'address')
  );
}

/** The tail of an identifier names the field, its head the form: `shippingAddress.firstName`. */
function matchIdentifier(heard: HeardWords): Matcher | undefined {
  const sure = matchHeard(heard, 'identifier', 'other') ?? matchHeard(heard, 'identifier', 'card');
  if (sure || heard.candidates.address === 0) return sure;
  const parts = heard.words.split(' ');
  for (const count of [2, 3, parts.length]) {
    const match = matchHeard(partOf(heard, parts.slice(-count).join(' ')), 'identifier', 'address');
    if (match || count >= parts.length) return match;
  }
  return undefined;
}
