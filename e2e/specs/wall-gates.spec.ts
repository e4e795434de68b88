import { PASSABLE_WALLS, type PassableWallName } from '../fixtures/pass-wall.ts';
import { shopTab } from '../fixtures/shop-tab.ts';
import { expect, test } from '../fixtures/test.ts';

test.setTimeout(240_000);

const ROWS: Record<PassableWallName, string> = {
  interstitial_for_a_person: 'A37',
  picture_text: 'A36',
  altcha_click: 'A36',
  altcha_code: 'A36',
  cap: 'A36',
  split_code: 'A38',
  sms_code: 'A38',
  passkey: 'A38',
  keypad: 'A41',
  wallets_only: 'A41',
  age_gate: 'A43',
  login: 'A40',
};

/** Of each kind one runs with every test; these, which are told by the same signs, with the full set. */
const RARE: ReadonlySet<string> = new Set(['altcha_click', 'picture_text', 'sms_code', 'altcha_silent']);
const tagOf = (wall: string) => (RARE.has(wall) ? ['@whole'] : []);

for (const [wall, row] of Object.entries(ROWS) as [PassableWallName, string][]) {
  test(
    `[${row}] a run stops at ${wall}, a person passes it, and the run ends in a receipt`,
    { tag: tagOf(wall) },
    async ({ agent, connected, installation, sandbox }) => {
      const passable = PASSABLE_WALLS[wall];
      const { kind } = passable;
      sandbox.control.set('wall', wall);
      const mandate = await agent.signedMandate({ ask_above: '50.00' });
      const { id } = await agent.preview(mandate);
      const stopped = await agent.waitFor(id, 'handoff');
      expect(stopped.wall).toMatchObject({ kind, phase: 'before_pay' });
      expect(sandbox.control.cards()).toHaveLength(0);
      const page = shopTab(installation.browser, sandbox);
      // ALTCHA draws its picture only once somebody has ticked its box.
      if (wall === 'altcha_code') {
        await page.locator('altcha-widget input[type="checkbox"]').focus();
        await page.keyboard.press('Space');
        await page.locator('.altcha-code-challenge input').waitFor();
      }
      const answer = sandbox.control.wallAnswer();
      await passable.pass(page, answer);
      // Whether something that we cannot read is done, only the operator can say.
      if (kind === 'unsupported_widget') {
        await expect(page).toHaveTitle(/^Checkout/);
        await connected.press('I’ve done it');
      }
      await agent.waitFor(id, 'previewed', 'approved');
      await agent.call('checkout_execute', { id });
      const paid = await agent.waitFor(id, 'succeeded');
      expect(paid.handoffs).toEqual([{ kind, ms: expect.any(Number) as unknown }]);
      if (answer) expect(agent.received.join('\n')).not.toContain(answer);
    },
  );
}

for (const [row, wall, what] of [
  ['A37', 'interstitial_that_clears', 'an interstitial that clears by itself'],
  ['A36', 'altcha_silent', 'a check that works by itself and is never seen'],
  ['A40', 'login_optional', 'a log-in beside a way for guests'],
] as const) {
  test(`[${row}] ${what} calls nobody`, { tag: tagOf(wall) }, async ({ agent, sandbox }) => {
    sandbox.control.set('wall', wall);
    const mandate = await agent.signedMandate({ ask_above: '50.00' });
    const { id } = await agent.preview(mandate);
    await agent.waitFor(id, 'previewed', 'approved');
    await agent.call('checkout_execute', { id });
    const paid = await agent.waitFor(id, 'succeeded');
    expect(paid.handoffs).toEqual([]);
  });
}

test('[A41] a checkout of wallet buttons only is handed over by its name, with no card made and no guess clicked', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  sandbox.control.set('wall', 'wallets_only');
  const mandate = await agent.signedMandate({ ask_above: '50.00' });
  const { id } = await agent.preview(mandate);
  const stopped = await agent.waitFor(id, 'handoff');
  expect(stopped.wall).toMatchObject({ kind: 'unsupported_widget', phase: 'before_pay' });
  expect(
    await shopTab(installation.browser, sandbox).evaluate(() => document.body.dataset.clicks ?? ''),
  ).toBe('');
  await connected.press('Stop…');
  await connected.press('Really stop');
  await agent.waitFor(id, 'cancelled');
  expect(sandbox.control.cards()).toHaveLength(0);
});

for (const [threeDs, where] of [
  ['challenge_in_app', 'whose page says so'],
  ['decoupled', 'and nowhere else'],
] as const) {
  test(`[A39] a check that is approved in the bank’s app, ${where}, is handed over, and the run ends in a receipt`, async ({
    agent,
    connected,
    installation,
    sandbox,
  }) => {
    sandbox.control.set('threeDs', threeDs);
    const mandate = await agent.signedMandate({ ask_above: '10.00' });
    const preview = await agent.preview(mandate);
    await agent.call('checkout_execute', { id: preview.id });
    await connected.press('Approve');
    const stopped = await agent.waitFor(preview.id, 'handoff');
    expect(stopped.wall).toMatchObject({ kind: '3ds', phase: 'after_pay' });
    const app = await installation.browser.context.newPage();
    await app.goto(`${sandbox.urls.bank}/messages`);
    await app.getByRole('button', { name: 'Approve' }).click();
    const paid = await agent.waitFor(preview.id, 'succeeded');
    expect(paid.handoffs).toEqual([{ kind: '3ds', ms: expect.any(Number) as unknown }]);
    expect(sandbox.control.payRequests()).toHaveLength(1);
  });
}

for (const [when, phase] of [
  ['when_typed', 'before_pay'],
  ['at_pay', 'after_pay'],
] as const) {
  test(`[A43] a shop that asks which address is right (${when}) is answered by the operator, and the run ends in a receipt`, async ({
    agent,
    installation,
    sandbox,
  }) => {
    sandbox.control.set('addressCheck', when);
    const mandate = await agent.signedMandate({ ask_above: '50.00' });
    const { id } = await agent.call<{ id: string }>('payment_execute', {
      mandate: mandate.id,
      url: `${sandbox.urls.shop}/checkout`,
    });
    const stopped = await agent.waitFor(id, 'handoff');
    expect(stopped.wall).toMatchObject({ kind: 'consent_required', phase });
    expect(sandbox.control.authorizations()).toHaveLength(0);
    await shopTab(installation.browser, sandbox).getByRole('button', { name: 'Keep what I entered' }).click();
    const paid = await agent.waitFor(id, 'succeeded');
    expect(paid.handoffs).toEqual([{ kind: 'consent_required', ms: expect.any(Number) as unknown }]);
    expect(sandbox.control.payRequests()).toHaveLength(1);
  });
}
