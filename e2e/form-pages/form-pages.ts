import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Corpus } from '../score/corpus.ts';
import { LAYOUTS } from './layouts.ts';
import { LANGUAGES } from './words.ts';

const FOLDER = fileURLToPath(new URL('pages/', import.meta.url));

/** Draws every layout in every language; which of several wordings a page takes differs with both. */
function drawPages(): Map<string, { html: string; isPayment: boolean }> {
  const pages = new Map<string, { html: string; isPayment: boolean }>();
  Object.entries(LANGUAGES).forEach(([language, words], own) => {
    LAYOUTS.forEach(({ name, isPayment, draw }, index) => {
      const say = (key: Exclude<keyof typeof words, 'monthYear'>): string =>
        words[key][(own + index) % words[key].length]!;
      const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${language}</title><body>${draw(say, words.monthYear)}</body></html>`;
      pages.set(`drawn/${language}-${name}.html`, { html, isPayment });
    });
  });
  return pages;
}

/** The project's own labelled pages: those drawn from words and layouts, and those written whole. */
export function ownPages(): Corpus {
  const pages = drawPages();
  for (const file of readdirSync(FOLDER).sort()) {
    const html = readFileSync(`${FOLDER}${file}`, 'utf8');
    pages.set(`written/${file}`, { html, isPayment: /data-truth="cc-/.test(html) });
  }
  return {
    name: 'own pages',
    pages: [...pages].map(([file, { isPayment }]) => ({
      file,
      isPayment,
      isComplete: true,
      isNeutral: true,
      half: null,
    })),
    read: (file) => Promise.resolve(pages.get(file)?.html ?? ''),
    has: (file) => pages.has(file),
  };
}
