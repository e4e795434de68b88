import { readFile } from 'node:fs/promises';
import { verifyAuditExport } from '../../lib/bridge/protocol/verify-audit.ts';
import { openDashboard, openRow } from '../fixtures/dashboard.ts';
import { createHome, launchBrowser, removeHome } from '../fixtures/launch-browser.ts';
import { createOperator, OPERATOR_PASSWORD } from '../fixtures/operator.ts';
import type { BalanceResult } from '../fixtures/results.ts';
import { expect, SHOP, test } from '../fixtures/test.ts';

test.slow();

/** An amount as the page says it, in minor units. */
const minor = (text: string) => Number(text.replace(/[^\d]/g, ''));

test('[A1] one screen shows the books to the cent, and from it authority is given and taken', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  const signed = await agent.signedMandate({ workflow: 'Office supplies', ask_above: '10.00' });
  const preview = await agent.preview(signed);
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  await agent.waitForReturn(preview.id);
  const balance = await agent.call<BalanceResult>('wallet_balance', {});

  // The popup shows how the payment ended; behind it is the rest.
  await connected.press('Back');
  const page = await openDashboard(installation, connected);
  await expect(page.getByText('In a tab this page')).toHaveCount(0);

  await test.step('its numbers are those of the ledger, each to the cent', async () => {
    const sum = page.getByRole('region', { name: 'Wallet' });
    await expect(sum.getByText('Equals the ledger')).toBeVisible();
    const figures = (await sum.locator('.amt').allInnerTexts()).map(minor);
    const told = (['available', 'reserved', 'spent', 'funded'] as const).map((part) => balance[part].minor);
    expect(figures).toEqual(told.map(Number));
    expect(figures[2]).toBeGreaterThan(0);
    const spent = (figures[2]! / 100).toFixed(2);
    const chart = page.locator('.cardbox', { hasText: 'Spent in 7 days' });
    await expect(chart.locator('.boxhead .amt')).toContainText(spent);
    await expect(chart.locator('.today .value')).toHaveText(spent);
  });

  await test.step('a mandate is drafted from a template, and signed where it is read', async () => {
    await page.getByRole('link', { name: 'New mandate' }).click();
    await page.getByRole('button', { name: 'One purchase' }).click();
    await page.getByLabel('Purpose').fill('A new kettle');
    await page.getByLabel('Shops').fill(SHOP);
    await page.getByRole('button', { name: 'Draft, then read and sign' }).click();
    await expect(page.getByText('A new kettle', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Sign', exact: true }).and(page.locator(':not(.arming)')).click();
    await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
    const { mandates } = await agent.call<{ mandates: { workflow: string; status: string }[] }>(
      'mandate_list',
      {},
    );
    expect(mandates.find(({ workflow }) => workflow === 'One purchase')?.status).toBe('active');
  });

  await test.step('an agent is paused, refused, and goes on', async () => {
    await page.getByRole('link', { name: 'Agents' }).click();
    await page.getByRole('button', { name: 'Pause Desk agent' }).click();
    await expect(page.getByRole('button', { name: 'Resume Desk agent' })).toBeVisible();
    await expect(agent.call('wallet_balance', {})).rejects.toThrow('agent_paused');
    await page.getByRole('button', { name: 'Resume Desk agent' }).click();
    await expect(page.getByRole('button', { name: 'Pause Desk agent' })).toBeVisible();
    await agent.call('wallet_balance', {});
  });

  await test.step('[A21][A30] one card is closed and the others stay', async () => {
    const make = (amount: string) =>
      agent.call<{ id: string; last4: string }>('card_create', { mandate: signed.id, amount });
    const [one, other] = [await make('3.00'), await make('4.00')];
    await page.getByRole('link', { name: 'Cards' }).click();
    await page.getByRole('button', { name: `Close card ending ${one.last4}` }).click();
    await page.getByRole('button', { name: 'Yes, I am sure' }).click();
    await expect(page.getByRole('button', { name: `Close card ending ${one.last4}` })).toHaveCount(0);
    await expect
      .poll(async () => {
        const { cards } = await agent.call<{ cards: { id: string; status: string }[] }>('card_list', {});
        return [one, other].map(({ id }) => cards.find((card) => card.id === id)?.status);
      })
      .toEqual(['cancelled', 'inactive']);
  });

  await test.step('[A23] activity is searched, says where the money stands, and exports a log that verifies', async () => {
    await page.getByRole('link', { name: 'Activity', exact: true }).click();
    await page.getByLabel('Search').fill('no such shop');
    await expect(page.getByText('Nothing matches.')).toBeVisible();
    await page.getByLabel('Search').fill(`${SHOP} office`);
    await expect(page.getByRole('row', { name: /settled/ })).toHaveCount(1);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export JSON' }).click();
    const file = JSON.parse(await readFile(await (await saved).path(), 'utf8')) as unknown;
    expect(verifyAuditExport(file)).toMatchObject({ ok: true, value: { linked: 0 } });
  });

  await test.step('[A63][A68] wallet, issuer and page are matched, and a payment’s evidence is saved', async () => {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Reconcile' }).click();
    await (await saved).path();
    await expect(page.getByText(/0 to look into, 0 could not be asked about/)).toBeVisible();
    await openRow(page, /settled/);
    const proof = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the evidence' }).click();
    const bundle = JSON.parse(await readFile(await (await proof).path(), 'utf8')) as unknown;
    expect(verifyAuditExport(bundle)).toMatchObject({ ok: true });
  });

  await test.step('[A5] the wallet is backed up for whoever knows the password, and for nobody else', async () => {
    await page.getByRole('link', { name: 'Security' }).click();
    await page.getByLabel('Password', { exact: true }).fill('a wrong guess of mine');
    await page.getByRole('button', { name: 'Save a backup' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByLabel('Password', { exact: true }).fill(OPERATOR_PASSWORD);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a backup' }).click();
    const backup = await readFile(await (await saved).path(), 'utf8');
    expect(backup.length).toBeGreaterThan(200);
    expect(backup).not.toContain(OPERATOR_PASSWORD);
  });

  await test.step('[A5] the issuer’s key went into the vault and is never shown again', async () => {
    await page.getByRole('link', { name: 'Wallet' }).click();
    await expect(page.getByText(sandbox.urls.issuer)).toBeVisible();
    expect(await page.content()).not.toContain(sandbox.apiKey);
    const told = await page.evaluate(async () => {
      const { runtime, storage } = (
        globalThis as unknown as {
          chrome: {
            runtime: { sendMessage(message: object): Promise<unknown> };
            storage: { local: { get(all: null): Promise<object> } };
          };
        }
      ).chrome;
      const snapshot = await runtime.sendMessage({ type: 'operator.snapshot', input: {} });
      return JSON.stringify([snapshot, await storage.local.get(null)]);
    });
    expect(told).toContain(sandbox.urls.issuer);
    expect(told).not.toContain(sandbox.apiKey);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    // The form for the sandbox asks the sandbox itself for its key.
    await page.getByLabel('Lithic').check();
    await expect(page.getByLabel('API key')).toHaveValue('');
  });

  await test.step('[A13] a purchase is rehearsed, and nothing is held', async () => {
    await page.getByRole('link', { name: 'Mandates' }).click();
    await page
      .getByRole('list')
      .getByRole('link', { name: /Office supplies/ })
      .first()
      .click();
    await page.getByLabel('Address at the shop').fill(`http://${SHOP}/checkout`);
    await page.getByLabel(/^Amount in/).fill('900.00');
    await page.getByRole('button', { name: 'Ask the rules' }).click();
    await expect(page.getByText('No: it would be refused.')).toBeVisible();
    await page.getByLabel(/^Amount in/).fill('1.00');
    await page.getByRole('button', { name: 'Ask the rules' }).click();
    await expect(page.getByText('Yes: it would be paid without a question.')).toBeVisible();
  });

  await test.step('[A13] what was paid is asked about again, under other limits', async () => {
    await page.getByRole('button', { name: 'Ask again' }).click();
    await expect(page.getByText('Purchases looked at: 2. Asked about or refused: 1.')).toBeVisible();
    await page.getByLabel('Each payment at most').fill('0.50');
    await page.getByRole('button', { name: 'Ask again' }).click();
    await expect(page.getByText('Purchases looked at: 2. Asked about or refused: 2.')).toBeVisible();
    await expect(page.getByRole('row', { name: new RegExp(`${SHOP}.*one payment`) })).toHaveCount(2);
  });

  await test.step('[A64] the week is measured', async () => {
    await page.getByRole('link', { name: 'Metrics' }).click();
    await expect(page.getByRole('row', { name: /Office supplies/ })).toContainText('100%');
  });

  await test.step('everything is stopped, and it says what that did', async () => {
    await page.getByRole('button', { name: 'Stop all' }).click();
    await page.getByRole('link', { name: 'Overview' }).click();
    await expect(page.getByText('2 mandates paused')).toBeVisible();
    await expect(page.getByText('1 unused card closed')).toBeVisible();
    await expect(page.getByText('1 agent paused')).toBeVisible();
    await expect(agent.call('wallet_balance', {})).rejects.toThrow('agent_paused');
    await page.reload();
    await expect(page.getByText('2 mandates paused')).toBeVisible();
  });
});

test('[A5][A71] a wallet and its ledger go to another browser as files, with what was signed still good', async ({
  agent,
  connected,
  installation,
}) => {
  await agent.signedMandate({ workflow: 'Office supplies' });
  const page = await openDashboard(installation, connected);
  const save = async (button: string) => {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    return (await saved).path();
  };
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  const ledger = await save('Export JSON');
  await page.getByRole('link', { name: 'Security' }).click();
  await page.getByLabel('Password', { exact: true }).fill(OPERATOR_PASSWORD);
  const backup = await save('Save a backup');

  const home = await createHome();
  const browser = await launchBrowser({
    home,
  });
  const other = await openDashboard(
    { browser },
    createOperator(() => browser),
    'I have a backup',
  );
  const restore = async (file: string, password: string) => {
    await other.getByLabel('Backup file').setInputFiles(file);
    await other.getByLabel('Password of the backup').fill(password);
    await other.getByRole('button', { name: 'Restore', exact: true }).click();
  };
  await restore(ledger, OPERATOR_PASSWORD);
  await expect(other.getByRole('alert')).toContainText('no backup of a wallet');
  await restore(backup, 'not the right one');
  await expect(other.getByRole('alert')).toContainText('password is not right');
  await restore(backup, OPERATOR_PASSWORD);

  await other.getByRole('link', { name: 'Security' }).click();
  const takeUp = async (file: string) => {
    await other.getByLabel('Export file').setInputFiles(file);
    await other.getByRole('button', { name: 'Take up the ledger' }).click();
  };
  await takeUp(backup);
  await expect(other.getByRole('alert')).toContainText('no ledger export');
  await takeUp(ledger);
  await expect(other.getByText(/^Lines taken up: \d+/)).toBeVisible();
  await other.getByRole('link', { name: 'Mandates' }).click();
  await expect(other.getByRole('list').getByRole('link', { name: /Office supplies/ })).toBeVisible();
  await other.getByRole('link', { name: 'Overview' }).click();
  await expect(other.getByText('Equals the ledger')).toBeVisible();
  await browser.close();
  await removeHome(home);
});

test('[A2] the dashboard in a tab reads, stops, and can give nothing', async ({ agent, installation }) => {
  await agent.signedMandate({});
  const page = await installation.browser.context.newPage();
  await page.goto(`chrome-extension://${installation.browser.extensionId}/dashboard.html#/agents`);
  await expect(page.getByText('In a tab this page')).toBeVisible();
  await expect(page.getByRole('button', { name: /Pause|Revoke|Resume/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Stop all' }).click();
  await expect.poll(() => agent.call('wallet_balance', {}).catch(String)).toContain('agent_paused');
  const answer = await page.evaluate(() =>
    (
      globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
    ).chrome.runtime.sendMessage({ type: 'records.export', input: { format: 'json' } }),
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'sender_not_allowed' } });
});
