import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startIssuer, type StartedIssuer } from '../../../../e2e/sandbox/issuer/start-issuer.ts';
import { money } from '../../../kernel/money.ts';
import { err, ok } from '../../../kernel/result.ts';
import { openSecret, Secret } from '../../../kernel/secret.ts';
import { describeCardIssuer } from '../card-issuer.contract.ts';
import { createStripeCardIssuer } from './stripe-card-issuer.ts';

const usd = (minor: number) => money(minor, 'USD');
const ORDER = { idempotencyKey: 'key', limit: usd(2_500), memo: 'chk' };

function connect(sandbox: StartedIssuer) {
  const apiKey = () => Promise.resolve(ok(new Secret(sandbox.program.apiKey)));
  return createStripeCardIssuer({ baseUrl: sandbox.url, apiKey });
}

function idOf(sandbox: StartedIssuer, pan: string): string {
  return `ic_${(sandbox.program.cardByPan(pan)?.token ?? '').replaceAll('-', '')}`;
}

describeCardIssuer('Stripe Issuing, against the sandbox issuer', async () => {
  const sandbox = await startIssuer();
  const { authorizations } = sandbox.stripe.testHelpers.issuing;
  return {
    issuer: connect(sandbox),
    reasons: {
      inactive: 'card_inactive',
      closed: 'card_canceled',
      overLimit: 'spending_controls',
      reused: 'card_canceled',
    },
    authorize: async (pan, amount, name) =>
      void (await authorizations.create({ card: idOf(sandbox, pan), amount, merchant_data: { name } })),
    capture: async (id, capture_amount) => void (await authorizations.capture(id, { capture_amount })),
    reverse: async (id) => void (await authorizations.reverse(id)),
    dispute: async (id, amount) => {
      const { transactions } = await sandbox.stripe.issuing.authorizations.retrieve(id);
      const claim = { transaction: transactions[0]!.id, amount };
      const { id: filed } = await sandbox.stripe.issuing.disputes.create(claim);
      await sandbox.stripe.issuing.disputes.submit(filed);
    },
    reverses: false,
    unknownTransaction: 'iauth_00000000000040008000000000000000',
    stop: () => sandbox.close(),
  };
});

describe('against the sandbox issuer', () => {
  let sandbox: StartedIssuer;
  let issuer: ReturnType<typeof connect>;
  beforeEach(async () => {
    sandbox = await startIssuer();
    issuer = connect(sandbox);
    await issuer.deposit({ amount: usd(10_000), reference: 'first' });
  });
  afterEach(() => sandbox.close());

  async function armedCard(): Promise<string> {
    const minted = await issuer.mint(ORDER);
    if (!minted.ok) throw new Error(JSON.stringify(minted.error));
    await issuer.arm(minted.value.issuerToken);
    return minted.value.issuerToken;
  }
  const helpers = () => sandbox.stripe.testHelpers.issuing;
  const rowsOf = async (card: string) => {
    const rows = await issuer.transactionsOf(card);
    if (!rows.ok) throw new Error(JSON.stringify(rows.error));
    return rows.value;
  };

  test('a card is made inactive, for one payment, under one limit for good', async () => {
    const minted = await issuer.mint(ORDER);
    const card = await sandbox.stripe.issuing.cards.retrieve(minted.ok ? minted.value.issuerToken : '');
    expect(card).toMatchObject({
      status: 'inactive',
      type: 'virtual',
      lifecycle_controls: { cancel_after: { payment_count: 1 } },
      spending_controls: { spending_limits: [{ amount: 2_500, interval: 'all_time' }] },
      metadata: { memo: 'chk' },
    });
  });

  test('a check of a dollar leaves the card for its payment; the payment ends it', async () => {
    const card = await armedCard();
    await helpers().authorizations.create({ card, amount: 100 });
    expect((await sandbox.stripe.issuing.cards.retrieve(card)).status).toBe('active');
    await helpers().authorizations.create({ card, amount: 2_400 });
    expect((await sandbox.stripe.issuing.cards.retrieve(card)).status).toBe('canceled');
    expect((await rowsOf(card)).map(({ status, authorized }) => [status, authorized.minor])).toEqual([
      ['pending', 100n],
      ['pending', 2_400n],
    ]);
  });

  test('a captured check was a payment', async () => {
    const card = await armedCard();
    const check = await helpers().authorizations.create({ card, amount: 100 });
    await helpers().authorizations.capture(check.id);
    expect((await sandbox.stripe.issuing.cards.retrieve(card)).status).toBe('canceled');
  });

  test('three partial captures are one running total, and stay open until the last', async () => {
    const card = await armedCard();
    const { id } = await helpers().authorizations.create({ card, amount: 2_500 });
    for (const capture_amount of [500, 700])
      await helpers().authorizations.capture(id, { capture_amount, close_authorization: false });
    expect(await rowsOf(card)).toMatchObject([{ id, status: 'pending', captured: usd(1_200) }]);
    await helpers().authorizations.capture(id, { capture_amount: 300 });
    expect(await rowsOf(card)).toMatchObject([
      { id, status: 'settled', authorized: usd(2_500), captured: usd(1_500) },
    ]);
  });

  test('a refund counts on the row that it belongs to, one of its own is a credit', async () => {
    const card = await armedCard();
    const { id } = await helpers().authorizations.create({ card, amount: 2_500 });
    const captured = await helpers().authorizations.capture(id);
    await helpers().transactions.refund(captured.transactions[0]!.id, { refund_amount: 400 });
    await helpers().transactions.createUnlinkedRefund({ card, amount: 90, merchant_data: { name: 'SHOP' } });
    expect(await rowsOf(card)).toMatchObject([
      { kind: 'debit', captured: usd(2_500), refunded: usd(400) },
      { kind: 'credit', authorized: usd(0), captured: usd(0), refunded: usd(90), merchantDescriptor: 'SHOP' },
    ]);
  });

  test('a forced capture is money without an authorization', async () => {
    const card = await armedCard();
    await helpers().transactions.createForceCapture({ card, amount: 777 });
    expect(await rowsOf(card)).toMatchObject([
      { kind: 'debit', status: 'settled', authorized: usd(0), captured: usd(777) },
    ]);
  });

  test('what was reversed keeps the amount that was authorized, and a late capture shows', async () => {
    const card = await armedCard();
    const { id } = await helpers().authorizations.create({ card, amount: 2_500 });
    await helpers().authorizations.reverse(id);
    expect(await rowsOf(card)).toMatchObject([{ status: 'voided', authorized: usd(2_500) }]);
    await helpers().authorizations.capture(id, { capture_amount: 2_500 });
    expect(await rowsOf(card)).toMatchObject([{ status: 'settled', captured: usd(2_500) }]);
  });

  test('an increment above the lock is declined and changes nothing', async () => {
    const card = await armedCard();
    const { id } = await helpers().authorizations.create({ card, amount: 2_500 });
    await helpers().authorizations.increment(id, { increment_amount: 1 });
    expect(await rowsOf(card)).toMatchObject([{ status: 'pending', authorized: usd(2_500) }]);
  });

  test('an approval behind more than a page of declined attempts is found', async () => {
    const card = await armedCard();
    await helpers().authorizations.create({ card, amount: 2_500 });
    for (let tries = 0; tries < 105; tries += 1) await helpers().authorizations.create({ card, amount: 200 });
    const rows = await rowsOf(card);
    expect(rows).toHaveLength(106);
    expect(rows[0]?.status).toBe('pending');
  });

  test('a lost reply is unreachable, and asking again gives the one card', async () => {
    sandbox.world.options.merge({ issuerAnswers: 'lost_reply' });
    expect(await issuer.mint(ORDER)).toMatchObject({ error: { kind: 'issuer_unreachable' } });
    sandbox.world.options.merge({ issuerAnswers: 'normal' });
    expect((await issuer.mint(ORDER)).ok).toBe(true);
    expect(sandbox.program.cards.size).toBe(1);
  });

  test.each(['error', 'rate_limited'])(
    'an issuer that answers with %s decides nothing',
    async (issuerAnswers) => {
      sandbox.world.options.merge({ issuerAnswers });
      expect(await issuer.balance('USD')).toEqual({ ok: false, error: { kind: 'issuer_unreachable' } });
    },
  );

  test('a wrong key is rejected, and a locked vault asks nobody', async () => {
    const wrong = createStripeCardIssuer({
      baseUrl: sandbox.url,
      apiKey: () => Promise.resolve(ok(new Secret('sk_test_wrong'))),
    });
    expect(await wrong.balance('USD')).toMatchObject({ error: { kind: 'issuer_rejected', status: 401 } });
    const locked = createStripeCardIssuer({
      baseUrl: sandbox.url,
      apiKey: () => Promise.resolve(err({ kind: 'issuer_locked' })),
      fetch: () => Promise.reject(new Error('must not be called')),
    });
    expect(await locked.balance('USD')).toEqual({ ok: false, error: { kind: 'issuer_locked' } });
  });

  test('only reveal shows the number', async () => {
    const card = await armedCard();
    await issuer.transactionsOf(card);
    await issuer.close(card);
    expect(sandbox.kinds()).not.toContain('card-revealed');
    const revealed = await issuer.reveal(card);
    expect(revealed.ok && openSecret(revealed.value).number).toMatch(/^\d{16}$/);
  });
});

describe('with scripted answers', () => {
  const CARD = {
    id: 'ic_1',
    last4: '1234',
    type: 'virtual',
    currency: 'usd',
    status: 'inactive',
    lifecycle_controls: { cancel_after: { payment_count: 1 } },
    spending_controls: { spending_limits: [{ amount: 2_500, interval: 'all_time', categories: [] }] },
  };
  const limits = (limit: object) => ({ spending_controls: { spending_limits: [limit] } });
  const sent: { url: string; init: RequestInit }[] = [];
  beforeEach(() => void sent.splice(0));

  function answering(card: object, livemode = false) {
    return createStripeCardIssuer({
      baseUrl: 'https://issuer.example/',
      apiKey: () => Promise.resolve(ok(new Secret('sk_test_4f2a'))),
      fetch: (input, init = {}) => {
        const url = input instanceof Request ? input.url : String(input);
        sent.push({ url, init });
        const answer = url.includes('/cardholders')
          ? { data: [{ id: 'ich_1', status: 'active' }] }
          : url.endsWith('/balance')
            ? { livemode, issuing: { available: [{ amount: 0, currency: 'usd' }] } }
            : card;
        return Promise.resolve(new Response(JSON.stringify(answer)));
      },
    });
  }

  test('a call stays out of caches, names its version and follows no redirect', async () => {
    expect((await answering(CARD).mint(ORDER)).ok).toBe(true);
    const { url, init } = sent.at(-1)!;
    expect(url).toBe('https://issuer.example/v1/issuing/cards');
    expect(init).toMatchObject({ cache: 'no-store', credentials: 'omit', redirect: 'error', method: 'POST' });
    expect(init.headers).toMatchObject({
      Authorization: 'Bearer sk_test_4f2a',
      'Idempotency-Key': 'key',
      'Stripe-Version': expect.stringMatching(/^\d{4}-\d\d-\d\d\./) as string,
    });
    expect(Object.fromEntries(new URLSearchParams(init.body as string))).toEqual({
      cardholder: 'ich_1',
      currency: 'usd',
      type: 'virtual',
      status: 'inactive',
      'spending_controls[spending_limits][0][amount]': '2500',
      'spending_controls[spending_limits][0][interval]': 'all_time',
      'lifecycle_controls[cancel_after][payment_count]': '1',
      'metadata[memo]': 'chk',
    });
  });

  test.each([
    ['can pay already', { status: 'active' }],
    ['does not end after a payment', { lifecycle_controls: null }],
    ['ends after two payments', { lifecycle_controls: { cancel_after: { payment_count: 2 } } }],
    ['has no limit', { spending_controls: { spending_limits: [] } }],
    ['has a higher limit', limits({ amount: 2_501, interval: 'all_time' })],
    ['is limited per payment only', limits({ amount: 2_500, interval: 'per_authorization' })],
    [
      'is limited in some categories only',
      limits({ amount: 2_500, interval: 'all_time', categories: ['taxi'] }),
    ],
    ['is in another currency', { currency: 'eur' }],
    ['is of plastic', { type: 'physical' }],
  ])('a minted card that %s is not given out', async (_what, change) => {
    expect(await answering({ ...CARD, ...change }).mint(ORDER)).toMatchObject({
      error: { kind: 'issuer_answer_invalid' },
    });
  });

  test('a live program is never topped up from a bank account', async () => {
    const refused = await answering(CARD, true).deposit({ amount: usd(100), reference: 'r' });
    expect(refused).toEqual({ ok: false, error: { kind: 'issuer_live' } });
    expect(sent.map(({ url }) => url)).toEqual(['https://issuer.example/v1/balance']);
  });
});
