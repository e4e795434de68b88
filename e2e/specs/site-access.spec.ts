import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { connectAgent } from '../fixtures/agent.ts';
import {
  createHome,
  launchBrowser,
  removeHome,
  type BrowserHome,
  type LaunchedBrowser,
} from '../fixtures/launch-browser.ts';
import { createOperator } from '../fixtures/operator.ts';
import { admitAgent } from '../fixtures/pairing.ts';
import { waitUntil } from '../fixtures/test.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { countersignCommand, developmentExtensionDir, releaseExtensionDir } from '../tooling/paths.ts';

const SHOPS = ['https://other.example/*', 'https://shop.example/*'];

type Manifest = Record<string, unknown>;

/** A build with another manifest. */
async function copyWith(
  build: string,
  home: BrowserHome,
  change: (manifest: Manifest) => Manifest,
): Promise<string> {
  const copy = join(home.root, 'build');
  await cp(build, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  await writeFile(file, JSON.stringify(change(manifest)));
  return copy;
}

/**
 * The release build with two sites given. Its own prompt cannot be answered headless, so the copy asks for them in its
 * manifest, and Chromium's page for extensions takes them back and gives them, as a person can.
 */
const test = base.extend<{ released: LaunchedBrowser }>({
  released: async ({}, use) => {
    const home = await createHome();
    const extensionDirectory = await copyWith(releaseExtensionDir, home, (manifest) => ({
      ...manifest,
      optional_host_permissions: undefined,
      host_permissions: SHOPS,
    }));
    const browser = await launchBrowser({
      extensionDirectory,
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

const SEEN = ['127.0.0.1', 'issuer.localhost', 'pay.localhost', 'shop.localhost'].map(
  (host) => `http://${host}/*`,
);

base(
  'a shop that the operator did not let us see is refused by name, before a tab opens or a card exists',
  async () => {
    base.setTimeout(240_000);
    const sandbox = await startSandbox({ seed: 1 });
    const home = await createHome();
    const extensionDirectory = await copyWith(developmentExtensionDir, home, (manifest) => ({
      ...manifest,
      host_permissions: SEEN,
      content_scripts: (manifest.content_scripts as object[]).map((one) => ({ ...one, matches: SEEN })),
    }));
    const browser = await launchBrowser({
      extensionDirectory,
      home,
    });
    const operator = createOperator(() => browser);
    const popup = await operator.popup();
    await Promise.all([
      operator.firstRun({ issuer: sandbox.urls.issuer, apiKey: sandbox.apiKey }),
      waitUntil(() => popup.tryPress('Only shops in my mandates'), 120_000),
    ]);
    const agent = await connectAgent({ command: countersignCommand, stateDirectory: home.stateDirectory });
    await admitAgent(agent, operator, 'Desk agent');
    const mandate = await agent.call<{ id: string }>('payment_request', {
      amount: '50.00',
      currency: 'USD',
      purpose: 'Office supplies',
      merchants: ['shop.localhost', 'other.localhost'],
    });
    const tabs = browser.context.pages().length;
    const refusalAt = (tool: string, shop: string) =>
      agent.call(tool, { mandate: mandate.id, url: `${shop}/checkout` }).then(() => 'it went on', String);
    for (const tool of ['checkout_preview', 'payment_execute']) {
      expect(await refusalAt(tool, sandbox.urls.other)).toContain(
        'site_not_allowed: The operator does not let Countersign see other.localhost.',
      );
      // The shop that may be seen gets as far as the mandate, which nobody has signed.
      expect(await refusalAt(tool, sandbox.urls.shop)).toContain('mandate_pending_signature');
    }
    expect(browser.context.pages()).toHaveLength(tabs);
    expect(sandbox.control.requests('shop')).toEqual([]);
    expect(sandbox.control.cards()).toEqual([]);
    await agent.close();
    await browser.close();
    await removeHome(home);
    await sandbox.close();
  },
);
