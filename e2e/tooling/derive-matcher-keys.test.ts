import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { ownPages } from '../form-pages/form-pages.ts';
import { normaliseText, wordsOfIdentifier } from '../../lib/page/dom/text.ts';
import { matchWords } from '../../lib/page/form/matchers/match-words.ts';
import { MATCHER_LISTS, type MatcherListName } from '../../lib/page/form/matchers/matcher-lists.ts';
import type { WordSource } from '../../lib/page/form/matchers/matcher.ts';
import { deriveMatcherKeys } from './derive-matcher-keys.ts';

const KEYS_FILE = fileURLToPath(new URL('../../lib/page/form/matchers/matcher-keys.ts', import.meta.url));

/** Every word that our own pages show or name a field by. */
async function wordsOfPages(): Promise<Set<string>> {
  const corpus = ownPages();
  const words = new Set<string>();
  for (const { file } of corpus.pages) {
    const html = await corpus.read(file);
    for (const [, text] of html.matchAll(/>([^<>]+)</g)) words.add(normaliseText(text!).slice(0, 140));
    for (const [, value] of html.matchAll(/(?:name|id|placeholder|class|aria-label|title)="([^"]+)"/g)) {
      words.add(normaliseText(value!));
      words.add(wordsOfIdentifier(value!));
    }
  }
  return words;
}

/** What each list answers when every matcher is asked in turn. */
function askEveryMatcher(words: string, source: WordSource, list: MatcherListName) {
  return MATCHER_LISTS[list].find(
    ({ pattern, and, not, only }) =>
      (!only || only === source) && pattern.test(words) && (!and || and.test(words)) && !not?.test(words),
  );
}

describe('keys of the matchers', () => {
  it('are the ones that are written down (vitest -u writes them)', async () => {
    const source = `// Derived from the patterns beside it, and held equal to them by a test: never edited by hand.
/** For each matcher, pieces of which its words hold at least one; \`*\` where none is sure. */
export const MATCHER_KEYS = ${JSON.stringify(deriveMatcherKeys(MATCHER_LISTS))} as const;`;
    const text = await format(source, { ...(await resolveConfig(KEYS_FILE)), parser: 'typescript' });
    await expect(text).toMatchFileSnapshot(KEYS_FILE);
  });

  it('never keep a matcher from words that it knows', async () => {
    const words = await wordsOfPages();
    expect(words.size).toBeGreaterThan(1_000);
    const lists = Object.keys(MATCHER_LISTS) as MatcherListName[];
    for (const own of words)
      for (const list of lists)
        for (const source of ['text', 'identifier'] as const)
          if (own !== '') expect(matchWords(own, source, list), own).toBe(askEveryMatcher(own, source, list));
  });

  it('fit the bits of one number', () => {
    for (const matchers of Object.values(MATCHER_LISTS)) expect(matchers.length).toBeLessThan(32);
  });
});
