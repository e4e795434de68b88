import { pressBanner } from '../fixtures/banner.ts';
import { reservedOf } from '../fixtures/balances.ts';
import { shopTab } from '../fixtures/shop-tab.ts';
import { expect, test, waitUntil, type Installation, type PairedAgent } from '../fixtures/test.ts';
import { badgeOf, setPatience } from '../fixtures/worker-hooks.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { answerBank, bankFrame, mintOpenCard, payButton, typePurchase } from '../sandbox/type-purchase.ts';

const approvedAt = (sandbox: Sandbox) =>
  sandbox.control.authorizations().filter(({ approved }) => approved).length;

/** Brings a run to the wall that rises between approval and Pay. */
async function meetWallBeforePay(
  agent: PairedAgent,
  connected: { press(name: string): Promise<void> },
  sandbox: Sandbox,
): Promise<string> {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const { id } = await agent.preview(mandate);
  sandbox.control.set('codesBeforeCheckout', 1);
  await agent.call('checkout_execute', { id });
  await connected.press('Approve');
  const { wall } = await agent.waitFor(id, 'handoff');
  expect(wall).toMatchObject({ kind: 'otp_email', phase: 'before_pay' });
  return id;
}

/** Brings a run to the bank's question after Pay. */
async function meetBank(
  agent: PairedAgent,
  connected: { press(name: string): Promise<void> },
  sandbox: Sandbox,
): Promise<string> {
  sandbox.control.set('threeDs', 'challenge');
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const { id } = await agent.preview(mandate);
  await agent.call('checkout_execute', { id });
  await connected.press('Approve');
  await agent.waitFor(id, 'handoff');
  return id;
}

async function typeGateCode(page: ReturnType<typeof shopTab>): Promise<void> {
  await page.getByLabel('Verification code').fill('123456');
  await page.getByRole('button', { name: 'Continue' }).click();
}

test.describe('before Pay', () => {
  test('[A43] a wall that is passed is noticed by itself; everything is read again and asks again', async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    const id = await meetWallBeforePay(agent, connected, sandbox);
    expect(await badgeOf(installation)).toBe('1');
    await typeGateCode(shopTab(installation.browser, sandbox));
    await agent.waitFor(id, 'awaiting_approval');
    expect(sandbox.control.payRequests()).toHaveLength(0);
    // Nothing moved: hold and card are the ones that the run had.
    expect(sandbox.control.cards()).toHaveLength(1);
    await connected.press('Approve');
    const paid = await agent.waitFor(id, 'succeeded');
    expect(paid.handoffs).toEqual([{ kind: 'otp_email', ms: expect.any(Number) as unknown }]);
    expect(approvedAt(sandbox)).toBe(1);
  });

  test('[A43] two walls in a row: the run goes on only when both are passed', async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    sandbox.control.set('codesBeforeCheckout', 2);
    sandbox.control.set('threeDs', 'challenge');
    const mandate = await agent.signedMandate({ ask_above: '10.00' });
    const { id } = await agent.preview(mandate);
    await agent.waitFor(id, 'handoff');
    const page = shopTab(installation.browser, sandbox);
    await typeGateCode(page);
    await typeGateCode(page);
    await agent.waitFor(id, 'awaiting_approval');
    await agent.call('checkout_execute', { id });
    await connected.press('Approve');
    const atBank = await agent.waitFor(id, 'handoff');
    expect(atBank.wall).toMatchObject({ kind: '3ds', phase: 'after_pay' });
    await answerBank(page, sandbox.control.bankMessages()[0]!.code);
    const paid = await agent.waitFor(id, 'succeeded');
    expect(new Set(paid.handoffs.map(({ kind }) => kind))).toEqual(new Set(['otp_email', '3ds']));
    expect(sandbox.control.payRequests()).toHaveLength(1);
  });

  test('[A43] wall, reload, wall: it still stands, and passing it is enough', async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    const id = await meetWallBeforePay(agent, connected, sandbox);
    const page = shopTab(installation.browser, sandbox);
    await page.reload();
    await expect(page.getByLabel('Verification code')).toBeVisible();
    expect((await agent.get(id)).status).toBe('handoff');
    await typeGateCode(page);
    await agent.waitFor(id, 'awaiting_approval');
    expect(sandbox.control.payRequests()).toHaveLength(0);
  });

  test('[A43] "I’ve done it" while the wall stands changes nothing; the third time in vain ends the run', async ({
    agent,
    connected,
    sandbox,
  }) => {
    const id = await meetWallBeforePay(agent, connected, sandbox);
    for (const raised of [2, 3]) {
      await connected.press('I’ve done it');
      await waitUntil(async () => (await agent.get(id)).handoffs.length === raised);
      await agent.waitFor(id, 'handoff');
    }
    await connected.press('I’ve done it');
    const ended = await agent.waitFor(id, 'failed');
    expect(ended.reason?.code).toBe('wall_persists');
    await expect.poll(() => reservedOf(agent)).toBe('0');
  });

  test('[A42] the operator takes over by the banner and gives back by the button', async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    const mandate = await agent.signedMandate({ ask_above: '10.00' });
    const { id } = await agent.preview(mandate);
    await pressBanner(shopTab(installation.browser, sandbox), 'Take over');
    const held = await agent.waitFor(id, 'handoff');
    expect(held.wall).toMatchObject({ kind: 'manual_check', phase: 'before_pay' });
    await connected.press('I’ve done it');
    await agent.waitFor(id, 'awaiting_approval');
  });

  test('[A28] the operator gives up: the card is closed and the money returns', async ({
    agent,
    connected,
    sandbox,
  }) => {
    const id = await meetWallBeforePay(agent, connected, sandbox);
    await connected.press('Stop…');
    await connected.press('Really stop');
    expect((await agent.waitFor(id, 'cancelled')).reason?.code).toBe('given_up');
    await expect.poll(() => sandbox.control.cards()[0]!.state).toBe('CLOSED');
    await expect.poll(() => reservedOf(agent)).toBe('0');
  });

  test('[A28] nobody comes in time: the card is closed and the money returns', async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    await setPatience(installation, { handoffMs: 1_500 });
    const id = await meetWallBeforePay(agent, connected, sandbox);
    expect((await agent.waitFor(id, 'expired')).reason?.code).toBe('handoff_expired');
    await expect.poll(() => sandbox.control.cards()[0]!.state).toBe('CLOSED');
    await expect.poll(() => reservedOf(agent)).toBe('0');
    expect(sandbox.control.payRequests()).toHaveLength(0);
  });

  test('[K3] the tab is closed: the card is closed and the money returns', async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    const id = await meetWallBeforePay(agent, connected, sandbox);
    await shopTab(installation.browser, sandbox).close();
    expect((await agent.waitFor(id, 'cancelled')).reason?.code).toBe('tab_gone');
    await expect.poll(() => reservedOf(agent)).toBe('0');
  });

  test('[A43] the operator pays by other means: the run ends and never pays', async ({
    agent,
    installation,
    sandbox,
  }) => {
    const mandate = await agent.signedMandate({ ask_above: '10.00' });
    const { id } = await agent.preview(mandate);
    const page = shopTab(installation.browser, sandbox);
    await pressBanner(page, 'Take over');
    await agent.waitFor(id, 'handoff');
    await typePurchase(page, await mintOpenCard(sandbox, 5_000));
    await payButton(page).click();
    const ended = await agent.waitFor(id, 'cancelled');
    expect(ended.reason?.code).toBe('paid_by_operator');
    await agent.call('checkout_execute', { id }).catch(() => undefined);
    expect(sandbox.control.payRequests()).toHaveLength(1);
    await expect.poll(() => reservedOf(agent)).toBe('0');
  });

  test('[A43] the operator presses Pay with our inactive card: refused, and a fresh card pays once', async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    const mandate = await agent.signedMandate({ ask_above: '10.00' });
    const { id } = await agent.preview(mandate);
    const page = shopTab(installation.browser, sandbox);
    await pressBanner(page, 'Take over');
    await agent.waitFor(id, 'handoff');
    await payButton(page).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await connected.press('I’ve done it');
    await agent.waitFor(id, 'awaiting_approval');
    await agent.call('checkout_execute', { id });
    await connected.press('Approve');
    await agent.waitFor(id, 'succeeded');
    expect(approvedAt(sandbox)).toBe(1);
    expect(sandbox.control.cards()).toHaveLength(2);
  });

  test('[A42] while the human holds the page nothing is typed, recorded or pictured', async ({
    agent,
    installation,
    sandbox,
  }) => {
    const mandate = await agent.signedMandate({ ask_above: '10.00' });
    const { id } = await agent.preview(mandate);
    const page = shopTab(installation.browser, sandbox);
    await pressBanner(page, 'Take over');
    await agent.waitFor(id, 'handoff');
    const pictures = await picturesOf(installation);
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      for (const type of ['input', 'change', 'keydown', 'click', 'focusin'])
        addEventListener(type, (event) => seen.push(`${type} ${(event.target as Element).id}`), true);
    });
    // The agent's order to pay must not wake a hand, either.
    await agent.call('checkout_execute', { id });
    await agent.call('checkout_wait', { id, timeout_seconds: 2 });
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
    await page.getByLabel('Email').fill('private-canary@example.com');
    await agent.call('checkout_wait', { id, timeout_seconds: 2 });
    expect((await agent.get(id)).status).toBe('handoff');
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect(seen.filter((event) => event.startsWith('input'))).toHaveLength(1);
    expect(await page.getByLabel('Email').inputValue()).toBe('private-canary@example.com');
    expect(await picturesOf(installation)).toEqual(pictures);
    expect(await everythingKept(installation)).not.toContain('private-canary');
    expect(agent.received.join('\n')).not.toContain('private-canary');
  });
});

test.describe('after Pay', () => {
  test('[A39] the buyer abandons the bank’s check: outcome unknown, card frozen, money back when the issuer has nothing', async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    test.setTimeout(150_000);
    await setPatience(installation, { outcomeMs: 3_000 });
    const id = await meetBank(agent, connected, sandbox);
    await bankFrame(shopTab(installation.browser, sandbox)).getByRole('button', { name: 'Cancel' }).click();
    const unknown = await agent.waitFor(id, 'outcome_unknown');
    await expect.poll(() => sandbox.control.cards()[0]!.state).toBe('PAUSED');
    expect(await reservedOf(agent)).toBe(unknown.total!.minor);
    await connected.press('It failed, close card…');
    await connected.press('Yes, I am sure');
    expect((await agent.waitFor(id, 'failed')).reason?.code).toBe('not_charged');
    await expect.poll(() => sandbox.control.cards()[0]!.state).toBe('CLOSED');
    await expect.poll(() => reservedOf(agent)).toBe('0');
    expect(sandbox.control.payRequests()).toHaveLength(1);
  });

  test(
    '[A39] the bank’s check times out: no failure, no retry, and nobody’s word ends it by the issuer’s record',
    { tag: '@whole' },
    async ({ agent, connected, installation, sandbox }) => {
      test.setTimeout(180_000);
      await setPatience(installation, { outcomeMs: 3_000, unknownMs: 5_000 });
      sandbox.control.set('threeDsTimeoutMs', 5_000);
      const id = await meetBank(agent, connected, sandbox);
      await agent.waitFor(id, 'outcome_unknown');
      await agent.waitFor(id, 'failed');
      await expect.poll(() => sandbox.control.cards()[0]!.state).toBe('CLOSED');
      await expect.poll(() => reservedOf(agent)).toBe('0');
      expect(sandbox.control.payRequests()).toHaveLength(1);
    },
  );

  test('[A44] nobody comes in time: the card is frozen, and the money stays held', async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    await setPatience(installation, { handoffMs: 1_500 });
    const id = await meetBank(agent, connected, sandbox);
    const unknown = await agent.waitFor(id, 'outcome_unknown');
    await expect.poll(() => sandbox.control.cards()[0]!.state).toBe('PAUSED');
    expect(await reservedOf(agent)).toBe(unknown.total!.minor);
    // Passed too late, the bank lets the shop charge a frozen card: the issuer says no.
    await answerBank(shopTab(installation.browser, sandbox), sandbox.control.bankMessages()[0]!.code);
    await expect.poll(() => sandbox.control.authorizations().length).toBe(1);
    expect(approvedAt(sandbox)).toBe(0);
  });

  test('[A43] the worker is restarted in the middle of the wall: it goes on to one receipt', async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    const id = await meetBank(agent, connected, sandbox);
    await installation.browser.restartWorker();
    expect((await agent.get(id)).status).toBe('handoff');
    await answerBank(shopTab(installation.browser, sandbox), sandbox.control.bankMessages()[0]!.code);
    await agent.waitFor(id, 'succeeded');
    expect(sandbox.control.payRequests()).toHaveLength(1);
    expect(approvedAt(sandbox)).toBe(1);
  });

  test('[K3] the tab is closed at the bank’s question: outcome unknown, never paid again', async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    const id = await meetBank(agent, connected, sandbox);
    await shopTab(installation.browser, sandbox).close();
    await agent.waitFor(id, 'outcome_unknown');
    await expect.poll(() => sandbox.control.cards()[0]!.state).toBe('PAUSED');
    await agent.call('checkout_execute', { id });
    expect(sandbox.control.payRequests()).toHaveLength(1);
  });

  test(
    '[K3] the tab crashes at the bank’s question: the wait ends by the deadline',
    { tag: '@whole' },
    async ({ agent, connected, installation, sandbox }) => {
      await setPatience(installation, { handoffMs: 20_000, outcomeMs: 3_000 });
      const id = await meetBank(agent, connected, sandbox);
      const page = shopTab(installation.browser, sandbox);
      const session = await page.context().newCDPSession(page);
      void session.send('Page.crash').catch(() => undefined);
      await agent.waitFor(id, 'outcome_unknown');
      expect(sandbox.control.payRequests()).toHaveLength(1);
    },
  );

  test('[K3] the browser restarts at the bank’s question: the badge says so, and nothing happens before unlock', async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    const id = await meetBank(agent, connected, sandbox);
    await installation.restart();
    await expect.poll(() => badgeOf(installation)).toBe('1');
    const requests = sandbox.control.requests('issuer').length;
    expect((await agent.waitFor(id, 'handoff')).status).toBe('handoff');
    expect(sandbox.control.requests('issuer')).toHaveLength(requests);
    await connected.unlock();
    await agent.waitFor(id, 'outcome_unknown');
    await expect.poll(() => sandbox.control.cards()[0]!.state).toBe('PAUSED');
    expect(sandbox.control.payRequests()).toHaveLength(1);
  });
});

/** Which pictures the extension has kept, by id and size. */
function picturesOf({ browser }: Installation): Promise<string[]> {
  return browser.worker().evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('countersign-pictures');
        opening.onerror = () => reject(new Error('no pictures'));
        opening.onsuccess = () => {
          const store = opening.result.transaction('pictures').objectStore('pictures');
          const pictures = store.getAll();
          pictures.onsuccess = () => resolve((pictures.result as string[]).map((one) => one.slice(-80)));
        };
      }),
  );
}

/** All that the extension keeps in its databases and its storage, as text. */
function everythingKept({ browser }: Installation): Promise<string> {
  return browser.worker().evaluate(async () => {
    const kept: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name!);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(new Error('cannot be opened'));
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => (all.onsuccess = resolve));
        kept.push(all.result);
      }
    }
    const { storage } = (
      globalThis as unknown as {
        chrome: { storage: Record<'local' | 'session', { get(): Promise<object> }> };
      }
    ).chrome;
    kept.push(await storage.local.get(), await storage.session.get());
    return JSON.stringify(kept);
  });
}
