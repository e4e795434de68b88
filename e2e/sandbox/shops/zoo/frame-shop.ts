import { Hono } from 'hono';
import { html } from 'hono/html';
import { scriptValue } from '../../world/html.ts';
import { billOf, formOf, missingOf, noteOrder, type ZooShop } from './desk.ts';
import { finish } from './finish.ts';
import { renderAddressFields, renderBill, renderProblem, renderShopPage } from './page.ts';

/** The whole card in one frame of the provider; the shop's form posts natively once the frame gave a token. */
export const frameShop: ZooShop = {
  key: 'frame',
  name: 'One Frame Prints',
  what: "the provider's single card frame",
  ending: 'receipt',
  open(desk) {
    const app = new Hono();
    const render = (problem?: string) =>
      renderShopPage({
        title: 'Checkout',
        body: html`<h1>Checkout</h1>
          ${renderProblem(problem)}
          <form method="post" action="/checkout" id="order">
            <label for="email">E-mail</label><input id="email" name="email" type="email" required />
            ${renderAddressFields()}
            <fieldset>
              <legend>Card</legend>
              <iframe
                id="card"
                title="Secure card payment input frame"
                style="border:0;width:100%;height:40px"
                src="${desk.world.addresses().psp}/card-form?key=${desk.merchant.publicKey}"
              ></iframe>
            </fieldset>
            <input type="hidden" name="token" />
            <button type="submit">Pay now</button>
          </form>
          ${renderBill(billOf(desk))}
          <script>
            const provider = ${scriptValue(desk.world.addresses().psp)};
            const form = document.getElementById('order');
            form.addEventListener('submit', (event) => {
              if (form.elements.token.value) return;
              event.preventDefault();
              document.getElementById('card').contentWindow.postMessage({ type: 'psp:tokenize' }, provider);
            });
            addEventListener('message', ({ origin, data }) => {
              if (origin !== provider || data?.type !== 'psp:token' || !data.token) return;
              form.elements.token.value = data.token;
              form.submit();
            });
          </script>`,
      });
    app.get('/checkout', (c) => c.html(render()));
    app.post('/checkout', async (c) => {
      const { token = '', ...details } = await formOf(c);
      const { total } = billOf(desk);
      noteOrder(desk, total, details);
      const missing = missingOf(details, ['email', 'fullName', 'address', 'city', 'state', 'zip']);
      if (missing !== undefined) return c.html(render(missing), 422);
      return finish(c, await desk.orders.place({ token, email: details.email ?? '' }, total), render);
    });
    return app;
  },
};
