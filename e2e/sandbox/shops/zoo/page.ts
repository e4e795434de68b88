import { html, raw } from 'hono/html';
import { printUsd } from '../totals.ts';
import type { Bill } from './bill.ts';

export type Html = ReturnType<typeof html>;

const STYLE = `
:root { font: 16px/1.45 system-ui, sans-serif; }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; color: #1b1f24; background: #fff; }
label { display: block; margin: .5rem 0 .15rem; }
input:not([type=radio]):not([type=checkbox]), select { font: inherit; padding: .4rem .5rem; width: 100%; box-sizing: border-box; border: 1px solid #9aa4b1; border-radius: 4px; }
fieldset { border: 1px solid #d5dbe3; margin: .75rem 0; }
button { font: inherit; padding: .5rem 1rem; margin-top: .5rem; }
.pair { display: flex; gap: .5rem; } .pair > * { flex: 1; }
table { width: 100%; border-collapse: collapse; } td:last-child, th:last-child { text-align: end; }
[role=alert] { color: #b42318; }
[hidden] { display: none; }
`;

interface PageParameters {
  title: string;
  body: Html;
  lang?: string;
  dir?: 'ltr' | 'rtl';
  style?: string;
}

/** Renders a document of a shop. */
export function renderShopPage({
  title,
  body,
  lang = 'en-US',
  dir = 'ltr',
  style = '',
}: PageParameters): Html {
  return html`<!doctype html>
    <html lang="${lang}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${raw(STYLE + style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}

export interface BillWords {
  subtotal: string;
  shipping: string;
  total: string;
  print: (minor: number) => string;
}

const ENGLISH: BillWords = { subtotal: 'Subtotal', shipping: 'Shipping', total: 'Total', print: printUsd };

/** Renders what is bought and what it costs. */
export function renderBill({ lines, shipping, total }: Bill, words: BillWords = ENGLISH): Html {
  const { print } = words;
  return html`<table class="summary">
    <tbody>
      ${lines.map(
        ({ name, quantity, amount }) =>
          html`<tr class="cart-item">
            <td>${name} × ${quantity}</td>
            <td>${print(amount)}</td>
          </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <td>${words.subtotal}</td>
        <td>${print(total - shipping)}</td>
      </tr>
      <tr>
        <td>${words.shipping}</td>
        <td>${print(shipping)}</td>
      </tr>
      <tr>
        <th>${words.total}</th>
        <th>${print(total)}</th>
      </tr>
    </tfoot>
  </table>`;
}

/** Renders the alert that a form came back with. */
export const renderProblem = (problem: string | undefined): Html | '' =>
  problem === undefined ? '' : html`<p role="alert">${problem}</p>`;

/** Renders the fields for a name and an address in the United States, as a plain shop writes them. */
export function renderAddressFields(): Html {
  const field = (name: string, label: string, autocomplete: string) => html`
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" autocomplete="${autocomplete}" required />
  `;
  return html`${field('fullName', 'Full name', 'name')}${field('address', 'Address', 'address-line1')}${field(
      'city',
      'City',
      'address-level2',
    )}
    <label for="state">State</label>
    <select id="state" name="state" autocomplete="address-level1" required>
      <option value="">Select…</option>
      ${STATES.map(([code, name]) => html`<option value="${code}">${name}</option>`)}
    </select>
    ${field('zip', 'ZIP code', 'postal-code')}`;
}

const STATES = [
  ['AZ', 'Arizona'],
  ['CA', 'California'],
  ['NY', 'New York'],
  ['TX', 'Texas'],
] as const;

/** Renders the fields for a card that the shop's own form takes. */
export function renderCardFields(): Html {
  return html`<label for="cardName">Name on card</label>
    <input id="cardName" name="cardName" autocomplete="cc-name" required />
    <label for="cardNumber">Card number</label>
    <input id="cardNumber" name="cardNumber" autocomplete="cc-number" inputmode="numeric" required />
    <div class="pair">
      <div>
        <label for="expiry">Expiry date</label>
        <input id="expiry" name="expiry" autocomplete="cc-exp" placeholder="MM/YY" required />
      </div>
      <div>
        <label for="cvc">Security code</label>
        <input id="cvc" name="cvc" autocomplete="cc-csc" inputmode="numeric" maxlength="4" required />
      </div>
    </div>`;
}
