import { readdirSync } from 'node:fs';
import { chromium, type BrowserContext } from '@playwright/test';
import { AS_ROOT, CHROMIUM } from '../fixtures/launch-browser.ts';
import { expect, test } from '../fixtures/test.ts';
import { developmentExtensionDir } from '../tooling/paths.ts';

const ADDRESS = 'http://blank.localhost/';
const BLANK = `<!doctype html><title>Blank</title>
  <form><input type="password" name="password"><input name="card" autocomplete="cc-number"><input autocomplete="cc-csc"></form>
  <script>
    globalThis.seen = [];
    new MutationObserver((all) => seen.push(...all.map(({ type, target }) => type + ' of ' + target.nodeName)))
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const type of ['focus', 'input', 'change', 'keydown', 'keyup', 'click', 'message', 'submit'])
      addEventListener(type, ({ type }) => seen.push('event ' + type), true);
  </script>`;

/** What the page itself can tell of its document, its globals, its styles and of what happened to it. */
async function snapshot(context: BrowserContext) {
  const page = await context.newPage();
  await page.route(`${ADDRESS}**`, (route) => route.fulfill({ contentType: 'text/html', body: BLANK }));
  await page.goto(ADDRESS, { waitUntil: 'load' });
  // Scripts of extensions come when the document is idle; what they would do comes with the next idle moments.
  for (let times = 0; times < 5; times += 1)
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const seen = await page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    globals: Object.getOwnPropertyNames(globalThis).sort(),
    styles: [...document.querySelectorAll('*')].map((element) =>
      [...getComputedStyle(element)].map((name) => getComputedStyle(element).getPropertyValue(name)).join(),
    ),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    happened: (globalThis as unknown as { seen: string[] }).seen,
  }));
  return { page, seen };
}

test('[G2] without a run a page with password and card fields cannot tell that we are there', async ({
  installation,
}) => {
  const plain = await chromium.launch({
    executablePath: CHROMIUM,
    args: [...AS_ROOT],
  });
  const without = await snapshot(await plain.newContext({ viewport: { width: 1100, height: 900 } }));
  await plain.close();
  const { page, seen } = await snapshot(installation.browser.context);
  expect(seen).toEqual(without.seen);
  // The look was there: it reads, in a world of its own.
  const cdp = await page.context().newCDPSession(page);
  const worlds: string[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => void worlds.push(context.origin));
  await cdp.send('Runtime.enable');
  expect(worlds).toContain(`chrome-extension://${installation.browser.extensionId}`);
});

test('[G1] no page reaches a file of the package by its address', async ({ installation, sandbox }) => {
  const page = await installation.browser.context.newPage();
  await page.goto(sandbox.urls.shop);
  const files = readdirSync(developmentExtensionDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath.slice(developmentExtensionDir.length)}/${name}`);
  expect(files).toContain('/manifest.json');
  expect(files).toContain('/popup.html');
  const base = `chrome-extension://${installation.browser.extensionId}`;
  const reached = await page.evaluate(
    async (addresses) => {
      const answers = await Promise.all(
        addresses.map((address) =>
          fetch(address, { mode: 'no-cors' }).then(
            () => address,
            () => undefined,
          ),
        ),
      );
      return answers.filter((address) => address !== undefined);
    },
    files.map((file) => base + file),
  );
  expect(reached).toEqual([]);
  // The same address opens where the operator goes to it.
  const own = await installation.browser.context.newPage();
  expect((await own.goto(`${base}/popup.html`))?.ok()).toBe(true);
});
