import { Hono } from 'hono';
import type Stripe from 'stripe';
import { z } from 'zod';
import type { CardTransaction, Dispute, Program } from './program.ts';
import { readForm } from './read-form.ts';
import { describeStripeIssues, refuseAsStripe } from './stripe-errors.ts';
import { fromStripeId, toStripeId } from './stripe-ids.ts';
import { stripePage, StripePageQuery } from './stripe-lists.ts';

const Claim = z.looseObject({
  transaction: z.string(),
  amount: z.coerce.number().int().min(1).optional(),
  evidence: z.looseObject({ reason: z.string().optional() }).default({}),
});

const STATUS = { NEW: 'unsubmitted', SUBMITTED: 'submitted', CASE_WON: 'won', CASE_CLOSED: 'lost' } as const;

/** Makes Stripe's `/issuing/disputes`: create, list, submit. */
export function createStripeDisputeRoutes(program: Program): Hono {
  const app = new Hono();
  /** The row of the books that a capture (`ipi_…`) is an event of. */
  const rowOf = (id: string) =>
    [...program.transactions.values()].find(({ events }) =>
      events.some(({ token, type }) => type === 'CLEARING' && toStripeId('ipi', token) === id),
    );

  app.post('/', async (c) => {
    const claim = Claim.safeParse(await readForm(c));
    if (!claim.success) return refuseAsStripe(c, 400, describeStripeIssues(claim.error));
    const { transaction, amount, evidence } = claim.data;
    const row = rowOf(transaction);
    if (!row) return refuseAsStripe(c, 404, `No such issuing transaction: '${transaction}'`);
    const dispute = program.dispute(row, amount ?? row.settled, evidence.reason ?? 'other');
    if (typeof dispute === 'string')
      return refuseAsStripe(c, 400, `This transaction cannot be disputed: ${dispute}`);
    return c.json(toStripeDispute(dispute, row));
  });

  app.post('/:id/submit', (c) => {
    const dispute = program.disputes.get(fromStripeId('idp', c.req.param('id')));
    const row = dispute && program.transactions.get(dispute.transactionToken);
    if (!dispute || !row) return refuseAsStripe(c, 404, 'No such issuing dispute');
    if (dispute.status !== 'NEW') return refuseAsStripe(c, 400, 'This dispute was submitted before');
    program.changeDispute(dispute, 'SUBMITTED');
    return c.json(toStripeDispute(dispute, row));
  });

  app.get('/', (c) => {
    const query = StripePageQuery.extend({ transaction: z.string().optional() }).parse(c.req.query());
    const wanted = query.transaction === undefined ? undefined : rowOf(query.transaction);
    const rows = [...program.disputes.values()].reverse().flatMap((dispute) => {
      const row = program.transactions.get(dispute.transactionToken);
      return row && (query.transaction === undefined || row === wanted)
        ? [toStripeDispute(dispute, row)]
        : [];
    });
    return c.json(stripePage(rows, '/v1/issuing/disputes', query));
  });

  return app;
}

function toStripeDispute(dispute: Dispute, row: CardTransaction): Stripe.Issuing.Dispute {
  const capture = row.events.find(({ type }) => type === 'CLEARING');
  return {
    id: toStripeId('idp', dispute.token),
    object: 'issuing.dispute',
    amount: dispute.amount,
    created: Math.floor(Date.parse(dispute.created) / 1000),
    currency: 'usd',
    evidence: { reason: dispute.reason },
    livemode: false,
    metadata: {},
    status: STATUS[dispute.status],
    transaction: toStripeId('ipi', capture?.token ?? ''),
  };
}
