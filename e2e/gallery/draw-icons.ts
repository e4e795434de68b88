import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { AS_ROOT, CHROMIUM } from '../fixtures/launch-browser.ts';

/** Draws the toolbar icons of `public/icon` from `icon.svg`. Run again when the drawing changes. */
const svg = await readFile(new URL('./icon.svg', import.meta.url), 'utf8');
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: [...AS_ROOT],
});
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const file = new URL(`../../public/icon/${size}.png`, import.meta.url);
  await writeFile(file, await page.screenshot({ omitBackground: true }));
}
await browser.close();
