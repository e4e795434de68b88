import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { AS_ROOT, CHROMIUM } from '../fixtures/launch-browser.ts';
import { CLOSE, OPEN } from './pseudo-message.ts';
import type { Shot } from './shot.ts';
import { GALLERY_NOW, SNAPSHOTS } from './snapshots.ts';
import { writeIndex } from './write-index.ts';

/**
 * Renders every screen × theme × locale to PNG and one page of them all, and judges each: axe, text that came from no
 * message, and words cut off or running out of their box when translations grow. `npm run gallery -- [folder] [part of a name]`.
 */
const folder = resolve(process.argv[2] ?? '.output/gallery');
const only = process.argv[3] ?? '';
const LOCALES = ['en', 'de', 'ar', 'pseudo'];
const THEMES = ['light', 'dark'] as const;
const SHAPES: Readonly<Record<Shot['shape'], { width: number; height: number }>> = {
  popup: { width: 380, height: 560 },
  panel: { width: 360, height: 880 },
  narrow: { width: 320, height: 700 },
  dashboard: { width: 1200, height: 900 },
  overlay: { width: 640, height: 200 },
};
const PAGES = ['mandates', 'mandates/new', 'cards', 'activity', 'agents', 'sites', 'profiles', 'wallet', 'metrics', 'security', 'diagnostics']; // prettier-ignore

type Scene = Pick<Shot, 'screen' | 'shape' | 'path'>;

const SCENES: readonly Scene[] = [
  ...Object.keys(SNAPSHOTS).map((screen): Scene => ({ screen, shape: 'popup', path: '' })),
  ...['running', 'handoff', 'approve'].map((screen): Scene => ({ screen, shape: 'panel', path: '' })),
  ...['approve-changed', 'idle'].map((screen): Scene => ({ screen, shape: 'narrow', path: '' })),
  ...['idle', 'empty', 'stopped', 'paid-excess', 'approve', 'locked', 'create'].map(
    (screen): Scene => ({ screen, shape: 'dashboard', path: '' }),
  ),
  ...PAGES.map((path): Scene => ({ screen: 'idle', shape: 'dashboard', path })),
  ...['agent', 'operator'].map((screen): Scene => ({ screen, shape: 'overlay', path: '' })),
  { screen: 'idle', shape: 'dashboard', path: 'mandates/mand_0123456789abcdef' },
  { screen: 'paid', shape: 'dashboard', path: 'checkouts/chk_paid456789abcdef' },
  { screen: 'paid-excess', shape: 'dashboard', path: 'checkouts/chk_paid456789abcdef' },
];

const shots: readonly Shot[] = SCENES.flatMap((scene) =>
  LOCALES.flatMap((locale) =>
    THEMES.filter((theme) => locale !== 'pseudo' || theme === 'light').map((theme) => ({
      ...scene,
      locale,
      theme,
      name: [scene.shape, scene.screen, scene.path.replaceAll('/', '-'), locale, theme]
        .filter(Boolean)
        .join('-'),
    })),
  ),
).filter(({ name }) => name.includes(only));

/** Texts on the page that stand outside of every translated message, though they read as words. */
function findHardCoded(page: Page): Promise<string[]> {
  return page.evaluate(
    ([open, close]) => {
      const found: string[] = [];
      const inside = (text: string) =>
        text.replace(new RegExp(`${open}[^${close}]*${close}`, 'gu'), ' ').replaceAll(close, ' ');
      const isData = (node: Node) =>
        node.parentElement?.closest(
          'bdi, time, .dom, .amt, .ref, .code, .t, .seal, q, pre, select, style, script, strong, .chip, h1 .nowrap, .nowrap, [translate=no]',
        );
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let depth = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        const wasInside = depth > 0;
        depth += text.split(open).length - text.split(close).length;
        if (wasInside || depth > 0 || text.includes(close) || isData(node)) continue;
        if (/\p{L}{3,}/u.test(inside(text))) found.push(text.trim());
      }
      for (const element of document.querySelectorAll('[aria-label],[title],[placeholder],[alt]')) {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
          const text = element.getAttribute(name) ?? '';
          if (/\p{L}{3,}/u.test(text) && !text.includes(open) && !element.matches('.amt, .dom, .amt *'))
            found.push(`${name}: ${text}`);
        }
      }
      return found;
    },
    [OPEN, CLOSE] as const,
  );
}

/** Boxes that run out of the window, and controls whose words are wider than they are. */
function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > window.innerWidth + 1) found.push('the page scrolls sideways');
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, .btn, label, h1, h2, th, .status span',
    )) {
      const style = getComputedStyle(element);
      if (style.display === 'none' || element.closest('.vh') || element.clientWidth === 0) continue;
      if (element.scrollWidth > element.clientWidth + 2 && style.display !== 'inline')
        found.push(`cut: ${element.innerText.slice(0, 40)}`);
    }
    return found;
  });
}

async function reach(page: Page, { screen, shape }: Shot): Promise<void> {
  await page.locator('h1, .empty').first().waitFor();
  if (shape === 'dashboard') return;
  if (screen === 'open-mandate') await page.locator('.name').first().click();
  if (['paid', 'paid-excess', 'refused'].includes(screen)) await page.locator('.rowbtn').first().click();
}

async function take(browser: Browser, origin: string, shot: Shot): Promise<string[]> {
  const context = await browser.newContext({
    viewport: SHAPES[shot.shape],
    colorScheme: shot.theme,
    deviceScaleFactor: 2,
    timezoneId: 'Europe/Berlin',
  });
  const page = await context.newPage();
  // tsx keeps names by a call of its own, which a function sent to the page takes along.
  await page.addInitScript('globalThis.__name = (target) => target');
  await page.clock.setFixedTime(GALLERY_NOW);
  const shape = shot.shape === 'narrow' ? 'panel' : shot.shape;
  await page.goto(`${origin}/?screen=${shot.screen}&shape=${shape}&locale=${shot.locale}#/${shot.path}`);
  await reach(page, shot);
  await page.locator('.arming').waitFor({ state: 'detached' });
  await writeFile(
    join(folder, `${shot.name}.png`),
    await page.screenshot({ fullPage: shot.shape === 'dashboard' }),
  );
  const findings: string[] = [];
  if (shot.locale === 'pseudo')
    findings.push(...(await findHardCoded(page)).map((text) => `no message: ${text}`));
  findings.push(...(await findOverflow(page)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  await context.close();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  findings.push(
    ...serious.map(({ id, nodes }) => `axe ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  );
  return findings.map((finding) => `${shot.name}: ${finding}`);
}

await mkdir(folder, { recursive: true });
// Bundled once, as the extension is: a development server would hand some hundred modules to every picture.
const bundle = await mkdtemp(join(tmpdir(), 'cs-gallery-'));
await build({
  configFile: false,
  root: import.meta.dirname,
  plugins: [react()],
  logLevel: 'error',
  build: { outDir: bundle, emptyOutDir: true },
});
const server = await preview({
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  build: { outDir: bundle },
  preview: { host: '127.0.0.1', port: 0 },
});
const origin = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--disable-gpu', ...AS_ROOT],
});
const findings: string[] = [];
const waiting = [...shots];
const worker = async () => {
  for (let shot = waiting.shift(); shot; shot = waiting.shift())
    findings.push(...(await take(browser, origin, shot)));
};
await Promise.all([worker(), worker(), worker()]);
await writeIndex(folder, shots, findings);
await browser.close();
await server.close();
await rm(bundle, { recursive: true });
console.log(`${shots.length} pictures in ${join(folder, 'index.html')}`);
console.log(findings.length === 0 ? 'nothing found by axe, pseudo-locale or overflow' : findings.join('\n'));
process.exitCode = findings.length === 0 ? 0 : 1;
