import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One page of a corpus, as its manifest describes it. */
export interface CorpusPage {
  readonly file: string;
  readonly source: string;
  readonly cc_forms: number;
  readonly complete: boolean;
}

/** Origins whose pages no card detector was built on. */
const NEUTRAL: ReadonlySet<string> = new Set(['wild', 'templates']);

export const isNeutral = ({ source }: CorpusPage): boolean => NEUTRAL.has(source);

/** Reads a corpus' manifest: a list of pages, or an object that holds one. */
export async function readManifest(corpus: string): Promise<CorpusPage[]> {
  const text = await readFile(join(corpus, 'pages', 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as CorpusPage[] | { pages: CorpusPage[] };
  return Array.isArray(manifest) ? manifest : manifest.pages;
}

/** The rules were tuned on the half whose hash begins with an even digit; the other half was never looked at. */
export function halfOf(file: string): 'tuned' | 'untouched' {
  const first = createHash('sha256').update(file).digest('hex')[0]!;
  return Number.parseInt(first, 16) % 2 === 0 ? 'tuned' : 'untouched';
}

const LABEL = /\sdata-(truth(?:-alt)?)=("[^"]*"|'[^']*'|[^\s>]+)/g;

/** Gives a page without its labels. */
export function stripLabels(html: string): string {
  return html.replace(LABEL, '');
}
