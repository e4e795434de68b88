import { z } from 'zod';

/** The parts of Lithic's answers that we build on (shapes: the `lithic` npm client's types). */
export const LithicCard = z.object({
  token: z.string().min(1),
  last_four: z.string().regex(/^\d{4}$/),
  state: z.enum(['OPEN', 'PAUSED', 'CLOSED', 'PENDING_ACTIVATION', 'PENDING_FULFILLMENT']),
  spend_limit: z.number().int(),
});

export const LithicCardDetails = LithicCard.extend({
  pan: z.string().regex(/^\d{12,19}$/),
  cvv: z.string().regex(/^\d{3,4}$/),
  exp_month: z.string().regex(/^\d{1,2}$/),
  exp_year: z.string().regex(/^\d{4}$/),
});

export const LithicTransaction = z.object({
  token: z.string(),
  status: z.enum(['PENDING', 'SETTLED', 'VOIDED', 'DECLINED', 'EXPIRED', 'RETURNED', 'BOUNCED']),
  result: z.string(),
  authorization_amount: z.number().int().nullable(),
  settled_amount: z.number().int(),
  merchant: z.object({ descriptor: z.string() }),
  merchant_currency: z.string().regex(/^[A-Z]{3}$/),
  events: z.array(z.object({ detailed_results: z.array(z.string()) })).default([]),
});

export const LithicTransactions = z.object({ data: z.array(LithicTransaction) });

export const LithicBalances = z.object({
  data: z.array(
    z.object({
      available_amount: z.number().int(),
      currency: z.string(),
      financial_account_token: z.string(),
    }),
  ),
});
