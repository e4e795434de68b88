import { parseArgs } from 'node:util';
import { ownPages } from '../form-pages/form-pages.ts';
import { openCorpus } from './corpus.ts';
import { scorePages, type JudgedPage, type Score } from './score-pages.ts';
import { openScoringBrowser } from './scoring-browser.ts';

const { values } = parseArgs({
  options: {
    /** A folder of labelled pages; the project's own without it. */
    corpus: { type: 'string' },
    json: { type: 'boolean', default: false },
    /** Runs this half only. Tuning looks at `tuned` and never at the other. */
    half: { type: 'string' },
    /** Scores another detector beside ours, on the same pages in the same browser. */
    peer: { type: 'string' },
  },
});

const corpus = values.corpus ? await openCorpus(values.corpus) : ownPages();
const scoring = await openScoringBrowser(corpus, (line) => void process.stderr.write(`${line}\n`));
const judged: JudgedPage[] = [];
const byPeer: JudgedPage[] = [];
if (values.peer && values.peer !== 'chrome') throw new Error('the only peer is chrome');
for (const page of corpus.pages) {
  if (values.half && page.half !== values.half) continue;
  judged.push(await scoring.judge(page));
  if (values.peer) byPeer.push(await scoring.judgePeer(page));
}
await scoring.close();

const halves = new Map(corpus.pages.map(({ file, half }) => [file, half]));
const scores = scoreHalves(judged);
if (values.peer)
  for (const [name, score] of Object.entries(scoreHalves(byPeer))) scores[`${values.peer}, ${name}`] = score;
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ halves: 'sha256(file), first digit even = tuned', scores }, null, 2)}\n`,
  );
else for (const [name, score] of Object.entries(scores)) process.stdout.write(describe(name, score));

function scoreHalves(pages: readonly JudgedPage[]): Record<string, Score> {
  const scored: Record<string, Score> = { all: scorePages(pages) };
  for (const half of ['tuned', 'untouched'] as const) {
    const own = pages.filter(({ file }) => halves.get(file) === half);
    if (own.length > 0) scored[half] = scorePages(own);
  }
  return scored;
}

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
