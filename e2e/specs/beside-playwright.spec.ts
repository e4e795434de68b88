import { attachBrowserAgent } from '../fixtures/browser-agent.ts';
import type { CheckoutResult } from '../fixtures/results.ts';
import { expect, test } from '../fixtures/test.ts';

test.use({ isAttachable: true });

test('[A50][A69] beside @playwright/mcp: it brings the tab to the checkout, and the agent pays there', async ({
  agent,
  installation,
  sandbox,
}) => {
  test.setTimeout(240_000);
  const mandate = await agent.signedMandate({});
  const hands = await attachBrowserAgent(installation.home);
  // As a model writes it; the browser spells it anew.
  const url = `${sandbox.urls.shop.replace('shop', 'SHOP')}/checkout?sku=small&note=two words#pay`;
  // In a tab of its own: what it finds when it attaches may be the popup, which is still open.
  await hands.call('browser_tabs', { action: 'new' });
  expect(await hands.call('browser_navigate', { url })).toContain('/checkout?sku=small&note=two%20words#pay');
  const tabs = installation.browser.context.pages().length;

  expect(await agent.call('checkout_inspect', { tab: url })).toMatchObject({ status: 'checkout' });
  const preview = (tab: string) =>
    agent.call<CheckoutResult>('checkout_preview', { mandate: mandate.id, url: tab, tab: true });
  const run = await preview(url);
  expect(run).toMatchObject({ status: 'previewed', read_back: 'provider_frame' });
  await expect(preview(url.replace('#pay', ''))).rejects.toThrow('tab_in_use');
  // Who debugs the browser sees the number as it stands in its frame; until Pay it is worth nothing.
  expect(sandbox.control.cards().map(({ state }) => state)).toEqual(['PAUSED']);

  await agent.call('checkout_execute', { id: run.id });
  expect((await agent.waitFor(run.id, 'succeeded')).receipt?.authorization_id).toBe(
    sandbox.control.authorizations()[0]?.transactionToken,
  );
  expect(installation.browser.context.pages()).toHaveLength(tabs);
  expect(await hands.call('browser_snapshot', {})).toMatch(/order/i);
  await hands.close();
});

test('[A69] a window that the extension is not in does not exist for it, and the refusal says so', async ({
  agent,
  installation,
  sandbox,
}) => {
  test.setTimeout(150_000);
  const mandate = await agent.signedMandate({});
  const hands = await attachBrowserAgent(installation.home, '--isolated');
  const url = `${sandbox.urls.shop}/checkout`;
  expect(await hands.call('browser_navigate', { url })).toContain('/checkout');
  for (const call of [
    agent.call('checkout_inspect', { tab: url }),
    agent.call('checkout_preview', { mandate: mandate.id, url, tab: true }),
  ])
    await expect(call).rejects.toMatchObject({ code: 'unknown_tab' });
  await hands.close();
});
