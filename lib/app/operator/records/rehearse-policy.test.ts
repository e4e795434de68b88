import { beforeEach, expect, test } from 'vitest';
import { createFakeCardIssuer } from '../../../adapters/issuers/fake/fake-card-issuer.ts';
import { must, openWallet, type OpenWallet } from '../../../../e2e/simulate/open-wallet.ts';
import { money } from '../../../kernel/money.ts';
import { createCard } from '../../agent/create-card.ts';
import { rehearsePurchase, replayMandate } from './rehearse-policy.ts';

const usd = (minor: number) => money(minor, 'USD');
const wire = (minor: number) => ({ minor: String(minor), currency: 'USD' });
const SHOP = 'https://www.shop.example/checkout';

let wallet: OpenWallet;
beforeEach(async () => {
  const { issuer } = createFakeCardIssuer();
  wallet = await openWallet({ issuer, funds: 20_000, budget: '50.00' });
});

function rehearse(minor: number, edit = {}, changes = {}) {
  const { kit, mandateId } = wallet;
  const purchase = { url: SHOP, amount: usd(minor), isRecurring: false, lines: [], ...changes };
  return rehearsePurchase(kit.book.state(), kit.scope, { mandateId, edit, purchase }, kit.clock.now());
}

async function buy(...amounts: string[]) {
  for (const amount of amounts)
    must(await createCard(wallet.kit, wallet.agentId, { mandate: wallet.mandateId, amount }, `k${amount}`));
}

test('a purchase is judged as it would be now, and nothing is written', async () => {
  await buy('30.00');
  const before = wallet.kit.book.revision();
  expect(rehearse(2_000)).toEqual({ ok: true, value: { verdict: 'allow', reasons: [] } });
  expect(rehearse(2_001)).toEqual({ ok: true, value: { verdict: 'deny', reasons: ['budget_exceeded'] } });
  expect(rehearse(100, {}, { url: 'https://other.example/' })).toMatchObject({
    value: { verdict: 'deny', reasons: ['merchant_not_in_mandate'] },
  });
  expect(rehearse(100, {}, { isRecurring: true })).toMatchObject({
    value: { reasons: ['recurring_not_allowed'] },
  });
  expect(wallet.kit.book.revision()).toBe(before);
});

test.each([
  ['a larger budget', { budget: wire(9_000) }, 4_000, 'allow'],
  ['a question above an amount', { askAbove: wire(1_000) }, 1_001, 'ask'],
  ['a limit per payment', { perPayment: wire(1_000) }, 1_001, 'deny'],
  ['another shop', { merchants: ['other.example'] }, 1_000, 'deny'],
])('under %s it is judged by that', async (_what, edit, minor, verdict) => {
  await buy('30.00');
  expect(rehearse(minor, edit)).toMatchObject({ value: { verdict } });
});

test('goods are judged by the lines that are given', () => {
  const products = [{ words: 'paper', perLine: null, maxQuantity: null }];
  const line = (title: string) => ({ lines: [{ title, quantity: 1, amount: usd(1_000) }] });
  expect(rehearse(1_000, { products }, line('Copy paper'))).toMatchObject({ value: { verdict: 'allow' } });
  expect(rehearse(1_000, { products }, line('Gift card'))).toMatchObject({
    value: { reasons: ['off_mission'] },
  });
});

test.each([{ agentId: 'agt_x' }, { mandateId: 'mand_x' }, { version: 9 }, { brandNew: 1 }, { budget: 5 }])(
  'an edit of %o is no edit of terms',
  (edit) => {
    expect(rehearse(100, edit)).toEqual({ ok: false, error: { kind: 'invalid_terms' } });
  },
);

test('what was bought is replayed in order: what would be denied leaves its room to what follows', async () => {
  await buy('10.00', '25.00', '14.00');
  const replay = (edit: Record<string, unknown>, last = 10) => {
    const { kit, mandateId } = wallet;
    return must(replayMandate(kit.book.state(), { mandateId, edit, last }));
  };
  expect(replay({})).toMatchObject({ changed: 0, total: usd(4_900) });
  const narrowed = replay({ budget: wire(2_400) });
  expect(narrowed.rows.map(({ verdict, reasons }) => [verdict, ...reasons])).toEqual([
    ['allow'],
    ['deny', 'budget_exceeded'],
    ['allow'],
  ]);
  expect(narrowed).toMatchObject({ changed: 1, total: usd(2_400) });
  expect(replay({ askAbove: wire(1_200) }).rows.map(({ verdict }) => verdict)).toEqual([
    'allow',
    'ask',
    'ask',
  ]);
  expect(replay({ maxPayments: 1 }, 2).rows.map(({ verdict }) => verdict)).toEqual(['allow', 'deny']);
});
