import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { createHome, launchBrowser, removeHome, type LaunchedBrowser } from '../fixtures/launch-browser.ts';
import { countersignCommand, releaseExtensionDir } from '../tooling/paths.ts';

const SHOPS = ['https://other.example/*', 'https://shop.example/*'];

/**
 * The release build with two sites given. Its own prompt cannot be answered headless, so the copy asks for them in its
 * manifest, and Chromium's page for extensions takes them back and gives them, as a person can.
 */
const test = base.extend<{ released: LaunchedBrowser }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from this pattern
  released: async ({}, use) => {
    const home = await createHome();
    const extensionDirectory = join(home.root, 'release');
    await cp(releaseExtensionDir, extensionDirectory, { recursive: true });
    const file = join(extensionDirectory, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    delete manifest.optional_host_permissions;
    await writeFile(file, JSON.stringify({ ...manifest, host_permissions: SHOPS }));
    const browser = await launchBrowser({
      executablePath: process.env.COUNTERSIGN_CHROMIUM ?? '/usr/bin/chromium',
      extensionDirectory,
      command: countersignCommand,
      isHeadless: true,
      home,
    });
    await use(browser);
    await browser.close();
    await removeHome(home);
  },
});

interface DeveloperPrivate {
  updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
  addHostPermission(extensionId: string, host: string): Promise<void>;
}

/** Takes back all sites and gives one, on Chromium's own page for extensions. */
async function giveOnly(browser: LaunchedBrowser, site: string | undefined): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    async ([id, host]) => {
      const { developerPrivate } = (
        globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }
      ).chrome;
      await developerPrivate.updateExtensionConfiguration({ extensionId: id!, hostAccess: 'ON_CLICK' });
      if (host !== undefined) await developerPrivate.addHostPermission(id!, host);
    },
    [browser.extensionId, site],
  );
  await page.close();
}

const lookedAt = (browser: LaunchedBrowser) =>
  browser.worker().evaluate(async () => {
    const { scripting } = (
      globalThis as unknown as {
        chrome: { scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> } };
      }
    ).chrome;
    return (await scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches).sort();
  });

test('[G3] a release build looks at exactly the sites that are given, and at none once they are taken back', async ({
  released,
}) => {
  await expect.poll(() => lookedAt(released)).toEqual(SHOPS);
  await giveOnly(released, undefined);
  await expect.poll(() => lookedAt(released)).toEqual([]);
  await giveOnly(released, SHOPS[1]);
  await expect.poll(() => lookedAt(released)).toEqual([SHOPS[1]]);
  await released.restartWorker();
  expect(await lookedAt(released)).toEqual([SHOPS[1]]);
});
