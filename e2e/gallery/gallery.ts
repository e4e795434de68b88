import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { GALLERY_NOW, SNAPSHOTS } from './snapshots.ts';

/** Renders every screen × theme × locale to PNG and runs axe on each: `tsx e2e/gallery/gallery.ts [folder] [part of a name]`. */
const folder = resolve(process.argv[2] ?? '.output/gallery');
const only = process.argv[3] ?? '';
const LOCALES = ['en', 'de', 'ar'];
const THEMES = ['light', 'dark'] as const;
const SHAPES = { popup: { width: 380, height: 560 }, dashboard: { width: 1200, height: 900 } };

interface Shot {
  screen: string;
  shape: keyof typeof SHAPES;
  locale: string;
  theme: (typeof THEMES)[number];
}

const nameOf = ({ shape, screen, locale, theme }: Shot) => `${shape}-${screen}-${locale}-${theme}`;

function shots(): Shot[] {
  const screens: [string, keyof typeof SHAPES][] = [
    ...Object.keys(SNAPSHOTS).map((screen): [string, keyof typeof SHAPES] => [screen, 'popup']),
    ['idle', 'dashboard'],
  ];
  return screens
    .flatMap(([screen, shape]) =>
      LOCALES.flatMap((locale) => THEMES.map((theme) => ({ screen, shape, locale, theme }))),
    )
    .filter((shot) => nameOf(shot).includes(only));
}

async function take(browser: Browser, origin: string, shot: Shot): Promise<string[]> {
  const context = await browser.newContext({
    viewport: SHAPES[shot.shape],
    colorScheme: shot.theme,
    deviceScaleFactor: 2,
    timezoneId: 'Europe/Berlin',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(GALLERY_NOW);
  await page.goto(`${origin}/?screen=${shot.screen}&shape=${shot.shape}&locale=${shot.locale}`);
  await page.locator('h1').first().waitFor();
  if (shot.screen === 'open-mandate') await page.locator('.name').first().click();
  if (shot.screen === 'paid') await page.locator('.rowbtn').first().click();
  const name = nameOf(shot);
  await writeFile(join(folder, `${name}.png`), await page.screenshot());
  await page.locator('.arming').waitFor({ state: 'detached' });
  const { violations } = await new AxeBuilder({ page }).analyze();
  await context.close();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${name}: ${id} ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

await mkdir(folder, { recursive: true });
const server = await createServer({
  configFile: false,
  root: import.meta.dirname,
  plugins: [react()],
  logLevel: 'error',
  server: { host: '127.0.0.1', port: 0 },
});
await server.listen();
const origin = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const findings: string[] = [];
for (const shot of shots()) findings.push(...(await take(browser, origin, shot)));
await browser.close();
await server.close();
console.log(findings.length === 0 ? 'axe: no serious finding' : findings.join('\n'));
process.exitCode = findings.length === 0 ? 0 : 1;
