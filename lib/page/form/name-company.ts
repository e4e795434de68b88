import type { ControlWords } from './control-words.ts';
import type { Opinion } from './judge-words.ts';

/** How far apart the two halves of a name may stand. */
const REACH = 3;

/** A bare "name" beside one half of a name is the other half: *Nome* before *Cognome*, *Nom* before *Prénom*. */
export function judgeNames(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  opinions.forEach((opinion, index) => {
    if (opinion.kind !== 'name' || opinion.isDeclared || opinion.strength > 2) return;
    const form = words[index]!.control.form;
    const near = opinions.filter(
      (_, other) =>
        other !== index && Math.abs(other - index) <= REACH && words[other]!.control.form === form,
    );
    const hasGiven = near.some(({ kind }) => kind === 'given-name');
    const hasFamily = near.some(({ kind }) => kind === 'family-name');
    if (hasGiven === hasFamily) return;
    opinion.kind = hasFamily ? 'given-name' : 'family-name';
    opinion.signals = [...opinion.signals.slice(0, 10), 'near:name'];
  });
}
