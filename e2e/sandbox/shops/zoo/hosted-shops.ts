import { Hono } from 'hono';
import { html } from 'hono/html';
import { scriptValue } from '../../world/html.ts';
import { billOf, formOf, missingOf, type Desk, type ZooShop } from './desk.ts';
import { renderAddressFields, renderBill, renderProblem, renderShopPage } from './page.ts';

/** A shop that sees no card: the buyer goes to the provider's own page and comes back. */
function openHosted(desk: Desk, isPopUp: boolean): Hono {
  const app = new Hono();
  const waiting = new Map<string, { email: string; total: number }>();

  const render = (problem?: string) =>
    renderShopPage({
      title: 'Checkout',
      body: html`<h1>Checkout</h1>
        ${renderProblem(problem)}
        <form method="post" action="/checkout" id="order">
          <label for="email">E-mail</label><input id="email" name="email" type="email" required />
          ${renderAddressFields()}
          <p>You pay on the secure page of our payment provider.</p>
          <button type="submit">Continue to payment</button>
        </form>
        ${renderBill(billOf(desk))} ${isPopUp ? renderPopUpScript(desk) : ''}`,
    });

  async function startPayment(form: Record<string, string>): Promise<string | undefined> {
    const { total } = billOf(desk);
    const reference = desk.world.ids.prefixed('basket');
    waiting.set(reference, { email: form.email ?? '', total });
    desk.world.events.add({ kind: 'details-received', shop: desk.merchant.shop, details: form });
    const successUrl = `${desk.origin}/paid?basket=${reference}`;
    return desk.psp.openSession({ amount: total, order: reference.slice(-6), successUrl, isPopUp });
  }

  app.get('/checkout', (c) => c.html(render()));
  app.post('/checkout', async (c) => {
    const form = await formOf(c);
    const missing = missingOf(form, ['email', 'fullName', 'address', 'city', 'state', 'zip']);
    if (missing !== undefined) return c.html(render(missing), 422);
    const url = await startPayment(form);
    if (url === undefined) return c.html(render('The payment page is not available.'), 503);
    return isPopUp ? c.json({ url }) : c.redirect(url, 303);
  });
  app.get('/paid', async (c) => {
    const basket = waiting.get(c.req.query('basket') ?? '');
    const charge = await desk.psp.sessionCharge(c.req.query('session') ?? '');
    if (!basket || charge?.status !== 'succeeded') return c.html(render('The payment was not made.'), 402);
    const answer = await desk.orders.placePaid(charge, basket.total, basket.email);
    return 'next' in answer ? c.redirect(answer.next, 303) : c.html(render('The payment was not made.'), 402);
  });
  return app;
}

const renderPopUpScript = ({ world }: Desk) =>
  html`<script>
    document.getElementById('order').addEventListener('submit', async (event) => {
      event.preventDefault();
      // Opened at once, while the click still counts, and sent on when the address is known.
      const popup = open('about:blank', 'pay', 'popup,width=520,height=720');
      const reply = await fetch('/checkout', {
        method: 'POST',
        body: new URLSearchParams(new FormData(event.target)),
      });
      const { url } = await reply.json();
      popup.location = url;
    });
    addEventListener('message', ({ origin, data }) => {
      if (origin === ${scriptValue(world.addresses().psp)} && data?.type === 'psp:paid') location = data.next;
    });
  </script>`;

export const redirectShop: ZooShop = {
  key: 'redirect',
  name: 'There And Back Books',
  what: "the provider's payment page by redirect",
  ending: 'receipt',
  open: (desk) => openHosted(desk, false),
};

export const popUpShop: ZooShop = {
  key: 'popup',
  name: 'Second Window Toys',
  what: "the provider's payment page in a pop-up",
  ending: 'receipt',
  open: (desk) => openHosted(desk, true),
};
