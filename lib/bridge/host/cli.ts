import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { OperationName } from '../protocol/operations.ts';
import { createCountersignClient, type CountersignClient } from './agent-client.ts';
import { BROWSERS, type Browser } from './browsers.ts';
import { diagnose, installHost, uninstallHost, type InstallParameters } from './install.ts';
import { runMcpServer } from './mcp-server.ts';
import { runNativeHost } from './native-host.ts';
import { EXIT, printError, printResult } from './print.ts';
import { stateDir } from './state-dir.ts';
import { version } from '../../../package.json';

const program = new Command('countersign')
  .version(version)
  .description('Pay on ordinary checkouts inside a mandate that a human signed once.')
  .option('--json', 'print one JSON object on stdout')
  .option('--agent <name>', "which agent's credentials to use", 'default')
  .option('--profile <id>', 'which browser profile to ask for access')
  .addHelpText(
    'before',
    `Examples:
  countersign install --browser chromium
  countersign agent request --name "Desk agent"
  countersign mandate request --amount 50.00 --currency USD --purpose "Office supplies" --merchant shop.example
  countersign checkout preview --mandate mand_… --url https://shop.example/checkout
  countersign checkout execute chk_… && countersign checkout wait chk_…
`,
  )
  .exitOverride((problem) => process.exit(problem.exitCode === 0 ? EXIT.done : EXIT.usage));

interface Globals {
  readonly json?: boolean;
  readonly agent: string;
  readonly profile?: string;
}

const globals = () => program.opts<Globals>();

function clientOf(): CountersignClient {
  const { agent, profile } = globals();
  return createCountersignClient({ agent, ...(profile !== undefined && { profile }) });
}

async function perform(work: (client: CountersignClient) => Promise<unknown>): Promise<void> {
  const isJson = globals().json === true;
  const client = clientOf();
  try {
    printResult(await work(client), isJson);
  } catch (problem) {
    printError(problem, isJson);
  } finally {
    client.close();
  }
}

const call = (operation: OperationName, input: unknown, key?: string) =>
  perform((client) => client.call(operation, input as never, key));

const collect = (value: string, previous: string[]) => [...previous, value];
const KEY = ['--idempotency-key <key>', 'repeat with the same key to get the same answer'] as const;

const agent = program.command('agent').description('access to the wallet');
agent
  .command('request')
  .description('ask the operator for access')
  .requiredOption('--name <name>', 'your name, as the operator will see it')
  .action(({ name }: { name: string }) => perform((client) => client.requestAccess(name)));
agent
  .command('status')
  .description('tell whether access was approved')
  .action(() => call('agent_status', {}));

program
  .command('wallet')
  .description('the wallet')
  .command('balance')
  .option('--currency <code>', 'ISO 4217 code', 'USD')
  .action((options: { currency: string }) => call('wallet_balance', options));

const mandate = program.command('mandate').description('spending authority, signed once');
mandate
  .command('request')
  .requiredOption('--amount <amount>', 'the budget, such as 50.00')
  .requiredOption('--currency <code>', 'ISO 4217 code')
  .requiredOption('--purpose <text>', 'what it is for')
  .option('--merchant <domain>', 'a merchant; repeat for several', collect, [])
  .option('--per-payment <amount>')
  .option('--ask-above <amount>')
  .option('--max-payments <count>')
  .option('--expires <time>', 'such as 30d or 12h', '30d')
  .option('--workflow <label>')
  .option(...KEY)
  .action((o: Record<string, string> & { merchant: string[] }) => {
    const input = {
      amount: o.amount,
      currency: o.currency,
      purpose: o.purpose,
      merchants: o.merchant,
      expires: o.expires,
      ...(o.perPayment && { per_payment: o.perPayment }),
      ...(o.askAbove && { ask_above: o.askAbove }),
      ...(o.maxPayments && { max_payments: Number(o.maxPayments) }),
      ...(o.workflow && { workflow: o.workflow }),
    };
    return call('payment_request', input, o.idempotencyKey);
  });
mandate.command('list').action(() => call('mandate_list', {}));
mandate.command('show <id>').action((id: string) => call('mandate_get', { id }));

program
  .command('card')
  .description('single-use cards')
  .command('list')
  .action(() => call('card_list', {}));

const checkout = program.command('checkout').description('runs over a checkout page');
checkout
  .command('inspect')
  .requiredOption('--tab <url>', 'an open tab of a merchant of your mandates')
  .action((o: { tab: string }) => call('checkout_inspect', o));
checkout
  .command('preview')
  .requiredOption('--mandate <id>')
  .requiredOption('--url <url>')
  .option('--workflow <label>')
  .option('--max <amount>')
  .option(...KEY)
  .action(({ idempotencyKey, ...input }: Record<string, string>) =>
    call('checkout_preview', input, idempotencyKey),
  );
checkout.command('execute <id>').action((id: string) => call('checkout_execute', { id }));
checkout.command('get <id>').action((id: string) => call('checkout_get', { id }));
checkout.command('cancel <id>').action((id: string) => call('checkout_cancel', { id }));
checkout
  .command('wait <id>')
  .option('--timeout <time>', 'such as 60s', '60s')
  .action((id: string, { timeout }: { timeout: string }) =>
    perform(async (client) => {
      const view = await client.waitForEnd(id, Number.parseInt(timeout, 10) * 1_000);
      return view ?? client.call('checkout_get', { id });
    }),
  );

program
  .command('pay <url>')
  .description('preview and execute in one call where the mandate is silent')
  .requiredOption('--mandate <id>')
  .option('--max <amount>')
  .option(...KEY)
  .action((url: string, { idempotencyKey, ...input }: Record<string, string>) =>
    call('payment_execute', { url, ...input }, idempotencyKey),
  );

program
  .command('audit')
  .description('the audit trail')
  .command('list')
  .action(() => call('audit_list', {}));

interface InstallOptions {
  readonly browser: Browser[];
  readonly userDataDir?: string;
}

function installParameters({ browser, userDataDir }: InstallOptions): InstallParameters {
  return {
    stateDirectory: stateDir(),
    command: fileURLToPath(import.meta.url),
    browsers: browser.length > 0 ? browser : [...BROWSERS],
    ...(userDataDir && { userDataDirectory: userDataDir }),
  };
}

const withBrowsers = (command: Command) =>
  command
    .option('--browser <name>', BROWSERS.join(', '), collect, [])
    .option('--user-data-dir <path>', 'one profile folder instead of the browsers of this user');

withBrowsers(program.command('install').description('write the native-messaging manifests')).action(
  (options: InstallOptions) =>
    printResult({ status: 'ok', written: installHost(installParameters(options)) }, globals().json === true),
);
withBrowsers(program.command('uninstall').description('remove them')).action((options: InstallOptions) =>
  printResult({ status: 'ok', removed: uninstallHost(installParameters(options)) }, globals().json === true),
);
withBrowsers(program.command('doctor').description('explain what is missing')).action(
  (options: InstallOptions) => {
    const findings = diagnose(installParameters(options));
    const isWell = findings.every(({ ok }) => ok);
    printResult({ status: isWell ? 'ok' : 'failed', findings }, globals().json === true);
  },
);

program
  .command('mcp')
  .description('serve the tools over stdio')
  .action(async () => {
    await runMcpServer(clientOf(), version);
  });
program
  .command('native-host', { hidden: true })
  .allowExcessArguments()
  .allowUnknownOption()
  .action(runNativeHost);

await program.parseAsync();
