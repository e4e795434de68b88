import { Hono } from 'hono';
import type { Dispute as LithicDispute } from 'lithic/resources/disputes';
import { z } from 'zod';
import { describeIssues, refuse } from './lithic-errors.ts';
import { PageQuery, pageOf } from './paging.ts';
import type { Dispute, Program } from './program.ts';

const REASONS = [
  'CANCELLED', 'DUPLICATED', 'FRAUD_CARD_NOT_PRESENT', 'GOODS_SERVICES_NOT_AS_DESCRIBED',
  'GOODS_SERVICES_NOT_RECEIVED', 'INCORRECT_AMOUNT', 'OTHER', 'REFUND_NOT_PROCESSED',
] as const; // prettier-ignore

const Claim = z.looseObject({
  transaction_token: z.string(),
  amount: z.int().min(1),
  reason: z.enum(REASONS),
});

const ListDisputes = PageQuery.extend({
  /** Several are joined by commas, as the official client sends them. */
  transaction_tokens: z.string().optional(),
  status: z.string().optional(),
});

/** Makes Lithic's `/disputes`: file, list, retrieve. */
export function createDisputeRoutes(program: Program): Hono {
  const app = new Hono();

  app.post('/', async (c) => {
    const claim = Claim.safeParse(await c.req.json().catch(() => undefined));
    if (!claim.success) return refuse(c, 400, describeIssues(claim.error));
    const transaction = program.transactions.get(claim.data.transaction_token);
    if (!transaction) return refuse(c, 404, 'Transaction not found');
    const dispute = program.dispute(transaction, claim.data.amount, claim.data.reason);
    if (typeof dispute === 'string') return refuse(c, 400, `Transaction cannot be disputed: ${dispute}`);
    return c.json(toDispute(dispute));
  });

  app.get('/', (c) => {
    const query = ListDisputes.safeParse(c.req.query());
    if (!query.success) return refuse(c, 400, describeIssues(query.error));
    const { transaction_tokens: tokens, status } = query.data;
    const rows = [...program.disputes.values()]
      .reverse()
      .filter((one) => tokens === undefined || tokens.split(',').includes(one.transactionToken))
      .filter((one) => status === undefined || one.status === status);
    const page = pageOf(rows, query.data);
    return c.json({ ...page, data: page.data.map(toDispute) });
  });

  app.get('/:token', (c) => {
    const dispute = program.disputes.get(c.req.param('token'));
    return dispute ? c.json(toDispute(dispute)) : refuse(c, 404, 'Dispute not found');
  });

  return app;
}

function toDispute(dispute: Dispute): LithicDispute {
  const { token, transactionToken, amount, status, created } = dispute;
  return {
    token,
    transaction_token: transactionToken,
    amount,
    status,
    created,
    reason: dispute.reason as LithicDispute['reason'],
    arbitration_date: null,
    customer_filed_date: created,
    customer_note: null,
    network_claim_ids: null,
    network_filed_date: null,
    network_reason_code: null,
    prearbitration_date: null,
    primary_claim_id: null,
    representment_date: null,
    resolution_date: null,
    resolution_note: null,
    resolution_reason: null,
  };
}
