import { connectAgent, type Agent } from '../fixtures/agent.ts';
import type { CheckoutResult } from '../fixtures/results.ts';
import { createHome, launchBrowser, removeHome, type LaunchedBrowser } from '../fixtures/launch-browser.ts';
import { createOperator } from '../fixtures/operator.ts';
import { shopTab } from '../fixtures/shop-tab.ts';
import { waitUntil } from '../fixtures/wait-until.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { countersignCommand } from '../tooling/paths.ts';
import { receiptText, reportOf } from './demo-report.ts';
import { searchDisk } from './search-disk.ts';

export interface DemoParameters {
  readonly executablePath: string;
  readonly isAuto: boolean;
  readonly isHeadless: boolean;
  readonly seed: number;
  readonly isKept: boolean;
  readonly say: (line: string) => void;
}

/** What no person has to do is done within this. */
const SCRIPTED_MS = 10 * 60_000;
/** A person reads, is called away, and comes back. */
const HUMAN_MS = 24 * 60 * 60_000;

/** Runs the main job once: an agent buys something over MCP, the operator approves in the popup. */
export async function runDemo({ executablePath, isAuto, isHeadless, seed, isKept, say }: DemoParameters) {
  say('Starting the sandbox: issuer, payment provider, bank, shop');
  const sandbox = await startDemoSandbox(seed, isAuto);
  sandbox.control.set('threeDs', 'challenge');
  const home = await createHome();
  say('Starting Chromium with the extension');
  const browser = await launchBrowser({ executablePath, isHeadless, home });
  const operator = createOperator(() => browser);
  const prompts: { kind: string }[] = [];
  const patience = isAuto ? SCRIPTED_MS : HUMAN_MS;
  const human = async (what: string, scripted: () => Promise<void>) => {
    say(isAuto ? `Operator: ${what}` : `Your turn: ${what}`);
    if (isAuto) await scripted();
  };

  await human(
    isAuto
      ? 'first run: wallet, issuer, deposit, details'
      : `in the popup: wallet, sandbox at ${sandbox.urls.issuer}, deposit, your details (any will do)`,
    () => operator.firstRun({ issuer: sandbox.urls.issuer, apiKey: sandbox.apiKey }),
  );
  // A fresh profile does not show our button: only what is asked of the operator later opens the popup by itself.
  if (!isAuto) await operator.popup();
  // An agent that asked during the set-up would be in its way.
  await waitUntil(() => hasDetails(browser), patience, 'the details were not saved');

  const agent = await connectAgent({ command: countersignCommand, stateDirectory: home.stateDirectory });
  say('Agent: asks for access');
  let access: string;
  do {
    const { code } = await agent.call<{ code: string }>('agent_request', { name: 'Desk agent' });
    await human(`compare the code ${code} and approve the agent`, () => operator.approveAgent(code));
    access = await nextStatus(agent, 'agent_status', {}, 'requested', patience);
  } while (access === 'expired');
  if (access !== 'approved') throw new Error(`The operator did not let the agent in: ${access}.`);
  prompts.push({ kind: 'agent' });

  say('Agent: drafts a mandate of 50.00 USD');
  const mandate = await agent.call<{ id: string }>('payment_request', {
    amount: '50.00',
    currency: 'USD',
    purpose: 'Office supplies for the front desk',
    merchants: ['shop.localhost'],
    ask_above: '10.00',
    workflow: 'office-supplies',
  });
  prompts.push({ kind: 'mandate' });
  await human('read the mandate and sign it', () => operator.press('Sign'));
  const signed = await nextStatus(agent, 'mandate_get', { id: mandate.id }, 'pending_signature', patience);
  if (signed !== 'active') throw new Error(`The operator did not sign the mandate: ${signed}.`);

  say('Agent: previews the checkout');
  const preview = await agent.call<CheckoutResult>('checkout_preview', {
    mandate: mandate.id,
    url: `${sandbox.urls.shop}/checkout`,
  });
  if (preview.status !== 'awaiting_approval')
    throw new Error(`the preview ended as ${preview.status}: ${preview.reason?.message ?? ''}`);
  await agent.call('checkout_execute', { id: preview.id });
  prompts.push({ kind: 'preview' });
  await human('look at the preview and approve it', () => operator.press('Approve'));

  let checkout = preview;
  let isPassed = false;
  while (!isEnded(checkout)) {
    checkout = await agent.call<CheckoutResult>('checkout_wait', { id: preview.id, timeout_seconds: 5 });
    if (checkout.status === 'handoff' && !isPassed) {
      isPassed = true;
      await human(`the bank wants to see that it is you; its code is at ${sandbox.urls.bank}/messages`, () =>
        passChallenge(browser.context, operator, sandbox),
      );
    }
  }
  if (checkout.status === 'succeeded') {
    await waitUntil(
      async () => {
        checkout = await agent.call<CheckoutResult>('checkout_get', { id: preview.id });
        return checkout.returned !== null;
      },
      SCRIPTED_MS,
      'the capture was not booked',
    );
  }
  const report = await reportOf({ sandbox, agent, checkout, prompts });
  say(receiptText(checkout));
  await agent.close();
  if (isKept) {
    const stop = `kill ${process.pid}`;
    const end = async () => {
      await browser.close().catch(() => undefined);
      await sandbox.close();
      await removeHome(home);
      process.exit();
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void end());
    say(`Kept running. Stop with: ${stop}`);
    const sightings = await searchDisk(sandbox, home.root, agent.received);
    return {
      ...report,
      pan_sightings: sightings,
      urls: sandbox.urls,
      profile_dir: home.profileDirectory,
      stop,
    };
  }
  await browser.close();
  const sightings = await searchDisk(sandbox, home.root, agent.received);
  await sandbox.close();
  await removeHome(home);
  return { ...report, pan_sightings: sightings };
}

const isEnded = ({ status }: CheckoutResult) =>
  ['succeeded', 'declined', 'refused', 'cancelled', 'expired', 'failed', 'outcome_unknown'].includes(status);

/** A person who follows finds the sandbox at the address that the set-up offers, unless another one runs there. */
async function startDemoSandbox(seed: number, isAuto: boolean): Promise<Sandbox> {
  const ephemeral = () => startSandbox({ seed, ports: 'ephemeral' });
  return isAuto ? ephemeral() : startSandbox({ seed, ports: 'fixed' }).catch(ephemeral);
}

/** Tells whether the last step of the first run was done. */
const hasDetails = (browser: LaunchedBrowser) =>
  browser.worker().evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: string): Promise<object> } } };
    };
    return 'profile' in (await chrome.storage.local.get('profile'));
  });

/** Waits until something the agent asked for is no longer pending; gives what became of it. */
const nextStatus = (
  agent: Agent,
  tool: string,
  input: Record<string, unknown>,
  pending: string,
  patienceMs: number,
): Promise<string> =>
  waitUntil(
    async () => {
      const { status } = await agent.call<{ status: string }>(tool, input);
      return status !== pending && status;
    },
    patienceMs,
    `${tool} stayed ${pending}`,
  );

/** The operator types the bank's code in the live tab, with trusted input, as a person would. */
export async function passChallenge(
  context: Awaited<ReturnType<typeof launchBrowser>>['context'],
  operator: ReturnType<typeof createOperator>,
  sandbox: Sandbox,
): Promise<void> {
  await operator.press('Go to tab');
  const frame = shopTab({ context }, sandbox)
    .frameLocator('iframe[src*="acs"],iframe[name*="challenge"],iframe[title*="bank" i]')
    .first();
  const code = sandbox.control.bankMessages()[0]?.code;
  if (!code) throw new Error('the bank sent no code');
  await frame.getByLabel(/code/i).fill(code);
  await frame.getByRole('button').first().click();
}
