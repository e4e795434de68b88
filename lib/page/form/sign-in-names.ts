import type { ControlWords } from './control-words.ts';
import type { Opinion } from './judge-words.ts';

const DELIVERY = /^(street-address|address-|postal-code|organization|cc-)/;
const LOGIN_NAME = /(^| )(log ?in|user|account|identifier|uid|username|usr)( |$|name|id)/;

/** Whatever somebody signs in with is a user name, also where it looks like a telephone number. */
export function judgeSignInNames(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  const byForm = new Map<HTMLFormElement | null, Opinion[]>();
  words.forEach(({ form }, index) => {
    const own = byForm.get(form);
    if (own) own.push(opinions[index]!);
    else byForm.set(form, [opinions[index]!]);
  });
  words.forEach(({ form, type, identifiers, label, placeholder, neighbour }, index) => {
    const opinion = opinions[index]!;
    const { kind } = opinion;
    if (kind === null || opinion.isDeclared || !/^(email|tel|name|given-name)$/.test(kind)) return;
    if (type === 'email') return;
    const others = byForm.get(form) ?? [];
    const passwords = others.filter((other) => /-password$/.test(other.kind ?? '')).length;
    // A person's name or telephone beside what one signs in with: somebody joins.
    const joins = kind !== 'email' && others.some((other) => /^(email|username)$/.test(other.kind ?? ''));
    const isSignIn = others.length <= 4 && passwords === 1 && !joins;
    // Nothing is delivered and nobody is called from here: whoever is named is an account.
    const isAccount =
      identifiers.some((own) => /^(account|login|user ?name|user ?id|uid)$/.test(own)) &&
      !others.some((other) => DELIVERY.test(other.kind ?? ''));
    if (isAccount) opinion.kind = 'username';
    if (isAccount || passwords === 0) return;
    const isNamed = identifiers.some((own) => LOGIN_NAME.test(own) && !/e ?mail/.test(own));
    const isBareName = kind === 'name' && opinion.strength <= 2 && !label && !placeholder && !neighbour;
    const isEither = /\bor\b|\/|\boder\b|\bou\b|\bo\b|или|或/.test(`${label} ${placeholder}`);
    const isSignInName =
      isSignIn && (!others.some((other) => other.kind === 'new-password') || isNamed || isEither);
    if (isBareName || (isSignInName && (kind !== 'email' || isNamed || isEither))) opinion.kind = 'username';
  });
}
