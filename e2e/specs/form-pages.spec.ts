import { expect, test } from '@playwright/test';
import { ownPages } from '../form-pages/form-pages.ts';
import { KNOWN_FAILURES } from '../form-pages/known-failures.ts';
import { failuresOf } from '../form-pages/page-failures.ts';
import { openScoringBrowser, type ScoringBrowser } from '../score/scoring-browser.ts';

// One browser for all pages: each takes a few milliseconds.
test.describe.configure({ mode: 'default' });

const corpus = ownPages();
const groupOf = (file: string): string => file.replace(/^drawn\/(\w+)-.*$/, 'drawn/$1');
const groups = [...new Set(corpus.pages.map(({ file }) => groupOf(file)))];
let scoring: ScoringBrowser;

test.beforeAll(async () => {
  scoring = await openScoringBrowser(corpus, () => undefined);
});
test.afterAll(() => scoring.close());

for (const group of groups) {
  test(`[A35] fields of ${group} are read as labelled, but for the listed failures`, async () => {
    const failures: Record<string, string[]> = {};
    const listed: Record<string, readonly string[]> = {};
    for (const page of corpus.pages.filter(({ file }) => groupOf(file) === group)) {
      const found = failuresOf(await scoring.judge(page));
      if (found.length > 0) failures[page.file] = found;
      const known = KNOWN_FAILURES[page.file];
      if (known) listed[page.file] = known;
    }
    expect(failures).toEqual(listed);
  });
}

test('every listed failure is on a page that exists', () => {
  expect(Object.keys(KNOWN_FAILURES).filter((file) => !corpus.has(file))).toEqual([]);
});
