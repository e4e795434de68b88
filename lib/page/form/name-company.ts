import { setKind } from './card-group.ts';
import { shownName, type ControlWords } from './control-words.ts';
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

/** Words that mean a first name beside a last one, and a name where none is asked for. */
const PLAIN =
  /^(name|nombres?|nome|naam|nom|nama|navn|namn|nimi|nev|nume|isim|adi?|ime|meno|jmeno|vardas|ονομα|имя|име|ім'я|이름|ชื่อ|الاسم|نام)$/;

/** The first half of a name in a form that asks for no second half is the whole, if a shopper reads just "name". */
export function judgeWholeNames(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  const inHalves = new Set(
    words
      .filter((_, index) => /^(family|additional)-name$/.test(opinions[index]!.kind ?? ''))
      .map(({ form }) => form),
  );
  opinions.forEach((opinion, index) => {
    const own = words[index]!;
    if (opinion.kind !== 'given-name' || opinion.isDeclared || inHalves.has(own.form)) return;
    if (PLAIN.test(shownName(own) || own.placeholder)) setKind(opinion, 'name', 'lone');
  });
}
