import { expect, test, vi } from 'vitest';
import { must } from '../../../e2e/simulate/open-wallet.ts';
import { checkoutId, runWithCard } from '../../../e2e/simulate/run-with-card.ts';
import { walletBalanceOf } from '../../domain/ledger/balances.ts';
import { money } from '../../kernel/money.ts';
import { ok } from '../../kernel/result.ts';
import { openSecret } from '../../kernel/secret.ts';
import { settleCard } from '../checkout/settle-checkout.ts';
import { moneyOf } from './money-of-run.ts';
import { listActivity } from './records/list-activity.ts';
import { reconcileBooks } from './records/reconcile-books.ts';
import { recourseOf } from './reverse-payment.ts';

const usd = (minor: number) => money(minor, 'USD');

/** A run whose card is locked to 9.99, and what the operator is told and sees of it. */
async function world() {
  const made = await runWithCard();
  const { kit, run, first } = made;
  const tell = vi.spyOn(kit.human, 'tell');
  const look = () => settleCard(kit, first.cardId);
  const settlement = () =>
    listActivity(kit.book.state(), { search: '', offset: 0, limit: 1 }).rows[0]!.settlement;
  return { ...made, tell, look, settlement, now: () => moneyOf(kit.book.state(), run()) };
}

test('[A23][A27] what a shop takes beyond the hold is told once, shown with its reason, and counted when the books are matched', async () => {
  const { kit, network, pay, first, tell, look, settlement, now } = await world();
  const { id } = await pay(first);
  network.capture(id, usd(999));
  await look();
  expect([settlement(), now().excess, tell.mock.calls]).toEqual(['settled', [], []]);
  network.capture(id, usd(400));
  await look();
  await look();
  expect(tell.mock.calls).toEqual([['excess_taken']]);
  expect(now()).toMatchObject({ excess: [{ minor: 400n, why: 'over_capture' }], isExcessBack: false });
  expect(settlement()).toBe('excess');
  expect((await reconcileBooks(kit, 10)).toLookInto).toBe(1);

  network.refund(id, usd(1_399));
  await look();
  expect(now()).toMatchObject({ took: usd(1_399), paidBack: usd(1_399), isExcessBack: true });
  expect(settlement()).toBe('refunded');
  expect(tell).toHaveBeenCalledTimes(1);
});

test('[A23] money that is taken of a run that paid nothing is shown as well', async () => {
  const { issuer, network, first, tell, look, settlement, now } = await world();
  const { number } = openSecret(must(await issuer.reveal(first.issuerToken)));
  network.forcePost(number, usd(321), 'SHOP');
  await look();
  expect(tell.mock.calls).toEqual([['excess_taken']]);
  expect(now()).toMatchObject({ excess: [{ minor: 321n, why: 'force_post' }], isExcessBack: false });
  expect(settlement()).toBe('excess');
});

test('[A25][A68] what the shop collects after an authorization has expired is taken, not returned', async () => {
  const { network, pay, first, look, settlement, now } = await world();
  const { id } = await pay(first);
  network.expire(id);
  await look();
  expect(now()).toMatchObject({ took: usd(0), returned: usd(999) });
  expect(settlement()).toBe('reversed');
  network.capture(id, usd(999));
  await look();
  expect(now()).toMatchObject({ took: usd(999), returned: usd(0), paidBack: usd(0), excess: [] });
  expect(settlement()).toBe('settled');
});

test('[A25][A68] a run that ended unpaid and is collected later shows what was taken, and can be disputed', async () => {
  const { kit, issuer, network, record, first, look, run, settlement, now } = await world();
  must(await issuer.arm(first.issuerToken));
  const { number } = openSecret(must(await issuer.reveal(first.issuerToken)));
  const { id } = network.authorize(number, usd(999), 'SHOP');
  network.expire(id);
  const reason = { code: 'given_up', message: '' };
  await record(
    { type: 'card-armed', cardId: first.cardId },
    { type: 'checkout-cancelled', checkoutId, by: 'operator', reason },
  );
  await look();
  expect([settlement(), now().took]).toEqual(['none', usd(0)]);
  expect((await recourseOf(kit, checkoutId)).ok).toBe(false);
  network.capture(id, usd(999));
  await look();
  expect([run().status, settlement(), now().took]).toEqual(['cancelled', 'settled', usd(999)]);
  expect(await recourseOf(kit, checkoutId)).toEqual(ok({ isReversible: false, dispute: 'none' }));
});

test('[A23][A25] while the issuer has paid beyond the wallet, a hold that returns makes that good before it is available', async () => {
  const { kit, issuer, network, record, first, look } = await world();
  const { number } = openSecret(must(await issuer.reveal(first.issuerToken)));
  network.forcePost(number, usd(9_500), 'SHOP');
  await look();
  const wallet = () => walletBalanceOf(kit.book.state().balances, 'USD');
  expect(wallet()).toMatchObject({ available: usd(0), reserved: usd(999) });
  const reason = { code: 'given_up', message: '' };
  await record(
    { type: 'checkout-cancelled', checkoutId, by: 'operator', reason },
    {
      type: 'funds-released',
      mandateId: kit.book.state().checkouts.get(checkoutId)!.mandateId,
      holdId: first.holdId,
      amount: usd(999),
      reason: 'given_up',
    },
  );
  expect(wallet().available).toEqual(must(await issuer.balance('USD')));
  expect(wallet()).toMatchObject({ available: usd(500), reserved: usd(0) });
});
