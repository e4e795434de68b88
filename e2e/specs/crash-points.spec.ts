import { expect, test, waitUntil, type Installation } from '../fixtures/test.ts';

type Chrome = {
  storage: {
    session: { set(items: object): Promise<void>; get(name: string): Promise<Record<string, unknown>> };
  };
};

/** Arms a crash point: the worker will stop there for ever, until it is killed. */
async function armCrash(installation: Installation, point: string): Promise<void> {
  await installation.browser
    .worker()
    .evaluate(
      (name) => (globalThis as unknown as { chrome: Chrome }).chrome.storage.session.set({ crashAt: name }),
      point,
    );
}

async function killAt(installation: Installation, point: string): Promise<void> {
  await waitUntil(async () => {
    const session = await installation.browser
      .worker()
      .evaluate(() => (globalThis as unknown as { chrome: Chrome }).chrome.storage.session.get('crashedAt'));
    return session.crashedAt === point;
  });
  await installation.browser.restartWorker();
}

for (const point of ['cp1', 'cp4', 'cp5', 'cp6', 'cp7', 'cp2', 'cp8']) {
  test(`[K1] killed at ${point.toUpperCase()}: nothing is charged, and the run goes on or ends`, async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
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
  });
}

for (const point of ['cp9', 'cp10', 'cp11', 'cp12']) {
  test(`[K1] killed at ${point.toUpperCase()}: Pay is never clicked again`, async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    const mandate = await agent.signedMandate({ ask_above: '10.00' });
    const preview = await agent.preview(mandate);
    expect(preview).toMatchObject({ status: 'awaiting_approval', reason: null });
    await armCrash(installation, point);
    await agent.call('checkout_execute', { id: preview.id });
    await connected.press('Approve');
    await killAt(installation, point);
    const isClicked = point !== 'cp9';
    const after = await agent.waitFor(preview.id, isClicked ? 'succeeded' : 'outcome_unknown');
    if (isClicked) await agent.waitForReturn(preview.id);
    else expect(after.receipt).toBeNull();
    const approved = sandbox.control.authorizations().filter((event) => event.approved);
    expect(approved).toHaveLength(isClicked ? 1 : 0);
    expect(sandbox.control.payRequests()).toHaveLength(isClicked ? 1 : 0);
  });
}

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
  await expect(agent.preview(mandate)).rejects.toThrow('wallet_locked');
  await connected.unlock();
  const ended = await agent.waitFor(preview.id, 'cancelled', 'awaiting_approval');
  expect(['cancelled', 'awaiting_approval']).toContain(ended.status);
  expect(sandbox.control.authorizations()).toHaveLength(0);
});
