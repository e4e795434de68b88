import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../fixtures/launch-browser.ts';
import { expect, test } from '../fixtures/test.ts';
import { operator } from '../../lib/messaging/contracts/operator.ts';
import { developmentExtensionDir } from '../tooling/paths.ts';

interface Runtime {
  sendMessage(id: string, message: unknown): Promise<unknown>;
  connect(id: string, details: { name: string }): { onDisconnect: { addListener(heard: () => void): void } };
}
const TYPES = Object.keys(operator);

test('[F1] another extension reaches nothing: no message, no port', async ({ installation }) => {
  const rogue = join(installation.home.root, 'rogue');
  mkdirSync(rogue);
  writeFileSync(
    join(rogue, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'rogue',
      version: '1',
      background: { service_worker: 'worker.js' },
    }),
  );
  writeFileSync(join(rogue, 'worker.js'), '');
  const browser = await launchBrowser({
    extensionDirectory: `${developmentExtensionDir},${rogue}`,
    home: { ...installation.home, profileDirectory: join(installation.home.root, 'two') },
  });
  try {
    await expect
      .poll(() => browser.context.serviceWorkers().length, { timeout: 60_000 })
      .toBeGreaterThanOrEqual(2);
    const worker = browser.context.serviceWorkers().find((one) => !one.url().includes(browser.extensionId))!;
    const answers = await worker.evaluate(
      async ([id, types]) => {
        const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
        const said = await Promise.all(
          types.map((type) => runtime.sendMessage(id, { type, input: {} }).then(JSON.stringify, String)),
        );
        const ports = await Promise.all(
          ['popup', 'panel', ''].map(
            (name) =>
              new Promise<string>((resolve) => {
                runtime.connect(id, { name }).onDisconnect.addListener(() => resolve('hung up'));
              }),
          ),
        );
        return [...said, ...ports];
      },
      [browser.extensionId, TYPES] as const,
    );
    expect(new Set(answers.map((one) => one.replace(/^Error: /, '')))).toEqual(
      new Set(['Could not establish connection. Receiving end does not exist.', 'hung up']),
    );
  } finally {
    await browser.close();
  }
});

test('[F2] a content script that was taken over can send nothing that decides, whatever it claims to be', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  const mandate = await agent.mandate({});
  const page = await installation.browser.context.newPage();
  await page.goto(`${sandbox.urls.shop}/checkout`);
  // The isolated world of our own content script, as a compromised renderer would hold it.
  const session = await installation.browser.context.newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  await expect
    .poll(() => worlds.find(({ origin }) => origin.includes(installation.browser.extensionId)))
    .toBeTruthy();
  const world = worlds.find(({ origin }) => origin.includes(installation.browser.extensionId))!;
  const forged = {
    tabId: -1,
    frameId: 0,
    origin: `chrome-extension://${installation.browser.extensionId}`,
    kind: 'surface',
  };
  const { result } = await session.send('Runtime.evaluate', {
    contextId: world.id,
    awaitPromise: true,
    returnByValue: true,
    expression: `Promise.all(${JSON.stringify(TYPES)}.map((type) => chrome.runtime.sendMessage(
      { type, input: { mandateId: ${JSON.stringify(mandate.id)} }, ...${JSON.stringify(forged)} })
      .then((answer) => answer?.error?.code ?? JSON.stringify(answer), String)))`,
  });
  expect(new Set(result.value as string[])).toEqual(new Set(['sender_not_allowed']));
  expect((await agent.call<{ status: string }>('mandate_get', { id: mandate.id })).status).toBe(
    'pending_signature',
  );
  void connected;
});

test('[F7] no script of ours runs in the page’s own world, and nothing there answers', async ({
  connected,
  installation,
  sandbox,
}) => {
  void connected;
  const scripts = await installation.browser.worker().evaluate(async () => {
    const { scripting, runtime } = (
      globalThis as unknown as {
        chrome: {
          scripting: { getRegisteredContentScripts(): Promise<{ world?: string }[]> };
          runtime: { getManifest(): { content_scripts?: { world?: string }[] } };
        };
      }
    ).chrome;
    return [
      ...(await scripting.getRegisteredContentScripts()),
      ...(runtime.getManifest().content_scripts ?? []),
    ];
  });
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter(({ world }) => world === 'MAIN')).toEqual([]);
  const page = await installation.browser.context.newPage();
  await page.goto(`${sandbox.urls.shop}/checkout`);
  const heard = await page.evaluate(async (types) => {
    const said: unknown[] = [];
    addEventListener('message', ({ data }) => said.push(data));
    for (const type of types) {
      postMessage({ type, input: {} }, '*');
      postMessage({ source: 'countersign', type, input: {} }, '*');
      dispatchEvent(new CustomEvent(type, { detail: {} }));
    }
    // What we posted comes back to us in order: whatever would answer has had its turn by the last one.
    await new Promise<void>((resolve) => {
      addEventListener('message', ({ data }) => data === 'last' && resolve());
      postMessage('last', '*');
    });
    return said.length;
  }, TYPES);
  expect(heard).toBe(TYPES.length * 2 + 1);
});
