import { MATCHER_KEYS } from './matcher-keys.ts';
import type { MatcherListName } from './matcher-lists.ts';

/** For each list, the bits of the matchers that may know some words. */
export type Candidates = Record<MatcherListName, number>;

const NAMES = Object.keys(MATCHER_KEYS) as MatcherListName[];

/** Every piece of words that some matcher asks for, beside the matchers that ask. */
const byPiece = new Map<number, Candidates>();
/** For two letters, the lengths of the pieces that begin with them, as bits. */
const FIRST = 128;
const begins = new Uint8Array(FIRST * FIRST);
/** Matchers that every text is tested against. */
const always = noCandidates();

const KEYS: Readonly<Record<MatcherListName, readonly string[]>> = MATCHER_KEYS;
for (const name of NAMES)
  KEYS[name].forEach((keys, index) => {
    if (keys === '*') always[name] |= 1 << index;
    else for (const key of keys.split('|')) candidatesBehind(key)[name] |= 1 << index;
  });

function noCandidates(): Candidates {
  return { other: 0, card: 0, weakCard: 0, address: 0 };
}

function candidatesBehind(key: string): Candidates {
  const [a, b, c, d] = [0, 1, 2, 3].map((at) => key.charCodeAt(at) | 0) as [number, number, number, number];
  begins[firstOf(a, b)]! |= 1 << (key.length - 1);
  if (key.length === 1) for (let next = 0; next < FIRST; next += 1) begins[firstOf(a, next)]! |= 1;
  const piece = pieceOf(a, b, c, d);
  let known = byPiece.get(piece);
  if (!known) byPiece.set(piece, (known = noCandidates()));
  return known;
}

/** One small number for up to four letters; two pieces may share one, which costs a test and no answer. */
function pieceOf(a: number, b: number, c: number, d: number): number {
  return (Math.imul(a, 29_791) + b * 961 + c * 31 + d) & 0x3fffffff;
}

/** Where letters beyond ASCII share places, which costs a look-up and no answer. */
function firstOf(a: number, b: number): number {
  return ((a & (FIRST - 1)) * FIRST) | (b & (FIRST - 1));
}

/** Gives the matchers that may know some words: all others lack a piece without which they cannot match. */
export function candidatesFor(words: string): Candidates {
  const found = { ...always };
  const { length } = words;
  let a = words.charCodeAt(0);
  for (let at = 0; at < length; at += 1) {
    const b = at + 1 < length ? words.charCodeAt(at + 1) : 0;
    const lengths = begins[firstOf(a, b)]!;
    if (lengths !== 0) {
      if (lengths & 1) add(found, byPiece.get(pieceOf(a, 0, 0, 0)));
      if (lengths & 2) add(found, byPiece.get(pieceOf(a, b, 0, 0)));
      if (lengths & 12 && at + 2 < length) {
        const c = words.charCodeAt(at + 2);
        if (lengths & 4) add(found, byPiece.get(pieceOf(a, b, c, 0)));
        if (lengths & 8 && at + 3 < length)
          add(found, byPiece.get(pieceOf(a, b, c, words.charCodeAt(at + 3))));
      }
    }
    a = b;
  }
  return found;
}

function add(found: Candidates, more: Candidates | undefined): void {
  if (!more) return;
  found.other |= more.other;
  found.card |= more.card;
  found.weakCard |= more.weakCard;
  found.address |= more.address;
}
