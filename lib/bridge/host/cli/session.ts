import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { operations, type OperationInput, type OperationName } from '../../protocol/operations.ts';
import { createCountersignClient, type CountersignClient } from '../agent-client.ts';
import { CountersignError } from '../countersign-error.ts';
import { printError, printResult, say } from '../print.ts';

interface Globals {
  readonly json?: boolean;
  readonly agent: string;
  readonly browserProfile?: string;
}

/** One run of the command: its client, and how it prints. */
export interface Session {
  client(): CountersignClient;
  isJson(): boolean;
  /** The name of the credentials in use. */
  agent(): string;
  /** Does something, prints its result or error, and sets the exit code: 0 when it ends with the status `wanted`. */
  perform(work: (client: CountersignClient) => Promise<unknown>, wanted?: string): Promise<void>;
  /** Calls an operation and prints its result. */
  call<K extends OperationName>(operation: K, input: OperationInput<K>, key?: string): Promise<void>;
}

/** Makes the session of a program; its options are read when they are needed. */
export function createSession(program: Command): Session {
  const globals = () => program.opts<Globals>();
  const isJson = () => globals().json === true;
  const client = () => {
    const { agent, browserProfile } = globals();
    return createCountersignClient({
      agent,
      ...(browserProfile !== undefined && { profile: browserProfile }),
      onWaiting: () => say('Waiting for the browser (35 s at most).'),
    });
  };

  async function perform(
    work: (client: CountersignClient) => Promise<unknown>,
    wanted?: string,
  ): Promise<void> {
    const open = client();
    try {
      printResult(await work(open), isJson(), wanted);
    } catch (problem) {
      printError(problem, isJson());
    } finally {
      open.close();
    }
  }

  return {
    client,
    isJson,
    agent: () => globals().agent,
    perform,
    call: (operation, input, given) =>
      perform(async (open) => {
        if (!operations[operation].needsKey) return open.call(operation, input);
        const key = given ?? randomUUID();
        // Before the call: whoever is interrupted can repeat it.
        if (given === undefined) say(`idempotency key: ${key}`);
        const view = await open.call(operation, input, key);
        return { ...view, idempotency_key: key };
      }),
  };
}

/** Refuses arguments that the parser of the command line cannot judge. */
export const usageError = (message: string) =>
  new CountersignError({ code: 'usage', message, fix: 'See --help.' });

/** Gathers an option that may be given several times. */
export const collect = (value: string, previous: string[] = []) => [...previous, value];

export const KEY_OPTION = [
  '--idempotency-key <key>',
  'repeat with the same key to get the same answer',
] as const;
