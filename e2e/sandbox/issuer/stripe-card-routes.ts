import { Hono } from 'hono';
import { z } from 'zod';
import type { World } from '../world/world.ts';
import type { Program } from './program.ts';
import { readForm } from './read-form.ts';
import { describeStripeIssues, refuseAsStripe } from './stripe-errors.ts';
import { fromStripeId } from './stripe-ids.ts';
import { stripePage, StripePageQuery } from './stripe-lists.ts';
import { toCardholder, toStripeCard } from './stripe-shapes.ts';

const STATES = { active: 'OPEN', inactive: 'PAUSED', canceled: 'CLOSED' } as const;

const SpendingLimit = z.strictObject({
  amount: z.coerce.number().int().min(1),
  interval: z.enum(['all_time', 'per_authorization']),
});

/** One limit at most: that is all these books can hold a card to. */
const CreateCard = z.looseObject({
  cardholder: z.string(),
  currency: z.literal('usd'),
  type: z.literal('virtual'),
  status: z.enum(['active', 'inactive']).default('inactive'),
  spending_controls: z
    .strictObject({ spending_limits: z.strictObject({ 0: SpendingLimit }).optional() })
    .default({}),
  lifecycle_controls: z
    .strictObject({ cancel_after: z.strictObject({ payment_count: z.coerce.number().int().min(1) }) })
    .optional(),
  metadata: z.record(z.string(), z.string()).default({}),
});

const UpdateCard = z.looseObject({ status: z.enum(['active', 'inactive', 'canceled']).optional() });

/** Makes `/issuing/cards`: create, list, retrieve, update. */
export function createStripeCardRoutes(world: World, program: Program): Hono {
  const app = new Hono();

  app.post('/', async (c) => {
    const input = CreateCard.safeParse(await readForm(c));
    if (!input.success) return refuseAsStripe(c, 400, describeStripeIssues(input.error));
    const { cardholder, status, metadata, spending_controls: controls } = input.data;
    if (cardholder !== toCardholder(program).id)
      return refuseAsStripe(c, 404, `No such issuing cardholder: '${cardholder}'`);
    const limit = controls.spending_limits?.[0];
    const card = program.mint({
      type: 'VIRTUAL',
      state: STATES[status],
      spendLimit: limit?.amount ?? 0,
      spendLimitDuration: limit?.interval === 'per_authorization' ? 'TRANSACTION' : 'FOREVER',
      memo: metadata.memo ?? '',
      closesAfterPayments: input.data.lifecycle_controls?.cancel_after.payment_count ?? null,
    });
    if (card === 'conflict') throw new Error('no key was given');
    return c.json(toStripeCard(card, program));
  });

  app.get('/', (c) => {
    const query = StripePageQuery.parse(c.req.query());
    const rows = [...program.cards.values()].reverse().map((card) => toStripeCard(card, program));
    return c.json(stripePage(rows, '/v1/issuing/cards', query));
  });

  app.get('/:id', (c) => {
    const card = program.cards.get(fromStripeId('ic', c.req.param('id')));
    if (!card) return refuseAsStripe(c, 404, 'No such issuing card');
    const expand = new URL(c.req.url).searchParams;
    const wanted = [...expand].filter(([name]) => name.startsWith('expand[')).map(([, value]) => value);
    if (wanted.includes('number')) world.events.add({ kind: 'card-revealed', cardToken: card.token });
    return c.json(toStripeCard(card, program, wanted));
  });

  app.post('/:id', async (c) => {
    const card = program.cards.get(fromStripeId('ic', c.req.param('id')));
    if (!card) return refuseAsStripe(c, 404, 'No such issuing card');
    const input = UpdateCard.safeParse(await readForm(c));
    if (!input.success) return refuseAsStripe(c, 400, describeStripeIssues(input.error));
    const { status } = input.data;
    if (status !== undefined && card.state === 'CLOSED')
      return refuseAsStripe(c, 400, 'This card is canceled: its status cannot be changed');
    if (status !== undefined) program.changeState(card, STATES[status]);
    return c.json(toStripeCard(card, program));
  });

  return app;
}
