import { html } from 'hono/html';
import { payByCard, type Desk, type ZooShop } from './desk.ts';
import { renderBill, renderCardFields, renderProblem, renderShopPage, type Html } from './page.ts';
import { openPostShop } from './post-shop.ts';
import type { Bill } from './bill.ts';

const render =
  (terms: Html) =>
  (_desk: Desk, bill: Bill, problem?: string): Html =>
    renderShopPage({
      title: 'Checkout',
      body: html`<h1>Join the club</h1>
        ${renderProblem(problem)} ${terms}
        <form method="post" action="/checkout">
          <label for="email">E-mail</label><input id="email" name="email" type="email" required />
          <label for="fullName">Full name</label
          ><input id="fullName" name="fullName" autocomplete="name" required />
          ${renderCardFields()}
          <button>Pay now</button>
        </form>
        ${renderBill(bill)}`,
    });

/** Renews by itself after a trial: a mandate for single payments never pays it. */
export const trialShop: ZooShop = {
  key: 'trial',
  name: 'Forever Coffee Club',
  what: 'a subscription with a trial',
  ending: 'refused recurring_not_allowed',
  open: openPostShop({
    required: ['email', 'fullName', 'cardName'],
    render: render(
      html`<p>
        First box at the price below. After your trial we charge $19.00 per month until you cancel.
      </p>`,
    ),
  }),
};

/** Says nothing of it, and charges the same card again: the second attempt finds a card that is used up. */
export const againShop: ZooShop = {
  key: 'again',
  name: 'Once More Candles',
  what: 'charges the card again behind the scenes',
  ending: 'receipt',
  open: openPostShop({
    required: ['email', 'fullName', 'cardName'],
    render: render(html`<p>A single box, sent once.</p>`),
    async onPaid(desk, card, { email, total }) {
      await payByCard(desk, card, { email, total });
    },
  }),
};
