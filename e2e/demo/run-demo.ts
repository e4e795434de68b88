import { connectAgent } from '../fixtures/agent.ts';
import type { AuditResult, BalanceResult, CheckoutResult, WireMoney } from '../fixtures/results.ts';
import { createHome, launchBrowser, removeHome } from '../fixtures/launch-browser.ts';
import { createOperator } from '../fixtures/operator.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { countersignCommand } from '../tooling/paths.ts';
import { searchDisk } from './search-disk.ts';

export interface DemoParameters {
  readonly executablePath: string;
  readonly isAuto: boolean;
  readonly isHeadless: boolean;
  readonly seed: number;
  readonly isKept: boolean;
  readonly say: (line: string) => void;
}

/** Runs the main job once: an agent buys something over MCP, the operator approves in the popup. */
export async function runDemo({ executablePath, isAuto, isHeadless, seed, isKept, say }: DemoParameters) {
  say('Starting the sandbox: issuer, payment provider, bank, shop');
  const sandbox = await startSandbox({ seed, ports: 'ephemeral' });
  sandbox.control.set('threeDs', 'challenge');
  const home = await createHome();
  say('Starting Chromium with the extension');
  const browser = await launchBrowser({
    executablePath,
    isHeadless,
    home,
  });
  const operator = createOperator(() => browser);
  const prompts: { kind: string }[] = [];
  const human = async (what: string, scripted: () => Promise<void>) => {
    say(isAuto ? `Operator: ${what}` : `Your turn: ${what}`);
    if (isAuto) await scripted();
  };

  await human(
    `first run: wallet, issuer (${sandbox.urls.issuer}, key ${sandbox.apiKey}), deposit, details`,
    () => operator.firstRun({ issuer: sandbox.urls.issuer, apiKey: sandbox.apiKey }),
  );

  const agent = await connectAgent({ command: countersignCommand, stateDirectory: home.stateDirectory });
  say('Agent: asks for access');
  const access = await agent.call<{ code: string }>('agent_request', { name: 'Desk agent' });
  prompts.push({ kind: 'agent' });
  await human(`compare the code ${access.code} and approve the agent`, () =>
    operator.approveAgent(access.code),
  );
  await until(
    async () => (await agent.call<{ status: string }>('agent_status', {})).status === 'approved',
    'the agent was not approved',
  );

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
  await until(
    async () => (await agent.call<{ status: string }>('mandate_get', { id: mandate.id })).status === 'active',
    'the mandate was not signed',
  );

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
    await until(async () => {
      checkout = await agent.call<CheckoutResult>('checkout_get', { id: preview.id });
      return checkout.returned !== null;
    }, 'the capture was not booked');
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

async function until(ask: () => Promise<boolean>, problem: string): Promise<void> {
  const deadline = Date.now() + 10 * 60_000;
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(problem);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The operator types the bank's code in the live tab, with trusted input, as a person would. */
export async function passChallenge(
  context: Awaited<ReturnType<typeof launchBrowser>>['context'],
  operator: ReturnType<typeof createOperator>,
  sandbox: Sandbox,
): Promise<void> {
  await operator.press('Go to tab');
  const page = context.pages().find((candidate) => candidate.url().startsWith(sandbox.urls.shop));
  if (!page) throw new Error('the shop tab is gone');
  const frame = page
    .frameLocator('iframe[src*="acs"],iframe[name*="challenge"],iframe[title*="bank" i]')
    .first();
  const code = sandbox.control.bankMessages()[0]?.code;
  if (!code) throw new Error('the bank sent no code');
  await frame.getByLabel(/code/i).fill(code);
  await frame.getByRole('button').first().click();
}

async function reportOf({
  sandbox,
  agent,
  checkout,
  prompts,
}: {
  sandbox: Sandbox;
  agent: Awaited<ReturnType<typeof connectAgent>>;
  checkout: CheckoutResult;
  prompts: { kind: string }[];
}) {
  const audit = await agent.call<AuditResult>('audit_list', { limit: 500 });
  const balance = await agent.call<BalanceResult>('wallet_balance', {});
  const minor = (amount: WireMoney) => BigInt(amount.minor);
  const sum = minor(balance.available) + minor(balance.reserved) + minor(balance.spent);
  return {
    status: checkout.status,
    checkout: {
      id: checkout.id,
      mandate_id: checkout.mandate_id,
      workflow: checkout.workflow,
      steps: checkout.steps,
    },
    receipt: checkout.receipt && {
      order_ref: checkout.receipt.order_ref,
      amount: checkout.receipt.amount,
      authorization_id: checkout.receipt.authorization_id,
      card_last4: checkout.receipt.card_last4,
    },
    returned: checkout.returned,
    prompts,
    handoffs: checkout.handoffs,
    issuer: {
      cards: sandbox.control.cards().length,
      authorizations: sandbox.control.authorizations().filter((event) => event.approved).length,
      captures: sandbox.control.captures().length,
    },
    ledger: { entries: audit.head.position, balanced: sum === minor(balance.funded) },
    audit: { events: audit.entries.length, chain_valid: audit.chain_valid },
  };
}

function receiptText({ status, receipt, returned, reason }: CheckoutResult): string {
  if (!receipt) return `Ended as ${status}: ${reason?.message ?? ''}`;
  const show = ({ minor, currency }: WireMoney) => `${(Number(minor) / 100).toFixed(2)} ${currency}`;
  return [
    'Receipt',
    `  order          ${receipt.order_ref}`,
    `  paid           ${show(receipt.amount)}`,
    `  returned       ${returned ? show(returned) : '-'}`,
    `  authorization  ${receipt.authorization_id}`,
    `  card           •••• ${receipt.card_last4}, closed`,
  ].join('\n');
}
