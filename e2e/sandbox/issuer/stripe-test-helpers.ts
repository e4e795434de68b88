import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { CardNetwork } from './network.ts';
import type { CardTransaction, Merchant, Program } from './program.ts';
import { readForm } from './read-form.ts';
import { describeStripeIssues, refuseAsStripe } from './stripe-errors.ts';
import { fromStripeId } from './stripe-ids.ts';
import { toStripeAuthorization, toStripeTransaction } from './stripe-shapes.ts';

const Amount = z.coerce.number().int().min(1);
const MerchantData = z
  .looseObject({ name: z.string().default('SANDBOX MERCHANT') })
  .default({ name: 'SANDBOX MERCHANT' });

const Authorize = z.looseObject({
  card: z.string(),
  amount: z.coerce.number().int().min(0),
  merchant_amount: z.coerce.number().int().min(1).optional(),
  merchant_currency: z.string().regex(/^[a-z]{3}$/).optional(),
  merchant_data: MerchantData,
}); // prettier-ignore
const Capture = z.looseObject({
  capture_amount: Amount.optional(),
  close_authorization: z.stringbool().default(true),
});
const Reverse = z.looseObject({ reverse_amount: Amount.optional() });
const Increment = z.looseObject({ increment_amount: Amount });
const Unlinked = z.looseObject({ card: z.string(), amount: Amount, merchant_data: MerchantData });
const Refund = z.looseObject({ refund_amount: Amount.optional() });

const merchantOf = ({ name }: z.output<typeof MerchantData>): Merchant => ({
  descriptor: name,
  mcc: '5999',
  acceptorId: 'SANDBOXMERCHANT',
  city: 'SAN FRANCISCO',
  state: 'CA',
  country: 'USA',
});

/** Makes `/test_helpers/issuing`: what the card network does to a program, as Stripe's client simulates it. */
export function createStripeTestHelpers(program: Program, network: CardNetwork): Hono {
  const app = new Hono();

  /** Reads the input and moves one authorization; whatever the network refuses is a 400. */
  function move<S extends z.ZodType>(
    name: string,
    input: S,
    apply: (row: CardTransaction, fields: z.output<S>) => string,
  ): void {
    app.post(`/authorizations/:id/${name}`, async (c) => {
      const row = program.transactions.get(fromStripeId('iauth', c.req.param('id')));
      if (!row) return refuseAsStripe(c, 404, 'No such issuing authorization');
      const fields = input.safeParse(await readForm(c));
      if (!fields.success) return refuseAsStripe(c, 400, describeStripeIssues(fields.error));
      const outcome = apply(row, fields.data);
      return ['not_an_open_authorization', 'amount_too_large'].includes(outcome)
        ? refuseAsStripe(c, 400, outcome)
        : c.json(toStripeAuthorization(row, program));
    });
  }

  app.post('/authorizations', async (c) => {
    const input = Authorize.safeParse(await readForm(c));
    if (!input.success) return refuseAsStripe(c, 400, describeStripeIssues(input.error));
    const { amount, merchant_amount: asked = amount, merchant_currency: currency } = input.data;
    const card = program.cards.get(fromStripeId('ic', input.data.card));
    if (!card) return refuseAsStripe(c, 404, 'No such issuing card');
    const row = network.authorize(card, {
      amount,
      merchant: merchantOf(input.data.merchant_data),
      foreign:
        currency === undefined ? undefined : { currency: currency.toUpperCase(), rate: amount / asked },
    });
    return c.json(toStripeAuthorization(row, program));
  });

  move('capture', Capture, (row, { capture_amount: amount, close_authorization: isLast }) =>
    network.clear(row, amount, isLast),
  );
  move('expire', z.looseObject({}), (row) => network.void(row, 'AUTHORIZATION_EXPIRY'));
  move('reverse', Reverse, (row, { reverse_amount: amount }) =>
    network.void(row, 'AUTHORIZATION_REVERSAL', amount),
  );
  move('increment', Increment, (row, { increment_amount: by }) => network.increment(row, by));

  const answerLast = (c: Context, row: CardTransaction) => {
    const event = row.events.at(-1);
    return event
      ? c.json(toStripeTransaction(event, row, program))
      : refuseAsStripe(c, 404, 'No such issuing transaction');
  };

  app.post('/transactions/create_force_capture', async (c) => {
    const input = Unlinked.safeParse(await readForm(c));
    if (!input.success) return refuseAsStripe(c, 400, describeStripeIssues(input.error));
    const card = program.cards.get(fromStripeId('ic', input.data.card));
    if (!card) return refuseAsStripe(c, 404, 'No such issuing card');
    return answerLast(c, network.forceCapture(card, merchantOf(input.data.merchant_data), input.data.amount));
  });

  app.post('/transactions/create_unlinked_refund', async (c) => {
    const input = Unlinked.safeParse(await readForm(c));
    if (!input.success) return refuseAsStripe(c, 400, describeStripeIssues(input.error));
    const card = program.cards.get(fromStripeId('ic', input.data.card));
    if (!card) return refuseAsStripe(c, 404, 'No such issuing card');
    return answerLast(c, network.refund(card, merchantOf(input.data.merchant_data), input.data.amount));
  });

  app.post('/transactions/:id/refund', async (c) => {
    const token = fromStripeId('ipi', c.req.param('id'));
    const rows = [...program.transactions.values()];
    const row = rows.find(({ events }) => events.some((event) => event.token === token));
    const capture = row?.events.find((event) => event.token === token);
    if (!row || !capture) return refuseAsStripe(c, 404, 'No such issuing transaction');
    const input = Refund.safeParse(await readForm(c));
    if (!input.success) return refuseAsStripe(c, 400, describeStripeIssues(input.error));
    network.refundOf(row, input.data.refund_amount ?? capture.amount);
    return answerLast(c, row);
  });

  return app;
}
