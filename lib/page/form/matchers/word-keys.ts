import { MATCHER_KEYS } from './matcher-keys.ts';
import type { MatcherListName } from './matcher-lists.ts';

/** For each list, the bits of the matchers that may know some words. */
export type Candidates = Record<MatcherListName, number>;

const NAMES = Object.keys(MATCHER_KEYS) as MatcherListName[];

/** Every piece of words that some matcher asks for, beside the matchers that ask. */
const byPiece = new Map<number, Candidates>();
/** Matchers that every text is tested against. */
const always = noCandidates();

/** How many places a trace of three letters has. */
const TRACES = 0x8000;
/** For the trace of three letters, whether a piece of three or four letters begins with them. */
const longPieces = new Uint8Array(TRACES);
const LOW = 127;
/** For a letter and the one before it, whether the letter (1) or both (2) are a piece. */
const shortPieces = new Uint8Array((LOW + 1) * (LOW + 1));

const BAR = 124;
for (const name of NAMES)
  MATCHER_KEYS[name].forEach((keys: string, index: number) => {
    if (keys === '*') always[name] |= 1 << index;
    else addKeys(keys, name, 1 << index);
  });

function noCandidates(): Candidates {
  return { other: 0, card: 0, weakCard: 0, address: 0 };
}

/** Reads the pieces of a matcher letter by letter: each frame that is looked at waits until all are read. */
function addKeys(keys: string, name: MatcherListName, matcher: number): void {
  let [a, b, c, d, count] = [0, 0, 0, 0, 0];
  for (let at = 0; at <= keys.length; at += 1) {
    const letter = at < keys.length ? keys.charCodeAt(at) : BAR;
    if (letter === BAR) {
      noteBeginning(count, a, b, c);
      const piece = pieceOf(a, b, c, d);
      let known = byPiece.get(piece);
      if (!known) byPiece.set(piece, (known = noCandidates()));
      known[name] |= matcher;
      a = b = c = d = count = 0;
    } else {
      if (count === 0) a = letter;
      else if (count === 1) b = letter;
      else if (count === 2) c = letter;
      else d = letter;
      count += 1;
    }
  }
}

/** Notes how a piece of so many letters begins. */
function noteBeginning(count: number, a: number, b: number, c: number): void {
  if (count >= 3) longPieces[traceOf(traceOf(traceOf(0, a), b), c)] = 1;
  else if (count === 2) shortPieces[((a & LOW) << 7) | (b & LOW)]! |= 2;
  else for (let before = 0; before <= LOW; before += 1) shortPieces[(before << 7) | (a & LOW)]! |= 1;
}

/** Adds a letter to a trace, which forgets the fourth last. Letters may share one, which costs a look-up and no answer. */
function traceOf(trace: number, letter: number): number {
  return ((trace << 5) ^ letter) & (TRACES - 1);
}

/** One small number for up to four letters; two pieces may share one, which costs a test and no answer. */
function pieceOf(a: number, b: number, c: number, d: number): number {
  return (Math.imul(a, 29_791) + b * 961 + c * 31 + d) & 0x3fffffff;
}

/** Gives the matchers that may know some words: all others lack a piece without which they cannot match. */
export function candidatesFor(words: string): Candidates {
  const { other, card, weakCard, address } = always;
  const found = { other, card, weakCard, address };
  const { length } = words;
  let trace = 0;
  let before = 0;
  for (let at = 0; at < length; at += 1) {
    const letter = words.charCodeAt(at);
    // `traceOf`, written out: a call for each letter is what this costs until it is compiled.
    trace = ((trace << 5) ^ letter) & (TRACES - 1);
    if (longPieces[trace] !== 0 && at >= 2) addLong(found, words, at - 2);
    const short = shortPieces[((before & LOW) << 7) | (letter & LOW)]!;
    if (short !== 0) {
      if (short & 1) add(found, byPiece.get(pieceOf(letter, 0, 0, 0)));
      if (short & 2) add(found, byPiece.get(pieceOf(before, letter, 0, 0)));
    }
    before = letter;
  }
  return found;
}

/** Adds what asks for the three or four letters at a place. */
function addLong(found: Candidates, words: string, at: number): void {
  // One by one: to take an array apart costs more than all that follows until it is compiled.
  const a = words.charCodeAt(at);
  const b = words.charCodeAt(at + 1);
  const c = words.charCodeAt(at + 2);
  add(found, byPiece.get(pieceOf(a, b, c, 0)));
  if (at + 3 < words.length) add(found, byPiece.get(pieceOf(a, b, c, words.charCodeAt(at + 3))));
}

function add(found: Candidates, more: Candidates | undefined): void {
  if (!more) return;
  found.other |= more.other;
  found.card |= more.card;
  found.weakCard |= more.weakCard;
  found.address |= more.address;
}
