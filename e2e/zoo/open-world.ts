import { connectAgent, type Agent } from '../fixtures/agent.ts';
import { createHome, launchBrowser, removeHome, type LaunchedBrowser } from '../fixtures/launch-browser.ts';
import { createOperator, type Operator } from '../fixtures/operator.ts';
import type { MandateResult } from '../fixtures/results.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { ZOO_SHOPS } from '../sandbox/shops/zoo/zoo-shops.ts';
import { countersignCommand, developmentExtensionDir } from '../tooling/paths.ts';

/** One sandbox, one browser, one approved agent and signed mandates for every shop of the zoo. */
export interface ZooWorld {
  readonly sandbox: Sandbox;
  readonly browser: LaunchedBrowser;
  readonly operator: Operator;
  readonly agent: Agent;
  /** Gives the signed mandate under which a shop is visited. */
  mandateFor: (key: string) => MandateResult;
  close(): Promise<void>;
}

/** As many as one mandate may name. */
const MOST_MERCHANTS = 20;

/** Opens a world of its own: ephemeral ports and a fresh profile, so that many can stand side by side. */
export async function openWorld(executablePath: string, seed = 1): Promise<ZooWorld> {
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
  await operator.firstRun({ issuer: sandbox.urls.issuer, apiKey: sandbox.apiKey }, '900.00');
  const agent = await connectAgent({ command: countersignCommand, stateDirectory: home.stateDirectory });
  const { code } = await agent.call<{ code: string }>('agent_request', { name: 'Zoo agent' });
  await operator.approveAgent(code);
  const mandates = new Map<string, MandateResult>();
  for (let from = 0; from < ZOO_SHOPS.length; from += MOST_MERCHANTS) {
    const keys = ZOO_SHOPS.slice(from, from + MOST_MERCHANTS).map(({ key }) => key);
    const mandate = await agent.call<MandateResult>('payment_request', {
      amount: '400.00',
      currency: 'USD',
      purpose: 'Visiting the zoo',
      merchants: keys.map((key) => `${key}.zoo.localhost`),
    });
    await operator.press('Sign');
    let { status } = mandate;
    while (status !== 'active')
      ({ status } = await agent.call<MandateResult>('mandate_get', { id: mandate.id }));
    for (const key of keys) mandates.set(key, mandate);
  }
  return {
    sandbox,
    browser,
    operator,
    agent,
    mandateFor: (key) => mandates.get(key)!,
    async close() {
      await agent.close();
      await browser.close();
      await sandbox.close();
      await removeHome(home);
    },
  };
}
