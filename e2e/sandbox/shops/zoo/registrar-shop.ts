import { Hono } from 'hono';
import { html } from 'hono/html';
import { printUsd } from '../totals.ts';
import { expiryOf, formOf, missingOf, noteOrder, payByCard, type Desk, type ZooShop } from './desk.ts';
import { finish } from './finish.ts';
import { renderAddressFields, renderBill, renderCardFields, renderProblem, renderShopPage } from './page.ts';

const ENDINGS = [
  ['example', 900],
  ['test', 1200],
  ['invalid', 700],
] as const;
const FEE = 18;

/** Gives the names that are free, with what a year costs. `/names.json` says the same to programs. */
function namesFor(word: string) {
  return ENDINGS.map(([ending, amount]) => ({ name: `${word}.${ending}`, amount }));
}

/** Sells a name of the buyer's choice; nothing is in the cart until one is chosen. */
export const registrarShop: ZooShop = {
  key: 'registrar',
  name: 'Name Counter',
  what: 'a domain registrar: the goods are chosen first',
  ending: 'receipt',
  start: '/checkout?name=canary.test',
  open(desk: Desk) {
    const app = new Hono();
    const offerOf = (name: string | undefined) =>
      namesFor((name ?? '').split('.')[0] ?? '').find((offer) => offer.name === name);
    const render = (name: string, amount: number, problem?: string) =>
      renderShopPage({
        title: `Register ${name}`,
        body: html`<h1>Register ${name}</h1>
          ${renderProblem(problem)}
          <form method="post" action="/checkout?name=${name}">
            <label for="email">E-mail</label><input id="email" name="email" type="email" required />
            ${renderAddressFields()} ${renderCardFields()}
            <button>Buy now</button>
          </form>
          ${renderBill(
            { lines: [{ name: `${name}, 1 year`, quantity: 1, amount }], shipping: FEE, total: amount + FEE },
            { subtotal: 'Subtotal', shipping: 'Registry fee', total: 'Total', print: printUsd },
          )}`,
      });

    app.get('/names.json', (c) => c.json(namesFor(c.req.query('word') ?? 'canary')));
    app.get('/', (c) =>
      c.html(
        renderShopPage({
          title: 'Find a name',
          body: html`<h1>Free names</h1>
            <ul>
              ${namesFor(c.req.query('word') ?? 'canary').map(
                ({ name, amount }) =>
                  html`<li>${name} ${printUsd(amount)} <a href="/checkout?name=${name}">Choose</a></li>`,
              )}
            </ul>`,
        }),
      ),
    );
    app.get('/checkout', (c) => {
      const offer = offerOf(c.req.query('name'));
      return offer ? c.html(render(offer.name, offer.amount)) : c.redirect('/');
    });
    app.post('/checkout', async (c) => {
      const offer = offerOf(c.req.query('name'));
      if (!offer) return c.redirect('/');
      const { cardNumber = '', expiry = '', cvc = '', ...details } = await formOf(c);
      const total = offer.amount + FEE;
      const again = (problem: string) => render(offer.name, offer.amount, problem);
      noteOrder(desk, total, { ...details, name: offer.name });
      const missing = missingOf(details, ['email', 'fullName', 'address', 'city', 'state', 'zip']);
      if (missing !== undefined) return c.html(again(missing), 422);
      const card = { number: cardNumber, ...expiryOf(expiry), cvc };
      return finish(c, await payByCard(desk, card, { email: details.email ?? '', total }), again);
    });
    return app;
  },
};
