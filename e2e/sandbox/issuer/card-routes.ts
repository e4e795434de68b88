import { Hono } from 'hono';
import { z } from 'zod';
import type { World } from '../world/world.ts';
import { describeIssues, readJson, refuse } from './lithic-errors.ts';
import { toCard, toNonPciCard } from './lithic-shapes.ts';
import { pageOf, PageQuery } from './paging.ts';
import type { Program } from './program.ts';

const Duration = z.enum(['ANNUALLY', 'FOREVER', 'MONTHLY', 'TRANSACTION', 'DAILY']);
const SpendLimit = z.int().min(0);

const CreateCard = z.looseObject({
  type: z.enum(['SINGLE_USE', 'VIRTUAL', 'MERCHANT_LOCKED', 'UNLOCKED']),
  state: z.enum(['OPEN', 'PAUSED']).default('OPEN'),
  spend_limit: SpendLimit.default(0),
  spend_limit_duration: Duration.default('FOREVER'),
  memo: z.string().default(''),
});

const UpdateCard = z.looseObject({
  state: z.enum(['OPEN', 'PAUSED', 'CLOSED']).optional(),
  spend_limit: SpendLimit.optional(),
  spend_limit_duration: Duration.optional(),
  memo: z.string().optional(),
});

const ListCards = PageQuery.extend({
  state: z.enum(['OPEN', 'PAUSED', 'CLOSED', 'PENDING_ACTIVATION', 'PENDING_FULFILLMENT']).optional(),
  memo: z.string().optional(),
});

/** Makes `/cards`: create, list, retrieve, update. */
export function createCardRoutes(world: World, program: Program): Hono {
  const app = new Hono();

  app.post('/', async (c) => {
    const input = CreateCard.safeParse(await readJson(c));
    if (!input.success) return refuse(c, 400, describeIssues(input.error));
    const {
      type,
      state,
      memo,
      spend_limit: spendLimit,
      spend_limit_duration: spendLimitDuration,
    } = input.data;
    const card = program.mint(
      { type, state, memo, spendLimit, spendLimitDuration },
      c.req.header('Idempotency-Key'),
    );
    // Not 409: Lithic's client would retry that, and the answer would never change.
    if (card === 'conflict') return refuse(c, 422, 'Idempotency-Key was used with different parameters');
    return c.json(toCard(card, program), 200);
  });

  app.get('/', (c) => {
    const query = ListCards.safeParse(c.req.query());
    if (!query.success) return refuse(c, 400, describeIssues(query.error));
    const { state, memo } = query.data;
    const cards = [...program.cards.values()]
      .reverse()
      .filter((card) => state === undefined || card.state === state)
      .filter((card) => memo === undefined || card.memo.includes(memo));
    const page = pageOf(cards, query.data);
    return c.json({ ...page, data: page.data.map((card) => toNonPciCard(card, program)) });
  });

  app.get('/:token', (c) => {
    const card = program.cards.get(c.req.param('token'));
    if (!card) return refuse(c, 404, 'Card not found');
    world.events.add({ kind: 'card-revealed', cardToken: card.token });
    return c.json(toCard(card, program));
  });

  app.patch('/:token', async (c) => {
    const card = program.cards.get(c.req.param('token'));
    if (!card) return refuse(c, 404, 'Card not found');
    const input = UpdateCard.safeParse(await readJson(c));
    if (!input.success) return refuse(c, 400, describeIssues(input.error));
    const { state, memo, spend_limit: spendLimit, spend_limit_duration: duration } = input.data;
    if (state !== undefined && program.changeState(card, state) === 'closed_for_good')
      return refuse(c, 400, 'Card is closed: its state cannot be changed');
    if (spendLimit !== undefined) card.spendLimit = spendLimit;
    if (duration !== undefined) card.spendLimitDuration = duration;
    if (memo !== undefined) card.memo = memo;
    return c.json(toNonPciCard(card, program));
  });

  return app;
}
