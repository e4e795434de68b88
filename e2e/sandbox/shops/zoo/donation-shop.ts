import { Hono } from 'hono';
import { html } from 'hono/html';
import { printUsd } from '../totals.ts';
import { expiryOf, formOf, missingOf, noteOrder, payByCard, type ZooShop } from './desk.ts';
import { finish } from './finish.ts';
import { renderCardFields, renderProblem, renderShopPage } from './page.ts';

const CHOICES = [500, 1000, 2500];

/** What the three boxes of a telephone number hold together. */
const PHONE = /^\d{3}-\d{3}-\d{4}$/;

/** No goods and no address: the giver names the amount, which the address of the page may say. */
export const donationShop: ZooShop = {
  key: 'donation',
  name: 'River Trust',
  what: 'a donation of any amount, the phone in three boxes, no address',
  ending: 'receipt',
  start: '/donate?amount=7.35',
  open(desk) {
    const app = new Hono();
    const minorOf = (text: string | undefined) => Math.round(Number(text ?? '') * 100) || 1000;
    const render = (minor: number, problem?: string) =>
      renderShopPage({
        title: 'Donate',
        body: html`<h1>Support the river</h1>
          ${renderProblem(problem)}
          <form method="post" action="/donate">
            <fieldset>
              <legend>Amount</legend>
              ${CHOICES.map(
                (choice) =>
                  html`<label
                    ><input type="radio" name="choice" value="${choice}" /> ${printUsd(choice)}</label
                  >`,
              )}
              <label><input type="radio" name="choice" value="other" checked /> Other amount</label>
              <label for="amount">Your amount in US dollars</label>
              <input id="amount" name="amount" inputmode="decimal" value="${(minor / 100).toFixed(2)}" />
            </fieldset>
            <label for="email">E-mail for your receipt</label
            ><input id="email" name="email" type="email" required />
            <p>
              Telephone: (<input name="area" size="3" maxlength="3" />)
              <input name="exchange" size="3" maxlength="3" /> - <input name="line" size="4" maxlength="4" />
            </p>
            ${renderCardFields()}
            <p>Total: <output id="total">${printUsd(minor)}</output></p>
            <button>Donate <span id="on-button">${printUsd(minor)}</span></button>
          </form>
          <script>
            const amount = document.getElementById('amount');
            amount.addEventListener('input', () => {
              const text = '$' + (Number(amount.value) || 0).toFixed(2);
              document.getElementById('total').textContent = text;
              document.getElementById('on-button').textContent = text;
            });
          </script>`,
      });
    app.get('/donate', (c) => c.html(render(minorOf(c.req.query('amount')))));
    app.post('/donate', async (c) => {
      const { cardNumber = '', expiry = '', cvc = '', ...details } = await formOf(c);
      const total = minorOf(details.amount);
      noteOrder(desk, total, details);
      const missing = missingOf(details, ['email', 'cardName', 'amount']);
      if (missing !== undefined) return c.html(render(total, missing), 422);
      const phone = [details.area, details.exchange, details.line].join('-');
      if (!PHONE.test(phone)) return c.html(render(total, `Not a telephone number: ${phone}`), 422);
      const card = { number: cardNumber, ...expiryOf(expiry), cvc };
      const payment = { email: details.email ?? '', total };
      return finish(c, await payByCard(desk, card, payment), (problem) => render(total, problem));
    });
    return app;
  },
};
