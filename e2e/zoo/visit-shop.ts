import type { CheckoutResult } from '../fixtures/results.ts';
import type { ZooShop } from '../sandbox/shops/zoo/desk.ts';
import type { ZooWorld } from './open-world.ts';

/** What became of a purchase at one shop. */
export interface Visit {
  readonly shop: string;
  readonly what: string;
  /** How it was meant to end, and how it did. */
  readonly expected: string;
  readonly ended: string;
  readonly isAsExpected: boolean;
  readonly found: boolean;
  readonly filled: boolean;
  readonly previewed: boolean;
  readonly paid: boolean;
  readonly walls: readonly string[];
  /** How often the operator was asked. */
  readonly prompts: number;
  readonly ms: number;
  readonly run: CheckoutResult;
}

const RESTING = new Set(['succeeded', 'refused', 'failed', 'declined', 'cancelled', 'expired', 'handoff', 'outcome_unknown', 'awaiting_approval']); // prettier-ignore
const PATIENCE_MS = 120_000;

/** Buys at a shop under the world's mandate until the run rests, and gives up what stands at a wall. */
export async function visitShop({ sandbox, agent, mandateFor }: ZooWorld, shop: ZooShop): Promise<Visit> {
  const since = performance.now();
  const url = `${sandbox.shopAt(shop.key)}${shop.start ?? '/checkout'}`;
  let run = await agent.call<CheckoutResult>('payment_execute', { mandate: mandateFor(shop.key).id, url });
  while (!RESTING.has(run.status) && performance.now() - since < PATIENCE_MS)
    run = await agent.call<CheckoutResult>('checkout_wait', { id: run.id, timeout_seconds: 1 });
  const ms = Math.round(performance.now() - since);
  if (run.status === 'handoff' || run.status === 'awaiting_approval')
    await agent.call('checkout_cancel', { id: run.id });
  const reached = new Set(run.steps.map(({ name }) => name));
  const ended = endingOf(run);
  return {
    shop: shop.key,
    what: shop.what,
    expected: shop.ending,
    ended,
    isAsExpected: ended === shop.ending,
    found: reached.has('reserved'),
    filled: reached.has('previewed'),
    previewed: reached.has('previewed'),
    paid: run.receipt !== null,
    walls: run.handoffs.map(({ kind }) => kind),
    prompts: run.handoffs.length + (reached.has('awaiting_approval') ? 1 : 0),
    ms,
    run,
  };
}

function endingOf(run: CheckoutResult): string {
  if (run.status === 'succeeded') return 'receipt';
  if (run.status === 'handoff') return `wall ${run.wall?.kind ?? 'unnamed'}`;
  if (run.status === 'refused' || run.status === 'failed') return `${run.status} ${run.reason?.code ?? ''}`;
  return run.status;
}
