import { expect, test } from 'vitest';
import { resumeAfterHandoff } from '../../lib/app/checkout/handoff.ts';
import { openShop } from './open-shop.ts';

test('nothing is pressed on a page that is no step of a purchase: its “Continue” may mean anything', async () => {
  const shop = await openShop();
  shop.tab.shows = 'consent';
  const id = await shop.begin({}, false);
  expect((await shop.until(id, 'failed')).reason?.code).toBe('no_checkout');
  expect(shop.tab.pressed).toBe(0);
});

test('a step of a purchase is gone on from', async () => {
  const shop = await openShop();
  shop.tab.shows = 'delivery';
  shop.tab.onPress = (tab) => void Object.assign(tab, { shows: 'form', pressed: 0 });
  const id = await shop.begin({}, false);
  await shop.until(id, 'previewed');
});

test('where the mandate names no shops the operator lets each be typed into, before it knows anything', async () => {
  const shop = await openShop();
  const mandate = await shop.sign({ merchants: [] });
  shop.tab.shows = 'delivery';
  shop.tab.onPress = (tab) => void Object.assign(tab, { shows: 'form', pressed: 0 });
  const first = await shop.begin({ mandate }, false);
  const held = await shop.until(first, 'handoff');
  expect(held.handoff?.wall).toMatchObject({ kind: 'new_merchant', detail: 'shop.example' });
  expect(shop.tab).toMatchObject({ shows: 'delivery', pressed: 0 });
  await resumeAfterHandoff(shop.kit, shop.run(first), 'operator_done');
  shop.driver.poke(first);
  await shop.until(first, 'awaiting_approval');

  // Once is enough for a shop; what it costs is still asked.
  shop.shopAgain();
  shop.tab.shows = 'delivery';
  const second = await shop.begin({ mandate }, false);
  await shop.until(second, 'awaiting_approval');
});
