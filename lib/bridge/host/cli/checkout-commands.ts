import type { Command } from 'commander';
import { z } from 'zod';
import { operations } from '../../protocol/operations.ts';
import { durationMs } from '../duration.ts';
import { EXIT } from '../exit-code.ts';
import { readJsonFile } from './json-file.ts';
import { KEY_OPTION, type Session } from './session.ts';

interface PreviewOptions {
  readonly mandate: string;
  readonly url?: string;
  readonly tab?: string;
  readonly card?: string;
  readonly workflow?: string;
  readonly max?: string;
  readonly idempotencyKey?: string;
}

/** Adds the commands that run over a checkout page. */
export function addCheckoutCommands(program: Command, session: Session): void {
  const checkout = program.command('checkout').description('runs over a checkout page');
  checkout
    .command('inspect')
    .description('what is on a tab: checkout, wall or something else')
    .requiredOption('--tab <url>', 'an open tab of a merchant of your mandates')
    .action(({ tab }: { tab: string }) => session.call('checkout_inspect', { tab }));
  addPreview(checkout, session);
  checkout
    .command('execute <id>')
    .description('pay a previewed checkout, once')
    .action((id: string) => session.call('checkout_execute', { id }));
  checkout
    .command('get <id>')
    .description('one checkout')
    .action((id: string) => session.call('checkout_get', { id }));
  checkout
    .command('cancel <id>')
    .description('end a checkout before Pay; its money returns')
    .action((id: string) => session.perform((client) => client.checkoutCancel({ id }), 'cancelled'));
  addWait(checkout, session);
  addPay(program, session);
  addChoice(program.command('choice').description('options for the operator to pick from'), session);
}

function addPreview(checkout: Command, session: Session): void {
  checkout
    .command('preview')
    .description('fill a checkout with a single-use card; submits nothing')
    .requiredOption('--mandate <id>', 'the mandate to pay from')
    .option('--url <url>', 'a checkout page, opened for you')
    .option('--tab <url>', 'or an open tab that shows one')
    .option('--card <id>', 'a card made with card create')
    .option('--workflow <label>', 'the job that this is spent for')
    .option('--max <amount>', 'the most that it may cost')
    .option(...KEY_OPTION)
    .action(({ idempotencyKey, url, tab, ...rest }: PreviewOptions, command: Command) => {
      const address = url ?? tab;
      if (address === undefined || (url !== undefined && tab !== undefined))
        return command.error('error: give either --url or --tab', { exitCode: EXIT.usage });
      const input = { ...rest, url: address, ...(tab !== undefined && { tab: true }) };
      return session.call('checkout_preview', input, idempotencyKey);
    });
}

function addWait(checkout: Command, session: Session): void {
  checkout
    .command('wait <id>')
    .description('wait until a checkout has ended or needs you')
    .option('--timeout <time>', 'such as 60s or 5m', '60s')
    .action((id: string, { timeout }: { timeout: string }, command: Command) => {
      const timeoutMs = durationMs(timeout);
      if (timeoutMs === undefined)
        return command.error('error: --timeout is a time such as 60s or 5m', { exitCode: EXIT.usage });
      let isOver = false;
      return session
        .perform(async (client) => {
          const view = await client.waitForEnd(id, timeoutMs);
          isOver = view === undefined;
          return view ?? client.checkoutGet({ id });
        })
        .then(() => {
          // The last state is printed; the code says that waiting ended before the checkout did.
          if (isOver && process.exitCode !== EXIT.unreachable) process.exitCode = EXIT.timedOut;
        });
    });
}

function addPay(program: Command, session: Session): void {
  interface PayOptions {
    readonly mandate: string;
    readonly max?: string;
    readonly workflow?: string;
    readonly idempotencyKey?: string;
  }
  program
    .command('pay <url>')
    .description('preview and pay in one call where the mandate is silent')
    .requiredOption('--mandate <id>', 'the mandate to pay from')
    .option('--max <amount>', 'the most that it may cost')
    .option('--workflow <label>', 'the job that this is spent for')
    .option(...KEY_OPTION)
    .action((url: string, { idempotencyKey, ...input }: PayOptions) =>
      session.call('payment_execute', { url, ...input }, idempotencyKey),
    );
}

const Options = operations.choice_request.input.shape.options;
const OptionsFile = z.union([
  Options,
  z.strictObject({ options: Options }).transform(({ options }) => options),
]);

function addChoice(choice: Command, session: Session): void {
  choice
    .command('request')
    .description('offer options; only the picked one, at its price, may then be paid')
    .requiredOption('--mandate <id>', 'the mandate to pay from')
    .requiredOption('--options <file>', 'JSON: [{"label","url","amount"}]; - for stdin')
    .option('--workflow <label>', 'the job that this is spent for')
    .option(...KEY_OPTION)
    .action(
      async (given: { mandate: string; options: string; workflow?: string; idempotencyKey?: string }) => {
        const { idempotencyKey, options: file, ...rest } = given;
        const options = await readJsonFile(file, OptionsFile, 'options').catch(
          (problem: unknown) => problem as Error,
        );
        if (options instanceof Error) return session.perform(() => Promise.reject(options));
        return session.call('choice_request', { ...rest, options }, idempotencyKey);
      },
    );
  choice
    .command('show <id>')
    .description('tell whether the operator has picked')
    .action((id: string) => session.call('choice_get', { id }));
}
