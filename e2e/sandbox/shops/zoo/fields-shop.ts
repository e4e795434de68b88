import { Hono } from 'hono';
import { html } from 'hono/html';
import { scriptValue } from '../../world/html.ts';
import { billOf, formOf, missingOf, noteOrder, type ZooShop } from './desk.ts';
import { finish } from './finish.ts';
import { renderAddressFields, renderBill, renderProblem, renderShopPage } from './page.ts';

/**
 * A frame of the provider for each card field; the page gets a token and posts it natively. As Stripe's split elements
 * (https://docs.stripe.com/js/elements_object/create_element?type=cardNumber), Adyen's secured fields
 * (https://docs.adyen.com/payment-methods/cards/custom-card-integration/) and Braintree's hosted fields
 * (https://developer.paypal.com/braintree/docs/guides/hosted-fields/overview) do it.
 */
export const fieldsShop: ZooShop = {
  key: 'fields',
  name: 'Three Frames Framing',
  what: "the provider's frame for each card field",
  ending: 'receipt',
  open(desk) {
    const render = (problem?: string) =>
      renderShopPage({
        title: 'Checkout',
        style: '.hosted { border: 1px solid #9aa4b1; border-radius: 4px; }',
        body: html`<h1>Checkout</h1>
          ${renderProblem(problem)}
          <form method="post" action="/checkout" id="order">
            <label for="email">E-mail</label><input id="email" name="email" type="email" required />
            ${renderAddressFields()}
            <label for="cardName">Name on card</label><input id="cardName" name="cardName" required />
            <div class="hosted" id="number"></div>
            <div class="pair">
              <div class="hosted" id="expiry"></div>
              <div class="hosted" id="cvc"></div>
            </div>
            <input type="hidden" name="token" />
            <button type="submit">Pay now</button>
            <p role="alert" id="problem"></p>
          </form>
          ${renderBill(billOf(desk))}
          <script src="${desk.world.addresses().psp}/v1/hosted-fields.js"></script>
          <script>
            const form = document.getElementById('order');
            const [number, expiry, cvc] = ['number', 'expiry', 'cvc'].map((id) =>
              document.getElementById(id),
            );
            const fields = HostedFields.mount({
              publicKey: ${scriptValue(desk.merchant.publicKey)},
              containers: { number, expiry, cvc },
              onChange() {},
              onFocus() {},
            });
            form.addEventListener('submit', async (event) => {
              if (form.elements.token.value) return;
              event.preventDefault();
              const answer = await fields.createToken();
              if (!answer.ok) return (document.getElementById('problem').textContent = answer.reason);
              form.elements.token.value = answer.token;
              form.submit();
            });
          </script>`,
      });
    return new Hono()
      .get('/checkout', (c) => c.html(render()))
      .post('/checkout', async (c) => {
        const { token = '', ...details } = await formOf(c);
        const { total } = billOf(desk);
        noteOrder(desk, total, details);
        const missing = missingOf(details, [
          'email',
          'fullName',
          'address',
          'city',
          'state',
          'zip',
          'cardName',
        ]);
        if (missing !== undefined) return c.html(render(missing), 422);
        return finish(c, await desk.orders.place({ token, email: details.email ?? '' }, total), render);
      });
  },
};
