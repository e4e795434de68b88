import { html } from 'hono/html';
import { printDollars, renderPage, scriptValue } from '../world/html.ts';
import type { PaySession } from './pay-sessions.ts';
import type { ThreeDsNextStep } from './three-ds-server.ts';

/**
 * The provider's own payment page, as Stripe Checkout shows one: payee, amount and the card in its own top document.
 * Names of the fields as there (https://docs.stripe.com/payments/checkout).
 */
export function renderPayPage(session: PaySession, problem?: string) {
  const { merchant, amount } = session;
  return renderPage(
    `Pay ${merchant.descriptor}`,
    html`<main>
      <p>${merchant.descriptor}</p>
      <h1>Pay ${merchant.descriptor}</h1>
      <dl>
        <div>
          <dt>Order ${session.order}</dt>
          <dd>${printDollars(amount)}</dd>
        </div>
        <div>
          <dt><strong>Total due</strong></dt>
          <dd><strong>${printDollars(amount)}</strong></dd>
        </div>
      </dl>
      ${problem ? html`<p role="alert">${problem}</p>` : ''}
      <form method="post" action="/pay/${session.id}" autocomplete="on">
        <fieldset>
          <legend>Card information</legend>
          <input
            name="cardNumber"
            autocomplete="cc-number"
            inputmode="numeric"
            aria-label="Card number"
            placeholder="1234 1234 1234 1234"
          />
          <input
            name="cardExpiry"
            autocomplete="cc-exp"
            inputmode="numeric"
            aria-label="Expiration"
            placeholder="MM / YY"
          />
          <input
            name="cardCvc"
            autocomplete="cc-csc"
            inputmode="numeric"
            aria-label="CVC"
            placeholder="CVC"
          />
        </fieldset>
        <label>Cardholder name <input name="billingName" autocomplete="cc-name" /></label>
        <button type="submit">Pay ${printDollars(amount)}</button>
      </form>
    </main>`,
  );
}

/** Sends the whole page to the bank by itself. */
export function renderToBank({ acsUrl, creq }: Extract<ThreeDsNextStep, { step: 'challenge' }>) {
  return renderPage(
    'To your bank',
    html`<p>One moment: your bank wants to be sure that it is you.</p>
      <form id="to-bank" method="post" action="${acsUrl}">
        <input type="hidden" name="creq" value="${creq}" />
      </form>
      <script>
        document.getElementById('to-bank').submit();
      </script>`,
  );
}

/** Waits while the bank asks the buyer by itself, then goes on by itself. */
export function renderWaiting(session: PaySession, transactionId: string) {
  return renderPage(
    'Waiting for your bank',
    html`<h1>Open your bank's app</h1>
      <p>Approve ${printDollars(session.amount)} for ${session.merchant.descriptor} there.</p>
      <form id="go-on" method="post" action="/pay/${session.id}/authenticated"></form>
      <script>
        const look = async () => {
          const answer = await fetch(${scriptValue(`/3ds/state/${transactionId}`)});
          if ((await answer.text()) === 'open') setTimeout(look, 300);
          else document.getElementById('go-on').submit();
        };
        look();
      </script>`,
  );
}

/** Tells the shop's window that the order is paid, and closes the pop-up. */
export function renderPaidPage(session: PaySession, back: URL) {
  return renderPage(
    'Payment received',
    html`<h1>Payment received</h1>
      <p>You can close this window.</p>
      <script>
        opener?.postMessage(
          { type: 'psp:paid', next: ${scriptValue(back.href)} },
          ${scriptValue(new URL(session.successUrl).origin)},
        );
        window.close();
      </script>`,
  );
}
