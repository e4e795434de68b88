import { z } from 'zod';

/** The parts of Lithic's answers that we build on (shapes: the `lithic` npm client's types). */
export const LithicCard = z.object({
  token: z.string().min(1),
  last_four: z.string().regex(/^\d{4}$/),
  state: z.enum(['OPEN', 'PAUSED', 'CLOSED', 'PENDING_ACTIVATION', 'PENDING_FULFILLMENT']),
  spend_limit: z.number().int(),
});

/** A card as it must come out of the mint: single use, locked for good, and not able to pay. */
export const LithicMintedCard = LithicCard.extend({
  type: z.literal('SINGLE_USE'),
  spend_limit_duration: z.literal('FOREVER'),
  // `CLOSED` when a card that was closed since is asked for again under its key.
  state: z.enum(['PAUSED', 'CLOSED']),
  cardholder_currency: z.string().optional(),
});

export const LithicCardDetails = LithicCard.extend({
  pan: z.string().regex(/^\d{12,19}$/),
  cvv: z.string().regex(/^\d{3,4}$/),
  exp_month: z.string().regex(/^(0?[1-9]|1[0-2])$/),
  exp_year: z.string().regex(/^20\d{2}$/),
});

export const LithicTransaction = z.object({
  token: z.string().min(1),
  status: z.enum(['PENDING', 'SETTLED', 'VOIDED', 'DECLINED', 'EXPIRED']),
  result: z.string(),
  authorization_amount: z.number().int().nullable(),
  settled_amount: z.number().int(),
  /** Both amounts above are in the settlement currency; the merchant's may be another. */
  amounts: z.object({ settlement: z.object({ currency: z.string().regex(/^[A-Z]{3}$/) }) }),
  merchant: z.object({ descriptor: z.string(), mcc: z.string().optional() }),
  events: z
    .array(
      z.object({
        type: z.string().optional(),
        amount: z.number().int().optional(),
        detailed_results: z.array(z.string()),
      }),
    )
    .default([]),
});
export type LithicTransaction = z.output<typeof LithicTransaction>;

const DISPUTES = {
  NEW: 'open',
  PENDING_CUSTOMER: 'open',
  SUBMITTED: 'open',
  REPRESENTMENT: 'open',
  PREARBITRATION: 'open',
  ARBITRATION: 'open',
  CASE_WON: 'won',
  CASE_CLOSED: 'closed',
} as const;

/** Newest first; a transaction is disputed once, but may have several cases. */
export const LithicDisputes = z.object({
  data: z.array(
    z.object({
      transaction_token: z.string(),
      status: z
        .enum(Object.keys(DISPUTES) as (keyof typeof DISPUTES)[])
        .transform((status) => DISPUTES[status]),
    }),
  ),
});

export const LithicTransactions = z.object({ data: z.array(LithicTransaction), has_more: z.boolean() });

export const LithicBalances = z.object({
  data: z.array(
    z.object({
      available_amount: z.number().int(),
      currency: z.string(),
      financial_account_token: z.string(),
      financial_account_type: z.string(),
    }),
  ),
});
