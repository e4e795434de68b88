import { Hono } from 'hono';
import { z } from 'zod';
import { describeIssues, readJson, refuse } from './lithic-errors.ts';
import type { CardNetwork } from './network.ts';
import type { Merchant, Program } from './program.ts';

const Amount = z.int().min(1);
const Uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a UUID');

const Authorize = z.looseObject({
  amount: z.int().min(0),
  descriptor: z.string().min(1).max(25),
  pan: z.string().regex(/^\d{16}$/, 'must have sixteen digits'),
  mcc: z.string().default('5999'),
  merchant_acceptor_id: z.string().default('SANDBOXMERCHANT'),
  merchant_acceptor_city: z.string().default('SAN FRANCISCO'),
  merchant_acceptor_state: z.string().default('CA'),
  merchant_acceptor_country: z.string().default('USA'),
  // Not in Lithic's simulation: what our payment provider passes on, so that a wrongly typed card is declined.
  cvv: z.string().optional(),
  exp_month: z.string().optional(),
  exp_year: z.string().optional(),
});
const Clear = z.looseObject({ token: z.string(), amount: Amount.optional() });
const Void = Clear.extend({
  type: z.enum(['AUTHORIZATION_EXPIRY', 'AUTHORIZATION_REVERSAL']).default('AUTHORIZATION_REVERSAL'),
});
const Return = Authorize.pick({ descriptor: true, pan: true }).extend({ amount: Amount });
const Receipt = z.looseObject({
  token: Uuid,
  amount: Amount,
  financial_account_token: z.string(),
  receipt_type: z.literal('RECEIPT_CREDIT'),
});
const Deposit = z.looseObject({
  amount: Amount,
  currency: z.literal('USD'),
  user_defined_id: z.string().min(1),
});

const REFUSALS = {
  not_an_open_authorization: 'Transaction is not an open authorization',
  amount_too_large: 'Amount is larger than what is held',
} as const;

function merchantOf(descriptor: string, rest: Partial<Omit<Merchant, 'descriptor'>> = {}): Merchant {
  return {
    descriptor,
    mcc: '5999',
    acceptorId: 'SANDBOXMERCHANT',
    city: 'SAN FRANCISCO',
    state: 'CA',
    country: 'USA',
    ...rest,
  };
}

/** Makes `/simulate`: what the card network and the bank do to a program. */
export function createSimulateRoutes(program: Program, network: CardNetwork): Hono {
  const app = new Hono();
  const answer = () => ({ debugging_request_id: crypto.randomUUID() });

  app.post('/authorize', async (c) => {
    const input = Authorize.safeParse(await readJson(c));
    if (!input.success) return refuse(c, 400, describeIssues(input.error));
    const card = program.cardByPan(input.data.pan);
    if (!card) return refuse(c, 404, 'Card not found');
    const transaction = network.authorize(card, {
      amount: input.data.amount,
      merchant: merchantOf(input.data.descriptor, {
        mcc: input.data.mcc,
        acceptorId: input.data.merchant_acceptor_id,
        city: input.data.merchant_acceptor_city,
        state: input.data.merchant_acceptor_state,
        country: input.data.merchant_acceptor_country,
      }),
      cvv: input.data.cvv,
      expMonth: input.data.exp_month,
      expYear: input.data.exp_year,
    });
    return c.json({ ...answer(), token: transaction.token }, 201);
  });

  app.post('/clearing', async (c) => {
    const input = Clear.safeParse(await readJson(c));
    if (!input.success) return refuse(c, 400, describeIssues(input.error));
    const transaction = program.transactions.get(input.data.token);
    if (!transaction) return refuse(c, 404, 'Transaction not found');
    const outcome = network.clear(transaction, input.data.amount);
    return outcome === 'cleared' ? c.json(answer(), 201) : refuse(c, 400, REFUSALS[outcome]);
  });

  app.post('/void', async (c) => {
    const input = Void.safeParse(await readJson(c));
    if (!input.success) return refuse(c, 400, describeIssues(input.error));
    const transaction = program.transactions.get(input.data.token);
    if (!transaction) return refuse(c, 404, 'Transaction not found');
    const outcome = network.void(transaction, input.data.type, input.data.amount);
    return outcome === 'voided' ? c.json(answer(), 201) : refuse(c, 400, REFUSALS[outcome]);
  });

  app.post('/return', async (c) => {
    const input = Return.safeParse(await readJson(c));
    if (!input.success) return refuse(c, 400, describeIssues(input.error));
    const card = program.cardByPan(input.data.pan);
    if (!card) return refuse(c, 404, 'Card not found');
    const transaction = network.refund(card, merchantOf(input.data.descriptor), input.data.amount);
    return c.json({ ...answer(), token: transaction.token }, 201);
  });

  // The deposit. `token` is the customer's own reference, and it is credited once.
  app.post('/payments/receipt', async (c) => {
    const input = Receipt.safeParse(await readJson(c));
    if (!input.success) return refuse(c, 400, describeIssues(input.error));
    if (input.data.financial_account_token !== program.financialAccountToken)
      return refuse(c, 404, 'Financial account not found');
    const outcome = program.credit(input.data.token, input.data.amount);
    if (outcome === 'conflict') return refuse(c, 422, 'A payment with this token and another amount exists');
    return c.json({ ...answer(), result: 'APPROVED', transaction_event_token: input.data.token });
  });

  // The same for callers that know no financial account. Not in Lithic's API: live programs answer 404 to it.
  app.post('/external_payments/receipt', async (c) => {
    const input = Deposit.safeParse(await readJson(c));
    if (!input.success) return refuse(c, 400, describeIssues(input.error));
    const outcome = program.credit(input.data.user_defined_id, input.data.amount);
    if (outcome === 'conflict') return refuse(c, 422, 'This deposit was credited with another amount');
    return c.json({ ...answer(), result: 'APPROVED' });
  });

  return app;
}
