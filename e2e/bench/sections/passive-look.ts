import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { AS_ROOT } from '../../fixtures/launch-browser.ts';
import { build } from 'vite';
import { buildProject } from '../../tooling/build.ts';
import { releaseExtensionDir } from '../../tooling/paths.ts';
import type { BenchContext } from '../bench-context.ts';

const ENTRY = fileURLToPath(new URL('../../../lib/page/passive-look.ts', import.meta.url));
const SIZES = [500, 5_000, 50_000];

async function bundleLook(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: ENTRY, formats: ['iife'], name: 'passiveLook', fileName: 'look' } },
  });
  const chunk = [result].flat().flatMap((output) => ('output' in output ? output.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error('the look was not bundled');
  return `${chunk.code}\nglobalThis.passiveLook = passiveLook;`;
}

function page(elements: number): string {
  const rows = Array.from(
    { length: elements / 5 },
    (_, index) => `<div><a href="#${index}">Row</a><p>Some <b>text</b></p><input name="f${index}"></div>`,
  );
  return `<!doctype html><main>${rows.join('')}</main>`;
}

/** Looks at pages without a checkout, beside one native query over the same elements; the page must stay as it was. */
export async function measurePassiveLook({ executablePath, say }: BenchContext): Promise<object> {
  const script = await bundleLook();
  const browser = await chromium.launch({
    executablePath,
    args: ['--disable-gpu', ...AS_ROOT],
  });
  const tab = await browser.newPage();
  const sizes: Record<string, object> = {};
  for (const elements of SIZES) {
    await tab.goto('about:blank');
    await tab.setContent(page(elements));
    await tab.addScriptTag({ content: script });
    sizes[elements] = await tab.evaluate(() => {
      const { looksLikeCheckout } = (
        globalThis as unknown as { passiveLook: { looksLikeCheckout: (document: Document) => boolean } }
      ).passiveLook;
      const before = document.documentElement.outerHTML;
      const baselines: number[] = [];
      const looks: number[] = [];
      for (let round = 0; round < 60; round += 1) {
        const since = performance.now();
        void document.querySelectorAll('*').length;
        const walked = performance.now();
        looksLikeCheckout(document);
        looks.push(performance.now() - walked);
        baselines.push(walked - since);
      }
      return {
        baseline_ms: Number(baselines.sort((a, b) => a - b)[30]!.toFixed(2)),
        measured_ms: Number(looks.sort((a, b) => a - b)[30]!.toFixed(2)),
        page_unchanged: document.documentElement.outerHTML === before,
      };
    });
  }
  await browser.close();
  await buildProject({ isDevelopment: false, say });
  return {
    baseline: "one native query for every element (`querySelectorAll('*')`)",
    elements: sizes,
    /** The script that every page loads, as the release build has it. */
    script_gzip_bytes: gzipSync(readFileSync(join(releaseExtensionDir, 'page-look.js'))).length,
  };
}
