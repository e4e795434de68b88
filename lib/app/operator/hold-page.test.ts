import { expect, test } from 'vitest';
import { createFakeCardIssuer } from '../../adapters/issuers/fake/fake-card-issuer.ts';
import { must, openWallet } from '../../../e2e/simulate/open-wallet.ts';
import type { CheckoutId } from '../../kernel/ids.ts';
import { err, ok } from '../../kernel/result.ts';
import type { BookEvent } from '../book-event.ts';
import type { CheckoutDriver } from '../checkout/drive-checkout.ts';
import type { Kit } from '../kit.ts';
import { cancelCheckout } from './answer-preview.ts';
import { extendHandoff, leavePage, returnPage, takePage } from './hold-page.ts';

const checkoutId = `chk_${'7'.repeat(26)}` as CheckoutId;
const driver = { poke: () => undefined } as unknown as CheckoutDriver;

async function world() {
  const wallet = await openWallet({ issuer: createFakeCardIssuer().issuer, funds: 20_000, budget: '50.00' });
  const nothing = () => Promise.resolve();
  const focused: number[] = [];
  const kit = {
    ...wallet.kit,
    pages: {
      clear: nothing,
      showHolder: nothing,
      focus: (tabId: number) => Promise.resolve(void focused.push(tabId)),
      read: () => Promise.resolve(err({ kind: 'tab_gone' })),
    },
  } as unknown as Kit;
  const record = async (...events: BookEvent[]) => must(await kit.book.commit(() => ok(events)));
  const expiresAt = kit.clock.now() + 60_000;
  const begun: BookEvent[] = [
    {
      type: 'checkout-created',
      checkoutId,
      mandateId: wallet.mandateId,
      agentId: wallet.agentId,
      workflow: 'restock',
      url: 'https://shop.example/checkout',
      tabId: null,
      cardId: null,
      maximum: null,
      isExecuteRequested: true,
      expiresAt,
      request: { key: 'k', digest: 'd' },
    },
    { type: 'checkout-preparing', checkoutId, tabId: 1 },
  ];
  const heldAt = (phase: 'before_pay' | 'after_pay'): BookEvent => ({
    type: 'checkout-handed-off',
    checkoutId,
    wall: { kind: 'captcha', detail: '', evidence: [] },
    phase,
    expiresAt,
  });
  const statusOf = () => kit.book.state().checkouts.get(checkoutId)?.status;
  return { kit, record, begun, heldAt, focused, statusOf };
}

test('a run that waits at a wall is taken, given more time, and given back', async () => {
  const { kit, record, begun, heldAt, focused, statusOf } = await world();
  await record(...begun, heldAt('before_pay'));
  expect(await takePage(kit, checkoutId)).toMatchObject({ ok: true });
  expect(focused).toEqual([1]);
  expect(await extendHandoff(kit, checkoutId)).toMatchObject({ ok: true });
  expect(await returnPage(kit, driver, checkoutId)).toEqual(ok(undefined));
  expect(statusOf()).toBe('preparing');
  // It goes on already, which is what was asked for.
  expect(await returnPage(kit, driver, checkoutId)).toEqual(ok(undefined));
});

test('giving up ends a run before Pay, and after it says that nobody saw the outcome', async () => {
  for (const [phase, status] of [
    ['before_pay', 'cancelled'],
    ['after_pay', 'outcome_unknown'],
  ] as const) {
    const { kit, record, begun, heldAt, statusOf } = await world();
    await record(...begun);
    if (phase === 'after_pay') await record({ type: 'payment-found', checkoutId });
    await record(heldAt(phase));
    expect(await leavePage(kit, driver, checkoutId)).toEqual(ok(undefined));
    expect(statusOf()).toBe(status);
  }
});

test('what a run does not wait for any more is refused and told', async () => {
  const { kit, record, begun, focused } = await world();
  await record(...begun);
  expect(await takePage(kit, checkoutId)).toMatchObject({ ok: false, error: { kind: 'illegal_step' } });
  expect(focused).toEqual([]);
  expect(await extendHandoff(kit, checkoutId)).toMatchObject({ ok: false });
  expect(await leavePage(kit, driver, checkoutId)).toEqual(err({ kind: 'not_held' }));
  expect(await cancelCheckout(kit, checkoutId)).toEqual(ok(undefined));
  expect(kit.book.state().checkouts.get(checkoutId)!.reason?.code).toBe('stopped_by_operator');
  expect(await cancelCheckout(kit, checkoutId)).toEqual(err({ kind: 'nothing_to_end' }));
  expect(await returnPage(kit, driver, checkoutId)).toEqual(err({ kind: 'not_held' }));
});

test('a run past Pay is not said to be stopped', async () => {
  const { kit, record, begun, statusOf } = await world();
  await record(...begun, { type: 'payment-found', checkoutId });
  expect(await cancelCheckout(kit, checkoutId)).toEqual(err({ kind: 'already_submitted' }));
  expect(statusOf()).toBe('processing');
});
