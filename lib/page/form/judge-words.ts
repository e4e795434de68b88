import type { ControlWords } from './control-words.ts';
import type { FieldKind } from './field-kind.ts';
import { isCardKind } from './field-kind.ts';
import { matchWords, mayMean } from './matchers/match-words.ts';
import type { Matcher, Strength, WordSource } from './matchers/matcher.ts';

/** What the words of one control say, before its neighbours are asked. */
export interface Opinion {
  kind: FieldKind | null;
  /** How outright it is said; 0 when nothing is. */
  strength: 0 | Strength | 4;
  score: number;
  signals: string[];
  /** Said by an `autocomplete` attribute. */
  isDeclared: boolean;
  /** Kinds that hold only among card fields, best first. */
  cardReadings: FieldKind[];
}

type SourceName = 'label' | 'name' | 'title' | 'placeholder' | 'neighbour' | 'class';

const BONUS: Readonly<Record<SourceName, number>> = {
  label: 6, name: 5, title: 4, placeholder: 4, neighbour: 3, class: 1,
}; // prettier-ignore

const HOLDER: ReadonlySet<FieldKind> = new Set(['cc-name', 'cc-given-name', 'cc-family-name']);
const PERSON: ReadonlySet<FieldKind> = new Set(['name', 'given-name', 'family-name']);

/** Tells these apart even where an attribute claims card data: what the shopper reads decides. */
const OVERRULING: ReadonlySet<FieldKind> = new Set([
  'coupon',
  'loyalty',
  'bank-account',
  'captcha',
  'search',
  'quantity',
]);

/** Judges a control by its own words: attribute, identifiers, label, placeholder, neighbour text. */
export function judgeWords(words: ControlWords): Opinion {
  if (isSilent(words))
    return withoutDays({ ...SILENT, signals: [], cardReadings: weakReadings(words) }, words);
  const votes = new Map<FieldKind, { score: number; strength: Strength; signals: string[] }>();
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
  vote('label', matchText(words.label));
  for (const identifier of words.identifiers) vote('name', matchIdentifier(identifier));
  vote('title', matchText(words.title));
  vote('placeholder', matchText(words.placeholder));
  vote('neighbour', matchText(words.neighbour));
  vote('class', matchWords(words.className, 'identifier', 'card', 3));

  const ranked = [...votes].sort(([, a], [, b]) => b.score - a.score);
  // "First name" over `cc_first_name`: the label says which half, the identifier says whose.
  const holder = ranked.findIndex(([kind, { strength }]) => HOLDER.has(kind) && strength === 3);
  if (holder > 0 && PERSON.has(ranked[0]![0])) ranked.unshift(...ranked.splice(holder, 1));
  const best = ranked[0];
  const opinion: Opinion = {
    kind: best?.[0] ?? null,
    strength: best?.[1].strength ?? 0,
    score: best?.[1].score ?? 0,
    signals: best?.[1].signals ?? [],
    isDeclared: false,
    cardReadings: weakReadings(words),
  };
  return withoutDays(
    preferDeclared(
      opinion,
      words,
      ranked.map(([kind]) => kind),
    ),
    words,
  );
}

const SILENT = { kind: null, strength: 0, score: 0, isDeclared: false } as const;

/** Most controls of large pages name nothing that anybody asks about. */
function isSilent({
  hint,
  identifiers,
  label,
  title,
  placeholder,
  neighbour,
  className,
}: ControlWords): boolean {
  if (hint || mayMean(label) || mayMean(placeholder) || mayMean(neighbour)) return false;
  return !mayMean(title) && !mayMean(className) && !identifiers.some(mayMean);
}

/** A box that wants a day is no expiry unless its words say so outright: sloppy card forms ask for one, too. */
function withoutDays(opinion: Opinion, words: ControlWords): Opinion {
  if (!wantsDay(words)) return opinion;
  return { ...opinion, cardReadings: opinion.cardReadings.filter((kind) => !kind.startsWith('cc-exp')) };
}

function preferDeclared(opinion: Opinion, words: ControlWords, said: readonly FieldKind[]): Opinion {
  const declared = words.hint?.kind;
  if (!declared || isMisused(declared, words, opinion)) return overruled(opinion, words, said);
  if (isCardKind(declared)) {
    const shown = [...[words.label, words.placeholder].map(matchText), storedValueOf(words)].find(
      (match) => match && OVERRULING.has(match.kind),
    );
    if (shown)
      return { ...opinion, kind: shown.kind, strength: 1, score: 15, signals: ['conflict:autocomplete'] };
  } else if (isCardKind(opinion.kind) && opinion.strength === 3 && opinion.signals.includes('label')) {
    // `autocomplete="name"` under "Name on card": what the shopper reads decides.
    return opinion;
  }
  const agrees = said.includes(declared);
  return {
    ...opinion,
    kind: declared,
    strength: 4,
    score: agrees ? 60 : 50,
    signals: ['autocomplete', ...(agrees ? opinion.signals : [])],
    isDeclared: true,
  };
}

/** `new-password` on a text box only keeps browsers from filling it; what it is stands in its words. */
function isMisused(declared: FieldKind, { type }: ControlWords, { strength }: Opinion): boolean {
  return /^(new|current)-password$/.test(declared) && type !== 'password' && strength >= 3;
}

/** A coupon box with a card-like name stays a coupon box. */
function overruled(opinion: Opinion, words: ControlWords, said: readonly FieldKind[]): Opinion {
  const seeks = [words.label, words.placeholder].some((text) => matchText(text)?.kind === 'search');
  if (seeks && opinion.kind !== 'search')
    return { ...opinion, kind: 'search', strength: 3, signals: ['placeholder'] };
  if (!isCardKind(opinion.kind)) return opinion;
  const other = said.find((kind) => OVERRULING.has(kind));
  const shown =
    other && [words.label, words.placeholder, words.title].some((text) => matchText(text)?.kind === other);
  return shown || (other !== undefined && storedValueOf(words)?.kind === other)
    ? { ...opinion, kind: other, strength: 2, signals: ['conflict:words'] }
    : opinion;
}

/** `giftCardNumber` under the words "Card number": developers name what shoppers see by its place. */
function storedValueOf({ identifiers, label }: ControlWords): Matcher | undefined {
  if (/credit|debit|kredit|bank/.test(label)) return undefined;
  return identifiers
    .map((identifier) => matchWords(identifier, 'identifier', 'other'))
    .find((match) => match?.kind === 'coupon' || match?.kind === 'loyalty');
}

function matchText(words: string): Matcher | undefined {
  return match(words, 'text', words);
}

/** The tail of an identifier names the field, its head the form: `shippingAddress.firstName`. */
function matchIdentifier(words: string): Matcher | undefined {
  const sure = matchWords(words, 'identifier', 'other') ?? matchWords(words, 'identifier', 'card');
  if (sure || !mayMean(words)) return sure;
  const parts = words.split(' ');
  for (const count of [2, 3, parts.length]) {
    const match = matchWords(parts.slice(-count).join(' '), 'identifier', 'address');
    if (match || count >= parts.length) return match;
  }
  return undefined;
}

function match(words: string, source: WordSource, addressWords: string): Matcher | undefined {
  return (
    matchWords(words, source, 'other') ??
    matchWords(words, source, 'card') ??
    matchWords(addressWords, source, 'address')
  );
}

/** What stands before `code`, `number`, `date` or `name` makes it something else than a card's. */
const QUALIFIED =
  /zip|post|area|country|state|region|access|house|street|order|\bpo\b|tax|phone|mobile|deliver|birth|company|city|referr|sales|customer|account|depart|start|issue|licen|document|item|product|invoice|group|member|policy|serial|model|part|batch|ticket|flight|room|seat|plate|vehicle|track|booking|reserv|contract|employ|student|patient|claim|job|refer/;

/** A date with its day, as placeholders and labels write it. No card expires on a day. */
const WHOLE_DATE =
  /(?<!\p{L})((d|t|j|g|р|д|dd|tt|jj|gg|дд)\W{1,3}(m|mm|мм)|(m|mm|мм)\W{1,3}(d|t|j|g|dd|tt|jj|gg|дд))\W{1,3}(y|j|a|g|r|р|г){2,4}(?!\p{L})|(y{4}|j{4}|a{4})\W{1,3}mm\W{1,3}(dd|tt|jj)|\b\d{1,2}[./-]\d{1,2}[./-](19|20)\d\d\b/u;

/** Tells whether a box wants a day, which no card has. */
function wantsDay({ label, placeholder, type }: ControlWords): boolean {
  return type === 'date' || WHOLE_DATE.test(placeholder) || WHOLE_DATE.test(label);
}

function weakReadings({ label, placeholder, title, neighbour, identifiers }: ControlWords): FieldKind[] {
  const found: FieldKind[] = [];
  const add = (words: string, source: WordSource): void => {
    const kind = matchWords(words, source, 'weakCard')?.kind;
    if (kind && !found.includes(kind)) found.push(kind);
  };
  for (const text of [label, placeholder, title, neighbour]) add(text, 'text');
  for (const identifier of identifiers) add(identifier, 'identifier');
  for (const identifier of identifiers) {
    const last = identifier.slice(identifier.lastIndexOf(' ') + 1);
    if (last !== identifier && !QUALIFIED.test(identifier)) add(last, 'identifier');
  }
  return found;
}
