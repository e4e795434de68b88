import { connectAgent, type Agent } from '../fixtures/agent.ts';
import { createHome, launchBrowser, removeHome, type LaunchedBrowser } from '../fixtures/launch-browser.ts';
import { createOperator, type Operator } from '../fixtures/operator.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { countersignCommand, developmentExtensionDir } from '../tooling/paths.ts';

/** One browser, one agent, one operator, and the world outside. */
export interface SoakWorld {
  readonly sandbox: Sandbox;
  readonly browser: LaunchedBrowser;
  readonly operator: Operator;
  readonly agent: Agent;
  /** A signed mandate that never asks, and one that asks for every payment. */
  readonly mandates: { readonly silent: string; readonly asking: string };
  /** Ends the browser; its folders stay until `remove`. */
  quit(): Promise<void>;
  remove(): Promise<void>;
}

/** Waits for a state. */
export async function until(
  what: string,
  isReached: () => Promise<boolean>,
  withinMs: number,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await isReached())) {
    if (Date.now() > deadline) throw new Error(`never came about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Sets up a world in which so many cheap purchases can be paid. */
export async function openSoakWorld(seed: number, executablePath: string): Promise<SoakWorld> {
  const sandbox = await startSandbox({ seed });
  const home = await createHome();
  const browser = await launchBrowser({
    executablePath,
    extensionDirectory: developmentExtensionDir,
    command: countersignCommand,
    isHeadless: true,
    home,
  });
  const operator = createOperator(() => browser);
  await operator.firstRun({ issuer: sandbox.urls.issuer, apiKey: sandbox.apiKey }, '9000.00');
  const agent = await connectAgent({ command: countersignCommand, stateDirectory: home.stateDirectory });
  const { code } = await agent.call<{ code: string }>('agent_request', { name: 'Soak' });
  await operator.approveAgent(code);
  await until(
    'the agent is approved',
    async () => (await agent.call<{ status: string }>('agent_status', {})).status === 'approved',
    60_000,
  );
  const sign = async (ask_above: string): Promise<string> => {
    const { id } = await agent.call<{ id: string }>('payment_request', {
      amount: '4000.00',
      currency: 'USD',
      purpose: 'Many small purchases',
      merchants: ['shop.localhost'],
      ask_above,
    });
    await operator.press('Sign');
    await until(
      'the mandate is signed',
      async () => (await agent.call<{ status: string }>('mandate_get', { id })).status === 'active',
      60_000,
    );
    return id;
  };
  return {
    sandbox,
    browser,
    operator,
    agent,
    mandates: { silent: await sign('1000.00'), asking: await sign('0.01') },
    async quit() {
      await agent.close();
      await browser.close();
    },
    async remove() {
      await sandbox.close();
      await removeHome(home);
    },
  };
}
