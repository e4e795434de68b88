import { walletBalanceOf } from '../../domain/ledger/balances.ts';
import { isTerminal, type Checkout } from '../../domain/checkout/checkout.ts';
import { toMoneyJSON } from '../../kernel/money.ts';
import type { AgentId, CheckoutId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { endCheckout } from '../checkout/end-checkout.ts';
import type { CheckoutDriver } from '../checkout/drive-checkout.ts';
import { advance } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { closeCard } from '../close-card.ts';
import { createCard } from './create-card.ts';
import { listAudit } from './list-audit.ts';
import { summariseSpending } from './summarise-spending.ts';
import { admitAttempt, agentStopped, isAsking, recordRefusal } from './attempt.ts';
import { accessRefused, refuse, unknownId, type AgentRefusal } from './agent-refusal.ts';
import { inspectTab } from './inspect-tab.ts';
import { requestAccess } from './request-access.ts';
import { purchaseOf } from './choice-binding.ts';
import { requestChoice } from './request-choice.ts';
import { requestMandate } from './request-mandate.ts';
import { startCheckout, type CheckoutRequest } from './start-checkout.ts';
import {
  goesByItself,
  publicStatusOf,
  viewAgent,
  viewCard,
  viewCheckout,
  viewChoice,
  viewMandate,
} from './views.ts';

/** One call of an agent, its arguments parsed by the agent wire. */
export interface AgentOrder {
  readonly agentId: string | null;
  readonly operation: string;
  readonly input: unknown;
  readonly idempotencyKey: string | null;
}

type Answer = Promise<Result<unknown, AgentRefusal>>;
type Perform = (order: { agentId: AgentId; input: never; key: string }) => Answer;

const WAIT_STEP_MS = 50;
/** How long a call that begins a run waits for its preview, or for what became of it, before it answers. */
const PREVIEW_WITHIN_MS = 20_000;
const UNDER_WAY = new Set(['created', 'preparing', 'reserved', 'minted', 'filling', 'interrupted']);

/** Makes the table of what agents may ask for. Whatever is not in it does not exist; approval is not in it. */
export function createAgentDesk(kit: Kit, driver: CheckoutDriver): (order: AgentOrder) => Answer {
  const now = () => kit.clock.now();
  const own = (agentId: AgentId, id: string) => {
    const checkout = kit.book.state().checkouts.get(id);
    return checkout?.agentId === agentId ? checkout : undefined;
  };
  const show = (id: string) => ok(viewCheckout(kit.book.state().checkouts.get(id)!));

  const showChoice = (id: string) => {
    const choice = kit.book.state().choices.get(id)!;
    return ok(viewChoice(choice, purchaseOf(kit.book.state(), choice.id)?.id, now()));
  };

  async function begin(
    agentId: AgentId,
    input: CheckoutRequest,
    key: string,
    isExecuteRequested: boolean,
  ): Answer {
    const started = await startCheckout(kit, driver, agentId, input, { key, isExecuteRequested });
    if (!started.ok) return started;
    // One call that pays answers with what became of it; where somebody is needed first, with that.
    const isUnderWay = (run: Checkout) =>
      isExecuteRequested
        ? goesByItself(run)
        : UNDER_WAY.has(run.status) || (run.status === 'previewed' && run.asks.length > 0);
    const deadline = now() + PREVIEW_WITHIN_MS;
    while (now() < deadline && isUnderWay(kit.book.state().checkouts.get(started.value)!))
      await kit.clock.wait(WAIT_STEP_MS);
    return show(started.value);
  }

  async function execute(agentId: AgentId, id: CheckoutId): Answer {
    const checkout = own(agentId, id);
    if (!checkout) return unknownId('checkout');
    if (checkout.isExecuteRequested || isTerminal(checkout) || checkout.submittedAt !== undefined)
      return show(id);
    const ordered = await advance(kit, { type: 'execution-requested', checkoutId: id });
    if (!ordered.ok)
      return refuse(
        'not_executable',
        `The checkout is ${publicStatusOf(checkout)}.`,
        'Read it with checkout_get.',
      );
    driver.poke(id);
    return show(id);
  }

  async function wait(agentId: AgentId, id: CheckoutId, seconds: number): Answer {
    const checkout = own(agentId, id);
    if (!checkout) return unknownId('checkout');
    const stateOf = (run: Checkout) => JSON.stringify([publicStatusOf(run), run.settled !== undefined]);
    const before = stateOf(checkout);
    const deadline = now() + seconds * 1_000;
    const hasMoved = () => {
      const current = kit.book.state().checkouts.get(id)!;
      if (goesByItself(current)) return false;
      return isTerminal(current) || stateOf(current) !== before;
    };
    while (now() < deadline && !hasMoved()) await kit.clock.wait(WAIT_STEP_MS);
    return show(id);
  }

  async function cancel(agentId: AgentId, id: CheckoutId): Answer {
    const checkout = own(agentId, id);
    if (!checkout) return unknownId('checkout');
    const isEnded = await endCheckout(kit, id, {
      type: 'checkout-cancelled',
      by: 'agent',
      code: 'cancelled_by_agent',
      message: 'The agent cancelled the checkout. Nothing was paid.',
    });
    if (isEnded || isTerminal(kit.book.state().checkouts.get(id)!)) return show(id);
    return refuse(
      'already_submitted',
      'Pay was already pressed; only the outcome is awaited.',
      'Call checkout_wait.',
    );
  }

  const table: Readonly<Record<string, Perform>> = {
    agent_status: ({ agentId }) =>
      Promise.resolve(ok(viewAgent(kit.book.state().agents.get(agentId)!, now()))),
    wallet_balance: ({ input }) => {
      const balance = walletBalanceOf(kit.book.state().balances, (input as { currency: string }).currency);
      const { available, reserved, spent, funded } = balance;
      return Promise.resolve(
        ok({
          status: 'ok',
          available: toMoneyJSON(available),
          reserved: toMoneyJSON(reserved),
          spent: toMoneyJSON(spent),
          funded: toMoneyJSON(funded),
          as_of: new Date(now()).toISOString(),
        }),
      );
    },
    payment_request: async ({ agentId, input, key }) => {
      const requested = await requestMandate(kit, agentId, input, key);
      return requested.ok
        ? ok(viewMandate(kit.book.state().mandates.get(requested.value)!, now()))
        : requested;
    },
    mandate_get: ({ agentId, input }) => {
      const mandate = kit.book.state().mandates.get((input as { id: string }).id);
      return Promise.resolve(
        mandate?.terms.agentId === agentId ? ok(viewMandate(mandate, now())) : unknownId('mandate'),
      );
    },
    mandate_list: ({ agentId }) => {
      const mandates = kit.book
        .state()
        .mandates.values()
        .filter(({ terms }) => terms.agentId === agentId);
      return Promise.resolve(
        ok({ status: 'ok', mandates: mandates.map((mandate) => viewMandate(mandate, now())) }),
      );
    },
    card_list: ({ agentId }) => {
      const cards = kit.book
        .state()
        .cards.values()
        .filter((card) => card.agentId === agentId);
      return Promise.resolve(ok({ status: 'ok', cards: cards.map(viewCard) }));
    },
    card_create: async ({ agentId, input, key }) => {
      const created = await createCard(kit, agentId, input, key);
      return created.ok ? ok(viewCard(created.value)) : created;
    },
    card_close: async ({ agentId, input }) => {
      const { id } = input as { id: string };
      const card = kit.book.state().cards.get(id);
      if (card?.agentId !== agentId) return unknownId('card');
      await closeCard(kit, card, 'closed_by_agent');
      const current = kit.book.state().cards.get(id)!;
      if (['cancelled', 'closed', 'failed'].includes(current.status)) return ok(viewCard(current));
      return refuse('card_in_use', `The card is ${current.status}.`, 'Cancel the checkout that uses it.');
    },
    spend_summary: ({ agentId, input }) =>
      Promise.resolve(ok(summariseSpending(kit.book.state(), agentId, input, now()))),
    checkout_inspect: ({ agentId, input }) => inspectTab(kit, agentId, (input as { tab: string }).tab),
    checkout_preview: ({ agentId, input, key }) => begin(agentId, input, key, false),
    payment_execute: ({ agentId, input, key }) => begin(agentId, input, key, true),
    checkout_execute: ({ agentId, input }) => execute(agentId, (input as { id: CheckoutId }).id),
    checkout_get: ({ agentId, input }) => {
      const { id } = input as { id: string };
      return Promise.resolve(own(agentId, id) ? show(id) : unknownId('checkout'));
    },
    checkout_wait: ({ agentId, input }) => {
      const { id, timeout_seconds: seconds } = input as { id: CheckoutId; timeout_seconds: number };
      return wait(agentId, id, seconds);
    },
    checkout_cancel: ({ agentId, input }) => cancel(agentId, (input as { id: CheckoutId }).id),
    choice_request: async ({ agentId, input, key }) => {
      const requested = await requestChoice(kit, agentId, input, key);
      return requested.ok ? showChoice(requested.value) : requested;
    },
    choice_get: ({ agentId, input }) => {
      const { id } = input as { id: string };
      const choice = kit.book.state().choices.get(id);
      return Promise.resolve(choice?.agentId === agentId ? showChoice(id) : unknownId('choice'));
    },
    audit_list: ({ agentId, input }) => listAudit(kit, agentId, input),
  };

  return async ({ agentId, operation, input, idempotencyKey }) => {
    if (operation === 'agent_request') {
      const requested = await requestAccess(kit, input as { name: string; key: string });
      return requested.ok ? ok(viewAgent(kit.book.state().agents.get(requested.value)!, now())) : requested;
    }
    const agent = agentId === null ? undefined : kit.book.state().agents.get(agentId);
    if (!agent)
      return refuse('not_paired', 'Only access can be asked for without an agent.', 'Call agent_request.');
    // One that was stopped may still see what becomes of what it has, and put an end to it.
    const mayCall =
      agent.status === 'approved' ||
      operation === 'agent_status' ||
      (agent.status === 'stopped' && !isAsking(operation));
    if (!mayCall) {
      if (agent.status === 'stopped') return agentStopped();
      return err(accessRefused(agent.status));
    }
    const perform = table[operation];
    if (!perform)
      return refuse('unknown_operation', `There is no operation ${operation}.`, 'List the tools.');
    const order = { agentId: agent.id, input: input as never, key: idempotencyKey ?? '' };
    if (!isAsking(operation)) return perform(order);
    const admitted = await admitAttempt(kit, agent.id, operation, input);
    if (!admitted.ok) return admitted;
    const answer = await perform(order);
    if (!answer.ok) await recordRefusal(kit, agent.id, admitted.value, answer.error);
    return answer;
  };
}
