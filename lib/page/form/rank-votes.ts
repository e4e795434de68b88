import { isCardKind, type FieldKind } from './field-kind.ts';
import type { Strength } from './matchers/matcher.ts';

/** What was voted for one kind. */
export interface Tally {
  score: number;
  strength: Strength;
  signals: string[];
}

const HOLDER: ReadonlySet<FieldKind> = new Set(['cc-name', 'cc-given-name', 'cc-family-name']);
const PERSON: ReadonlySet<FieldKind> = new Set(['name', 'given-name', 'family-name']);
const HALVES: ReadonlySet<FieldKind> = new Set(['given-name', 'family-name']);

/** What a label may say of several boxes together, of which a developer named each. */
const PARTS: Partial<Record<FieldKind, RegExp>> = {
  'name': /name|honorific/, 'street-address': /^address-|postal|country/, 'tel': /^tel-/, 'cc-exp': /^cc-exp-/,
  'cc-number': /^cc-/, 'other': /./,
}; // prettier-ignore

const LINES: ReadonlySet<FieldKind> = new Set([
  'street-address',
  'address-line1',
  'address-line2',
  'address-line3',
]);

/** What a box that is named so by its developer alone may yet not be; a box for a search or a coupon is one. */
const ASKED_FOR = /^cc-|name$|^(email|tel|organization|street|address|postal|country)/;

/** Read right at the box, not beside it. */
const isRead = ({ signals }: Tally): boolean =>
  signals.some((signal) => signal === 'label' || signal === 'placeholder' || signal === 'title');

type Ranked = readonly [FieldKind, Tally];

/** Ranks what was voted for by its score, but for words of developers that those of shoppers overrule. */
export function rankVotes(votes: ReadonlyMap<FieldKind, Tally>): Ranked[] {
  const ranked: Ranked[] = [...votes].sort(([, a], [, b]) => b.score - a.score);
  const prefer = (isIt: (own: Ranked) => boolean): void => {
    const at = ranked.findIndex(isIt);
    if (at > 0) ranked.unshift(...ranked.splice(at, 1));
  };
  const isSure = ({ strength }: Tally): boolean => strength === 3;
  if (ranked.length === 0) return ranked;
  // "First name" over `cc_first_name`: the label says which half, the identifier says whose.
  if (PERSON.has(ranked[0]![0])) prefer(([kind, own]) => HOLDER.has(kind) && isSure(own));
  // "Name" over two boxes that say "First" and "Last" within.
  const isWithin = ({ signals }: Tally): boolean => signals.includes('placeholder');
  if (ranked[0]![0] === 'name') prefer(([kind, own]) => HALVES.has(kind) && isSure(own) && isWithin(own));
  const isShown = ({ signals }: Tally): boolean => signals.some((signal) => signal !== 'name');
  // "CVV" within a box under a label that was copied: nothing else is called so.
  if (!isCardKind(ranked[0]![0])) prefer(([kind, own]) => kind === 'cc-csc' && isSure(own) && isWithin(own));
  const [kind, own] = ranked[0]!;
  // A box that says "Name" under the heading "Create a user profile".
  if (kind === 'username' && own.signals.every((signal) => signal === 'neighbour'))
    prefer(([other, its]) => PERSON.has(other) && isRead(its));
  if (isShown(own)) return ranked;
  // `nombre` under "Nombre y apellidos": the text says that both halves are wanted.
  if (HALVES.has(kind)) prefer(([other, its]) => other === 'name' && isSure(its) && isShown(its));
  // "City" over `address1`: what the shopper reads, if it says one field outright.
  const isWhole = (other: FieldKind): boolean =>
    PARTS[other]?.test(kind) === true || (HOLDER.has(kind) && PERSON.has(other));
  if (ASKED_FOR.test(kind)) prefer(([other, its]) => isSure(its) && isRead(its) && !isWhole(other));
  // `user_name` in a box that says "Name": the person's, unless a password shows that somebody signs in.
  if (kind === 'username') prefer(([other, its]) => (PERSON.has(other) || HOLDER.has(other)) && isShown(its));
  // "CCV code" in a box that is named `postcode`, or beside one that is named `card_verification_number`.
  const isSaid = ({ signals }: Tally): boolean =>
    signals.includes('placeholder') || (signals.includes('neighbour') && own.signals.length === 1);
  prefer(
    ([other, its]) =>
      isCardKind(other) && other !== 'cc-name' && isSure(its) && isSaid(its) && !isWhole(other),
  );
  // `address1` to the right of "City".
  if (LINES.has(kind)) prefer(([other, its]) => isSure(its) && isShown(its) && !isWhole(other));
  return ranked;
}
