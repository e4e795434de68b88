import { setKind } from './card-group.ts';
import type { ControlWords } from './control-words.ts';
import { isCardKind, type FieldKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';

/**
 * One `autocomplete` on several fields of a form was copied: it holds only where words agree, and for none of them where all
 * are called something else (`cc-exp` on both halves of the date).
 */
export function judgeCopiedTokens(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  const copied = [...opinions.keys()].filter((index) => {
    const { kind, said, isDeclared } = opinions[index]!;
    if (!isDeclared || said === null || !isCardKind(kind)) return false;
    return opinions.some(
      (other, at) =>
        other.isDeclared &&
        other.kind === kind &&
        other.said !== said &&
        words[at]!.form === words[index]!.form,
    );
  });
  for (const index of copied) {
    const opinion = opinions[index]!;
    setKind(opinion, opinion.said, 'conflict:copied', 3);
    opinion.isDeclared = false;
  }
}

const PLACES: ReadonlySet<FieldKind | null> = new Set([
  'address-level1',
  'address-level2',
  'address-level3',
  'postal-code',
]);
const STREETS: ReadonlySet<FieldKind | null> = new Set(['street-address', 'address-line1', 'address-line2']);

/**
 * A place's `autocomplete` on the one field of a form that asks for the address itself was chosen for its sound: what
 * the shopper reads decides.
 */
export function judgeMisplacedTokens(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  opinions.forEach((opinion, index) => {
    if (!opinion.isDeclared || opinion.said !== 'street-address' || !PLACES.has(opinion.kind)) return;
    const { form } = words[index]!;
    const isStreetElsewhere = opinions.some(
      ({ kind }, at) => at !== index && STREETS.has(kind) && words[at]!.form === form,
    );
    if (isStreetElsewhere) return;
    setKind(opinion, opinion.said, 'label', 3);
    opinion.isDeclared = false;
  });
}
