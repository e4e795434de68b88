import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../sandbox.ts';
import { HOSTILE_SHOPS } from '../shops/hostile/hostile-shops.ts';
import { ZOO_SHOPS } from '../shops/zoo/zoo-shops.ts';
import { SCENARIOS } from './scenarios.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 5 });
}, 60_000);
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

/** Node may not resolve `*.localhost`. */
const at = (url: string): string => `http://127.0.0.1:${new URL(url).port}`;
const post = (path: string, body: object = {}, headers: Record<string, string> = { 'X-Sandbox': 'front' }) =>
  fetch(`${at(sandbox.urls.front)}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });

test('the front page lists every shop and every scenario', async () => {
  const page = await (await fetch(at(sandbox.urls.front))).text();
  for (const { key } of [...ZOO_SHOPS, ...HOSTILE_SHOPS]) expect(page).toContain(sandbox.shopAt(key));
  for (const { key } of SCENARIOS) expect(page).toContain(`/scenarios/${key}`);
});

test.each(SCENARIOS)(
  'the button "$label" sets its options, and pressed again sets them back',
  async (one) => {
    const usual = sandbox.control.options();
    expect((await post(`/scenarios/${one.key}`, { isOn: true })).status).toBe(200);
    expect(sandbox.control.options()).toEqual({ ...usual, ...one.options });
    await post(`/scenarios/${one.key}`, { isOn: false });
    expect(sandbox.control.options()).toEqual(usual);
  },
);

test('a page of another site cannot script the world', async () => {
  expect((await post('/scenarios/decline', { isOn: true }, {})).status).toBe(403);
  expect(sandbox.control.options().decline).toBeNull();
});

test('what happens is told at once, and a reset clears it', async () => {
  const reply = await fetch(`${at(sandbox.urls.front)}/events`);
  const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const readUntil = async (part: string) => {
    while (!text.includes(part)) text += (await reader.read()).value ?? '';
  };
  sandbox.control.deposit(500, 'first');
  await readUntil('"reference":"first"');
  await post('/reset');
  await readUntil('event: clear');
  await reader.cancel();
});

test('the provider is stopped and slow as scripted', async () => {
  const ask = () => fetch(`${at(sandbox.urls.psp)}/v1/hosted-fields.js`);
  expect((await ask()).status).toBe(200);
  await post('/scenarios/stop', { isOn: true });
  expect((await ask()).status).toBe(503);
  await post('/reset');
  sandbox.control.set('providerDelayMs', 150);
  const since = performance.now();
  expect((await ask()).status).toBe(200);
  expect(performance.now() - since).toBeGreaterThanOrEqual(140);
});

test('two sandboxes of one seed sell the same and know nothing of each other', async () => {
  const twin = await startSandbox({ seed: 5 });
  const other = await startSandbox({ seed: 6 });
  try {
    const quoteAt = async ({ urls }: Sandbox) => {
      const { quote } = (await (await fetch(`${at(urls.shop)}/api/quote`)).json()) as { quote: object };
      return JSON.stringify(quote);
    };
    const quote = await quoteAt(sandbox);
    expect(await quoteAt(twin)).toBe(quote);
    expect(await quoteAt(other)).not.toBe(quote);
    expect(twin.apiKey).toBe(sandbox.apiKey);
    twin.control.deposit(500, 'twin');
    twin.control.set('decline', 'INSUFFICIENT_FUNDS');
    expect(sandbox.control.log()).toEqual([]);
    expect(sandbox.control.options().decline).toBeNull();
  } finally {
    await Promise.all([twin.close(), other.close()]);
  }
});
