import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import type { World } from '../world/world.ts';
import { answerAsScripted } from './answer-as-scripted.ts';
import { createCardRoutes } from './card-routes.ts';
import { createDisputeRoutes } from './dispute-routes.ts';
import { describeIssues, refuse } from './lithic-errors.ts';
import { toBalance, toTransaction } from './lithic-shapes.ts';
import { CardNetwork } from './network.ts';
import { PageQuery, pageOf } from './paging.ts';
import type { Program } from './program.ts';
import { createSimulateRoutes } from './simulate-routes.ts';

const ListTransactions = PageQuery.extend({
  card_token: z.string().optional(),
  status: z.enum(['PENDING', 'VOIDED', 'SETTLED', 'DECLINED', 'EXPIRED']).optional(),
  result: z.enum(['APPROVED', 'DECLINED']).optional(),
});

/** Makes the issuer's REST API in Lithic's dialect, to be mounted under `/v1`. */
export function createLithicApp(world: World, program: Program): Hono {
  const app = new Hono();
  const network = new CardNetwork(world, program);

  app.get('/status', (c) => c.json({ message: 'OK' }));
  app.use(requireApiKey(program), answerAsScripted(world, refuse));
  app.route('/cards', createCardRoutes(world, program));
  app.route('/simulate', createSimulateRoutes(program, network));

  app.get('/balances', (c) => c.json({ data: [toBalance(program)], has_more: false }));

  app.get('/financial_accounts', (c) => {
    const { financialAccountToken: token, openedAt: created } = program;
    const account = { token, account_token: program.accountToken, created, updated: created };
    const fixed = { type: 'ISSUING', status: 'OPEN', substatus: null, nickname: 'Sandbox program' };
    const absent = { credit_configuration: null, is_for_benefit_of: false, user_defined_status: null };
    return c.json({ data: [{ ...account, ...fixed, ...absent }], has_more: false });
  });

  app.get('/financial_accounts/:token/balances', (c) => {
    if (c.req.param('token') !== program.financialAccountToken)
      return refuse(c, 404, 'Financial account not found');
    return c.json({ data: [toBalance(program)], has_more: false });
  });

  app.get('/transactions', (c) => {
    const query = ListTransactions.safeParse(c.req.query());
    if (!query.success) return refuse(c, 400, describeIssues(query.error));
    const { card_token: cardToken, status, result } = query.data;
    const rows = [...program.transactions.values()]
      .reverse()
      .filter((one) => cardToken === undefined || one.cardToken === cardToken)
      .filter((one) => status === undefined || one.status === status)
      .filter((one) => result === undefined || (one.status === 'DECLINED') === (result === 'DECLINED'));
    const page = pageOf(rows, query.data);
    return c.json({ ...page, data: page.data.map((one) => toTransaction(one, program)) });
  });

  app.get('/transactions/:token', (c) => {
    const transaction = program.transactions.get(c.req.param('token'));
    return transaction
      ? c.json(toTransaction(transaction, program))
      : refuse(c, 404, 'Transaction not found');
  });

  app.post('/transactions/:token/expire_authorization', (c) => {
    const transaction = program.transactions.get(c.req.param('token'));
    if (!transaction) return refuse(c, 404, 'Transaction not found');
    const outcome = network.void(transaction, 'AUTHORIZATION_EXPIRY');
    return outcome === 'voided' ? c.json({}) : refuse(c, 400, 'Transaction is not an open authorization');
  });

  app.route('/disputes', createDisputeRoutes(program));

  app.notFound((c) => refuse(c, 404, `No such endpoint: ${c.req.method} ${c.req.path}`));
  return app;
}

/** Checks the key, sent bare as Lithic wants it, and keeps every answer out of HTTP caches. */
function requireApiKey(program: Program) {
  return createMiddleware(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    if (c.req.header('Authorization') !== program.apiKey)
      return refuse(c, 401, 'Please provide a valid API key');
    await next();
    return undefined;
  });
}
