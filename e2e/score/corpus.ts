import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A labelled page: each control of a known kind carries `data-truth`, and `data-truth-alt` for what counts too. */
export interface LabelledPage {
  readonly file: string;
  /** Holds card fields. */
  readonly isPayment: boolean;
  /** A control without a label is known to be no field. */
  readonly isComplete: boolean;
  /** Comes from where no card detector was built on. */
  readonly isNeutral: boolean;
  readonly half: 'tuned' | 'untouched' | null;
}

/** A folder of labelled pages, or pages drawn by code. */
export interface Corpus {
  readonly name: string;
  readonly pages: readonly LabelledPage[];
  has(file: string): boolean;
  read(file: string): Promise<string>;
}

interface ManifestEntry {
  readonly file: string;
  readonly source?: string;
  readonly cc_forms?: number;
  readonly complete?: boolean;
}

/** Origins whose pages no card detector was built on. */
const NEUTRAL: ReadonlySet<string> = new Set(['wild', 'templates']);

/** The rules were tuned on the half whose hash begins with an even digit; the other half was never looked at. */
export function halfOf(file: string): 'tuned' | 'untouched' {
  const first = createHash('sha256').update(file).digest('hex')[0]!;
  return Number.parseInt(first, 16) % 2 === 0 ? 'tuned' : 'untouched';
}

/** Opens a folder with a `manifest.json` (a list of pages, or an object that holds one), or one above it. */
export async function openCorpus(folder: string): Promise<Corpus> {
  const root = existsSync(join(folder, 'manifest.json')) ? folder : join(folder, 'pages');
  const manifest = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8')) as
    | ManifestEntry[]
    | { pages: ManifestEntry[] };
  const pages = (Array.isArray(manifest) ? manifest : manifest.pages).map(
    ({ file, source, cc_forms, complete }): LabelledPage => ({
      file,
      isPayment: (cc_forms ?? 0) > 0,
      isComplete: complete ?? false,
      isNeutral: NEUTRAL.has(source ?? ''),
      half: halfOf(file),
    }),
  );
  const files = new Set(pages.map(({ file }) => file));
  return {
    name: folder,
    pages,
    has: (file) => files.has(file),
    read: (file) => readFile(join(root, file), 'utf8'),
  };
}

const LABEL = /\sdata-(truth(?:-alt)?)=("[^"]*"|'[^']*'|[^\s>]+)/g;

/** Gives a page without its labels. */
export function stripLabels(html: string): string {
  return html.replace(LABEL, '');
}
