import { html } from 'hono/html';
import type { ZooShop } from './desk.ts';
import { renderAddressFields, renderBill, renderCardFields, renderProblem, renderShopPage } from './page.ts';
import { openPostShop } from './post-shop.ts';

/** Other methods stand open first, a saved card is chosen, and a gift card wants a number too. */
export const accordionShop: ZooShop = {
  key: 'accordion',
  name: 'Many Ways Outfitters',
  what: 'other methods first, saved cards, a gift card',
  ending: 'receipt',
  open: openPostShop({
    required: ['email', 'fullName', 'address', 'city', 'state', 'zip', 'cardName'],
    render: (desk, bill, problem) =>
      renderShopPage({
        title: 'Checkout',
        body: html`<h1>Checkout</h1>
          ${renderProblem(problem)}
          <form method="post" action="/checkout" novalidate>
            <label for="email">E-mail</label><input id="email" name="email" type="email" />
            ${renderAddressFields()}
            <h2>Payment</h2>
            <fieldset>
              <label><input type="radio" name="method" value="wallet" checked /> Bank transfer</label>
              <p data-panel="wallet">You receive our account number by e-mail.</p>
              <label
                ><input type="radio" name="method" value="saved" /> Saved card: Visa ending in 4242</label
              >
              <p data-panel="saved" hidden>Your saved card will be charged.</p>
              <label><input type="radio" name="method" value="gift" /> Gift card</label>
              <div data-panel="gift" hidden>
                <label for="giftNumber">Gift card number</label><input id="giftNumber" name="giftNumber" />
                <label for="giftPin">PIN</label><input id="giftPin" name="giftPin" />
              </div>
              <label><input type="radio" name="method" value="card" /> Credit or debit card</label>
              <div data-panel="card" hidden>${renderCardFields()}</div>
            </fieldset>
            <button>Place order</button>
          </form>
          ${renderBill(bill)}
          <script>
            const panels = document.querySelectorAll('[data-panel]');
            document.querySelector('fieldset').addEventListener('change', ({ target }) => {
              if (target.name !== 'method') return;
              for (const panel of panels) panel.hidden = panel.dataset.panel !== target.value;
            });
          </script>`,
      }),
  }),
};
