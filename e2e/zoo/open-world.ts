import { connectAgent, type Agent } from '../fixtures/agent.ts';
import { createHome, launchBrowser, removeHome, type LaunchedBrowser } from '../fixtures/launch-browser.ts';
import { createOperator, type Operator } from '../fixtures/operator.ts';
import type { MandateResult } from '../fixtures/results.ts';
import { waitUntil } from '../fixtures/wait-until.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import type { ZooShop } from '../sandbox/shops/zoo/desk.ts';
import { countersignCommand, developmentExtensionDir } from '../tooling/paths.ts';

/** One sandbox, one browser, one approved agent and signed mandates for the shops that are visited. */
export interface ZooWorld {
  readonly sandbox: Sandbox;
  readonly browser: LaunchedBrowser;
  readonly operator: Operator;
  readonly agent: Agent;
  /** Gives the signed mandate under which a shop is visited: silent, or one that asks about everything. */
  mandateFor: (shop: ZooShop) => MandateResult;
  close(): Promise<void>;
}

/** As many as one mandate may name. */
const MOST_MERCHANTS = 20;

/** Tells whether the operator is asked before a shop is paid. */
const asks = (shop: ZooShop): boolean => 'asks' in shop || 'movesAfterPreview' in shop;

/** Opens a world of its own: ephemeral ports and a fresh profile, so that many can stand side by side. */
export async function openWorld(
  executablePath: string,
  shops: readonly ZooShop[],
  seed = 1,
): Promise<ZooWorld> {
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
  await waitUntil(
    async () => (await agent.call<{ status: string }>('agent_status', {})).status === 'approved',
  );

  const groups = [true, false].flatMap((isAsking) => inGroups(shops.filter((one) => asks(one) === isAsking)));
  async function sign(group: readonly ZooShop[]): Promise<MandateResult> {
    const mandate = await agent.call<MandateResult>('payment_request', {
      amount: '400.00',
      currency: 'USD',
      purpose: 'Visiting the zoo',
      merchants: group.map(({ key }) => `${key}.zoo.localhost`),
      ...(asks(group[0]!) && { ask_above: '0.01' }),
    });
    await operator.press('Sign');
    await waitUntil(
      async () => (await agent.call<MandateResult>('mandate_get', { id: mandate.id })).status === 'active',
    );
    return mandate;
  }

  const signed = new Map<string, MandateResult>();
  // At once, while nothing else waits in the popup.
  for (const group of groups) {
    const mandate = await sign(group);
    for (const { key } of group) signed.set(key, mandate);
  }

  return {
    sandbox,
    browser,
    operator,
    agent,
    mandateFor({ key }) {
      const mandate = signed.get(key);
      if (!mandate) throw new Error(`this world was not opened for ${key}`);
      return mandate;
    },
    async close() {
      await agent.close();
      await browser.close();
      await sandbox.close();
      await removeHome(home);
    },
  };
}

function inGroups(shops: readonly ZooShop[]): (readonly ZooShop[])[] {
  return Array.from({ length: Math.ceil(shops.length / MOST_MERCHANTS) }, (_, index) =>
    shops.slice(index * MOST_MERCHANTS, (index + 1) * MOST_MERCHANTS),
  );
}
