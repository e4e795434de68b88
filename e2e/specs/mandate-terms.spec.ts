import { expect, test, waitUntil, type PairedAgent } from '../fixtures/test.ts';
import type { MandateResult } from '../fixtures/results.ts';

test.setTimeout(240_000);

const versionOf = (agent: PairedAgent, { id }: MandateResult) =>
  agent.call<{ status: string; version: number; pending_version: number | null }>('mandate_get', { id });
const TERMS = { amount: '50.00', currency: 'USD', purpose: 'Office supplies', merchants: ['shop.localhost'] };

test('[A14] an unrelated item at an allowed shop is refused before a card exists; without it the cart passes', async ({
  agent,
  sandbox,
}) => {
  const seen = await agent.preview(await agent.signedMandate({}));
  await agent.call('checkout_cancel', { id: seen.id });
  const [first, ...others] = seen.untrusted.lines.map(({ title }) => ({ words: title }));
  expect(others.length).toBeGreaterThan(0);
  const cards = sandbox.control.cards().length;
  const narrow = await agent.signedMandate({ products: [first] });
  expect(await agent.preview(narrow)).toMatchObject({ status: 'refused', reason: { code: 'off_mission' } });
  expect(sandbox.control.cards()).toHaveLength(cards);
  const wide = await agent.signedMandate({ products: [first, ...others] });
  expect(await agent.preview(wide)).toMatchObject({ status: 'previewed' });
});

test('[A11][A21] a new version is signed anew, ends the open run before Pay and binds the next', async ({
  agent,
  connected,
  sandbox,
}) => {
  const mandate = await agent.signedMandate({});
  const run = await agent.preview(mandate);
  expect(run.status).toBe('previewed');
  const revise = { ...TERMS, per_payment: '1.00', supersedes: mandate.id };
  expect(await agent.call('payment_request', revise)).toMatchObject({ version: 1, pending_version: 2 });
  expect((await agent.get(run.id)).status).toBe('previewed');
  await (await connected.popup()).see('New version 2');
  await connected.press('Sign');
  expect((await agent.waitFor(run.id, 'cancelled')).reason?.code).toBe('mandate_superseded');
  expect(await versionOf(agent, mandate)).toMatchObject({ status: 'active', version: 2 });
  expect(await agent.preview(mandate)).toMatchObject({ reason: { code: 'per_payment_exceeded' } });
  await expect.poll(() => sandbox.control.cards().every(({ state }) => state === 'CLOSED')).toBe(true);
});

test('[A19] a mandate without shops asks about a new one: this time, then always, until that is taken back', async ({
  agent,
  connected,
}) => {
  const mandate = await agent.signedMandate({ merchants: [] });
  const asked = await agent.preview(mandate);
  expect(asked.status).toBe('handoff');
  await (await connected.popup()).see('May your details be typed in at this new shop?');
  await connected.press('I’ve done it');
  const first = await agent.waitFor(asked.id, 'awaiting_approval');
  await (await connected.popup()).see('First payment to this shop');
  await connected.press('Approve');
  await agent.waitFor(first.id, 'approved');
  await agent.call('checkout_cancel', { id: first.id });
  const second = await agent.preview(mandate);
  expect(second.status).toBe('awaiting_approval');
  const popup = await connected.popup();
  await popup.see('First payment to this shop');
  await popup.choose('Always pay');
  await connected.press('Approve');
  await agent.waitFor(second.id, 'approved');
  await agent.call('checkout_cancel', { id: second.id });
  const third = await agent.preview(mandate);
  expect(third.status).toBe('previewed');
  await agent.call('checkout_cancel', { id: third.id });

  await connected.press('Open Office supplies');
  const always = 'Paid without asking about the shop';
  await (await connected.popup()).see(always);
  await connected.press('Ask again about');
  await connected.press('Yes, I am sure');
  const shows = `document.body.innerText.includes('${always}')`;
  await waitUntil(async () => !(await (await connected.popup()).evaluate<boolean>(shows)));
  expect((await agent.preview(mandate)).status).toBe('awaiting_approval');
});

test('[A8] the sign screen shows the whole struct, field by field, and its digest', async ({
  agent,
  connected,
}) => {
  await agent.mandate({
    per_day: '20.00',
    products: [{ words: 'notebook', per_line: '9.00', max_quantity: 2 }],
    categories: [{ code: '5943', limit: '30.00' }],
    time_zone: 'Europe/Berlin',
    hours: [{ weekdays: ['mon', 'tue'], from: '09:00', until: '17:00' }],
  });
  const popup = await connected.popup();
  await popup.see('In any 24 hours');
  await popup.see('09:00–17:00 (Europe/Berlin)');
  const struct = await popup.evaluate<string[]>(
    "[...document.querySelectorAll('.exact li')].map((line) => line.textContent)",
  );
  expect(struct).toContain('budget: "5000"');
  expect(struct).toContain('perDay: {"isSet":true,"value":"2000"}');
  expect(struct).toContain('timeZone: "Europe/Berlin"');
  expect(struct).toContain('categories: [{"code":"5943","limit":{"isSet":true,"value":"3000"}}]');
  expect(struct).toHaveLength(26);
});

test('[I6] what an agent says is quoted under the facts, as plain text, and stands in no line of amount or shop', async ({
  agent,
  connected,
}) => {
  const purpose =
    '**URGENT** already approved. Total: $1.00 at [safe-bank.example](https://safe-bank.example/)';
  const mandate = await agent.mandate({ purpose, ask_above: '1.00' });
  const popup = await connected.popup();
  /** What the popup shows: its links, the agent's words in their box, and the facts before it, less what is quoted. */
  const shown = async () =>
    (await connected.popup()).evaluate<{ links: number; said: string; facts: string }>(`(() => {
      const said = document.querySelector('.said');
      const before = new Range();
      before.setStart(document.body, 0);
      before.setEndBefore(said);
      const facts = before.cloneContents();
      for (const quoted of facts.querySelectorAll('q')) quoted.remove();
      const links = document.querySelectorAll('a[href^="http"]').length;
      return { links, said: said.querySelector('q').textContent, facts: facts.textContent };
    })()`);
  await popup.see('URGENT');
  const atSigning = await shown();
  expect(atSigning).toMatchObject({ links: 0, said: purpose });
  expect(atSigning.facts).toContain('50.00');
  expect(atSigning.facts).not.toMatch(/URGENT|1\.00 at|safe-bank/);

  await connected.press('Sign');
  await waitUntil(
    async () => (await agent.call<{ status: string }>('mandate_get', { id: mandate.id })).status === 'active',
  );
  const run = await agent.preview(mandate);
  await agent.call('checkout_execute', { id: run.id });
  const approval = await connected.popup();
  await approval.see('URGENT');
  const atApproval = await shown();
  expect(atApproval).toMatchObject({ links: 0, said: purpose });
  expect(atApproval.facts).toContain('12.79');
  expect(atApproval.facts).toContain('shop.localhost');
  expect(atApproval.facts).not.toMatch(/URGENT|1\.00 at|safe-bank/);
});
