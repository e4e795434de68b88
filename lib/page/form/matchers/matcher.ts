import type { FieldKind } from '../field-kind.ts';

/** 3: says it outright. 2: usual for it. 1: only among card fields does it mean this. */
export type Strength = 1 | 2 | 3;

/** Where words were read. Identifiers are developers' words, texts are what the shopper sees. */
export type WordSource = 'identifier' | 'text';

export interface Matcher {
  readonly kind: FieldKind;
  readonly strength: Strength;
  /** Tested against normalised words; the first match of a list wins. */
  readonly pattern: RegExp;
  /** Must be there too: concepts that stand in any order. */
  readonly and?: RegExp;
  readonly not?: RegExp;
  readonly only?: WordSource;
}

/** Pages repeat their words: labels of rows, classes of frameworks. Kept small, and never more than words. */
const known = new WeakMap<readonly Matcher[], Map<string, Matcher | undefined>>();
const MOST_KNOWN = 4_000;

/** Tells which matcher of a list says what some normalised words mean. */
export function matchWords(
  words: string,
  source: WordSource,
  matchers: readonly Matcher[],
): Matcher | undefined {
  if (!words) return undefined;
  let answers = known.get(matchers);
  if (!answers || answers.size > MOST_KNOWN) {
    answers = new Map<string, Matcher | undefined>();
    known.set(matchers, answers);
  }
  const key = `${source[0]}${words}`;
  if (answers.has(key)) return answers.get(key);
  const answer = matchers.find(
    ({ pattern, and, not, only }) =>
      (!only || only === source) && pattern.test(words) && (!and || and.test(words)) && !not?.test(words),
  );
  answers.set(key, answer);
  return answer;
}
