import type { Page } from '@playwright/test';
import type { Corpus, LabelledPage } from './corpus.ts';
import type { Judged, JudgedPage } from './score-pages.ts';

interface Labelled {
  readonly truth: string | null;
  readonly alternatives: string[];
}

/** Controls that can carry a label, in document order: the same list on the labelled and on the stripped page. */
export const CONTROLS = 'input, select, textarea';

/** Runs the detector on the stripped page and lays its answers beside the labels. */
export async function judgePage(
  browserPage: Page,
  { page, corpus, address, script }: { page: LabelledPage; corpus: Corpus; address: string; script: string },
): Promise<JudgedPage> {
  const html = await corpus.read(page.file);
  await browserPage.goto(`${address}/${page.file}`, { waitUntil: 'load' });
  const labels = await readLabels(browserPage, html);
  await browserPage.addScriptTag({ content: script });
  const { found, durationMs } = await browserPage.evaluate((selector) => {
    type Detected = { element: Element; token: string }[];
    const { countersignDetect: detect } = globalThis as unknown as {
      countersignDetect: (document: Document) => Detected;
    };
    const start = performance.now();
    const detected = detect(document);
    const took = performance.now() - start;
    const tokens = new Map(detected.map(({ element, token }) => [element, token]));
    return {
      durationMs: took,
      found: [...document.querySelectorAll(selector)].map((element) => ({
        token: tokens.get(element) ?? null,
        what: element.outerHTML.slice(0, 160).replace(/\s+/g, ' '),
      })),
    };
  }, CONTROLS);
  const controls = labels.map(
    ({ truth, alternatives }, index): Judged => ({
      truth,
      alternatives,
      found: found[index]?.token ?? null,
      what: found[index]?.what ?? '',
    }),
  );
  return {
    file: page.file,
    isPayment: page.isPayment,
    isComplete: page.isComplete,
    isNeutral: page.isNeutral,
    controls,
    durationMs,
  };
}

/** Parses the labelled page apart from the shown one, so that the detector cannot meet a label. */
export function readLabels(browserPage: Page, html: string): Promise<Labelled[]> {
  return browserPage.evaluate(
    ({ source, selector }) => {
      const parsed = new DOMParser().parseFromString(source, 'text/html');
      return [...parsed.querySelectorAll(selector)].map((element) => ({
        truth: element.getAttribute('data-truth'),
        alternatives: (element.getAttribute('data-truth-alt') ?? '').split(/[\s,|]+/).filter(Boolean),
      }));
    },
    { source: html, selector: CONTROLS },
  );
}
