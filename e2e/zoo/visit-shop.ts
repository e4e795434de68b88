import type { CheckoutResult } from '../fixtures/results.ts';
import { waitUntil } from '../fixtures/wait-until.ts';
import type { HostileShop } from '../sandbox/shops/hostile/hostile-shop.ts';
import type { ZooShop } from '../sandbox/shops/zoo/desk.ts';
import type { ZooWorld } from './open-world.ts';

/** What became of a purchase at one shop. */
export interface Visit {
  readonly shop: string;
  readonly what: string;
  readonly path: CardPath;
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

/** `minted`: the run asks for its card itself. `made_ahead`: the agent made the card before. */
export const CARD_PATHS = ['minted', 'made_ahead'] as const;
export type CardPath = (typeof CARD_PATHS)[number];

const RESTING = new Set(['succeeded', 'refused', 'failed', 'declined', 'cancelled', 'expired', 'handoff', 'outcome_unknown', 'awaiting_approval']); // prettier-ignore
const PATIENCE_MS = 120_000;
/** More than any bill of the zoo. */
const CARD_AMOUNT = '16.00';

/** Buys at a shop under the world's mandate until the run rests, and gives up what stands at a wall or a question. */
export async function visitShop(world: ZooWorld, shop: ZooShop, path: CardPath = 'minted'): Promise<Visit> {
  const { agent } = world;
  const mandate = world.mandateFor(shop).id;
  const since = performance.now();
  const order = { mandate, url: `${world.sandbox.shopAt(shop.key)}${shop.start ?? '/checkout'}` };
  const first =
    'movesAfterPreview' in shop
      ? await moveAndApprove(world, shop as HostileShop, order)
      : await buy(world, shop, order, path);
  const run = await rest(world, first);
  const ms = Math.round(performance.now() - since);
  if (run.status === 'handoff' || run.status === 'awaiting_approval')
    await agent.call('checkout_cancel', { id: run.id });
  const reached = new Set(run.steps.map(({ name }) => name));
  const ended = endingOf(run);
  return {
    shop: shop.key,
    what: shop.what,
    path,
    expected: shop.ending,
    ended,
    isAsExpected: ended === shop.ending,
    found: reached.has('reserved'),
    filled: reached.has('previewed'),
    previewed: reached.has('previewed'),
    paid: run.receipt !== null,
    walls: run.handoffs.map(({ kind }) => kind),
    prompts: run.handoffs.length + run.steps.filter(({ name }) => name === 'awaiting_approval').length,
    ms,
    run,
  };
}

interface Order {
  readonly mandate: string;
  readonly url: string;
}

async function buy(
  { agent }: ZooWorld,
  { key }: ZooShop,
  order: Order,
  path: CardPath,
): Promise<CheckoutResult> {
  if (path === 'minted') return agent.call<CheckoutResult>('payment_execute', { ...order });
  const merchant = `${key}.zoo.localhost`;
  const card = await agent.call<{ id: string }>('card_create', {
    mandate: order.mandate,
    merchant,
    amount: CARD_AMOUNT,
  });
  const preview = await agent.call<CheckoutResult>('checkout_preview', { ...order, card: card.id });
  if (preview.status !== 'previewed') return preview;
  return agent.call<CheckoutResult>('checkout_execute', { id: preview.id });
}

/** Previews, lets the page move, has the operator approve what was previewed, and orders Pay. */
async function moveAndApprove(
  { agent, operator, sandbox }: ZooWorld,
  { key }: HostileShop,
  order: Order,
): Promise<CheckoutResult> {
  const preview = await agent.call<CheckoutResult>('checkout_preview', { ...order });
  if (preview.status !== 'awaiting_approval') return preview;
  const { control } = sandbox;
  control.set('pagesMove', true);
  const hasMoved = () => control.log().some((event) => event.kind === 'page-moved' && event.shop === key);
  await waitUntil(() => Promise.resolve(hasMoved()));
  control.set('pagesMove', false);
  await operator.press('Approve');
  await waitUntil(
    async () =>
      (await agent.call<CheckoutResult>('checkout_get', { id: preview.id })).status !== 'awaiting_approval',
  );
  return agent.call<CheckoutResult>('checkout_execute', { id: preview.id });
}

async function rest({ agent }: ZooWorld, from: CheckoutResult): Promise<CheckoutResult> {
  const since = performance.now();
  let run = from;
  while (!RESTING.has(run.status) && performance.now() - since < PATIENCE_MS)
    run = await agent.call<CheckoutResult>('checkout_wait', { id: run.id, timeout_seconds: 1 });
  return run;
}

function endingOf(run: CheckoutResult): string {
  switch (run.status) {
    case 'succeeded':
      return 'receipt';
    case 'handoff':
      return `wall ${run.wall?.kind ?? 'unnamed'}`;
    case 'refused':
    case 'failed':
      return `${run.status} ${run.reason?.code ?? ''}`;
    case 'awaiting_approval':
      return run.changed.length > 0 ? 'asked again' : 'asked';
    default:
      return run.status;
  }
}
