import { expect, test } from 'vitest';
import { findBrokenInvariants } from '../../lib/app/book-invariants.ts';
import { giveUpCard } from '../../lib/app/checkout/end-checkout.ts';
import { settleCard } from '../../lib/app/checkout/settle-checkout.ts';
import { money } from '../../lib/kernel/money.ts';
import { runWithCard } from './run-with-card.ts';

const usd = (minor: number) => money(minor, 'USD');

test('a card and its hold are given up in one write: a worker that dies leaves neither alone', async () => {
  const { kit, appends, run } = await runWithCard();
  appends.splice(0);
  expect(await giveUpCard(kit, run(), 'total_moved')).toBe(true);
  expect(appends).toEqual([['card-cancelled', 'funds-released']]);
  expect(await giveUpCard(kit, run(), 'total_moved')).toBe(true);
  expect(appends).toHaveLength(1);
});

test('a card from before the total moved does not settle the payment that another card made', async () => {
  const { kit, network, takeCard, pay, run, first } = await runWithCard();
  await giveUpCard(kit, run(), 'total_moved');
  const second = await takeCard('2', 1_099);
  const paid = await pay(second);

  await settleCard(kit, first.cardId);
  expect(run().settled).toBeUndefined();

  network.capture(paid.id, usd(1_000));
  await settleCard(kit, second.cardId);
  expect(run().settled).toEqual({ posted: usd(1_000), returned: usd(99) });
  expect(findBrokenInvariants(kit.book.state())).toEqual([]);
});
