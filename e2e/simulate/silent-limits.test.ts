import { expect, test } from 'vitest';
import { money } from '../../lib/kernel/money.ts';
import { openShop } from './open-shop.ts';

const usd = (minor: number) => money(minor, 'USD');

test.each([
  ['what is asked about first', { ask_above: '10.00', tolerance: '50.00' }, {}],
  ['what the call allowed', { tolerance: '50.00' }, { max: '10.00' }],
] as const)(
  'a shop cannot take more than %s, whatever is tolerated above a total',
  async (_, terms, call) => {
    const shop = await openShop();
    const mandate = await shop.sign(terms);
    shop.tab.total = 999;
    shop.tab.onPress = () => void shop.charge(5_999);
    const id = await shop.begin({ mandate, ...call });
    await shop.until(id, 'declined', 'succeeded', 'outcome_unknown', 'awaiting_approval', 'failed');
    expect(shop.card(id).limit).toEqual(usd(1_000));
    expect(shop.mandate(mandate).spent).toEqual(usd(0));
  },
);

test('within them the tolerance counts', async () => {
  const shop = await openShop();
  const mandate = await shop.sign({ ask_above: '20.00', tolerance: '5.00' });
  shop.tab.onPress = () => void shop.charge(1_400);
  const id = await shop.begin({ mandate });
  await shop.until(id, 'succeeded');
  expect(shop.card(id).limit).toEqual(usd(1_500));
});
