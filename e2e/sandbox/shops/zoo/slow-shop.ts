import { html } from 'hono/html';
import type { ZooShop } from './desk.ts';
import { renderAddressFields, renderBill, renderCardFields, renderProblem, renderShopPage } from './page.ts';
import { openPostShop } from './post-shop.ts';

/**
 * Late and unsteady: the address comes first, the card a second later, the total after that; the first re-render throws
 * every field away and puts new ones in their place.
 */
export const slowShop: ZooShop = {
  key: 'slow',
  name: 'Patience Plants',
  what: 'late fields, a late total, one re-render that loses everything',
  ending: 'receipt',
  open: openPostShop({
    required: ['email', 'fullName', 'address', 'city', 'state', 'zip', 'cardName'],
    render: (_desk, bill, problem) =>
      renderShopPage({
        title: 'Checkout',
        body: html`<h1>Checkout</h1>
          ${renderProblem(problem)}
          <form method="post" action="/checkout">
            <div id="early">
              <label for="email">E-mail</label><input id="email" name="email" type="email" />
              ${renderAddressFields()}
            </div>
            <div id="late"></div>
          </form>
          <div id="bill" aria-busy="true">Calculating…</div>
          <template id="card-template">${renderCardFields()}<button>Pay now</button></template>
          <template id="bill-template">${renderBill(bill)}</template>
          <script>
            const copy = (id) => document.getElementById(id).content.cloneNode(true);
            const early = document.getElementById('early');
            const markup = early.innerHTML;
            early.addEventListener('change', () => (early.innerHTML = markup), { once: true });
            setTimeout(() => document.getElementById('late').append(copy('card-template')), 1200);
            setTimeout(() => document.getElementById('bill').replaceChildren(copy('bill-template')), 2000);
          </script>`,
      }),
  }),
};
