import { z } from 'zod';
import { Sku } from './catalog.ts';

const Filled = z.string().trim().min(1, 'is required').max(200);

/** What the checkout page posts. */
export const OrderForm = z.strictObject({
  sku: Sku,
  token: z.string().min(1),
  contact: z.strictObject({
    email: z.email('is not an email address'),
    phone: z.string().regex(/^\(\d{3}\) \d{3}-\d{4}$/, 'is not a phone number'),
  }),
  address: z.strictObject({
    name: Filled,
    line1: Filled,
    line2: z.string().max(200),
    city: Filled,
    state: z.string().regex(/^[A-Z]{2}$/, 'is required'),
    postalCode: z.string().regex(/^\d{5}(-\d{4})?$|^[A-Z]\d[A-Z] \d[A-Z]\d$/, 'is not a postal code'),
    country: z.enum(['US', 'CA']),
  }),
  cardholder: Filled,
  shipping: z.enum(['standard', 'express']),
  expectedTotal: z.int().min(1),
});
export type OrderForm = z.infer<typeof OrderForm>;

/** What the shop answers to the page. */
export type OrderAnswer =
  | { status: 'confirmed'; ref: string; next: string }
  | { status: 'processing'; ref: string; next: string }
  | {
      status: 'requires_action';
      ref: string;
      action: { transactionId: string; methodUrl: string; threeDSMethodData: string };
    }
  | { status: 'declined' | 'invalid' | 'price_changed'; message: string };
