import { html } from 'hono/html';
import { printDollars, renderPage, scriptValue } from '../world/html.ts';
import { encodeMessage } from '../world/three-ds-messages.ts';
import type { AccessControl, AcsTransaction } from './access-control.ts';

/** Renders the question to the buyer; after a wrong code it says so. */
export function renderChallenge(transaction: AcsTransaction) {
  const { merchantName, purchaseAmount, cardLastFour } = transaction.request;
  const refusal =
    transaction.attempts > 0 ? html`<p role="alert">That code is not right. Please try again.</p>` : '';
  return renderPage(
    'Harbor Bank — confirm your payment',
    html`<h1>Confirm your payment</h1>
      <p>
        ${merchantName} asks for ${printDollars(Number(purchaseAmount))} from your card ending in
        ${cardLastFour}.
      </p>
      ${refusal}
      <form method="post" action="/3ds/challenge">
        <input type="hidden" name="acsTransID" value="${transaction.acsTransID}" />
        <label for="otp">Enter the code from your bank</label>
        <input id="otp" name="otp" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required />
        <button type="submit">Verify</button>
      </form>
      <form method="post" action="/3ds/abandon">
        <input type="hidden" name="acsTransID" value="${transaction.acsTransID}" />
        <p><button type="submit" class="quiet">Cancel</button></p>
      </form>
      <form id="timeout" method="post" action="/3ds/timeout">
        <input type="hidden" name="acsTransID" value="${transaction.acsTransID}" />
      </form>
      <script>
        setTimeout(
          () => document.getElementById('timeout').submit(),
          ${scriptValue(Math.max(0, transaction.deadline - Date.now()))},
        );
      </script>`,
  );
}

/** Renders what a buyer sees who is to approve in the bank's app: nothing to type, and it goes on by itself. */
export function renderAppChallenge(transaction: AcsTransaction) {
  const { merchantName, purchaseAmount } = transaction.request;
  return renderPage(
    'Harbor Bank — confirm your payment',
    html`<h1>Open your Harbor Bank app</h1>
      <p>
        Approve ${printDollars(Number(purchaseAmount))} for ${merchantName} in the app on your phone. This
        page goes on by itself.
      </p>
      <form id="look" method="post" action="/3ds/challenge">
        <input type="hidden" name="acsTransID" value="${transaction.acsTransID}" />
      </form>
      <form method="post" action="/3ds/abandon">
        <input type="hidden" name="acsTransID" value="${transaction.acsTransID}" />
        <p><button type="submit" class="quiet">Cancel</button></p>
      </form>
      <script>
        const look = async () => {
          const answer = await fetch('/3ds/state', {
            method: 'POST',
            body: new URLSearchParams(new FormData(document.getElementById('look'))),
          });
          if ((await answer.text()) === 'open') setTimeout(look, 300);
          else document.getElementById('look').submit();
        };
        look();
      </script>`,
  );
}

/** Renders the form that carries the answer back to the provider by itself. */
export function renderReturn(transaction: AcsTransaction, acs: AccessControl) {
  return renderPage(
    'Harbor Bank',
    html`<p>Returning to the shop…</p>
      <form id="return" method="post" action="${transaction.request.notificationURL}">
        <input type="hidden" name="cres" value="${encodeMessage(acs.responseOf(transaction))}" />
      </form>
      <script>
        document.getElementById('return').submit();
      </script>`,
  );
}

/** Renders the hidden method frame: looks at the browser, then reports back. */
export function renderMethod(methodData: string, notificationUrl: string) {
  return renderPage(
    'Harbor Bank',
    html`<form id="method" method="post" action="${notificationUrl}">
        <input type="hidden" name="threeDSMethodData" value="${methodData}" />
      </form>
      <script>
        document.getElementById('method').submit();
      </script>`,
  );
}
