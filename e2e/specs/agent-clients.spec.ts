import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { followSkill } from '../agent-side/follow-skill.ts';
import { runCommand, runLine, runProgram } from '../fixtures/command.ts';
import { expect, SHOP, test, waitUntil } from '../fixtures/test.ts';
import { countersignCommand, outputDir, rootDir } from '../tooling/paths.ts';

interface Ended {
  readonly status: string;
  readonly receipt: { order_ref: string; authorization_id: string } | null;
}

test('[A50] a Python client of the standard library lists the tools and buys', async ({
  agent,
  installation,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const mandate = await agent.signedMandate({});
  const { stdout, stderr, code } = await runProgram(
    'python3',
    [
      join(rootDir, 'e2e', 'agent-side', 'mcp_client.py'),
      mandate.id,
      `${sandbox.urls.shop}/checkout`,
      process.execPath,
      countersignCommand,
      'mcp',
    ],
    { COUNTERSIGN_STATE_DIR: installation.home.stateDirectory },
  );
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const said = JSON.parse(stdout) as {
    protocol: string;
    tools: string[];
    refused: { error: { code: string; fix: string } };
    run: Ended;
    exit: number;
  };
  expect(said.protocol).toBe('2025-11-25');
  expect(said.tools).toContain('payment_execute');
  expect(said.tools.filter((name) => /approve|sign|pick|unlock|reveal/.test(name))).toEqual([]);
  expect(said.refused.error).toMatchObject({ code: 'invalid_input', fix: 'Correct the arguments.' });
  expect(said.run.status).toBe('succeeded');
  expect(said.run.receipt?.authorization_id).toBe(sandbox.control.authorizations()[0]?.transactionToken);
  expect(said.exit).toBe(0);
});

test('[A51] a dumb client that knows only SKILL.md, as the shop serves it, ends with a receipt', async ({
  connected,
  installation,
  sandbox,
}) => {
  test.setTimeout(240_000);
  const { stateDirectory } = installation.home;
  const { port } = new URL(sandbox.urls.shop);
  const skill = await (await fetch(`http://127.0.0.1:${port}/skill.md`)).text();
  const told: string[] = [];
  let operator = Promise.resolve();
  const ended = (await followSkill(
    skill,
    {
      name: 'Skill reader',
      amount: '40.00',
      purpose: 'One basket of office supplies',
      merchant: SHOP,
      url: `${sandbox.urls.shop}/checkout`,
    },
    {
      run: (line) => runLine(stateDirectory, line),
      tell(words) {
        told.push(words);
        const code = /shows (\S+)$/.exec(words)?.[1];
        operator = operator.then(async () => {
          if (code !== undefined) await connected.approveAgent(code);
          else if (words.includes('sign')) await connected.press('Sign');
        });
      },
    },
  )) as Ended;
  await operator;
  expect(ended.status).toBe('succeeded');
  expect(ended.receipt?.order_ref).toBeTruthy();
  expect(told).toHaveLength(2);
  expect(sandbox.control.captures()).toHaveLength(1);
});

test('[A24][A48] card create, preview with it, execute, and card list shows it closed', async ({
  agent,
  installation,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const { stateDirectory } = installation.home;
  const { id: mandate } = await agent.signedMandate({});
  const json = async <T>(...args: string[]) => {
    const { code, stdout } = await runCommand(stateDirectory, '--json', ...args);
    return { code, value: JSON.parse(stdout) as T };
  };
  interface Card {
    readonly id: string;
    readonly status: string;
    readonly last4: string;
    readonly limit: { minor: string };
  }
  const made = await json<Card>('card', 'create', '--amount', '25.00', '--mandate', mandate);
  expect(made).toMatchObject({
    code: 0,
    value: { status: 'inactive', limit: { minor: '2500', currency: 'USD' } },
  });
  const url = `${sandbox.urls.shop}/checkout`;
  const preview = await json<{ id: string; status: string; read_back: string }>(
    'checkout',
    'preview',
    '--mandate',
    mandate,
    '--url',
    url,
    '--card',
    made.value.id,
  );
  expect(preview).toMatchObject({ code: 0, value: { status: 'previewed', read_back: 'provider_frame' } });
  expect((await json('checkout', 'execute', preview.value.id)).code).toBe(0);
  const paid = await json<Ended & { receipt: { card_last4: string } }>(
    'checkout',
    'wait',
    preview.value.id,
    '--timeout',
    '2m',
  );
  expect(paid).toMatchObject({ code: 0, value: { status: 'succeeded' } });
  expect(paid.value.receipt.card_last4).toBe(made.value.last4);
  const listed = async () =>
    (await json<{ cards: Card[] }>('card', 'list', '--status', 'closed')).value.cards.map(({ id }) => id);
  await waitUntil(async () => (await listed()).includes(made.value.id));
  // The engine is the same for a person at a terminal: no colours, no prompts, data on stdout only.
  const plain = await runCommand(stateDirectory, 'checkout', 'get', preview.value.id);
  expect(plain.stderr).toBe('');
  expect(plain.stdout).toMatch(/^status: succeeded$/m);
  expect(plain.stdout).not.toContain('\u001b');
});

test('[A70] the example of the guide, a program on the typed client, buys and prints the receipt', async ({
  agent,
  installation,
  sandbox,
}) => {
  const guide = readFileSync(join(rootDir, 'docs', 'integrate.md'), 'utf8');
  const [, example] = /^```ts\n([^]*?)^```/m.exec(guide)!;
  const mandate = await agent.signedMandate({});
  const program = example!
    .replace('mand_…', mandate.id)
    .replace('https://shop.example/checkout', `${sandbox.urls.shop}/checkout`)
    .replace("agent: 'desk'", "agent: 'default'");
  // Inside the package, so that it is found by its own name.
  const folder = join(outputDir, `example-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, 'example.ts'), program);
    const ended = await runProgram(
      join(rootDir, 'node_modules', '.bin', 'tsx'),
      [join(folder, 'example.ts')],
      { COUNTERSIGN_STATE_DIR: installation.home.stateDirectory },
    );
    expect(ended.stderr).toBe('');
    expect(ended.stdout).toMatch(/^Compare in the popup: \w{3}-\w{3}\nsucceeded \S+\n$/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
