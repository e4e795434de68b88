import type { Context, Hono } from 'hono';
import type { PspMerchant } from '../../psp/merchants.ts';
import type { World } from '../../world/world.ts';
import type { OrderAnswer } from '../order-form.ts';
import type { Orders } from '../orders.ts';
import type { PspLink } from '../psp-link.ts';
import { makeBill, type Bill } from './bill.ts';

/** How a purchase at a shop is meant to end for a careful buyer. */
export type Ending =
  | 'receipt'
  | `wall ${string}`
  | `refused ${string}`
  | `failed ${string}`
  | 'declined'
  | 'asked'
  | 'asked again'
  | 'outcome_unknown';

/** One shop of the zoo: a small real app of ours, with one way to fail. */
export interface ZooShop {
  /** Its label under `zoo.localhost`. */
  key: string;
  name: string;
  /** What makes others fail on it. */
  what: string;
  ending: Ending;
  /** What Countersign does not manage here yet; `ending` is then the safe end that it comes to instead. */
  gap?: string;
  /** Where a purchase begins; `/checkout` when missing. */
  start?: string;
  open(desk: Desk): Hono;
}

/** What stands behind every counter. */
export interface Desk {
  world: World;
  merchant: PspMerchant;
  orders: Orders;
  psp: PspLink;
  origin: string;
  /** Minor units on top of the usual price, as scripted. */
  raisedBy: () => number;
}

/** A card as a shop's own form posts it. */
export interface PostedCard {
  number: string;
  month: string;
  year: string;
  cvc: string;
}

/** Gives the shop's bill as it is now. */
export function billOf({ world, merchant, raisedBy }: Desk): Bill {
  return makeBill(world.seed, merchant.shop, raisedBy());
}

/** Reads a posted form. */
export async function formOf(c: Context): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(await c.req.text()));
}

const CARD_NAMES = /^(card(Number|No)?\d?|number\d|expiry|month|year|cvc)$/;

/** Gives what a form says besides the card. */
export function withoutCard(form: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(form).filter(([name]) => !CARD_NAMES.test(name)));
}

/** Notes that somebody asked to pay, with what they said about themselves; card data stays out. */
export function noteOrder({ world, merchant }: Desk, total: number, details: Record<string, string>): void {
  world.events.add({ kind: 'pay-requested', shop: merchant.descriptor, expectedTotal: total });
  world.events.add({ kind: 'details-received', shop: merchant.shop, details });
}

/** Charges a card that the shop's own form took. */
export async function payByCard(
  { orders, psp }: Desk,
  card: PostedCard,
  payment: { email: string; total: number },
): Promise<OrderAnswer> {
  const year = card.year.replace(/\D/g, '');
  const token = await psp.tokenize({
    number: card.number.replace(/\D/g, ''),
    expMonth: card.month.replace(/\D/g, '').padStart(2, '0'),
    expYear: year.length === 2 ? `20${year}` : year,
    cvc: card.cvc,
  });
  if (token === undefined) return { status: 'invalid', message: 'Please check your card details.' };
  return orders.place({ token, email: payment.email }, payment.total);
}

/** Cuts `MM/YY` or `MM/YYYY` in two. */
export function expiryOf(text: string): { month: string; year: string } {
  const digits = text.replace(/\D/g, '');
  return { month: digits.slice(0, 2), year: digits.slice(2) };
}

/** Gives what of `names` the form leaves empty, as the message that the buyer sees. */
export function missingOf(form: Record<string, string>, names: readonly string[]): string | undefined {
  const empty = names.filter((name) => (form[name] ?? '').trim() === '');
  return empty.length > 0 ? `Please fill in: ${empty.join(', ')}` : undefined;
}
