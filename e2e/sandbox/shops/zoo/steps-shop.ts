import { Hono } from 'hono';
import { html } from 'hono/html';
import { billOf, formOf, missingOf, noteOrder, payByCard, type Desk, type ZooShop } from './desk.ts';
import { finish } from './finish.ts';
import { renderAddressFields, renderBill, renderProblem, renderShopPage, type Html } from './page.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore

/** Three documents with a native POST each, as shops were before scripts; expiry in two selects. */
export const stepsShop: ZooShop = {
  key: 'steps',
  name: 'Plain Stationery',
  what: 'server-rendered steps with native POSTs',
  ending: 'receipt',
  open(desk) {
    const app = new Hono();
    const baskets = new Map<string, Record<string, string>>();
    const page = (title: string, body: Html) => renderShopPage({ title, body });

    app.get('/checkout', (c) => c.html(page('Contact', renderContact(desk))));
    app.post('/checkout', async (c) => {
      const form = await formOf(c);
      const missing = missingOf(form, ['email', 'phone']);
      if (missing !== undefined) return c.html(page('Contact', renderContact(desk, missing)), 422);
      const basket = desk.world.ids.prefixed('bsk');
      baskets.set(basket, form);
      return c.redirect(`/checkout/delivery?b=${basket}`, 303);
    });
    app.get('/checkout/delivery', (c) => c.html(page('Delivery', renderDelivery(desk))));
    app.post('/checkout/delivery', async (c) => {
      const basket = c.req.query('b') ?? '';
      const form = await formOf(c);
      const missing = missingOf(form, ['fullName', 'address', 'city', 'state', 'zip']);
      if (missing !== undefined) return c.html(page('Delivery', renderDelivery(desk, missing)), 422);
      baskets.set(basket, { ...baskets.get(basket), ...form });
      return c.redirect(`/checkout/payment?b=${basket}`, 303);
    });
    app.get('/checkout/payment', (c) => c.html(page('Payment', renderPayment(desk))));
    app.post('/checkout/payment', async (c) => {
      const { cardNumber = '', cvc = '', month = '', year = '', cardName = '' } = await formOf(c);
      const basket = baskets.get(c.req.query('b') ?? '') ?? {};
      const { total } = billOf(desk);
      noteOrder(desk, total, { ...basket, cardName });
      const answer = await payByCard(
        desk,
        { number: cardNumber, month, year, cvc },
        { email: basket.email ?? '', total },
      );
      return finish(c, answer, (problem) => page('Payment', renderPayment(desk, problem)));
    });
    return app;
  },
};

const renderContact = (desk: Desk, problem?: string) =>
  html`<h1>Checkout</h1>
    <ol>
      <li><strong>Contact</strong></li>
      <li>Delivery</li>
      <li>Payment</li>
    </ol>
    ${renderProblem(problem)}
    <form method="post">
      <label for="email">E-mail</label><input id="email" name="email" type="email" required />
      <label for="phone">Phone</label><input id="phone" name="phone" type="tel" required />
      <button>Continue</button> <a href="/">Back to shop</a>
    </form>
    ${renderBill(billOf(desk))}`;

const renderDelivery = (desk: Desk, problem?: string) =>
  html`<h1>Delivery</h1>
    ${renderProblem(problem)}
    <form method="post">${renderAddressFields()}<button>Continue to payment</button></form>
    ${renderBill(billOf(desk))}`;

const renderPayment = (desk: Desk, problem?: string) =>
  html`<h1>Payment</h1>
    ${renderProblem(problem)}
    <form method="post">
      <label for="cardName">Name on card</label><input id="cardName" name="cardName" required />
      <label for="cardNumber">Card number</label
      ><input id="cardNumber" name="cardNumber" inputmode="numeric" required />
      <div class="pair">
        <div>
          <label for="month">Expiration month</label>
          <select id="month" name="month">
            ${MONTHS.map((name, index) => html`<option value="${index + 1}">${name}</option>`)}
          </select>
        </div>
        <div>
          <label for="year">Expiration year</label>
          <select id="year" name="year">
            ${Array.from({ length: 12 }, (_, index) => html`<option>${2026 + index}</option>`)}
          </select>
        </div>
        <div><label for="cvc">CVV</label><input id="cvc" name="cvc" maxlength="4" required /></div>
      </div>
      <button>Place order</button>
    </form>
    ${renderBill(billOf(desk))}`;
