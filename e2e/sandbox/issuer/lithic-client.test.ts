import { Lithic } from 'lithic';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isCardNumber } from './card-numbers.ts';
import { startIssuer, type StartedIssuer } from './start-issuer.ts';

const CARD = {
  type: 'SINGLE_USE',
  state: 'PAUSED',
  spend_limit: 2500,
  spend_limit_duration: 'FOREVER',
  memo: 'checkout',
} as const;
const REFERENCE = '0b8f4d7e-7c1e-4a52-9c6a-5d2f6f1d9a01';

let issuer: StartedIssuer;

beforeEach(async () => {
  issuer = await startIssuer();
});
afterEach(() => issuer.close());

async function deposit(amount: number, token = REFERENCE): Promise<void> {
  const { data } = await issuer.client.balances.list();
  await issuer.client.payments.simulateReceipt({
    token,
    amount,
    financial_account_token: data[0]?.financial_account_token ?? '',
    receipt_type: 'RECEIPT_CREDIT',
  });
}

async function available(): Promise<number | undefined> {
  return (await issuer.client.balances.list({ financial_account_type: 'ISSUING' })).data[0]?.available_amount;
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${issuer.url}/v1${path}`, {
    method: 'POST',
    headers: { Authorization: issuer.program.apiKey, 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('with the official client', () => {
  test('a card lives from mint to capture', async () => {
    const { client } = issuer;
    expect(await client.apiStatus()).toEqual({ message: 'OK' });
    await deposit(5000);
    const minted = await client.cards.create({ ...CARD, 'Idempotency-Key': 'mint-1' });
    expect(minted).toMatchObject({
      state: 'PAUSED',
      spend_limit: 2500,
      memo: 'checkout',
      type: 'SINGLE_USE',
    });

    const { pan = '', cvv, exp_month: month, exp_year: year } = await client.cards.retrieve(minted.token);
    expect(isCardNumber(pan)).toBe(true);
    expect([cvv, month, year].every((text) => /^\d+$/.test(text ?? ''))).toBe(true);

    const purchase = { pan, amount: 1347, descriptor: 'NORTHWIND PAPER', mcc: '5943' };
    const early = await client.transactions.simulateAuthorization(purchase);
    expect(await client.transactions.retrieve(early.token ?? '')).toMatchObject({
      status: 'DECLINED',
      result: 'CARD_PAUSED',
      events: [{ type: 'AUTHORIZATION', detailed_results: ['CARD_PAUSED'] }],
    });

    await client.cards.update(minted.token, { state: 'OPEN' });
    const { token = '' } = await client.transactions.simulateAuthorization(purchase);
    expect(await client.transactions.retrieve(token)).toMatchObject({
      status: 'PENDING',
      result: 'APPROVED',
      amount: 1347,
      authorization_amount: 1347,
      settled_amount: 0,
      merchant: { descriptor: 'NORTHWIND PAPER', mcc: '5943' },
    });
    expect(await available()).toBe(3653);
    expect((await client.cards.retrieve(minted.token)).state).toBe('CLOSED');

    await client.transactions.simulateClearing({ token, amount: 1197 });
    expect(await client.transactions.retrieve(token)).toMatchObject({
      status: 'SETTLED',
      settled_amount: 1197,
      authorization_amount: 1347,
      events: [{ type: 'AUTHORIZATION' }, { type: 'CLEARING', amount: 1197 }],
    });
    expect(await available()).toBe(3803);

    const listed = await client.transactions.list({ card_token: minted.token });
    expect(listed.data.map((one) => one.status)).toEqual(['SETTLED', 'DECLINED']);
  });

  test('a deposit is credited once per reference', async () => {
    await deposit(5000);
    await deposit(5000);
    expect(await available()).toBe(5000);
    await expect(deposit(6000)).rejects.toBeInstanceOf(Lithic.UnprocessableEntityError);
    await deposit(100, '0b8f4d7e-7c1e-4a52-9c6a-5d2f6f1d9a02');
    expect(await available()).toBe(5100);
    expect(issuer.kinds()).toEqual(['deposit-credited', 'deposit-replayed', 'deposit-credited']);
  });

  test('the same idempotency key gives the same card, and with another body none', async () => {
    const { client } = issuer;
    const first = await client.cards.create({ ...CARD, 'Idempotency-Key': 'k' });
    const again = await client.cards.create({ ...CARD, 'Idempotency-Key': 'k' });
    expect(again.token).toBe(first.token);
    await expect(
      client.cards.create({ ...CARD, spend_limit: 1, 'Idempotency-Key': 'k' }),
    ).rejects.toBeInstanceOf(Lithic.UnprocessableEntityError);
    expect((await client.cards.list()).data).toHaveLength(1);
  });

  test('lists come newest first in pages and without card numbers', async () => {
    const { client } = issuer;
    for (const memo of ['a', 'b', 'c']) await client.cards.create({ ...CARD, memo });
    const memos: (string | undefined)[] = [];
    for await (const card of client.cards.list({ page_size: 2 })) {
      memos.push(card.memo);
      expect(card).not.toHaveProperty('pan');
      expect(card).not.toHaveProperty('cvv');
    }
    expect(memos).toEqual(['c', 'b', 'a']);
  });

  test('void and return move the money back', async () => {
    const { client } = issuer;
    await deposit(5000);
    const card = await client.cards.create({ ...CARD, type: 'VIRTUAL', state: 'OPEN' });
    const purchase = { pan: card.pan ?? '', amount: 1000, descriptor: 'SHOP' };
    const { token = '' } = await client.transactions.simulateAuthorization(purchase);
    await client.transactions.simulateVoid({ token });
    expect((await client.transactions.retrieve(token)).status).toBe('VOIDED');
    expect(await available()).toBe(5000);
    await client.transactions.simulateReturn(purchase);
    expect(await available()).toBe(6000);
  });

  test('a closed card stays closed', async () => {
    const { client } = issuer;
    const { token } = await client.cards.create(CARD);
    await client.cards.update(token, { state: 'CLOSED' });
    await client.cards.update(token, { state: 'CLOSED' });
    await expect(client.cards.update(token, { state: 'OPEN' })).rejects.toBeInstanceOf(
      Lithic.BadRequestError,
    );
  });

  test('a wrong key, an unknown card and a bad body are refused in Lithic’s way', async () => {
    const stranger = new Lithic({ apiKey: 'sandbox_other', baseURL: issuer.url, maxRetries: 0 });
    await expect(stranger.cards.list().then()).rejects.toBeInstanceOf(Lithic.AuthenticationError);
    await expect(issuer.client.cards.retrieve('nope')).rejects.toBeInstanceOf(Lithic.NotFoundError);
    const broken = issuer.client.cards.create({ ...CARD, spend_limit: 1.5 });
    await expect(broken).rejects.toBeInstanceOf(Lithic.BadRequestError);
    await expect(broken).rejects.toThrow('spend_limit');
  });
});

test('answers are kept out of HTTP caches', async () => {
  const card = await issuer.client.cards.create(CARD);
  const reply = await fetch(`${issuer.url}/v1/cards/${card.token}`, {
    headers: { Authorization: issuer.program.apiKey },
  });
  expect(reply.headers.get('Cache-Control')).toBe('no-store');
});

test('a body that is no JSON and a negative amount are answered with 400', async () => {
  expect((await post('/cards', '{')).status).toBe(400);
  const purchase = { pan: '4111111111111111', amount: -1, descriptor: 'X' };
  expect((await post('/simulate/authorize', purchase)).status).toBe(400);
});

test('a broken issuer does nothing; a lost reply has done everything', async () => {
  issuer.world.options.merge({ issuerAnswers: 'error' });
  expect((await post('/cards', CARD, { 'Idempotency-Key': 'k' })).status).toBe(500);
  expect(issuer.program.cards.size).toBe(0);
  issuer.world.options.merge({ issuerAnswers: 'lost_reply' });
  await expect(
    post('/cards', CARD, { 'Idempotency-Key': 'k' }).then((reply) => reply.text()),
  ).rejects.toThrow();
  expect(issuer.program.cards.size).toBe(1);
  issuer.world.options.merge({ issuerAnswers: 'normal' });
  expect((await post('/cards', CARD, { 'Idempotency-Key': 'k' })).status).toBe(200);
  expect(issuer.program.cards.size).toBe(1);
});
