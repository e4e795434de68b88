import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { bundleDetector } from './bundle-detector.ts';
import { halfOf, readManifest } from './corpus-pages.ts';
import { judgePage } from './judge-page.ts';
import { scorePages, type JudgedPage, type Score } from './score-pages.ts';
import { serveCorpus } from './serve-corpus.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    json: { type: 'boolean', default: false },
    /** Shows misses of this half only. Tuning looks at `tuned` and never at the other. */
    half: { type: 'string' },
  },
});
if (!values.corpus)
  throw new Error('usage: tsx e2e/score/forms.ts --corpus DIR [--json] [--half tuned|untouched]');

const corpus = values.corpus;
const [manifest, script, served] = await Promise.all([
  readManifest(corpus),
  bundleDetector(),
  serveCorpus(corpus),
]);
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
});
const context = await browser.newContext({ javaScriptEnabled: true, bypassCSP: true });
await context.route('**', (route) =>
  route.request().url().startsWith(served.address) ? route.continue() : route.abort(),
);
const browserPage = await context.newPage();
const judged: JudgedPage[] = [];
for (const page of manifest) {
  if (values.half && halfOf(page.file) !== values.half) continue;
  judged.push(await judgePage(browserPage, { page, corpus, address: served.address, script }));
}
await browser.close();
await served.close();

const scores: Record<string, Score> = { all: scorePages(judged) };
for (const half of ['tuned', 'untouched'] as const) {
  const pages = judged.filter(({ file }) => halfOf(file) === half);
  if (pages.length > 0) scores[half] = scorePages(pages);
}
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ halves: 'sha256(file), first digit even = tuned', scores }, null, 2)}\n`,
  );
else for (const [name, score] of Object.entries(scores)) process.stdout.write(describe(name, score));

function describe(name: string, score: Score): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  return [
    `${name}: ${score.pages} pages`,
    `  card F1 ${percent(score.card.f1)} (precision ${percent(score.card.precision)}, recall ${percent(score.card.recall)})`,
    `  payment pages exact ${score.paymentPages.exact}/${score.paymentPages.of}, neutral ${score.neutralPages.exact}/${score.neutralPages.of} (F1 ${percent(score.neutralPages.card.f1)})`,
    `  false card pages ${score.falseCardPages.count}/${score.falseCardPages.of}`,
    `  address F1 ${percent(score.address.f1)} (precision ${percent(score.address.precision)}, recall ${percent(score.address.recall)})`,
    `  in-page time ${score.durationMs.median} ms median, ${score.durationMs.p95} ms p95`,
    '',
  ].join('\n');
}
