import { expect, test } from 'vitest';
import { createFakeCardIssuer } from '../../adapters/issuers/fake/fake-card-issuer.ts';
import { must } from '../../../e2e/simulate/open-wallet.ts';
import type { CheckoutId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import { err, ok } from '../../kernel/result.ts';
import { openSecret } from '../../kernel/secret.ts';
import type { CheckoutDriver } from '../checkout/drive-checkout.ts';
import type { Kit } from '../kit.ts';
import { checkOutcome } from './check-outcome.ts';

const id = 'chk_lost' as CheckoutId;
const limit = money(2_000, 'USD');

async function world() {
  const fake = createFakeCardIssuer();
  must(await fake.issuer.deposit({ amount: limit, reference: 'opening' }));
  const { issuerToken } = must(await fake.issuer.mint({ idempotencyKey: 'card', limit, memo: id }));
  must(await fake.issuer.arm(issuerToken));
  const { number } = openSecret(must(await fake.issuer.reveal(issuerToken)));
  const state = {
    checkouts: new Map([[id, { id, cardId: 'card' }]]),
    cards: new Map([['card', { issuerToken, limit }]]),
  };
  const kit = { issuer: fake.issuer, book: { state: () => state } } as unknown as Kit;
  const poked: string[] = [];
  const driver = { poke: (run: string) => void poked.push(run) } as unknown as CheckoutDriver;
  return { fake, number, poked, check: (run = id) => checkOutcome(kit, driver, run) };
}

test('it tells what the issuer says, and has the run look again', async () => {
  const { fake, number, poked, check } = await world();
  expect(await check()).toEqual(ok('not_charged'));
  fake.network.authorize(number, limit, 'SHOP');
  expect(await check()).toEqual(ok('charged'));
  expect(poked).toEqual([id, id]);
});

test('an issuer that cannot be asked is told apart from one that knows nothing', async () => {
  const { fake, check } = await world();
  fake.fail({ kind: 'issuer_unreachable' });
  expect(await check()).toEqual(err({ kind: 'issuer_unreachable' }));
  expect(await check('chk_nobody' as CheckoutId)).toEqual(err({ kind: 'unknown_checkout' }));
});
