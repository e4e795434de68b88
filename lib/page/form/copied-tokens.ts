import { setKind } from './card-group.ts';
import type { ControlWords } from './control-words.ts';
import { isCardKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';

/** One `autocomplete` on several fields of a form was copied: it holds only for the one whose words agree. */
export function judgeCopiedTokens(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  opinions.forEach((opinion, index) => {
    const { kind, said, isDeclared } = opinion;
    if (!isDeclared || said === null || !isCardKind(kind)) return;
    const agrees = opinions.some(
      (other, at) =>
        at !== index &&
        other.isDeclared &&
        other.kind === kind &&
        other.said === null &&
        words[at]!.form === words[index]!.form,
    );
    if (!agrees) return;
    setKind(opinion, said, 'conflict:copied', 3);
    opinion.isDeclared = false;
  });
}
