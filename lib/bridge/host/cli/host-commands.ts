import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { BROWSERS, type Browser } from '../browsers.ts';
import { diagnose } from '../doctor.ts';
import { installHost, uninstallHost, type InstallParameters } from '../install.ts';
import { thisMachine } from '../machine.ts';
import { runMcpServer } from '../mcp-server.ts';
import { runNativeHost } from '../native-host.ts';
import { printError, printResult } from '../print.ts';
import { stateDir } from '../state-dir.ts';
import type { Session } from './session.ts';

interface InstallOptions {
  readonly browser: Browser[];
  readonly profile?: string;
}

function collectBrowser(value: string, previous: Browser[]): Browser[] {
  const browser = BROWSERS.find((one) => one === value);
  if (!browser) throw new InvalidArgumentError(`one of ${BROWSERS.join(', ')}`);
  return [...previous, browser];
}

const withBrowsers = (command: Command) =>
  command
    .option(
      '--browser <name>',
      `${BROWSERS.join(', ')}; repeat for several, all when absent`,
      collectBrowser,
      [],
    )
    .option('--profile <folder>', 'one user-data folder instead of the browsers of this user');

/** Adds the commands about this computer: the link to the browser, and what agents and browsers start. */
export function addHostCommands(
  program: Command,
  session: Session,
  own: { path: string; version: string },
): void {
  const parametersOf = ({ browser, profile }: InstallOptions): InstallParameters => ({
    stateDirectory: stateDir(),
    command: own.path,
    browsers: browser.length > 0 ? browser : [...BROWSERS],
    ...(profile !== undefined && { profileDirectory: resolve(profile) }),
    machine: thisMachine(),
  });
  const print = async (work: () => object | Promise<object>): Promise<void> => {
    try {
      printResult(await work(), session.isJson());
    } catch (problem) {
      printError(problem, session.isJson());
    }
  };

  withBrowsers(program.command('install'))
    .description('link the browsers of this user to this command')
    .action((options: InstallOptions) =>
      print(() => ({ status: 'ok', written: installHost(parametersOf(options)) })),
    );
  withBrowsers(program.command('uninstall'))
    .description('remove the links')
    .action((options: InstallOptions) =>
      print(() => ({ status: 'ok', removed: uninstallHost(parametersOf(options)) })),
    );
  withBrowsers(program.command('doctor'))
    .description('look at each link between agent and extension and say how to mend it')
    .action((options: InstallOptions) =>
      print(async () => {
        const findings = await diagnose({
          ...parametersOf(options),
          agent: session.agent(),
          version: own.version,
        });
        return { status: findings.every(({ ok }) => ok) ? 'ok' : 'failed', findings };
      }),
    );
  program
    .command('mcp')
    .description('serve the tools over stdio')
    .action(() => runMcpServer(session.client(), own.version));
  program
    .command('native-host', { hidden: true })
    .allowExcessArguments()
    .allowUnknownOption()
    .action(runNativeHost);
}
