import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { AS_ROOT, CHROMIUM } from '../fixtures/launch-browser.ts';
import { rootDir } from '../tooling/paths.ts';

/**
 * Puts five pictures of the gallery on the stores' format. `npm run store:pictures` draws the gallery first.
 * 1280 × 800, PNG without alpha: https://developer.chrome.com/docs/webstore/images
 */
const FORMAT = { width: 1280, height: 800 };
const GALLERY = join(rootDir, '.output/gallery');
const TARGET = resolve(process.argv[2] ?? join(rootDir, 'docs/store/pictures'));

const PICTURES: readonly { of: string; title: string; text: string }[] = [
  {
    of: 'popup-sign-en-light',
    title: 'Sign once what may be spent',
    text: 'Who, how much, where, until when. Nothing an agent or a page says can move it.',
  },
  {
    of: 'popup-approve-en-light',
    title: 'See the filled page before Pay',
    text: 'The lines, the total, the exact shop, and a card that is dead until you approve.',
  },
  {
    of: 'popup-handoff-en-light',
    title: 'The page is yours when it wants a person',
    text: 'A bank’s check, a log-in, a puzzle: pass it in the live tab, and the run goes on.',
  },
  {
    of: 'popup-unknown-en-light',
    title: 'What is not known is said as not known',
    text: 'Pay is pressed once. Nothing is tried again, and no page is taken at its word.',
  },
  {
    of: 'dashboard-idle-en-light',
    title: 'Everything that happened, to the cent',
    text: 'Budgets, cards, payments and refunds in one log that anyone can verify.',
  },
];

const tokens = await readFile(join(rootDir, 'components/styles/tokens.css'), 'utf8');
const style = `${tokens}
body { margin: 0; display: flex; align-items: center; gap: 56px; padding: 0 72px; box-sizing: border-box;
  width: ${FORMAT.width}px; height: ${FORMAT.height}px; overflow: hidden; color-scheme: light;
  background: var(--cs-bg); color: var(--cs-ink); font-family: var(--cs-font); }
div { flex: 1 1 0; } h1 { font-size: 44px; line-height: 52px; margin: 0 0 16px; } p { font-size: 22px; line-height: 32px; margin: 0; }
img { max-height: 704px; border: 1px solid var(--cs-line); border-radius: 12px; }
body.wide { flex-direction: column; justify-content: flex-start; align-items: flex-start; gap: 28px; padding: 48px 72px 0; }
body.wide div { flex: none; } body.wide img { width: 1136px; max-height: none; }`;

const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: [...AS_ROOT],
});
const page = await browser.newPage({ viewport: FORMAT });
await mkdir(TARGET, { recursive: true });
for (const { of, title, text } of PICTURES) {
  const picture = (await readFile(join(GALLERY, `${of}.png`))).toString('base64');
  await page.setContent(
    `<!doctype html><html lang="en"><style>${style}</style><body class="${of.startsWith('dashboard') ? 'wide' : ''}">
<div><h1>${title}</h1><p>${text}</p></div><img src="data:image/png;base64,${picture}" alt=""></body></html>`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  await writeFile(join(TARGET, `${of.replace('-en-light', '')}.png`), await page.screenshot());
}
await browser.close();
