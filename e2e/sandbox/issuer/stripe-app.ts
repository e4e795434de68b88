import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import type { World } from '../world/world.ts';
import { answerAsScripted } from './answer-as-scripted.ts';
import { CardNetwork } from './network.ts';
import type { Program } from './program.ts';
import { readForm } from './read-form.ts';
import { createStripeCardRoutes } from './stripe-card-routes.ts';
import { createStripeDisputeRoutes } from './stripe-dispute-routes.ts';
import { describeStripeIssues, refuseAsStripe } from './stripe-errors.ts';
import { fromStripeId } from './stripe-ids.ts';
import { stripePage, StripePageQuery } from './stripe-lists.ts';
import { isFinancial, toCardholder, toStripeAuthorization, toStripeTransaction } from './stripe-shapes.ts';
import { createStripeTestHelpers } from './stripe-test-helpers.ts';

const OURS = ['/balance', '/topups', '/issuing/*', '/test_helpers/issuing/*'];

const Topup = z.looseObject({
  amount: z.coerce.number().int().min(1),
  currency: z.literal('usd'),
  destination_balance: z.literal('issuing'),
  description: z.string().optional(),
});

/** Makes the issuer's REST API in the dialect of Stripe Issuing, to be mounted under `/v1` beside Lithic's. */
export function createStripeApp(world: World, program: Program): Hono {
  const app = new Hono();
  const network = new CardNetwork(world, program);
  const answerOnce = createIdempotency();
  for (const path of OURS)
    app.use(path, requireBearer(program), answerAsScripted(world, refuseAsStripe), answerOnce);

  app.get('/balance', (c) => {
    const row = { amount: program.available, currency: 'usd' };
    const nothing = { amount: 0, currency: 'usd', source_types: { card: 0 } };
    return c.json({
      object: 'balance',
      available: [nothing],
      pending: [nothing],
      issuing: { available: [row] },
      livemode: false,
    });
  });

  app.post('/topups', async (c) => {
    const input = Topup.safeParse(await readForm(c));
    if (!input.success) return refuseAsStripe(c, 400, describeStripeIssues(input.error));
    const { amount, currency, description = null } = input.data;
    const id = world.ids.prefixed('tu');
    program.credit(id, amount);
    const created = Math.floor(Date.now() / 1000);
    return c.json({ id, object: 'topup', amount, currency, description, created, status: 'succeeded' });
  });

  app.route('/issuing/cards', createStripeCardRoutes(world, program));
  app.route('/issuing/disputes', createStripeDisputeRoutes(program));
  app.route('/test_helpers/issuing', createStripeTestHelpers(program, network));

  app.get('/issuing/cardholders', (c) => {
    const query = StripePageQuery.parse(c.req.query());
    const rows = [toCardholder(program)].filter(
      ({ status }) => query.status === undefined || status === query.status,
    );
    return c.json(stripePage(rows, '/v1/issuing/cardholders', query));
  });

  const rowsOf = (card: string | undefined) =>
    [...program.transactions.values()]
      .reverse()
      .filter(({ cardToken }) => card === undefined || cardToken === fromStripeId('ic', card));

  app.get('/issuing/authorizations', (c) => {
    const query = StripePageQuery.parse(c.req.query());
    const rows = rowsOf(query.card)
      .filter(({ events }) => events.some(({ type }) => type === 'AUTHORIZATION'))
      .map((row) => toStripeAuthorization(row, program));
    return c.json(stripePage(rows, '/v1/issuing/authorizations', query));
  });

  app.get('/issuing/authorizations/:id', (c) => {
    const row = program.transactions.get(fromStripeId('iauth', c.req.param('id')));
    return row
      ? c.json(toStripeAuthorization(row, program))
      : refuseAsStripe(c, 404, 'No such issuing authorization');
  });

  app.get('/issuing/transactions', (c) => {
    const query = StripePageQuery.parse(c.req.query());
    const rows = rowsOf(query.card).flatMap((row) =>
      row.events
        .filter(isFinancial)
        .reverse()
        .map((event) => toStripeTransaction(event, row, program)),
    );
    return c.json(stripePage(rows, '/v1/issuing/transactions', query));
  });

  for (const path of OURS)
    app.all(path, (c) => refuseAsStripe(c, 404, `Unrecognized request URL (${c.req.method} ${c.req.path})`));
  return app;
}

/** Checks the key and keeps every answer out of HTTP caches. */
function requireBearer(program: Program) {
  return createMiddleware(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    if (c.req.header('Authorization') !== `Bearer ${program.apiKey}`)
      return refuseAsStripe(c, 401, 'Invalid API Key provided');
    await next();
    return undefined;
  });
}

/** Repeats the first answer to a key, whatever it was, and refuses the key with another request, as Stripe does. */
function createIdempotency() {
  const answers = new Map<string, { request: string; status: number; body: string }>();
  return createMiddleware(async (c, next) => {
    const key = c.req.method === 'POST' ? c.req.header('Idempotency-Key') : undefined;
    if (key === undefined) return next();
    const request = `${c.req.path}\n${await c.req.text()}`;
    const first = answers.get(key);
    if (first && first.request !== request)
      return refuseAsStripe(
        c,
        400,
        'Keys for idempotent requests can only be used with the same parameters they were first used with.',
        'idempotency_error',
      );
    if (first)
      return new Response(first.body, {
        status: first.status,
        headers: { 'Content-Type': 'application/json', 'Idempotent-Replayed': 'true' },
      });
    await next();
    // A refused input did not begin to run, so nothing is kept of it.
    if (c.res.status < 400)
      answers.set(key, { request, status: c.res.status, body: await c.res.clone().text() });
    return undefined;
  });
}
