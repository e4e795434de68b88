import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startIssuer, type StartedIssuer } from '../../../../e2e/sandbox/issuer/start-issuer.ts';
import { money } from '../../../kernel/money.ts';
import { err, ok } from '../../../kernel/result.ts';
import { openSecret, Secret } from '../../../kernel/secret.ts';
import { describeCardIssuer, LITHIC_REASONS } from '../card-issuer.contract.ts';
import { createLithicCardIssuer } from './lithic-card-issuer.ts';

const usd = (minor: number) => money(minor, 'USD');

function connect(sandbox: StartedIssuer) {
  const apiKey = () => Promise.resolve(ok(new Secret(sandbox.program.apiKey)));
  return createLithicCardIssuer({ baseUrl: sandbox.url, apiKey });
}

describeCardIssuer('Lithic, against the sandbox issuer', async () => {
  const sandbox = await startIssuer();
  const { transactions } = sandbox.client;
  return {
    issuer: connect(sandbox),
    reasons: LITHIC_REASONS,
    authorize: async (pan, amount, descriptor) =>
      void (await transactions.simulateAuthorization({ pan, amount, descriptor })),
    capture: async (token, amount) => void (await transactions.simulateClearing({ token, amount })),
    reverse: async (token) => void (await transactions.simulateVoid({ token })),
    dispute: async (transaction_token, amount) =>
      void (await sandbox.client.disputes.create({ transaction_token, amount, reason: 'OTHER' })),
    reverses: true,
    unknownTransaction: '00000000-0000-4000-8000-000000000000',
    stop: () => sandbox.close(),
  };
});

describe('against a troubled sandbox issuer', () => {
  let sandbox: StartedIssuer;
  beforeEach(async () => {
    sandbox = await startIssuer();
  });
  afterEach(() => sandbox.close());
  const order = { idempotencyKey: 'key', limit: usd(2_500), memo: 'chk' };

  test('a lost reply is unreachable, and asking again gives the one card', async () => {
    const issuer = connect(sandbox);
    sandbox.world.options.merge({ issuerAnswers: 'lost_reply' });
    expect(await issuer.mint(order)).toMatchObject({ error: { kind: 'issuer_unreachable' } });
    sandbox.world.options.merge({ issuerAnswers: 'normal' });
    expect((await issuer.mint(order)).ok).toBe(true);
    expect(sandbox.program.cards.size).toBe(1);
  });

  test('a broken server is unreachable', async () => {
    sandbox.world.options.merge({ issuerAnswers: 'error' });
    expect(await connect(sandbox).balance('USD')).toEqual({
      ok: false,
      error: { kind: 'issuer_unreachable' },
    });
  });

  test('a server that is gone is unreachable', async () => {
    const issuer = connect(sandbox);
    await sandbox.close();
    expect(await issuer.balance('USD')).toMatchObject({ error: { kind: 'issuer_unreachable' } });
  });

  test('a wrong key is rejected, and a locked vault asks nobody', async () => {
    const wrong = createLithicCardIssuer({
      baseUrl: sandbox.url,
      apiKey: () => Promise.resolve(ok(new Secret('sandbox_wrong'))),
    });
    expect(await wrong.balance('USD')).toMatchObject({ error: { kind: 'issuer_rejected', status: 401 } });
    const locked = createLithicCardIssuer({
      baseUrl: sandbox.url,
      apiKey: () => Promise.resolve(err({ kind: 'issuer_locked' })),
      fetch: () => Promise.reject(new Error('must not be called')),
    });
    expect(await locked.balance('USD')).toEqual({ ok: false, error: { kind: 'issuer_locked' } });
  });

  test('a refund is no authorization', async () => {
    const issuer = connect(sandbox);
    const { issuerToken } = ((await issuer.mint(order)) as { value: { issuerToken: string } }).value;
    const revealed = await issuer.reveal(issuerToken);
    const pan = revealed.ok ? openSecret(revealed.value).number : '';
    await sandbox.client.transactions.simulateReturn({ pan, amount: 900, descriptor: 'SHOP' });
    expect(await issuer.transactionsOf(issuerToken)).toMatchObject({
      value: [{ kind: 'credit', refunded: usd(900), authorized: usd(0), captured: usd(0) }],
    });
  });

  test('an approval behind more than a page of declined attempts is found', async () => {
    const issuer = connect(sandbox);
    await issuer.deposit({ amount: usd(10_000), reference: 'r' });
    const { issuerToken } = ((await issuer.mint(order)) as { value: { issuerToken: string } }).value;
    const card = sandbox.program.cards.get(issuerToken)!;
    await issuer.arm(issuerToken);
    const simulate = (amount: number) =>
      sandbox.client.transactions.simulateAuthorization({ pan: card.pan, amount, descriptor: 'SHOP' });
    await simulate(2_500);
    for (let tries = 0; tries < 105; tries += 1) await simulate(1);
    const rows = await issuer.transactionsOf(issuerToken);
    expect(rows.ok && rows.value).toHaveLength(106);
    expect(rows.ok && rows.value[0]?.status).toBe('pending');
  });

  test('closing does not show the number', async () => {
    const issuer = connect(sandbox);
    const { issuerToken } = ((await issuer.mint(order)) as { value: { issuerToken: string } }).value;
    await issuer.close(issuerToken);
    expect(sandbox.kinds()).not.toContain('card-revealed');
  });
});

describe('with scripted answers', () => {
  const card = {
    token: 't',
    last_four: '1234',
    state: 'PAUSED',
    spend_limit: 2_500,
    spend_limit_duration: 'FOREVER',
    type: 'SINGLE_USE',
    cardholder_currency: 'USD',
  };
  const sent: { url: string; init: RequestInit }[] = [];
  beforeEach(() => void sent.splice(0));

  function answering(body: unknown, status = 200) {
    return createLithicCardIssuer({
      baseUrl: 'https://issuer.example/',
      apiKey: () => Promise.resolve(ok(new Secret('key-4f2a'))),
      fetch: (url, init = {}) => {
        sent.push({ url: url instanceof Request ? url.url : String(url), init });
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        return Promise.resolve(new Response(text, { status }));
      },
    });
  }
  const mintFrom = (body: unknown, status?: number) =>
    answering(body, status).mint({ idempotencyKey: 'key', limit: usd(2_500), memo: 'chk' });

  test('a call stays out of caches, carries the bare key and follows no redirect', async () => {
    expect((await mintFrom(card)).ok).toBe(true);
    const { url, init } = sent[0]!;
    expect(url).toBe('https://issuer.example/v1/cards');
    expect(init).toMatchObject({ cache: 'no-store', credentials: 'omit', redirect: 'error', method: 'POST' });
    expect(init.headers).toMatchObject({ Authorization: 'key-4f2a', 'Idempotency-Key': 'key' });
    expect(init.signal).toBeInstanceOf(AbortSignal);
    expect(JSON.parse(init.body as string)).toEqual({
      type: 'SINGLE_USE',
      state: 'PAUSED',
      spend_limit: 2_500,
      spend_limit_duration: 'FOREVER',
      memo: 'chk',
    });
  });

  test.each([
    ['is open', { state: 'OPEN' }],
    ['may be used often', { type: 'VIRTUAL' }],
    ['is limited per transaction only', { spend_limit_duration: 'TRANSACTION' }],
    ['has a higher limit', { spend_limit: 2_501 }],
    ['has no limit', { spend_limit: 0 }],
    ['is in another currency', { cardholder_currency: 'EUR' }],
    ['has a limit that is no whole number', { spend_limit: 2500.5 }],
    ['has no token', { token: '' }],
  ])('a minted card that %s is not given out', async (_what, change) => {
    expect(await mintFrom({ ...card, ...change })).toMatchObject({
      error: { kind: 'issuer_answer_invalid' },
    });
  });

  test('what the issuer adds to its answers does no harm', async () => {
    expect((await mintFrom({ ...card, brand_new: { nested: true } })).ok).toBe(true);
  });

  test.each([
    ['no JSON', '<html>'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
  ])('an answer that is %s is invalid', async (_what, body) => {
    expect(await mintFrom(body)).toMatchObject({ error: { kind: 'issuer_answer_invalid' } });
  });

  test.each([408, 409, 429, 500, 503])('status %d decides nothing', async (status) => {
    expect(await mintFrom({ message: 'later' }, status)).toEqual({
      ok: false,
      error: { kind: 'issuer_unreachable' },
    });
  });

  test('status 403 with a page instead of JSON is a rejection', async () => {
    expect(await mintFrom('<html>', 403)).toEqual({
      ok: false,
      error: { kind: 'issuer_rejected', status: 403, message: '' },
    });
  });

  test.each([
    ['by its address', 'https://api.lithic.com', 0],
    ['by having no simulation', 'https://issuer.example', 2],
  ])('a live program, known %s, is not funded', async (_what, baseUrl, calls) => {
    const account = {
      available_amount: 0,
      currency: 'USD',
      financial_account_token: 'f',
      financial_account_type: 'ISSUING',
    };
    const asked: string[] = [];
    const live = createLithicCardIssuer({
      baseUrl,
      apiKey: () => Promise.resolve(ok(new Secret('key-4f2a'))),
      fetch: (url) => {
        const address = url instanceof Request ? url.url : String(url);
        asked.push(address);
        const isSimulation = address.includes('/simulate/');
        return Promise.resolve(
          isSimulation ? new Response('{}', { status: 404 }) : Response.json({ data: [account] }),
        );
      },
    });
    expect(await live.deposit({ amount: usd(100), reference: 'r' })).toEqual(err({ kind: 'issuer_live' }));
    expect(asked).toHaveLength(calls);
  });

  test('an invalid card answer does not quote the number', async () => {
    const refused = await answering({ ...card, pan: '4111111111111111', cvv: '12' }).reveal('t');
    expect(refused.ok).toBe(false);
    expect(inspect(refused, { depth: 9 })).not.toContain('4111');
  });

  test('an amount beyond exact numbers is never sent', async () => {
    const limit = money(BigInt(Number.MAX_SAFE_INTEGER) + 1n, 'USD');
    expect((await answering(card).mint({ idempotencyKey: 'k', limit, memo: '' })).ok).toBe(false);
    expect(sent).toHaveLength(0);
  });

  test('only accounts that cards draw on count as balance', async () => {
    const row = (financial_account_type: string, available_amount: number, currency = 'USD') => ({
      financial_account_token: 'f',
      financial_account_type,
      available_amount,
      currency,
    });
    const data = [row('ISSUING', 700), row('ISSUING', 5, 'EUR'), row('RESERVE', 9_000), row('ISSUING', 50)];
    expect(await answering({ data, has_more: false }).balance('USD')).toEqual({ ok: true, value: usd(750) });
  });

  test('a purchase abroad is told in the settlement currency', async () => {
    const row = {
      token: 'tx',
      status: 'SETTLED',
      result: 'APPROVED',
      authorization_amount: 1_100,
      settled_amount: 1_080,
      amounts: {
        settlement: { amount: 1_080, currency: 'USD' },
        merchant: { amount: 1_000, currency: 'EUR' },
      },
      merchant_currency: 'EUR',
      merchant: { descriptor: 'LADEN' },
    };
    expect(await answering({ data: [row], has_more: false }).transactionsOf('t')).toMatchObject({
      value: [{ authorized: usd(1_100), captured: usd(1_080) }],
    });
  });

  test('a list that never ends is refused', async () => {
    const row = {
      token: 'tx',
      status: 'DECLINED',
      result: 'DECLINED',
      authorization_amount: 1,
      settled_amount: 0,
      amounts: { settlement: { currency: 'USD' } },
      merchant: { descriptor: '' },
    };
    expect(await answering({ data: [row], has_more: true }).transactionsOf('t')).toMatchObject({
      error: { kind: 'issuer_answer_invalid' },
    });
    expect(sent).toHaveLength(10);
  });
});

test('a server that never answers is unreachable when the time is up', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const issuer = createLithicCardIssuer({
    baseUrl: `http://127.0.0.1:${port}`,
    apiKey: () => Promise.resolve(ok(new Secret('k'))),
    timeoutMs: 50,
  });
  expect(await issuer.balance('USD')).toMatchObject({ error: { kind: 'issuer_unreachable' } });
  silent.closeAllConnections();
  silent.close();
});
