import type { Page } from '@playwright/test';
import type { Installation } from '../fixtures/test.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

test.setTimeout(180_000);

const shopTab = ({ browser }: Installation, { urls }: Sandbox): Page => {
  const page = browser.context.pages().find((candidate) => candidate.url().startsWith(urls.shop));
  if (!page) throw new Error('the shop has no tab');
  return page;
};

/** Walls before a checkout that only a person passes, and how one does. */
const WALLS = [
  {
    row: 'A37',
    wall: 'interstitial_for_a_person',
    kind: 'antibot',
    act: (page: Page) => page.getByRole('button', { name: 'Verify you are human' }).click(),
  },
  {
    row: 'A36',
    wall: 'picture_text',
    kind: 'captcha',
    act: async (page: Page, sandbox: Sandbox) => {
      await page.getByLabel('Type the characters').fill(sandbox.control.wallAnswer());
      await page.getByRole('button', { name: 'Continue' }).click();
    },
  },
  {
    row: 'A38',
    wall: 'split_code',
    kind: 'otp_sms',
    act: async (page: Page, sandbox: Sandbox) => {
      for (const [place, digit] of [...sandbox.control.wallAnswer()].entries())
        await page.getByLabel(`Digit ${place + 1}`).fill(digit);
      await page.getByRole('button', { name: 'Confirm' }).click();
    },
  },
  {
    row: 'A40',
    wall: 'login',
    kind: 'login',
    act: async (page: Page, sandbox: Sandbox) => {
      await page.getByLabel('E-mail').fill('ada@example.com');
      await page.getByLabel('Password').fill(sandbox.control.wallAnswer());
      await page.getByRole('button', { name: 'Sign in' }).click();
    },
  },
] as const;

for (const { row, wall, kind, act } of WALLS) {
  test(`[${row}] a run stops at ${wall}, a person passes it, and the run ends in a receipt`, async ({
    agent,
    installation,
    sandbox,
  }) => {
    sandbox.control.set('wall', wall);
    const mandate = await agent.signedMandate({ ask_above: '50.00' });
    const asked = agent.preview(mandate);
    await expect
      .poll(
        () => installation.browser.context.pages().some((page) => page.url().startsWith(sandbox.urls.shop)),
        { timeout: 60_000 },
      )
      .toBe(true);
    const { id } = await asked;
    const stopped = await agent.waitFor(id, 'handoff');
    expect(stopped.wall).toMatchObject({ kind, phase: 'before_pay' });
    expect(sandbox.control.cards()).toHaveLength(0);
    await act(shopTab(installation, sandbox), sandbox);
    await agent.waitFor(id, 'previewed', 'approved', 'awaiting_approval');
    await agent.call('checkout_execute', { id });
    const paid = await agent.waitFor(id, 'succeeded');
    expect(paid.handoffs).toEqual([{ kind, ms: expect.any(Number) as unknown }]);
    expect(agent.received.join('\n')).not.toContain(sandbox.control.wallAnswer() || 'no answer');
  });
}

test('[A37] an interstitial that clears by itself calls nobody', async ({ agent, sandbox }) => {
  sandbox.control.set('wall', 'interstitial_that_clears');
  const mandate = await agent.signedMandate({ ask_above: '50.00' });
  const { id } = await agent.preview(mandate);
  await agent.waitFor(id, 'previewed', 'approved');
  await agent.call('checkout_execute', { id });
  const paid = await agent.waitFor(id, 'succeeded');
  expect(paid.handoffs).toEqual([]);
});
