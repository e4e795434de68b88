import { html } from 'hono/html';
import type { ZooShop } from './desk.ts';
import { renderBill, renderCardFields, renderProblem, renderShopPage } from './page.ts';
import { openPostShop } from './post-shop.ts';

/** Twenty countries call their money that: nothing on the page says which of them is meant. */
export const dollarShop: ZooShop = {
  key: 'dollar',
  name: 'Dollar Corner',
  what: 'prices in dollars, and not whose',
  ending: 'asked',
  open: openPostShop({
    required: ['email', 'cardName'],
    render: (_desk, bill, problem) =>
      renderShopPage({
        title: 'Checkout',
        lang: 'en',
        body: html`<h1>Checkout</h1>
          ${renderProblem(problem)}
          <form method="post" action="/checkout">
            <label for="email">E-mail</label><input id="email" name="email" type="email" />
            ${renderCardFields()}
            <button>Pay now</button>
          </form>
          ${renderBill(bill)}`,
      }),
  }),
};
