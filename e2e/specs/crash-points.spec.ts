import { armCrash, badgeOf, killAt, killHost, reachCrash, stopAlarms } from '../fixtures/worker-hooks.ts';
import { expect, test, waitUntil } from '../fixtures/test.ts';
import { payButton } from '../sandbox/type-purchase.ts';

/** These run with every test; those between them, where the same is written, with the full set. */
const SAMPLE = new Set(['cp1', 'cp4', 'cp6', 'cp9', 'cp10', 'cp11']);
const tagOf = (point: string) => (SAMPLE.has(point) ? [] : ['@whole']);

for (const point of ['cp1', 'cp4', 'cp5', 'cp6', 'cp7', 'cp2']) {
  test(
    `[K1] killed at ${point.toUpperCase()}: nothing is charged, and the run goes on or ends`,
    { tag: tagOf(point) },
    async ({ agent, connected, installation, sandbox }) => {
      const mandate = await agent.signedMandate({ ask_above: '10.00' });
      await armCrash(installation, point);
      const order = {
        mandate: mandate.id,
        url: `${sandbox.urls.shop}/checkout`,
        idempotency_key: 'the-one-order',
      };
      const begun = agent.call<{ id: string }>('checkout_preview', order).catch(() => undefined);
      await killAt(installation, point);
      await begun;
      const run = await agent.call<{ id: string }>('checkout_preview', order);
      await agent.waitFor(run.id, 'awaiting_approval');
      expect(sandbox.control.authorizations()).toHaveLength(0);
      await agent.call('checkout_execute', { id: run.id });
      await connected.press('Approve');
      await agent.waitFor(run.id, 'succeeded');
      await agent.waitForReturn(run.id);
      expect(sandbox.control.authorizations().filter(({ approved }) => approved)).toHaveLength(1);
      await expect
        .poll(() => sandbox.control.cards().filter(({ state }) => state !== 'CLOSED'))
        .toHaveLength(0);
    },
  );
}

for (const point of ['cp9', 'cp10', 'cp11', 'cp12']) {
  test(
    `[K1] killed at ${point.toUpperCase()}: Pay is never clicked again`,
    { tag: tagOf(point) },
    async ({ agent, connected, installation, sandbox }) => {
      const mandate = await agent.signedMandate({ ask_above: '10.00' });
      const preview = await agent.preview(mandate);
      expect(preview).toMatchObject({ status: 'awaiting_approval', reason: null });
      await armCrash(installation, point);
      await agent.call('checkout_execute', { id: preview.id });
      await connected.press('Approve');
      const isClicked = point !== 'cp9';
      await killAt(installation, point);
      const after = await agent.waitFor(preview.id, isClicked ? 'succeeded' : 'outcome_unknown');
      if (isClicked) await agent.waitForReturn(preview.id);
      else expect(after.receipt).toBeNull();
      const approved = sandbox.control.authorizations().filter((event) => event.approved);
      expect(approved).toHaveLength(isClicked ? 1 : 0);
      expect(sandbox.control.payRequests()).toHaveLength(isClicked ? 1 : 0);
    },
  );
}

test('[K1] killed at CP10, before the shop charged: the document still knows of the press, and it is seen through', async ({
  agent,
  connected,
  installation,
  issuer,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  sandbox.control.set('providerDelayMs', 6_000);
  await armCrash(installation, 'cp10');
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  await killAt(installation, 'cp10');
  expect(sandbox.control.authorizations()).toHaveLength(0);
  await agent.waitFor(preview.id, 'succeeded');
  expect(sandbox.control.payRequests()).toHaveLength(1);
  expect(issuer).toHaveBeenChargedOnce();
});

test('[K1] killed at CP3: an approval that was clicked and not recorded approves nothing', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  await agent.call('checkout_execute', { id: preview.id });
  await armCrash(installation, 'cp3');
  await connected.press('Approve');
  await killAt(installation, 'cp3');
  expect((await agent.get(preview.id)).status).toBe('awaiting_approval');
  expect(sandbox.control.payRequests()).toHaveLength(0);
  await connected.press('Approve');
  await agent.waitFor(preview.id, 'succeeded');
  expect(sandbox.control.authorizations().filter(({ approved }) => approved)).toHaveLength(1);
});

test('[K1] killed at CP8, card armed and Pay not recorded: a new preview, a new approval, one charge', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  await armCrash(installation, 'cp8');
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  await killAt(installation, 'cp8');
  await agent.waitFor(preview.id, 'awaiting_approval');
  expect(sandbox.control.payRequests()).toHaveLength(0);
  const states = sandbox.control.cards().map(({ state }) => state);
  expect(states.sort()).toEqual(['CLOSED', 'PAUSED']);
  await connected.press('Approve');
  await agent.waitFor(preview.id, 'succeeded');
  await agent.waitForReturn(preview.id);
  expect(sandbox.control.authorizations().filter(({ approved }) => approved)).toHaveLength(1);
});

test('[A43] the operator presses Pay by hand while the worker is dead: found, and not paid again', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  await armCrash(installation, 'cp8');
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  await reachCrash(installation, 'cp8');
  const shop = installation.browser.context.pages().find((page) => page.url().startsWith(sandbox.urls.shop))!;
  await payButton(shop).click();
  await shop.waitForURL(/\/orders\//);
  await installation.browser.restartWorker();
  const paid = await agent.waitFor(preview.id, 'succeeded');
  expect(paid.receipt?.amount).toEqual(preview.total);
  await agent.waitForReturn(preview.id);
  expect(sandbox.control.payRequests()).toHaveLength(1);
  expect(sandbox.control.authorizations()).toHaveLength(1);
});

test('[K3] the browser restarts: locked, nothing executes before unlock, then the run ends by the rules', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const preview = await agent.preview(mandate);
  expect(preview.status).toBe('awaiting_approval');
  await installation.restart();
  await waitUntil(async () => (await agent.get(preview.id)).steps.some(({ name }) => name === 'interrupted'));
  await expect.poll(() => badgeOf(installation)).toBe('1');
  await expect(agent.preview(mandate)).rejects.toThrow('wallet_locked');
  await connected.unlock();
  const ended = await agent.waitFor(preview.id, 'cancelled', 'awaiting_approval');
  expect(['cancelled', 'awaiting_approval']).toContain(ended.status);
  await expect.poll(() => badgeOf(installation)).toBe(ended.status === 'cancelled' ? '' : '1');
  expect(sandbox.control.authorizations()).toHaveLength(0);
});

test(
  '[K7] the extension is switched off and on in the middle of a run: nothing executes before unlock, and no second card',
  { tag: '@whole' },
  async ({ agent, connected, installation, sandbox }) => {
    const mandate = await agent.signedMandate({ ask_above: '10.00' });
    const preview = await agent.preview(mandate);
    expect(preview.status).toBe('awaiting_approval');
    const page = await installation.browser.context.newPage();
    await page.goto('chrome://extensions/');
    const set = (isEnabled: boolean) =>
      page.evaluate(
        async ([id, on]) => {
          const { management } = (
            globalThis as unknown as {
              chrome: { management: { setEnabled(id: string, isEnabled: boolean): Promise<void> } };
            }
          ).chrome;
          await management.setEnabled(id, on);
        },
        [installation.browser.extensionId, isEnabled] as const,
      );
    await set(false);
    await expect(agent.call('wallet_balance', {})).rejects.toThrow('extension_not_reachable');
    await set(true);
    await page.close();
    await expect.poll(() => agent.preview(mandate).catch(String)).toContain('wallet_locked');
    expect(sandbox.control.authorizations()).toHaveLength(0);
    await connected.unlock();
    const ended = await agent.waitFor(preview.id, 'cancelled', 'awaiting_approval');
    expect(sandbox.control.authorizations()).toHaveLength(0);
    expect(sandbox.control.cards().filter(({ state }) => state !== 'CLOSED')).toHaveLength(
      ended.status === 'cancelled' ? 0 : 1,
    );
  },
);

test('[K3] the native host is killed in the middle of a call: the same order gives the same run', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  test.setTimeout(150_000);
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const order = {
    mandate: mandate.id,
    url: `${sandbox.urls.shop}/checkout`,
    idempotency_key: 'the-one-order',
  };
  const begun = agent.call<{ id: string }>('checkout_preview', order).catch(() => undefined);
  await waitUntil(() =>
    Promise.resolve(sandbox.control.requests('shop').some(({ url }) => url.includes('/api/quote'))),
  );
  // The lost host is started again at once, not by the next alarm.
  await stopAlarms(installation);
  await killHost(installation);
  await begun;
  let run: { id: string } | undefined;
  await waitUntil(async () => {
    run = await agent.call<{ id: string }>('checkout_preview', order).catch(() => undefined);
    return run !== undefined;
  }, 90_000);
  await agent.waitFor(run!.id, 'awaiting_approval');
  expect(sandbox.control.cards()).toHaveLength(1);
  await agent.call('checkout_execute', { id: run!.id });
  await connected.press('Approve');
  await agent.waitFor(run!.id, 'succeeded');
  expect(sandbox.control.payRequests()).toHaveLength(1);
});
