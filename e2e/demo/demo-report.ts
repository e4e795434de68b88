import type { Agent } from '../fixtures/agent.ts';
import type { AuditResult, BalanceResult, CheckoutResult, WireMoney } from '../fixtures/results.ts';
import { money, toDecimal } from '../../lib/kernel/money.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** What the main job has to show: asked of the agent's side, the issuer and the books. */
export async function reportOf({
  sandbox,
  agent,
  checkout,
  prompts,
}: {
  sandbox: Sandbox;
  agent: Agent;
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

/** The receipt for a terminal, or in one line why there is none. */
export function receiptText({ status, receipt, returned, reason }: CheckoutResult): string {
  if (!receipt) return `Ended as ${status}: ${reason?.message ?? ''}`;
  const show = ({ minor, currency }: WireMoney) => `${toDecimal(money(BigInt(minor), currency))} ${currency}`;
  return [
    'Receipt',
    `  order          ${receipt.order_ref}`,
    `  paid           ${show(receipt.amount)}`,
    `  returned       ${returned ? show(returned) : '-'}`,
    `  authorization  ${receipt.authorization_id}`,
    `  card           •••• ${receipt.card_last4}, closed`,
  ].join('\n');
}
