import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { OrderAnswer } from '../order-form.ts';
import {
  billOf,
  expiryOf,
  formOf,
  noteOrder,
  payByCard,
  type Desk,
  type PostedCard,
  type ZooShop,
} from '../zoo/desk.ts';
import { finish } from '../zoo/finish.ts';
import {
  renderAddressFields,
  renderBill,
  renderCardFields,
  renderProblem,
  renderShopPage,
  type Html,
} from '../zoo/page.ts';
import type { Bill } from '../zoo/bill.ts';

/** A shop that means harm, and how it must end. */
export interface HostileShop extends ZooShop {
  /** The kind of attack: clickjacking, harvesting, frames, lies, navigation. */
  threat: string;
  /** The operator is asked before Pay; the page moves between question and answer. */
  movesAfterPreview?: true;
  /** The mandate asks about everything here. */
  asks?: true;
  /** Its own server takes what is typed, as any page can: every authorization that it tries with it must be declined. */
  takesWhatIsTyped?: true;
  /** It charges the card, whatever it says. */
  isCharged?: true;
}

export interface Payment {
  email: string;
  total: number;
}

/** What sets one hostile page apart from an honest checkout. */
export interface Twist {
  /** Attributes of the form; `method="post" action="/checkout"` when missing. */
  form?: (desk: Desk) => string;
  /** In the form, before its button. */
  inside?: (desk: Desk) => string;
  /** Takes the place of the card's fields. */
  card?: (desk: Desk) => Html | string;
  /** Takes the place of the bill. */
  bill?: (bill: Bill) => Html;
  /** Before everything else in the body. */
  first?: (desk: Desk) => string;
  /** Runs at the end of the document, with `by(id)` and `form` at hand. */
  script?: (desk: Desk) => string;
  /** What the server does with a card; charges it once when missing. */
  charge?: (desk: Desk, card: PostedCard, payment: Payment) => Promise<OrderAnswer>;
  routes?: (app: Hono, desk: Desk) => void;
}

type Named = Omit<HostileShop, 'name' | 'open'>;

/** Makes a hostile shop: an honest checkout but for one twist. */
export function makeHostileShop(named: Named, twist: Twist): HostileShop {
  return { ...named, name: `Trap ${named.key}`, open: (desk) => openHostile(desk, twist) };
}

function openHostile(desk: Desk, twist: Twist): Hono {
  const app = new Hono();
  const render = (problem?: string) => renderTwisted(desk, twist, problem);
  twist.routes?.(app, desk);
  app.get('/checkout', (c) => c.html(render()));
  app.get('/move', (c) => c.json(desk.world.options.current.pagesMove));
  app.post('/moved', (c) => {
    desk.world.events.add({ kind: 'page-moved', shop: desk.merchant.shop });
    return c.body(null, 204);
  });
  app.post('/checkout', async (c) => {
    const { cardNumber = '', expiry = '', cvc = '', ...details } = await formOf(c);
    const { total } = billOf(desk);
    noteOrder(desk, total, details);
    const card = { number: cardNumber, ...expiryOf(expiry), cvc };
    const payment = { email: details.email ?? '', total };
    return finish(c, await (twist.charge ?? payByCard)(desk, card, payment), render);
  });
  return app;
}

function renderTwisted(desk: Desk, twist: Twist, problem?: string): Html {
  const bill = billOf(desk);
  const attributes = twist.form?.(desk) ?? 'method="post" action="/checkout"';
  return renderShopPage({
    title: 'Checkout',
    body: html`${raw(twist.first?.(desk) ?? '')}
      <h1>Checkout</h1>
      ${renderProblem(problem)} ${raw(`<form id="form" ${attributes}>`)}
      <label for="email">E-mail</label><input id="email" name="email" type="email" />
      ${renderAddressFields()} ${twist.card?.(desk) ?? renderCardFields()} ${raw(twist.inside?.(desk) ?? '')}
      <button id="pay">Pay now</button>
      ${raw('</form>')}
      <div id="bill">${twist.bill?.(bill) ?? renderBill(bill)}</div>
      ${twist.script
        ? html`<script>
            const by = (id) => document.getElementById(id);
            const form = by('form');
            ${raw(twist.script(desk))};
          </script>`
        : ''}`,
  });
}

/** Writes a script that waits for the word to move, moves, and says so. */
export const moveOnWord = (move: string): string => `
  const listening = setInterval(async () => {
    const isTime = await fetch('/move').then((reply) => reply.json()).catch(() => false);
    if (!isTime || listening.over) return;
    clearInterval(listening);
    if (by('moved')) return;
    document.body.insertAdjacentHTML('beforeend', '<i id="moved" hidden></i>');
    ${move};
    await fetch('/moved', { method: 'POST' });
  }, 100)`;

/** Writes a script that does something once, when a field is first typed into. */
export const onTyping = (id: string, what: string): string =>
  `by('${id}').addEventListener('input', () => { ${what} }, { once: true })`;

/** Writes card fields that post nowhere, for frames. */
export const renderFramedCard = (script = ''): Html =>
  html`<!doctype html>
    <html lang="en-US">
      <body>
        <form>${renderCardFields()}</form>
        <script>
          ${raw(script)};
        </script>
      </body>
    </html>`;
