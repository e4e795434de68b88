import type { Matcher, Strength, WordSource } from './matcher.ts';
import { MATCHER_LISTS, type MatcherListName } from './matcher-lists.ts';
import { candidatesFor, type Candidates } from './word-keys.ts';

/** Normalised words beside the matchers that may know them: found once, since every list is asked about them. */
export interface HeardWords {
  readonly words: string;
  readonly candidates: Candidates;
}

const NOTHING: HeardWords = { words: '', candidates: { other: 0, card: 0, weakCard: 0, address: 0 } };

/** Pages repeat their words: labels as names, classes of frameworks. Kept small, and never more than words. */
const known = new Map<string, HeardWords>();
const MOST_KNOWN = 4_000;

/** Reads some words once for all lists. */
export function hearWords(words: string): HeardWords {
  if (words === '') return NOTHING;
  let heard = known.get(words);
  if (!heard) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(words, (heard = { words, candidates: candidatesFor(words) }));
  }
  return heard;
}

/** A part of what was heard: no matcher knows it that could not know the whole. */
export function partOf({ candidates }: HeardWords, words: string): HeardWords {
  return { words, candidates };
}

/** Tells whether a matcher could know some words outright; a cheap question, whose answer "no" is sure. */
export function mayMean({ candidates: { other, card, address } }: HeardWords): boolean {
  return (other | card | address) !== 0;
}

/** Tells which matcher of a list says what some words mean: the first that matches. */
export function matchHeard(
  { words, candidates }: HeardWords,
  source: WordSource,
  list: MatcherListName,
  leastStrength: Strength = 1,
): Matcher | undefined {
  const matchers = MATCHER_LISTS[list];
  for (let rest = candidates[list]; rest !== 0; rest &= rest - 1) {
    const matcher = matchers[31 - Math.clz32(rest & -rest)]!;
    if (matcher.strength >= leastStrength && isMatch(matcher, words, source)) return matcher;
  }
  return undefined;
}

/** Tells which matcher of a list says what some normalised words mean. */
export function matchWords(words: string, source: WordSource, list: MatcherListName): Matcher | undefined {
  return matchHeard(hearWords(words), source, list);
}

/** Tells what some words mean where nothing but a card field is asked about. */
export function matchCardWords(words: string): Matcher | undefined {
  const heard = hearWords(words);
  return matchHeard(heard, 'text', 'card') ?? matchHeard(heard, 'text', 'weakCard');
}

function isMatch(matcher: Matcher, words: string, source: WordSource): boolean {
  const { pattern, and, not, only, shortest } = matcher;
  if (only !== undefined && only !== source) return false;
  if (shortest !== undefined && words.length < shortest) return false;
  return pattern.test(words) && (!and || and.test(words)) && !not?.test(words);
}
