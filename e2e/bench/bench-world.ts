import { connectAgent } from '../fixtures/agent.ts';
import { createHome, launchBrowser, removeHome } from '../fixtures/launch-browser.ts';
import { createOperator } from '../fixtures/operator.ts';
import type { MandateResult } from '../fixtures/results.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { buildProject } from '../tooling/build.ts';
import { countersignCommand, developmentExtensionDir } from '../tooling/paths.ts';
import type { BenchContext } from './bench-context.ts';

/** Builds and starts everything, up to an agent with a silent mandate of 400.00 USD at the sandbox's shop. */
export async function openBenchWorld({ executablePath, say }: Pick<BenchContext, 'executablePath' | 'say'>) {
  await buildProject({ isDevelopment: true, say });
  const sandbox = await startSandbox({ seed: 1 });
  const home = await createHome();
  const browser = await launchBrowser({
    executablePath,
    extensionDirectory: developmentExtensionDir,
    command: countersignCommand,
    isHeadless: true,
    home,
  });
  const operator = createOperator(() => browser);
  await operator.firstRun({ issuer: sandbox.urls.issuer, apiKey: sandbox.apiKey }, '500.00');
  const agent = await connectAgent({ command: countersignCommand, stateDirectory: home.stateDirectory });
  const { code } = await agent.call<{ code: string }>('agent_request', { name: 'Bench' });
  await operator.approveAgent(code);
  while ((await agent.call<{ status: string }>('agent_status', {})).status !== 'approved');
  const mandate = await agent.call<MandateResult>('payment_request', {
    amount: '400.00',
    currency: 'USD',
    purpose: 'Measuring',
    merchants: ['shop.localhost'],
  });
  await operator.press('Sign');
  while ((await agent.call<MandateResult>('mandate_get', { id: mandate.id })).status !== 'active');
  return {
    sandbox,
    browser,
    operator,
    agent,
    mandate,
    async close() {
      await agent.close();
      await browser.close();
      await sandbox.close();
      await removeHome(home);
    },
  };
}
