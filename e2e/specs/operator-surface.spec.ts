import { openDashboard } from '../fixtures/dashboard.ts';
import { expect, test } from '../fixtures/test.ts';
import { waitUntil } from '../fixtures/wait-until.ts';
import { changeWindow, setPatience, titleOf, windowOf } from '../fixtures/worker-hooks.ts';

test('[K2] closing the popup at any screen loses nothing and decides nothing', async ({
  agent,
  connected,
}) => {
  const drafted = await agent.mandate({ ask_above: '10.00' });
  await (await connected.popup()).see('Office supplies');
  await (await connected.popup()).close();
  expect((await agent.call<{ status: string }>('mandate_get', { id: drafted.id })).status).toBe(
    'pending_signature',
  );
  await connected.press('Sign');
  await expect
    .poll(async () => (await agent.call<{ status: string }>('mandate_get', { id: drafted.id })).status)
    .toBe('active');
  const preview = await agent.preview(drafted);
  await (await connected.popup()).close();
  expect((await agent.get(preview.id)).status).toBe('awaiting_approval');
  await connected.press('Reject');
  const ended = await agent.waitFor(preview.id, 'cancelled');
  expect(ended.reason?.code).toBe('rejected_by_operator');
});

test(
  '[D10] a preview that was not answered in time is taken away from the open popup; the next one is a decision of its own',
  { tag: '@whole' },
  async ({ agent, connected, installation, sandbox }) => {
    const mandate = await agent.signedMandate({ ask_above: '10.00' });
    await setPatience(installation, { previewMs: 3_000 });
    const stale = await agent.preview(mandate);
    await agent.call('checkout_execute', { id: stale.id });
    const popup = await connected.popup();
    await popup.see('Approve a payment');
    expect((await agent.waitFor(stale.id, 'expired')).reason?.code).toBe('expired');
    await waitUntil(async () => !(await popup.text()).includes('Approve a payment'));

    await setPatience(installation, { previewMs: 600_000 });
    const fresh = await agent.preview(mandate);
    await agent.call('checkout_execute', { id: fresh.id });
    await (await connected.popup()).see('Approve a payment');
    expect((await agent.get(fresh.id)).status).toBe('awaiting_approval');
    expect(sandbox.control.payRequests()).toHaveLength(0);
    await connected.press('Approve');
    await agent.waitFor(fresh.id, 'succeeded');
    expect(sandbox.control.payRequests()).toHaveLength(1);
  },
);

test('[A42] a wall’s deadline is shown, and the operator puts it off', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  sandbox.control.set('wall', 'split_code');
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  await setPatience(installation, { handoffMs: 100_000 });
  const { id } = await agent.preview(mandate);
  const { deadline } = (await agent.waitFor(id, 'handoff')).wall!;
  await setPatience(installation, { handoffMs: 600_000 });
  await connected.press('10 more minutes');
  await waitUntil(async () => (await agent.get(id)).wall!.deadline > deadline);
  const won = Date.parse((await agent.get(id)).wall!.deadline) - Date.parse(deadline);
  expect(won).toBeGreaterThan(400_000);
  expect(won).toBeLessThanOrEqual(600_000);
});

test('[A2][I5] the same page in a tab may look and cannot decide', async ({ agent, installation }) => {
  const drafted = await agent.mandate({});
  const page = await installation.browser.context.newPage();
  await page.goto(`chrome-extension://${installation.browser.extensionId}/popup.html`);
  await expect(page.getByText('Office supplies').first()).toBeVisible();
  const answer = await page.evaluate(
    (mandateId) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
      ).chrome.runtime.sendMessage({
        type: 'mandate.sign',
        input: { mandateId, digest: '0x' },
      }),
    drafted.id,
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'sender_not_allowed' } });
  expect((await agent.call<{ status: string }>('mandate_get', { id: drafted.id })).status).toBe(
    'pending_signature',
  );
  await page.getByRole('button', { name: 'Stop all' }).click();
  await expect.poll(() => agent.call('wallet_balance', {}).catch(String)).toContain('agent_paused');
});

test('the toolbar says where a checkout is, and no longer when its tab moved on', async ({
  installation,
  sandbox,
}) => {
  const page = await installation.browser.context.newPage();
  await page.goto(`${sandbox.urls.shop}/checkout`);
  await expect.poll(() => titleOf(installation)).toBe('Countersign: this page has a checkout');
  await page.goto(sandbox.urls.mail);
  await expect.poll(() => titleOf(installation)).toBe('Countersign');
});

test('[A69] a mail page in another tab can neither be listed nor read', async ({
  agent,
  installation,
  sandbox,
}) => {
  const page = await installation.browser.context.newPage();
  await page.goto(sandbox.urls.mail);
  await agent.signedMandate({});
  await expect(agent.call('checkout_inspect', { tab: sandbox.urls.mail })).rejects.toThrow('unknown_tab');
  await expect(agent.call('checkout_inspect', { tab: page.url() })).rejects.toThrow('unknown_tab');
  expect(agent.received.join('\n')).not.toContain(sandbox.mailCanary);
});

test('[F4] a page reaches no message of ours', async ({ connected, installation, sandbox }) => {
  void connected;
  const page = await installation.browser.context.newPage();
  await page.goto(`${sandbox.urls.shop}/checkout`);
  expect(await page.evaluate(() => 'runtime' in ((globalThis as { chrome?: object }).chrome ?? {}))).toBe(
    false,
  );
});

test.describe('with a second display, left of the first', () => {
  test.use({ displays: '{1400x1000}{-1600,0 1600x1100}' });

  test('[A42] a window of ours opens whole on the display that is in use', async ({
    connected,
    installation,
  }) => {
    await changeWindow(installation, { left: -700, top: 400, width: 600, height: 600 });
    await openDashboard(installation, connected);
    const own = await windowOf(installation, 'popup');
    // Its width is Playwright's.
    expect(own).toMatchObject({ left: -1_240, top: 200, height: 900 });
  });
});

test('[A42] where no toolbar popup can open, a window of ours comes to the front, and decides', async ({
  agent,
  connected,
  installation,
}) => {
  await (await connected.popup()).close();
  await changeWindow(installation, { state: 'minimized' });
  const opening = installation.browser.context.waitForEvent('page');
  const { id } = await agent.mandate({});
  const own = await opening;
  expect(own.url()).toContain('/popup.html');
  expect((await windowOf(installation, 'popup'))?.focused).toBe(true);
  await own.getByRole('button', { name: 'Sign' }).click();
  await waitUntil(
    async () => (await agent.call<{ status: string }>('mandate_get', { id })).status === 'active',
  );
});
