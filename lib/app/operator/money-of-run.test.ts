import { expect, test, vi } from 'vitest';
import { must } from '../../../e2e/simulate/open-wallet.ts';
import { runWithCard } from '../../../e2e/simulate/run-with-card.ts';
import { money } from '../../kernel/money.ts';
import { openSecret } from '../../kernel/secret.ts';
import { settleCard } from '../checkout/settle-checkout.ts';
import { moneyOf } from './money-of-run.ts';
import { listActivity } from './records/list-activity.ts';
import { reconcileBooks } from './records/reconcile-books.ts';

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
  expect(now()).toMatchObject({ excess: [{ minor: 400n }], isExcessBack: true });
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
