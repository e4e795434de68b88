import { html } from 'hono/html';
import type { ZooShop } from './desk.ts';
import { renderAddressFields, renderBill, renderCardFields, renderProblem, renderShopPage } from './page.ts';
import { openPostShop } from './post-shop.ts';

const signIn = html`<section>
  <h2>Returning customer</h2>
  <form method="post" action="/sign-in">
    <label for="login">E-mail</label><input id="login" name="login" type="email" autocomplete="username" />
    <label for="password">Password</label>
    <input id="password" name="password" type="password" autocomplete="current-password" />
    <button>Sign in</button> <a href="/forgot">Forgot your password?</a>
  </form>
</section>`;

const guestOpen = openPostShop({
  required: ['email', 'fullName', 'address', 'city', 'state', 'zip', 'cardName'],
  render: (desk, bill, problem) =>
    renderShopPage({
      title: 'Checkout',
      body: html`<h1>Checkout</h1>
        ${renderProblem(problem)}
        <form method="post" action="/checkout">
          <label for="email">E-mail</label><input id="email" name="email" type="email" />
          ${renderAddressFields()} ${renderCardFields()}
          <button>Pay now</button>
        </form>
        ${renderBill(bill)}`,
    }),
});

/** Asks first who the buyer is; one button goes on without an account. */
export const guestShop: ZooShop = {
  key: 'guest',
  name: 'Guest House Linen',
  what: 'sign in, or go on as a guest',
  ending: 'receipt',
  start: '/start',
  open: (desk) =>
    guestOpen(desk).get('/start', (c) =>
      c.html(
        renderShopPage({
          title: 'Sign in or check out as a guest',
          body: html`<h1>How would you like to check out?</h1>
            ${signIn}
            <section>
              <h2>New here?</h2>
              <form action="/checkout"><button>Continue as guest</button></form>
            </section>`,
        }),
      ),
    ),
};

/** Sells to account holders only. */
export const memberShop: ZooShop = {
  key: 'member',
  name: 'Members Only Wine',
  what: 'sells to account holders only',
  ending: 'wall login',
  open: (desk) =>
    guestOpen(desk)
      .get('/members', (c) => c.redirect('/sign-in'))
      .get('/sign-in', (c) =>
        c.html(
          renderShopPage({
            title: 'Sign in',
            body: html`<h1>Please sign in to continue</h1>
              ${signIn}`,
          }),
        ),
      ),
  start: '/members',
};
