import { html } from 'hono/html';
import { scriptValue } from '../world/html.ts';

/**
 * The whole card in one frame, as Square's card element and Stripe's older card element are built: one document with
 * all inputs, which makes the token itself and tells its parent
 * (https://developer.squareup.com/docs/web-payments/take-card-payment, https://docs.stripe.com/js/element/other_element?type=card).
 */
export function renderCardFormPage(merchantOrigin: string, publicKey: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Secure card payment input</title>
        <style>
          body {
            margin: 0;
            font: 16px system-ui;
          }
          form {
            display: flex;
            gap: 8px;
          }
          input {
            flex: 1;
            min-width: 0;
            height: 36px;
            border: 0;
          }
        </style>
      </head>
      <body>
        <form novalidate>
          <input
            name="cardnumber"
            autocomplete="cc-number"
            inputmode="numeric"
            aria-label="Credit or debit card number"
            placeholder="Card number"
          />
          <input
            name="exp-date"
            autocomplete="cc-exp"
            inputmode="numeric"
            aria-label="Expiration date"
            placeholder="MM / YY"
          />
          <input
            name="cvc"
            autocomplete="cc-csc"
            inputmode="numeric"
            aria-label="Security code"
            placeholder="CVC"
          />
        </form>
        <script type="module">
          const merchantOrigin = ${scriptValue(merchantOrigin)};
          const [number, expiry, cvc] = document.querySelectorAll('input');
          const digits = (input) => input.value.replace(/\\D/g, '');
          const mask = (input, write) =>
            input.addEventListener('input', () => {
              const text = write(digits(input));
              if (text !== input.value) input.value = text;
            });
          mask(number, (all) => all.slice(0, 16).replace(/(\\d{4})(?=\\d)/g, '$1 '));
          mask(expiry, (all) => (all.length > 2 ? all.slice(0, 2) + ' / ' + all.slice(2, 4) : all));
          mask(cvc, (all) => all.slice(0, 3));
          addEventListener('message', async ({ origin, data }) => {
            if (origin !== merchantOrigin || data?.type !== 'psp:tokenize') return;
            const reply = await fetch('/v1/tokens', {
              method: 'POST',
              cache: 'no-store',
              headers: { 'Content-Type': 'application/json' },
              body: JSON.stringify({
                publicKey: ${scriptValue(publicKey)},
                number: digits(number),
                expMonth: digits(expiry).slice(0, 2),
                expYear: '20' + digits(expiry).slice(2),
                cvc: digits(cvc),
              }),
            });
            const { token, error } = await reply.json();
            parent.postMessage({ type: 'psp:token', token, error }, merchantOrigin);
          });
        </script>
      </body>
    </html>`;
}
