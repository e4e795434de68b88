import { z } from 'zod';

const Currency = z
  .string()
  .regex(/^[a-z]{3}$/)
  .transform((code) => code.toUpperCase());
const Status = z.enum(['active', 'inactive', 'canceled']);

/** The parts of Stripe's answers that we build on (shapes: the `stripe` npm client's types). */
export const StripeCard = z.object({ id: z.string().min(1), status: Status });

/** A card as it must come out of the mint: one payment, one limit for its whole life, and not able to pay. */
export const StripeMintedCard = z.object({
  id: z.string().min(1),
  last4: z.string().regex(/^\d{4}$/),
  type: z.literal('virtual'),
  currency: Currency,
  // As it was made: under its key Stripe repeats the first answer, whatever became of the card since.
  status: z.literal('inactive'),
  lifecycle_controls: z.object({ cancel_after: z.object({ payment_count: z.literal(1) }) }),
  spending_controls: z.object({
    spending_limits: z.tuple([
      z.object({
        amount: z.number().int(),
        interval: z.literal('all_time'),
        categories: z.array(z.string()).max(0).nullish(),
      }),
    ]),
  }),
});

export const StripeCardDetails = z.object({
  id: z.string().min(1),
  number: z.string().regex(/^\d{12,19}$/),
  cvc: z.string().regex(/^\d{3,4}$/),
  exp_month: z.number().int().min(1).max(12),
  exp_year: z.number().int().min(2000).max(2099),
});

export const StripeCardholders = z.object({
  data: z.array(z.object({ id: z.string().min(1), status: z.string() })),
});

export const StripeBalance = z.object({
  livemode: z.boolean(),
  issuing: z.object({ available: z.array(z.object({ amount: z.number().int(), currency: Currency })) }),
});

export const StripeTopup = z.object({
  id: z.string().min(1),
  amount: z.number().int(),
  status: z.enum(['pending', 'succeeded']),
});

const MerchantData = z.object({ name: z.string().nullable(), category_code: z.string().nullish() });

/** `amount` is below zero for a capture and above for a refund: what it does to the balance. */
export const StripeTransaction = z.object({
  id: z.string().min(1),
  created: z.number(),
  type: z.enum(['capture', 'refund']),
  amount: z.number().int(),
  currency: Currency,
  authorization: z.union([z.string(), z.object({ id: z.string() })]).nullable(),
  merchant_data: MerchantData,
});
export type StripeTransaction = z.output<typeof StripeTransaction>;

export const StripeAuthorization = z.object({
  id: z.string().min(1),
  created: z.number(),
  approved: z.boolean(),
  status: z.enum(['pending', 'closed', 'reversed', 'expired']),
  amount: z.number().int(),
  currency: Currency,
  merchant_data: MerchantData,
  request_history: z
    .array(z.object({ amount: z.number().int(), approved: z.boolean(), reason: z.string() }))
    .default([]),
});
export type StripeAuthorization = z.output<typeof StripeAuthorization>;

/** What was captured under an authorization, by which alone Stripe finds disputes. */
export const StripeCaptured = z.object({ transactions: z.array(z.object({ id: z.string().min(1) })) });

const DISPUTES = {
  unsubmitted: 'open',
  submitted: 'open',
  won: 'won',
  lost: 'closed',
  expired: 'closed',
} as const;

export const StripeDispute = z.object({
  id: z.string().min(1),
  status: z.enum(Object.keys(DISPUTES) as (keyof typeof DISPUTES)[]).transform((status) => DISPUTES[status]),
});

/** One page of a list, newest first. */
export const pageOf = <S extends z.ZodType>(row: S) =>
  z.object({ data: z.array(row), has_more: z.boolean() });
