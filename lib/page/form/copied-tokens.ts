import { setKind } from './card-group.ts';
import type { ControlWords } from './control-words.ts';
import { isCardKind } from './field-kind.ts';
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
