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
  const isShown = ({ signals }: Tally): boolean => signals.some((signal) => signal !== 'name');
  const [kind, own] = ranked[0]!;
  if (isShown(own)) return ranked;
  // `nombre` under "Nombre y apellidos": the text says that both halves are wanted.
  if (HALVES.has(kind)) prefer(([other, its]) => other === 'name' && isSure(its) && isShown(its));
  // `user_name` in a box that says "Name": the person's, unless a password shows that somebody signs in.
  if (kind === 'username') prefer(([other, its]) => other === 'name' && isShown(its));
  // "CCV code" in a box that is named `postcode`.
  if (!isCardKind(kind))
    prefer(([other, its]) => isCardKind(other) && isSure(its) && its.signals.includes('placeholder'));
  return ranked;
}
