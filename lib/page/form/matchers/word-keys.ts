import { MATCHER_KEYS } from './matcher-keys.ts';
import type { MatcherListName } from './matcher-lists.ts';

/** For each list, the bits of the matchers that may know some words. */
export type Candidates = Record<MatcherListName, number>;

const NAMES = Object.keys(MATCHER_KEYS) as MatcherListName[];

/** Every piece of words that some matcher asks for, beside the matchers that ask. */
const byPiece = new Map<number, Candidates>();
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
  const piece = pieceOf(key.charCodeAt(0), key.charCodeAt(1) | 0, key.charCodeAt(2) | 0);
  let known = byPiece.get(piece);
  if (!known) byPiece.set(piece, (known = noCandidates()));
  return known;
}

/** One small number for up to three letters; two pieces may share one, which costs a test and no answer. */
function pieceOf(a: number, b: number, c: number): number {
  return (a * 961 + b * 31 + c) & 0x3fffffff;
}

/** Gives the matchers that may know some words: all others lack a piece without which they cannot match. */
export function candidatesFor(words: string): Candidates {
  const found = { ...always };
  let a = 0;
  let b = 0;
  // Two steps beyond the end, so that the last letters are looked up alone, too.
  for (let at = 0; at < words.length + 2; at += 1) {
    const c = at < words.length ? words.charCodeAt(at) : 0;
    if (a !== 0) {
      add(found, byPiece.get(pieceOf(a, 0, 0)));
      if (b !== 0) add(found, byPiece.get(pieceOf(a, b, 0)));
      if (c !== 0) add(found, byPiece.get(pieceOf(a, b, c)));
    }
    a = b;
    b = c;
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
