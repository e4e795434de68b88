import { Hono } from 'hono';
import {
  billOf,
  expiryOf,
  formOf,
  missingOf,
  noteOrder,
  payByCard,
  withoutCard,
  type Desk,
  type PostedCard,
} from './desk.ts';
import { finish } from './finish.ts';
import type { Html } from './page.ts';
import type { Bill } from './bill.ts';

interface PostShopParameters {
  render: (desk: Desk, bill: Bill, problem?: string) => Html;
  required: readonly string[];
  /** What else is wrong with a form, in the shop's words. */
  refuse?: (form: Record<string, string>) => string | undefined;
  /** Gives the card from the posted form where it is not `cardNumber`, `expiry` and `cvc`. */
  numberOf?: (form: Record<string, string>) => string;
  expiryOf?: (form: Record<string, string>) => { month: string; year: string };
  /** What the shop does behind the scenes once it was paid. */
  onPaid?: (desk: Desk, card: PostedCard, payment: { email: string; total: number }) => Promise<void>;
}

/** Makes a shop whose checkout is one document with one native POST, card included. */
export function openPostShop(parameters: PostShopParameters): (desk: Desk) => Hono {
  const { render, required } = parameters;
  const numberOf = parameters.numberOf ?? ((form) => form.cardNumber ?? '');
  const expiryOfForm = parameters.expiryOf ?? ((form) => expiryOf(form.expiry ?? ''));
  return (desk) =>
    new Hono()
      .get('/checkout', (c) => c.html(render(desk, billOf(desk))))
      .post('/checkout', async (c) => {
        const form = await formOf(c);
        const bill = billOf(desk);
        const again = (problem: string) => render(desk, bill, problem);
        noteOrder(desk, bill.total, withoutCard(form));
        const wrong = missingOf(form, required) ?? parameters.refuse?.(form);
        if (wrong !== undefined) return c.html(again(wrong), 422);
        const card = { number: numberOf(form), ...expiryOfForm(form), cvc: form.cvc ?? '' };
        const payment = { email: form.email ?? '', total: bill.total };
        const answer = await payByCard(desk, card, payment);
        if (answer.status === 'confirmed') await parameters.onPaid?.(desk, card, payment);
        return finish(c, answer, again);
      });
}
