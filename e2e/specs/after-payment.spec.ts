import { readFile } from 'node:fs/promises';
import { verifyAuditExport } from '../../lib/bridge/protocol/verify-audit.ts';
import { openDashboard, openRow } from '../fixtures/dashboard.ts';
import type { BalanceResult, CheckoutResult, MandateResult } from '../fixtures/results.ts';
import { expect, test, type PairedAgent } from '../fixtures/test.ts';

test.slow();

/** Late movements are asked for when the worker's alarm rings. */
const LATE = { timeout: 120_000 };

const pay = async (agent: PairedAgent, mandate: MandateResult, url: string) => {
  const run = await agent.call<CheckoutResult>('payment_execute', { mandate: mandate.id, url });
  return agent.waitFor(run.id, 'succeeded', 'refused', 'failed', 'declined', 'handoff');
};

const booksOf = async (agent: PairedAgent, { id }: MandateResult) => {
  const { available, reserved, spent } = await agent.call<BalanceResult>('wallet_balance', {});
  const { remaining } = await agent.call<MandateResult>('mandate_get', { id });
  return [available, reserved, spent, remaining].map(({ minor }) => BigInt(minor));
};

test('[A17] a one-off mandate never pays what renews; under a recurring one each renewal is a new checkout on a fresh card, judged anew', async ({
  agent,
  issuer,
  sandbox,
}) => {
  const url = `${sandbox.shopAt('trial')}/checkout`;
  const terms = { merchants: ['trial.zoo.localhost'] };
  const once = await agent.signedMandate(terms);
  expect(await pay(agent, once, url)).toMatchObject({
    status: 'refused',
    reason: { code: 'recurring_not_allowed' },
  });
  expect(issuer.cards()).toHaveLength(0);

  const renewing = await agent.signedMandate({ ...terms, recurring: true, max_payments: 2 });
  const [first, renewal] = [await pay(agent, renewing, url), await pay(agent, renewing, url)];
  expect([first.status, renewal.status]).toEqual(['succeeded', 'succeeded']);
  expect(renewal.receipt!.authorization_id).not.toBe(first.receipt!.authorization_id);
  expect(new Set(issuer.charges().map(({ cardToken }) => cardToken)).size).toBe(2);
  await expect.poll(() => issuer.cards().map(({ state }) => state)).toEqual(['CLOSED', 'CLOSED']);
  const third = await pay(agent, renewing, url).catch((problem: Error) => problem.message);
  expect(JSON.stringify(third)).toContain('count_exceeded');
  expect(issuer.charges()).toHaveLength(2);
});

test('[A17][A26] a shop that charges the old card again is declined, and the operator sees that it tried', async ({
  agent,
  connected,
  installation,
  issuer,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({ merchants: ['again.zoo.localhost'] });
  const run = await pay(agent, mandate, `${sandbox.shopAt('again')}/checkout`);
  expect(run.status).toBe('succeeded');
  expect(issuer.charges()).toHaveLength(1);
  await expect.poll(() => issuer.declines()).toHaveLength(1);
  await agent.waitForReturn(run.id);

  const page = await openDashboard(installation, connected);
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await openRow(page, /settled/);
  await expect(page.getByText('1 more attempt to charge this card was declined.')).toBeVisible(LATE);
  const [, , spent] = await booksOf(agent, mandate);
  expect(spent).toBe(issuer.captures().reduce((sum, { amount }) => sum + BigInt(amount), 0n));
});

test('[A27][A68] what a shop gives up before it collects, and what it pays back after, returns; the operator sees which, with proof', async ({
  agent,
  connected,
  installation,
  issuer,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({});
  const before = await booksOf(agent, mandate);
  sandbox.control.set('capture', 'manual');
  const reversed = await pay(agent, mandate, `${sandbox.urls.shop}/checkout`);
  expect(reversed.status).toBe('succeeded');
  const page = await openDashboard(installation, connected);
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await expect(page.getByRole('row', { name: /not collected yet/ })).toHaveCount(1);

  await test.step('the shop gives the payment up: all of it comes back', async () => {
    issuer.reverse(reversed.receipt!.authorization_id);
    await expect(page.getByRole('row', { name: /reversed/ })).toHaveCount(1, LATE);
    expect(await booksOf(agent, mandate)).toEqual(before);
  });

  await test.step('the shop pays back a part of what it collected', async () => {
    sandbox.control.set('capture', 'auto');
    const paid = await pay(agent, mandate, `${sandbox.urls.shop}/checkout`);
    await agent.waitForReturn(paid.id);
    const [available, , spent, remaining] = await booksOf(agent, mandate);
    issuer.refund(paid.receipt!.authorization_id, 300);
    await expect(page.getByRole('row', { name: /partly refunded/ })).toHaveCount(1, LATE);
    expect(await booksOf(agent, mandate)).toEqual([available! + 300n, 0n, spent! - 300n, remaining! + 300n]);
  });

  await test.step('the record says so, and its evidence proves it', async () => {
    await openRow(page, /partly refunded/);
    await expect(page.getByRole('row', { name: /Paid back later/ })).toContainText('3.00');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the evidence' }).click();
    const bundle = JSON.parse(await readFile(await (await saved).path(), 'utf8')) as {
      evidence: { issuer: { refunded: { minor: string } }[] };
    };
    expect(verifyAuditExport(bundle)).toMatchObject({ ok: true });
    const back = bundle.evidence.issuer.reduce((sum, { refunded }) => sum + BigInt(refunded.minor), 0n);
    expect(back).toBe(300n);
  });
});

test('[A68] the operator takes back what was not collected; of what was, refund and dispute are told', async ({
  agent,
  connected,
  installation,
  issuer,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({});
  const before = await booksOf(agent, mandate);
  sandbox.control.set('capture', 'manual');
  const open = await pay(agent, mandate, `${sandbox.urls.shop}/checkout`);
  const page = await openDashboard(installation, connected);

  await test.step('the issuer gives an open authorization back', async () => {
    await page.getByRole('link', { name: 'Activity', exact: true }).click();
    await openRow(page, /not collected yet/);
    await page.getByRole('button', { name: 'Take the payment back…' }).click();
    expect(issuer.voids()).toEqual([]);
    await page.getByRole('button', { name: 'Yes, I am sure' }).click();
    await expect(page.getByRole('heading', { name: 'If something is wrong' })).toBeHidden();
    expect(issuer.voids()).toEqual([open.receipt!.authorization_id]);
    expect(await booksOf(agent, mandate)).toEqual(before);
    expect((await agent.get(open.id)).returned).toEqual(open.receipt!.amount);
  });

  const paid =
    await test.step('what was collected is not given back; a dispute about it is told', async () => {
      sandbox.control.set('capture', 'auto');
      const { id } = await pay(agent, mandate, `${sandbox.urls.shop}/checkout`);
      const collected = await agent.waitForReturn(id);
      await page.getByRole('link', { name: 'Activity', exact: true }).click();
      await page.locator(`a[href$="${id}"]`).first().click();
      await expect(page.getByText('There is no dispute at the issuer.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Take the payment back…' })).toBeHidden();
      issuer.dispute(collected.receipt!.authorization_id, 300);
      await page.reload();
      await expect(page.getByText('A dispute is under way at the issuer.')).toBeVisible();
      return collected;
    });

  await test.step('a shop that collects late all the same is booked, and so is a dispute that was won', async () => {
    const [, , spent] = await booksOf(agent, mandate);
    await issuer.captureNow();
    issuer.decideDispute(paid.receipt!.authorization_id, 'won');
    const late = issuer.captures().at(-1)!;
    expect(late.transactionToken).toBe(open.receipt!.authorization_id);
    expect(late.amount).toBeGreaterThan(0);
    const expected = spent! + BigInt(late.amount) - 300n;
    await expect.poll(async () => (await booksOf(agent, mandate))[2], LATE).toBe(expected);
    await expect(page.getByText('The dispute was won')).toBeVisible();
  });
});
