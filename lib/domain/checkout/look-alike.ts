import { toUnicode } from 'punycode/punycode.js';

/** Letters of other scripts, and digits, that pass for a Latin letter at a glance (Unicode TR39, the common part). */
const TWINS: Readonly<Record<string, string>> = {
  а: 'a', ɑ: 'a', α: 'a', в: 'b', ь: 'b', с: 'c', ϲ: 'c', ԁ: 'd', е: 'e', ё: 'e', ɡ: 'g', һ: 'h', н: 'h', і: 'l',
  ı: 'l', ι: 'l', ј: 'j', к: 'k', κ: 'k', ӏ: 'l', м: 'm', п: 'n', о: 'o', ο: 'o', σ: 'o', р: 'p', ρ: 'p', ԛ: 'q',
  г: 'r', ѕ: 's', т: 't', τ: 't', υ: 'u', ν: 'v', ѵ: 'v', ԝ: 'w', ѡ: 'w', х: 'x', χ: 'x', у: 'y', γ: 'y',
  0: 'o', 1: 'l', 3: 'e', 5: 's', i: 'l', '-': '',
}; // prettier-ignore

/** What a domain looks like: one spelling for all that is easily taken for it. */
function skeletonOf(domain: string): string {
  const plain = toUnicode(domain).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return Array.from(plain, (letter) => TWINS[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd');
}

/** Tells whether two texts differ by at most one letter put in, left out, changed, or swapped with its neighbour. */
function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

const MIN_SLIP_LENGTH = 6;
const nameOf = (domain: string) => domain.slice(0, domain.indexOf('.'));

/** Finds the shop, among those known, whose name this other one can be taken for (THREATS E1, E2). */
export function lookAlikeAmong(merchant: string, known: readonly string[]): string | null {
  if (known.includes(merchant)) return null;
  const skeleton = skeletonOf(merchant);
  const isAlike = (other: string) => {
    const twin = skeletonOf(other);
    if (skeleton === twin || nameOf(skeleton) === nameOf(twin)) return true;
    return nameOf(twin).length >= MIN_SLIP_LENGTH && isOneSlipApart(nameOf(skeleton), nameOf(twin));
  };
  return known.find(isAlike) ?? null;
}
