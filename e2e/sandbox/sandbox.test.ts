import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from './sandbox.ts';

const TIMEOUT_MS = 60_000;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 3 });
}, TIMEOUT_MS);
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

/** Reaches a server by its loopback address, since Node may not resolve `*.localhost`. */
function loopback(url: string): string {
  return `http://127.0.0.1:${new URL(url).port}`;
}

async function publicKeyOfShop(): Promise<string> {
  const reply = await fetch(`${loopback(sandbox.urls.shop)}/api/quote`);
  return ((await reply.json()) as { publicKey: string }).publicKey;
}

function control(path: string, init: RequestInit = {}, key = sandbox.apiKey): Promise<Response> {
  return fetch(`${sandbox.urls.issuer}/_control${path}`, { ...init, headers: { Authorization: key } });
}

describe('the control over HTTP', () => {
  test('wants the key', async () => {
    expect((await control('/log', {}, 'nobody')).status).toBe(401);
  });

  test('sets options and refuses what is none', async () => {
    const set = (body: unknown) => control('/set', { method: 'POST', body: JSON.stringify(body) });
    expect((await set({ threeDs: 'challenge', raisePriceBy: 1 })).status).toBe(200);
    expect(sandbox.control.options()).toMatchObject({ threeDs: 'challenge', raisePriceBy: 1 });
    expect((await set({ threeDs: 'sometimes' })).status).toBe(400);
    expect((await set({ nonsense: 1 })).status).toBe(400);
    expect((await control('/reset', { method: 'POST' })).status).toBe(200);
    expect(sandbox.control.options()).toMatchObject({ threeDs: 'none', raisePriceBy: 0 });
  });

  test('lists cards without their numbers', async () => {
    const headers = { Authorization: sandbox.apiKey };
    const body = JSON.stringify({ type: 'SINGLE_USE', spend_limit: 100 });
    await fetch(`${sandbox.urls.issuer}/v1/cards`, { method: 'POST', headers, body });
    const text = await (await control('/cards')).text();
    const [card] = sandbox.control.cards();
    expect(text).toContain(card?.lastFour);
    expect(text).not.toContain(card?.pan);
  });
});

describe('the payment provider', () => {
  test('makes tokens for its own fields only', async () => {
    const psp = loopback(sandbox.urls.psp);
    const publicKey = await publicKeyOfShop();
    const card = { publicKey, number: '4111111111111111', expMonth: '01', expYear: '2031', cvc: '123' };
    const post = (origin: string) =>
      fetch(`${psp}/v1/tokens`, { method: 'POST', headers: { Origin: origin }, body: JSON.stringify(card) });
    expect((await post(sandbox.urls.shop)).status).toBe(403);
    expect((await post(sandbox.urls.psp)).status).toBe(200);
  });

  test('lets its fields be framed by their merchant only', async () => {
    const publicKey = await publicKeyOfShop();
    const reply = await fetch(`${loopback(sandbox.urls.psp)}/fields/number?key=${publicKey}&session=s`);
    expect(reply.headers.get('Content-Security-Policy')).toBe(`frame-ancestors ${sandbox.urls.shop}`);
    expect(await reply.text()).toContain('autocomplete="cc-number"');
  });

  test('charges for nobody without a secret key', async () => {
    const charges = `${loopback(sandbox.urls.psp)}/v1/charges`;
    expect((await fetch(charges, { method: 'POST', body: '{}' })).status).toBe(401);
  });

  test('believes no bank report about a transaction it did not start', async () => {
    const report = {
      messageType: 'RReq',
      messageVersion: '2.2.0',
      threeDSServerTransID: 'x',
      acsTransID: 'y',
      transStatus: 'Y',
    };
    const results = `${loopback(sandbox.urls.psp)}/3ds/results`;
    expect((await fetch(results, { method: 'POST', body: JSON.stringify(report) })).status).toBe(400);
  });
});

test('the shop refuses an order whose total is not the current one, and logs the attempt', async () => {
  const order = {
    sku: 'basket',
    token: 'tok_none',
    contact: { email: 'ada@example.com', phone: '(415) 555-0123' },
    address: {
      name: 'Ada Lovelace',
      line1: '1 Market Street',
      line2: '',
      city: 'San Francisco',
      state: 'CA',
      postalCode: '94105',
      country: 'US',
    },
    cardholder: 'Ada Lovelace',
    shipping: 'standard',
    expectedTotal: 1,
  };
  const orders = `${loopback(sandbox.urls.shop)}/api/orders`;
  const reply = await fetch(orders, { method: 'POST', body: JSON.stringify(order) });
  expect(reply.status).toBe(409);
  expect(sandbox.control.payRequests()).toMatchObject([{ expectedTotal: 1 }]);
});

test('the mailbox shows its canary and the recorder finds what servers were sent', async () => {
  const text = await (await fetch(`${loopback(sandbox.urls.mail)}/?q=planted`)).text();
  expect(text).toContain(sandbox.mailCanary);
  const [request] = sandbox.control.requests('mail');
  expect(request?.url).toContain('planted');
});

test('two sandboxes of one seed are the same world on other ports', async () => {
  const twin = await startSandbox({ seed: 3 });
  expect(twin.apiKey).toBe(sandbox.apiKey);
  expect(twin.mailCanary).toBe(sandbox.mailCanary);
  expect(twin.urls.shop).not.toBe(sandbox.urls.shop);
  await twin.close();
  await expect(fetch(twin.urls.issuer)).rejects.toThrow();
});
