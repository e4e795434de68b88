import type { Matcher, Strength, WordSource } from './matcher.ts';
import { MATCHER_LISTS, type MatcherListName } from './matcher-lists.ts';
import { candidatesFor, type Candidates } from './word-keys.ts';

/** Pages repeat their words: labels of rows, classes of frameworks. Kept small, and never more than words. */
const known = new Map<string, Candidates>();
const MOST_KNOWN = 4_000;

function candidatesOf(words: string): Candidates {
  let candidates = known.get(words);
  if (!candidates) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(words, (candidates = candidatesFor(words)));
  }
  return candidates;
}

/** Tells whether a matcher could know some words outright; a cheap question, whose answer "no" is sure. */
export function mayMean(words: string): boolean {
  if (words === '') return false;
  const { other, card, address } = candidatesOf(words);
  return (other | card | address) !== 0;
}

/** Tells which matcher of a list says what some normalised words mean: the first that matches. */
export function matchWords(
  words: string,
  source: WordSource,
  list: MatcherListName,
  leastStrength: Strength = 1,
): Matcher | undefined {
  if (words === '') return undefined;
  const candidates = candidatesOf(words);
  const matchers = MATCHER_LISTS[list];
  for (let rest = candidates[list]; rest !== 0; rest &= rest - 1) {
    const matcher = matchers[31 - Math.clz32(rest & -rest)]!;
    if (matcher.strength >= leastStrength && isMatch(matcher, words, source)) return matcher;
  }
  return undefined;
}

/** Tells what some words mean where nothing but a card field is asked about. */
export function matchCardWords(words: string): Matcher | undefined {
  return matchWords(words, 'text', 'card') ?? matchWords(words, 'text', 'weakCard');
}

function isMatch({ pattern, and, not, only }: Matcher, words: string, source: WordSource): boolean {
  if (only !== undefined && only !== source) return false;
  return pattern.test(words) && (!and || and.test(words)) && !not?.test(words);
}
