import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { billOf, expiryOf, missingOf, noteOrder, payByCard, withoutCard, type Desk } from './desk.ts';
import { renderBill, renderShopPage } from './page.ts';

interface ScriptShopParameters {
  /** The bundle of `browser/` that fills `body` with life. */
  bundle: string;
  body: string;
  /** What an order must say besides the card. */
  required: readonly string[];
}

/** Makes a shop whose checkout is one document and a script that posts everything at once. */
export function openScriptShop({ bundle, body, required }: ScriptShopParameters): (desk: Desk) => Hono {
  return (desk) =>
    addOrderApi(new Hono(), desk, required).get('/checkout', (c) =>
      c.html(
        renderShopPage({
          title: 'Checkout',
          body: html`${raw(body)} ${renderBill(billOf(desk))}
            <script type="module" src="/bundles/${bundle}"></script>`,
        }),
      ),
    );
}

/** Adds the endpoint to which scripts post an order as JSON. */
export function addOrderApi(app: Hono, desk: Desk, required: readonly string[]): Hono {
  return app.post('/api/orders', async (c) => {
    const form = (await c.req.json().catch(() => ({}))) as Record<string, string>;
    const { cardNumber = '', expiry = '', cvc = '' } = form;
    const details = withoutCard(form);
    const { total } = billOf(desk);
    noteOrder(desk, total, details);
    const missing = missingOf(details, required);
    if (missing !== undefined) return c.json({ status: 'invalid', message: missing }, 422);
    const { month, year } = expiryOf(expiry);
    const card = { number: cardNumber, month, year, cvc };
    return c.json(await payByCard(desk, card, { email: details.email ?? '', total }));
  });
}
