import { connectAgent } from '../fixtures/agent.ts';
import { runCommand } from '../fixtures/command.ts';
import { admitAgent, signMandate } from '../fixtures/pairing.ts';
import { expect, test, waitUntil } from '../fixtures/test.ts';
import { countersignCommand } from '../tooling/paths.ts';

interface Access {
  readonly id: string;
  readonly status: string;
  readonly code: string;
}
interface Card {
  readonly id: string;
  readonly status: string;
}

const connect = (stateDirectory: string, agent: string) =>
  connectAgent({ command: countersignCommand, stateDirectory, agent });

test('[A7][H3][I7] an agent that is not approved can only ask, once; the operator sees name and code, and may deny', async ({
  connected,
  installation,
}) => {
  const { stateDirectory } = installation.home;
  const agent = await connect(stateDirectory, 'stranger');
  const tools: [string, Record<string, unknown>][] = [
    ['wallet_balance', {}],
    ['mandate_list', {}],
    ['payment_request', { amount: '5.00', currency: 'USD', purpose: 'Anything at all' }],
    ['card_list', {}],
    ['audit_list', {}],
    ['checkout_inspect', { tab: 'http://shop.localhost/' }],
  ];
  for (const [tool, input] of tools) await expect(agent.call(tool, input)).rejects.toThrow('not_paired');
  const asked = await agent.call<Access>('agent_request', { name: 'Stranger \u202E[Approve](x)' });
  expect(asked).toMatchObject({ status: 'requested', code: expect.stringMatching(/^\w{3}-\w{3}$/) });
  for (const [tool, input] of tools) await expect(agent.call(tool, input)).rejects.toThrow('agent_requested');
  // Asking again, also from another process, is the same request.
  expect(await agent.call<Access>('agent_request', { name: 'Stranger' })).toMatchObject({ id: asked.id });
  const again = await runCommand(
    stateDirectory,
    '--json',
    '--agent',
    'stranger',
    'agent',
    'request',
    '--name',
    'S',
  );
  expect(JSON.parse(again.stdout)).toMatchObject({ id: asked.id });
  expect(again.code).toBe(4);
  // Others may wait beside it, but not a flood of them.
  const flood = await Promise.all(
    ['two', 'three', 'four'].map(async (name) => {
      const other = await connect(stateDirectory, name);
      const answer = await other.call<Access>('agent_request', { name }).catch(String);
      await other.close();
      return answer;
    }),
  );
  expect(flood.filter((one) => typeof one === 'string' && /too_many_requests/.test(one))).toHaveLength(1);

  const popup = await connected.popup();
  await popup.see('Stranger');
  await popup.see(asked.code);
  // The name is text: nothing in it turns the line around or becomes a link.
  expect(await popup.text()).not.toMatch(/\p{Bidi_Control}/u);
  await connected.press('Reject');
  await waitUntil(async () => {
    const problem = await agent.call('agent_status', {}).then(String, String);
    return /unknown_agent/.test(problem);
  });
  await expect(agent.call('wallet_balance', {})).rejects.toThrow('unknown_agent');
  await agent.close();
});

test('[A29][A47] an agent lists its own cards only; one task, one mandate, one card, and nothing is left', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const { stateDirectory } = installation.home;
  const mandate = await agent.signedMandate({ max_payments: 1, workflow: 'one-task' });
  const card = await agent.call<Card>('card_create', { mandate: mandate.id, amount: '25.00' });
  const other = await connect(stateDirectory, 'other');
  await admitAgent(other, connected, 'Other agent');
  const theirs = await signMandate(other, connected, {
    amount: '9.00',
    currency: 'USD',
    purpose: 'Tea for others',
    merchants: ['shop.localhost'],
  });
  const theirCard = await other.call<Card>('card_create', { mandate: theirs.id, amount: '3.00' });
  const cardsOf = async (name: string, ...more: string[]) => {
    const { stdout } = await runCommand(stateDirectory, '--json', '--agent', name, 'card', 'list', ...more);
    return (JSON.parse(stdout) as { cards: Card[] }).cards;
  };
  expect((await cardsOf('default')).map(({ id }) => id)).toEqual([card.id]);
  expect((await cardsOf('other')).map(({ id }) => id)).toEqual([theirCard.id]);
  expect(await cardsOf('default', '--status', 'closed')).toEqual([]);
  expect(await cardsOf('default', '--status', 'inactive')).toHaveLength(1);
  await expect(other.call('card_close', { id: card.id })).rejects.toThrow('unknown_card');

  const url = `${sandbox.urls.shop}/checkout`;
  const run = await agent.call<{ id: string }>('checkout_preview', {
    mandate: mandate.id,
    url,
    card: card.id,
  });
  await agent.call('checkout_execute', { id: run.id });
  await agent.waitFor(run.id, 'succeeded');
  await agent.waitForReturn(run.id);
  await waitUntil(async () => (await cardsOf('default', '--status', 'closed')).length === 1);
  // The one payment is made: what the budget has left can no longer be spent.
  await expect(agent.call('payment_execute', { mandate: mandate.id, url })).rejects.toThrow('count_exceeded');
  await expect(agent.call('card_create', { mandate: mandate.id, amount: '1.00' })).rejects.toThrow();
  const open = sandbox.control.cards().filter(({ state }) => state === 'OPEN');
  expect(open).toEqual([]);
  await other.close();
});

test('[A69] a mail tab beside the shop can be neither listed, read nor acted on', async ({
  agent,
  installation,
  sandbox,
}) => {
  test.setTimeout(150_000);
  const mandate = await agent.signedMandate({});
  const shopUrl = `${sandbox.urls.shop}/checkout`;
  const mail = await installation.browser.context.newPage();
  await mail.goto(sandbox.urls.mail);
  const shop = await installation.browser.context.newPage();
  await shop.goto(shopUrl);
  const before = await mail.content();
  const visits = sandbox.control.requests('mail').length;
  for (const tab of [sandbox.urls.mail, mail.url(), `${sandbox.urls.mail}/`, 'http://nowhere.localhost/']) {
    await expect(agent.call('checkout_inspect', { tab })).rejects.toThrow('unknown_tab');
    for (const tool of ['checkout_preview', 'payment_execute'])
      await expect(
        agent.call(tool, {
          mandate: mandate.id,
          url: tab,
          ...(tool === 'checkout_preview' && { tab: true }),
        }),
      ).rejects.toThrow(/unknown_tab|merchant_not_in_mandate|address_not_payable/);
  }
  // The shop's tab is its own; what is on it is told.
  expect(await agent.call<{ status: string }>('checkout_inspect', { tab: shopUrl })).toMatchObject({
    status: 'checkout',
    merchant: 'shop.localhost',
  });
  // A tab of the shop that has gone elsewhere meanwhile no longer exists for the agent.
  await shop.goto(sandbox.urls.mail);
  await expect(agent.call('checkout_inspect', { tab: shopUrl })).rejects.toThrow('unknown_tab');
  expect(agent.received.join('\n')).not.toContain(sandbox.mailCanary);
  expect(await mail.content()).toBe(before);
  expect(sandbox.control.requests('mail')).toHaveLength(visits + 1);
});
