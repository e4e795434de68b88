import { expect, test } from 'vitest';
import { findBrokenInvariants } from '../../lib/app/book-invariants.ts';
import { rejectCheckout } from '../../lib/app/operator/answer-preview.ts';
import { money } from '../../lib/kernel/money.ts';
import { openShop } from './open-shop.ts';

const usd = (minor: number) => money(minor, 'USD');
const unreachable = { ok: false as const, error: { kind: 'issuer_unreachable' as const } };

/** An approved run whose worker dies between the issuer's arming and whatever follows it; a new worker takes it up. */
async function dieWhileArming() {
  let dies: (() => void) | undefined;
  const armed = new Promise<void>((resolve) => (dies = resolve));
  const shop = await openShop({
    wrapIssuer: (real) => ({
      ...real,
      arm: async (token) => {
        const answer = await real.arm(token);
        if (!dies) return answer;
        dies();
        return new Promise(() => undefined);
      },
    }),
  });
  const mandate = await shop.sign({ always_ask: true });
  const id = await shop.begin({ mandate });
  await shop.until(id, 'awaiting_approval');
  await shop.approve(id);
  await armed;
  dies = undefined;
  const worker = await shop.restart();
  await worker.driver.resumeAll(true);
  await worker.until(id, 'awaiting_approval');
  return { shop, worker, id };
}

test('[K1] a card that was armed when the worker died is dead before anything asks again', async () => {
  const { shop, worker, id } = await dieWhileArming();
  expect(shop.network.authorize(shop.tab.number!, usd(1_000), 'SHOP EXAMPLE').status).toBe('declined');
  await rejectCheckout(worker.kit, id);
  expect(worker.run(id).status).toBe('cancelled');
  expect(worker.mandate(worker.run(id).mandateId).reserved.minor).toBe(0n);
  expect(findBrokenInvariants(worker.kit.book.state())).toEqual([]);
});

test('an arming whose answer was lost: a charge that came meanwhile is the run’s, not “nothing was paid”', async () => {
  const shop = await openShop({
    wrapIssuer: (real) => ({
      ...real,
      arm: async (token) => {
        await real.arm(token);
        const { id, authorized } = shop.charge();
        shop.network.capture(id, authorized);
        return unreachable;
      },
    }),
  });
  const id = await shop.begin();
  await shop.until(id, 'succeeded');
  await shop.rest();
  expect(findBrokenInvariants(shop.kit.book.state())).toEqual([]);
  expect(shop.mandate().spent.minor).toBe(1_000n);
});

test('a wall at the last look leaves no live card in the page', async () => {
  const shop = await openShop({
    wrapIssuer: (real) => ({
      ...real,
      arm: (token) => {
        shop.tab.wall = true;
        return real.arm(token);
      },
    }),
  });
  const id = await shop.begin();
  await shop.until(id, 'handoff');
  await shop.rest();
  expect(shop.network.authorize(shop.tab.number!, usd(1_000), 'THIEF').status).toBe('declined');
});

test('a shop that tries again at once after a decline leaves no run that says declined while its charge stands', async () => {
  let retry: (() => void) | undefined;
  const shop = await openShop({
    wrapIssuer: (real) => ({
      ...real,
      close: (token) => {
        retry?.();
        retry = undefined;
        return real.close(token);
      },
    }),
  });
  shop.tab.onPress = (tab) => {
    shop.charge(tab.total + 50_000);
    retry = () => void shop.charge();
  };
  const id = await shop.begin();
  await shop.until(id, 'succeeded');
});

test('a decline is told only once the card is closed: an issuer that cannot be reached may still charge it', async () => {
  let isDown = false;
  const shop = await openShop({
    wrapIssuer: (real) => ({
      ...real,
      close: (token) => (isDown ? Promise.resolve(unreachable) : real.close(token)),
    }),
  });
  shop.tab.onPress = (tab) => {
    isDown = true;
    shop.charge(tab.total + 50_000);
  };
  const id = await shop.begin();
  await shop.until(id, 'processing', 'declined');
  await shop.rest();
  expect(shop.run(id).status).not.toBe('declined');
  isDown = false;
  await shop.driver.resumeAll(false);
  await shop.until(id, 'declined');
});

test('an unknown outcome does not end as “not charged” while the charge comes before the card is closed', async () => {
  let retry: (() => void) | undefined;
  const shop = await openShop({
    wrapIssuer: (real) => ({
      ...real,
      freeze: () => Promise.resolve(unreachable),
      close: (token) => {
        retry?.();
        retry = undefined;
        return real.close(token);
      },
    }),
  });
  shop.tab.onPress = (tab) => {
    tab.shows = 'nothing';
  };
  const id = await shop.begin();
  await shop.until(id, 'outcome_unknown');
  retry = () => void shop.charge();
  shop.elapse(48 * 3_600_000);
  shop.driver.poke(id);
  await shop.rest();
  expect(shop.run(id).status).toBe('outcome_unknown');
  shop.driver.poke(id);
  await shop.until(id, 'succeeded');
});

test('an authorization that waits for its capture is asked about seldom', async () => {
  let asked = 0;
  const shop = await openShop({
    wrapIssuer: (real) => ({
      ...real,
      transactionsOf: (token) => {
        asked += 1;
        return real.transactionsOf(token);
      },
    }),
  });
  const id = await shop.begin();
  await shop.until(id, 'succeeded');
  shop.elapse(3_600_000);
  asked = 0;
  for (let minute = 0; minute < 60; minute += 1) {
    shop.elapse(60_000);
    shop.driver.poke(id);
    await shop.rest();
  }
  expect(asked).toBeLessThan(61);
});

test('a category that is no code of four digits is taken for none', async () => {
  const shop = await openShop({
    wrapIssuer: (real) => ({
      ...real,
      transactionsOf: async (token) => {
        const rows = await real.transactionsOf(token);
        return rows.ok
          ? { ...rows, value: rows.value.map((row) => ({ ...row, merchantCategory: '742' })) }
          : rows;
      },
    }),
  });
  await shop.until(await shop.begin(), 'succeeded');
  shop.shopAgain();
  await shop.until(await shop.begin(), 'succeeded');
  expect(shop.faults).toEqual([]);
});
