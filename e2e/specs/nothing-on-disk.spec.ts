import { searchDisk } from '../demo/search-disk.ts';
import { expect, test } from '../fixtures/test.ts';
import { armCrash, killAt } from '../fixtures/worker-hooks.ts';

// The search plants a canary first and fails when it does not find that one.
for (const point of ['cp7', 'cp8', 'cp10']) {
  test(`[A31] killed in the middle, at ${point.toUpperCase()}: no card number on disk, nor in what the agent was told`, async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    const mandate = await agent.signedMandate({ ask_above: '10.00' });
    await armCrash(installation, point);
    const order = { mandate: mandate.id, url: `${sandbox.urls.shop}/checkout`, idempotency_key: 'one' };
    const begun = agent.call('payment_execute', order).catch(() => undefined);
    if (point !== 'cp7') await connected.press('Approve');
    await killAt(installation, point);
    await begun;
    const { id } = await agent.call<{ id: string }>('payment_execute', order);
    await agent.waitFor(id, 'awaiting_approval', 'succeeded');
    expect(sandbox.control.cards().length).toBeGreaterThan(0);
    await installation.browser.close();
    expect(await searchDisk(sandbox, installation.home.root, agent.received)).toBe(0);
  });
}
