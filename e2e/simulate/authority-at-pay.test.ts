import { expect, test } from 'vitest';
import { createAgentDesk } from '../../lib/app/agent/perform-operation.ts';
import { decideAgentAccess } from '../../lib/app/operator/decide-agent-access.ts';
import { changeMandate, disallowMerchant } from '../../lib/app/operator/sign-mandate.ts';
import { openShop } from './open-shop.ts';
import { must } from './open-wallet.ts';
import { SHOP } from './sight.ts';

/** A door that is shut until somebody opens it. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** A shop whose runs wait right before Pay for `goOn`, at an issuer that once slowed down says nothing until it is opened. */
async function openShopHeldAtPay() {
  const issuer = gate();
  let isSlow = false;
  const shop = await openShop({
    wrapIssuer: (real) => ({
      ...real,
      transactionsOf: async (token) => {
        if (isSlow) await issuer.opened;
        return real.transactionsOf(token);
      },
    }),
  });
  const [atPay, goOn] = [gate(), gate()];
  shop.at('cp8', async () => {
    atPay.open();
    await goOn.opened;
  });
  return { shop, issuer, atPay, goOn, slowDown: () => void (isSlow = true) };
}

test.each(['revoke', 'pause'] as const)(
  '[A21] once the books say %s of an agent, none of its runs presses Pay, however slow the issuer is',
  async (type) => {
    const { shop, issuer, atPay, goOn, slowDown } = await openShopHeldAtPay();
    const id = await shop.begin();
    await atPay.opened;
    slowDown();
    const decided = decideAgentAccess(shop.kit, shop.agentId, { type });
    await shop.rest();
    expect(shop.kit.book.state().agents.get(shop.agentId)?.status).not.toBe('approved');
    goOn.open();
    await shop.rest();
    issuer.open();
    must(await decided);
    await shop.until(id, 'cancelled', 'refused');
    expect(shop.tab.pressed).toBe(0);
  },
);

test.each(['agent', 'mandate'] as const)(
  '[A21] a run that was under way when its %s was paused does not pay, however soon that is let go on again',
  async (what) => {
    const { shop, issuer, atPay, goOn, slowDown } = await openShopHeldAtPay();
    const change = (type: 'pause' | 'resume') =>
      what === 'agent'
        ? decideAgentAccess(shop.kit, shop.agentId, { type })
        : changeMandate(shop.kit, shop.mandateId, type);
    const before = await shop.begin();
    await atPay.opened;
    shop.elapse(1);
    slowDown();
    const paused = change('pause');
    await shop.rest();
    must(await change('resume'));
    goOn.open();
    await shop.rest();
    issuer.open();
    must(await paused);
    await shop.until(before, 'cancelled', 'refused');
    expect(shop.tab.pressed).toBe(0);

    shop.shopAgain();
    const after = await shop.begin();
    await shop.until(after, 'succeeded');
    expect(shop.tab.pressed).toBe(1);
  },
);

test('[A21] what an agent asked for before it was revoked does not begin after it', async () => {
  const shop = await openShop();
  const [asking, answer] = [gate(), gate()];
  const kit = {
    ...shop.kit,
    sites: {
      ...shop.kit.sites,
      covers: async () => {
        asking.open();
        await answer.opened;
        return true;
      },
    },
  };
  const desk = createAgentDesk(kit, shop.driver);
  const { agentId, mandateId: mandate } = shop;
  const input = { mandate, url: SHOP };
  const asked = desk({ agentId, operation: 'payment_execute', input, idempotencyKey: 'k' });
  await asking.opened;
  must(await decideAgentAccess(kit, agentId, { type: 'revoke' }));
  answer.open();
  expect(await asked).toMatchObject({ ok: false, error: { code: 'agent_revoked' } });
  expect(kit.book.state().checkouts.values()).toEqual([]);
});

test('[A19] an “always” that is taken back asks again, also where a preview waits for its order', async () => {
  const shop = await openShop();
  const mandate = await shop.sign({ merchants: [] });
  const first = await shop.begin({ mandate });
  await shop.until(first, 'awaiting_approval');
  await shop.approve(first, true);
  await shop.until(first, 'succeeded');
  shop.shopAgain();
  const second = await shop.begin({ mandate }, false);
  await shop.until(second, 'previewed');
  expect(shop.run(second).asks).toEqual([]);
  must(await disallowMerchant(shop.kit, shop.driver, mandate, 'shop.example'));
  await shop.execute(second);
  await shop.until(second, 'awaiting_approval');
  expect(shop.run(second).asks).toContain('new_merchant');
  expect(shop.tab.pressed).toBe(0);
});

test('once the wallet is locked Pay is not pressed; after the unlock the run goes on', async () => {
  const shop = await openShop();
  let state: 'locked' | 'unlocked' = 'unlocked';
  Object.assign(shop.kit.signer, { state: () => Promise.resolve(state) });
  shop.at('cp8', () => void (state = 'locked'));
  const id = await shop.begin();
  await shop.rest();
  expect(shop.tab.pressed).toBe(0);
  expect(shop.card(id).status).toBe('cancelled');
  state = 'unlocked';
  shop.at('cp8', () => undefined);
  await shop.driver.resumeAll(true);
  await shop.until(id, 'succeeded');
  expect(shop.tab.pressed).toBe(1);
});

test('an unlock of a wallet that is open already disturbs no run that is at Pay', async () => {
  const shop = await openShop();
  const cutOff: Promise<void>[] = [];
  shop.at('cp8', () => void cutOff.push(shop.driver.resumeAll(true)));
  const id = await shop.begin();
  await shop.until(id, 'succeeded');
  await Promise.all(cutOff);
  expect(shop.tab.pressed).toBe(1);
  expect(shop.run(id).steps.filter(({ status }) => status === 'preparing')).toHaveLength(1);
  expect(shop.faults).toEqual([]);
});

test('what was spent at a merchant before its category was known counts against the category’s limit', async () => {
  const shop = await openShop({
    wrapIssuer: (real) => ({
      ...real,
      transactionsOf: async (token) => {
        const rows = await real.transactionsOf(token);
        return rows.ok
          ? { ...rows, value: rows.value.map((row) => ({ ...row, merchantCategory: '5411' })) }
          : rows;
      },
    }),
  });
  const mandate = await shop.sign({ categories: [{ code: '5411', limit: '20.00' }] });
  shop.tab.total = 1_500;
  const first = await shop.begin({ mandate });
  await shop.until(first, 'awaiting_approval');
  await shop.approve(first);
  await shop.until(first, 'succeeded');
  shop.shopAgain();
  const second = await shop.begin({ mandate });
  expect((await shop.until(second, 'refused')).reason?.code).toBe('category_exceeded');
});

test.each([undefined, '25.00'])(
  'a page in another currency is refused with its reason, at most %s',
  async (max) => {
    const shop = await openShop();
    shop.tab.currency = 'EUR';
    const id = await shop.begin({ max });
    expect((await shop.until(id, 'refused')).reason?.code).toBe('currency_mismatch');
    expect(shop.faults).toEqual([]);
  },
);
