import { expect, test } from 'vitest';
import { createFakeCardIssuer } from '../../adapters/issuers/fake/fake-card-issuer.ts';
import { must, openWallet } from '../../../e2e/simulate/open-wallet.ts';
import type { CheckoutId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import type { BookEvent } from '../book-event.ts';
import type { Kit } from '../kit.ts';
import { takeSnapshot, viewRun } from './take-snapshot.ts';

const idOf = (number: number) => `chk_${String(number).padStart(26, '0')}` as CheckoutId;

async function world() {
  const wallet = await openWallet({ issuer: createFakeCardIssuer().issuer, funds: 20_000, budget: '50.00' });
  const nothing = () => Promise.resolve(undefined);
  const kit = {
    ...wallet.kit,
    signer: { ...wallet.kit.signer, structOf: () => [] },
    documents: { ...wallet.kit.documents, issuer: nothing, profile: nothing },
  } as unknown as Kit;
  const record = async (...events: BookEvent[]) => must(await kit.book.commit(() => ok(events)));
  const begin = (number: number): BookEvent => ({
    type: 'checkout-created',
    checkoutId: idOf(number),
    mandateId: wallet.mandateId,
    agentId: wallet.agentId,
    workflow: 'restock',
    url: 'https://shop.example/checkout',
    tabId: null,
    cardId: null,
    maximum: null,
    isExecuteRequested: true,
    expiresAt: kit.clock.now() + 60_000,
    request: { key: `k${number}`, digest: 'd' },
  });
  const refuse = (number: number): BookEvent => ({
    type: 'checkout-refused',
    checkoutId: idOf(number),
    reason: { code: 'no_checkout', message: '' },
  });
  return { kit, record, begin, refuse };
}

test('a snapshot has every run that is under way, however old, and the newest of those that have ended', async () => {
  const { kit, record, begin, refuse } = await world();
  const evidence = ['no_answer'];
  const at = kit.clock.now();
  await record(
    begin(0),
    { type: 'payment-found', checkoutId: idOf(0) },
    { type: 'outcome-lost', checkoutId: idOf(0), evidence, expiresAt: at },
  );
  for (let number = 1; number <= 30; number += 1) await record(begin(number), refuse(number));
  await record(
    begin(31),
    { type: 'checkout-preparing', checkoutId: idOf(31), tabId: 1 },
    { type: 'approval-asked', checkoutId: idOf(31), expiresAt: at },
  );

  const { checkouts, queue } = await takeSnapshot(kit);
  expect(queue.map(({ id }) => id)).toEqual([idOf(0), idOf(31)]);
  expect(checkouts.filter(({ status }) => status !== 'refused').map(({ id }) => id)).toEqual([
    idOf(0),
    idOf(31),
  ]);
  expect(checkouts.filter(({ status }) => status === 'refused').map(({ id }) => id)).toEqual(
    Array.from({ length: 20 }, (_, index) => idOf(index + 11)),
  );
});

test('one run is read by its id, however many came after it', async () => {
  const { kit, record, begin, refuse } = await world();
  for (let number = 0; number < 30; number += 1) await record(begin(number), refuse(number));
  expect(viewRun(kit, idOf(0))).toMatchObject({ id: idOf(0), status: 'refused' });
  expect(viewRun(kit, idOf(99))).toBeNull();
});
