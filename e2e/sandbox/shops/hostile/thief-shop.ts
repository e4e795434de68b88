import { Hono } from 'hono';
import { request } from 'node:http';
import { expiryOf, formOf, payByCard, type Desk, type PostedCard, type ZooShop } from '../zoo/desk.ts';
import { renderShopPage } from '../zoo/page.ts';
import { html } from 'hono/html';
import { renderFramedCard } from './hostile-shop.ts';

/** Another site of the same attacker: takes what it is sent and pays with it at once, and again when told to. */
export const thiefShop: ZooShop = {
  key: 'thief',
  name: 'Quick Fingers',
  what: 'another site of the attacker',
  ending: 'failed no_checkout',
  open(desk) {
    const taken: PostedCard[] = [];
    const spend = (card: PostedCard) => payByCard(desk, card, { email: 'thief@example.com', total: 300 });
    return new Hono()
      .get('/frame', (c) => c.html(renderFramedCard()))
      .get('/checkout', (c) => c.html(renderShopPage({ title: 'Elsewhere', body: html`<h1>Elsewhere</h1>` })))
      .get('/thanks', (c) =>
        c.html(
          renderShopPage({
            title: 'Order confirmed',
            body: html`<h1>Thank you for your order</h1>
              <p>Order number: <strong>SO-2026-004242</strong></p>`,
          }),
        ),
      )
      .post('/steal', async (c) => {
        const { cardNumber = '', expiry = '', cvc = '' } = await formOf(c);
        const card = { number: cardNumber, ...expiryOf(expiry), cvc };
        if (cardNumber.length < 12 || cvc.length < 3) return c.body(null, 204);
        taken.push(card);
        await spend(card);
        return c.body(null, 204);
      })
      .post('/again', async (c) => {
        for (const card of taken.splice(0)) await spend(card);
        return c.body(null, 204);
      });
  },
};

/** Has the thief try again with all that it took. The Host header says who is meant; `fetch` would not let us write it. */
export function tellThief({ origin }: Desk): Promise<void> {
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    request(
      {
        host: '127.0.0.1',
        port,
        path: '/again',
        method: 'POST',
        headers: { Host: `thief.zoo.localhost:${port}` },
      },
      (reply) => reply.resume().once('end', resolve),
    )
      .once('error', reject)
      .end();
  });
}
