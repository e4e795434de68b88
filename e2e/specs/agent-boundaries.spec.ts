import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countTokens } from 'gpt-tokenizer';
import { needleOf, sightingsIn } from '../demo/pan-sightings.ts';
import { connectAgent, ToolError } from '../fixtures/agent.ts';
import { runCommand } from '../fixtures/command.ts';
import { OPERATOR_PASSWORD } from '../fixtures/operator.ts';
import type { AuditResult, CheckoutResult } from '../fixtures/results.ts';
import { admitAgent } from '../fixtures/pairing.ts';
import { expect, test, waitUntil } from '../fixtures/test.ts';
import { countersignCommand } from '../tooling/paths.ts';

const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (problem: unknown) => (problem instanceof ToolError ? problem.message : String(problem)),
  );

test("[A6] another agent's ids answer exactly like ids that never were; a revoked agent is out at once", async ({
  agent,
  connected,
  installation,
}) => {
  const mandate = await agent.signedMandate({});
  const preview = await agent.preview(mandate);
  const card = await agent.call<{ id: string }>('card_create', { mandate: mandate.id, amount: '5.00' });
  const other = await connectAgent({
    command: countersignCommand,
    stateDirectory: installation.home.stateDirectory,
    agent: 'other',
  });
  await admitAgent(other, connected, 'Other agent');
  const never = (id: string) => id.replace(/_.*/, `_${'z'.repeat(20)}`);
  for (const [tool, id] of [
    ['mandate_get', mandate.id],
    ['checkout_get', preview.id],
    ['checkout_wait', preview.id],
    ['checkout_execute', preview.id],
    ['checkout_cancel', preview.id],
    ['card_close', card.id],
  ] as const) {
    const answer = await refusalOf(other.call(tool, { id }));
    expect(answer, tool).toMatch(/^unknown_/);
    expect(answer).toBe(await refusalOf(other.call(tool, { id: never(id) })));
  }
  const url = 'http://shop.localhost/checkout';
  const options = [{ label: 'Tea', url, amount: '1.00' }];
  for (const [tool, rest] of [
    ['checkout_preview', { url }],
    ['payment_execute', { url }],
    ['card_create', { amount: '1.00' }],
    ['choice_request', { options }],
  ] as const) {
    const given = await refusalOf(other.call(tool, { mandate: mandate.id, ...rest }));
    expect(given, tool).toMatch(/^unknown_mandate/);
    expect(given).toBe(await refusalOf(other.call(tool, { mandate: never(mandate.id), ...rest })));
  }
  expect((await other.call<{ cards: unknown[] }>('card_list', {})).cards).toEqual([]);
  expect((await other.call<{ mandates: unknown[] }>('mandate_list', {})).mandates).toEqual([]);
  const trail = await other.call<AuditResult>('audit_list', { limit: 500 });
  expect(JSON.stringify(trail)).not.toContain(preview.id);
  // The run of the first agent stands as before.
  expect((await agent.get(preview.id)).status).toBe(preview.status);
  await agent.call('checkout_cancel', { id: preview.id });

  const popup = await connected.popup();
  await popup.press('Revoke Other agent');
  await popup.press('Yes, I am sure');
  const pressedAt = Date.now();
  const tried = () => refusalOf(other.call('wallet_balance', {}));
  await waitUntil(async () => (await tried()) !== 'answered');
  expect(Date.now() - pressedAt).toBeLessThan(1_000);
  // Its key is gone: nobody can prove to be it any more.
  expect(await tried()).toMatch(/^(not_authentic|unknown_agent|agent_revoked):/);
  expect(await refusalOf(agent.call('wallet_balance', {}))).toBe('answered');
  await other.close();
});

test('[A31] no tool result, error, line of talk or credential file holds a number, code, street, key or password', async ({
  agent,
  connected,
  installation,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const { stateDirectory } = installation.home;
  const mandate = await agent.signedMandate({ ask_above: '10.00' });
  const url = `${sandbox.urls.shop}/checkout`;
  const preview = await agent.preview(mandate);
  // Shown in the report: what a preview costs a model to read.
  expect(countTokens(JSON.stringify(preview))).toBeLessThanOrEqual(700);
  await agent.call('checkout_inspect', { tab: url });
  await agent.call('checkout_execute', { id: preview.id });
  await connected.press('Approve');
  await agent.waitFor(preview.id, 'succeeded');
  await agent.waitForReturn(preview.id);
  for (const tool of ['wallet_balance', 'spend_summary', 'mandate_list', 'card_list', 'agent_status'])
    await agent.call(tool, {});
  await agent.call('audit_list', { limit: 500 });
  await agent.call('checkout_wait', { id: preview.id, timeout_seconds: 1 });
  const wrong: [string, Record<string, unknown>][] = [
    ['checkout_cancel', { id: preview.id }],
    ['checkout_preview', { mandate: mandate.id, url: 'https://elsewhere.example/' }],
    ['card_create', { mandate: mandate.id, amount: '5000.00' }],
    ['checkout_get', { id: 'chk_4111111111111111' }],
  ];
  for (const [tool, input] of wrong) await refusalOf(agent.call(tool, input));
  const printed = await Promise.all(
    [['audit', 'export'], ['checkout', 'get', preview.id], ['card', 'list'], ['doctor']].map((args) =>
      runCommand(stateDirectory, ...args),
    ),
  );
  const credentials = readFileSync(join(stateDirectory, 'agents', 'default.json'), 'utf8');
  const { key } = JSON.parse(credentials) as { key: string };
  const said = Buffer.from(
    [...agent.received, ...printed.map(({ stdout, stderr }) => stdout + stderr)].join('\n'),
  );
  const cards = sandbox.control.cards();
  expect(cards.length).toBeGreaterThan(0);
  const needles = [
    ...cards.flatMap(({ pan }) => [
      needleOf('number', pan),
      needleOf('number', pan.replace(/(\d{4})(?=\d)/g, '$1 ')),
    ]),
    needleOf('street', '12 Canary Lane'),
    needleOf('phone', '4155550132'),
    needleOf('e-mail', 'ada@example.com'),
    needleOf('issuer key', sandbox.apiKey),
    needleOf('password', OPERATOR_PASSWORD),
    needleOf('agent key', key),
  ];
  expect(sightingsIn(said, needles)).toEqual([]);
  // Three digits occur anywhere by chance: a code is looked for as a value of its own.
  for (const { cvv } of cards) expect(said.toString()).not.toMatch(new RegExp(`["\\s:]${cvv}["\\s,}]`));
  // The search finds what is there.
  expect(sightingsIn(Buffer.concat([said, Buffer.from(cards[0]!.pan)]), needles)).toEqual(['number']);
  expect(sightingsIn(Buffer.from(credentials), [needleOf('number', cards[0]!.pan)])).toEqual([]);
});

test('200 checkout_get at once lose nothing', async ({ agent }) => {
  const mandate = await agent.signedMandate({ ask_above: '0.01' });
  const preview = await agent.preview(mandate);
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => agent.call<CheckoutResult>('checkout_get', { id: preview.id })),
  );
  expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: 200 }, () => preview.id));
});
