#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { Command, type CommanderError } from 'commander';
import { version } from '../../../package.json';
import { addAuditCommands } from './cli/audit-commands.ts';
import { addCheckoutCommands } from './cli/checkout-commands.ts';
import { addCompletionCommands } from './cli/completion-command.ts';
import { addHostCommands } from './cli/host-commands.ts';
import { createSession, usageError } from './cli/session.ts';
import { addWalletCommands } from './cli/wallet-commands.ts';
import { EXIT } from './exit-code.ts';
import { printError } from './print.ts';

const EXAMPLES = `Examples:
  countersign install --browser chromium
  countersign agent request --name "Desk agent"
  countersign mandate request --amount 50.00 --currency USD --purpose "Office supplies" --merchant shop.example
  countersign checkout preview --mandate mand_… --url https://shop.example/checkout
  countersign checkout execute chk_… && countersign checkout wait chk_…
`;
const EXIT_CODES = `
Exit codes: 0 done, 2 usage, 3 refused or failed (status says which), 4 the operator is needed, 5 outcome unknown,
6 timed out waiting, 7 extension not reachable.`;

function leave(problem: CommanderError): never {
  const isHelp = problem.exitCode === 0 || problem.code === 'commander.help';
  if (!isHelp && process.argv.includes('--json'))
    printError(usageError(problem.message.replace(/^error: /, '')), true);
  process.exit(isHelp && problem.exitCode === 0 ? EXIT.done : EXIT.usage);
}

const program = new Command('countersign')
  .version(version)
  .description('Pay on ordinary checkouts inside a mandate that a human signed once.')
  .option('--json', 'print one JSON object on stdout')
  .option('--agent <name>', "which agent's credentials to use", 'default')
  .option('--browser-profile <id>', 'which browser profile to ask for access, when several are running')
  .addHelpText('before', EXAMPLES)
  .addHelpText('after', EXIT_CODES)
  .exitOverride(leave);
const session = createSession(program);
addWalletCommands(program, session);
addCheckoutCommands(program, session);
addAuditCommands(program, session);
addHostCommands(program, session, { path: fileURLToPath(import.meta.url), version });
addCompletionCommands(program);

await program.parseAsync();
