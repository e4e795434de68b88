import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { AS_ROOT } from '../fixtures/launch-browser.ts';
import { buildDetector } from '../tooling/build.ts';
import { findChromium } from '../tooling/find-chromium.ts';
import { detectorScript } from '../tooling/paths.ts';
import { openChromePeer, SHOWS_PREDICTIONS, type ChromePeer } from './chrome-peer.ts';
import type { Corpus, LabelledPage } from './corpus.ts';
import { judgePage } from './judge-page.ts';
import type { JudgedPage } from './score-pages.ts';
import { serveCorpus } from './serve-corpus.ts';

/** A Chromium that shows a corpus' pages and reaches nothing else. */
export interface ScoringBrowser {
  readonly browser: Browser;
  readonly page: Page;
  /** The built detector. */
  readonly script: string;
  readonly address: string;
  judge(page: LabelledPage): Promise<JudgedPage>;
  /** Judges a page by what Chrome's own autofill predicts. */
  judgePeer(page: LabelledPage): Promise<JudgedPage>;
  close(): Promise<void>;
}

/** Builds the detector, serves the corpus without its labels and opens a browser on it. */
export async function openScoringBrowser(
  corpus: Corpus,
  say: (line: string) => void,
): Promise<ScoringBrowser> {
  const found = await findChromium(say);
  if ('problem' in found) throw new Error(found.problem);
  await buildDetector(say);
  const script = await readFile(detectorScript, 'utf8');
  const served = await serveCorpus(corpus);
  const launch = (more: readonly string[] = []) =>
    chromium.launch({
      executablePath: found.executablePath,
      args: ['--disable-gpu', ...AS_ROOT, ...more],
    });
  const browser = await launch();
  const context = await browser.newContext({ bypassCSP: true });
  await context.route('**', (route) =>
    route.request().url().startsWith(served.address) ? route.continue() : route.abort(),
  );
  const page = await context.newPage();
  let peer: ChromePeer | undefined;
  const openPeer = async () => openChromePeer(await launch([SHOWS_PREDICTIONS]), corpus, served.address);
  return {
    browser,
    page,
    script,
    address: served.address,
    judge: (own) => judgePage(page, { page: own, corpus, address: served.address, script }),
    async judgePeer(own) {
      peer ??= await openPeer();
      return peer.judge(own);
    },
    async close() {
      await peer?.close();
      await browser.close();
      await served.close();
    },
  };
}
