import type { ControlWords } from './control-words.ts';
import type { Opinion } from './judge-words.ts';

/** How far apart the two halves of a name may stand. */
const REACH = 3;

/** A bare "name" beside one half of a name is the other half: *Nome* before *Cognome*, *Nom* before *Prénom*. */
export function judgeNames(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  opinions.forEach((opinion, index) => {
    if (opinion.kind !== 'name' || opinion.isDeclared || opinion.strength > 2) return;
    const start = Math.max(0, index - REACH);
    const hasNear = (kind: string): boolean =>
      opinions
        .slice(start, index + REACH + 1)
        .some((other, step) => other.kind === kind && words[start + step]!.form === words[index]!.form);
    const hasGiven = hasNear('given-name');
    const hasFamily = hasNear('family-name');
    if (hasGiven === hasFamily) return;
    opinion.kind = hasFamily ? 'given-name' : 'family-name';
    opinion.signals = [...opinion.signals.slice(0, 10), 'near:name'];
  });
}
