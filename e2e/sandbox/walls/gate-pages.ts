import { html, raw } from 'hono/html';
import { renderPage, scriptValue } from '../world/html.ts';

type Page = ReturnType<typeof renderPage>;

/** A code in one box, as a shop asks for it that has sent one to the customer's phone. */
export const renderSmsCode = (): Page =>
  renderPage(
    'Confirm it is you',
    html`<h1>Confirm your number</h1>
      <form method="post" action="/walls/answer">
        <p>We sent a code by SMS to ••• 32.</p>
        <label for="code">Code from the SMS</label>
        <input id="code" name="answer" inputmode="numeric" autocomplete="one-time-code" />
        <button>Confirm</button>
      </form>`,
  );

/** Only an answer that a person gives counts; the shop keeps no proof of it. */
export const renderAgeGate = (): Page =>
  renderPage(
    'Fern Street Cellars',
    html`<h1>Are you over 18?</h1>
      <p>We sell to adults only.</p>
      <form method="post" action="/walls/answer">
        <input type="hidden" name="answer" />
        <button type="button">Yes, I am over 18</button>
      </form>
      <script>
        document.querySelector('button').addEventListener('click', ({ isTrusted, target }) => {
          if (!isTrusted) return;
          target.form.elements.answer.value = 'adult';
          target.form.submit();
        });
      </script>`,
  );

/** A real WebAuthn ceremony; the browser's own window is not part of the page. */
export const renderPasskey = (): Page =>
  renderPage(
    'Sign in',
    html`<h1>Sign in with a passkey</h1>
      <p>Use your passkey to continue: fingerprint, face or screen lock.</p>
      <form method="post" action="/walls/answer">
        <input type="hidden" name="answer" />
        <button type="button">Continue</button>
      </form>
      <script>
        const bytes = (text) => new TextEncoder().encode(text);
        document.querySelector('button').addEventListener('click', async ({ target }) => {
          const credential = await navigator.credentials.create({
            publicKey: {
              challenge: crypto.getRandomValues(new Uint8Array(32)),
              rp: { name: 'Sandbox shop' },
              user: { id: bytes('ada'), name: 'ada@example.com', displayName: 'Ada' },
              pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
              authenticatorSelection: { userVerification: 'required' },
            },
          });
          target.form.elements.answer.value = credential.type;
          target.form.submit();
        });
      </script>`,
  );

/** Width and height of a key of the pad, in CSS pixels. */
export const KEY_PX = 60;

/** A pad that is a picture: its digits are nowhere in the document, and only a hand's clicks count. */
export const renderKeypad = (): Page =>
  renderPage(
    'Security check',
    html`<h1>Enter your PIN</h1>
      <p>Use the keypad below. Your keyboard is switched off.</p>
      <form method="post" action="/walls/answer">
        <input type="hidden" name="answer" />
        <div class="pin-pad">
          <canvas width="${3 * KEY_PX}" height="${4 * KEY_PX}" aria-label="Keypad"></canvas>
        </div>
      </form>
      <script>
        ${raw(`const KEY = ${KEY_PX}, ROWS = ['123', '456', '789', ' 0 '];`)};
        const canvas = document.querySelector('canvas'),
          ink = canvas.getContext('2d');
        ink.font = '24px sans-serif';
        ROWS.forEach((row, y) =>
          [...row].forEach((digit, x) => ink.fillText(digit, x * KEY + 22, y * KEY + 38)),
        );
        let typed = '';
        canvas.addEventListener('click', ({ isTrusted, offsetX, offsetY }) => {
          if (!isTrusted) return;
          typed += ROWS[Math.floor(offsetY / KEY)][Math.floor(offsetX / KEY)];
          if (typed.length < 4) return;
          const form = document.querySelector('form');
          form.elements.answer.value = typed;
          form.submit();
        });
      </script>`,
  );

/**
 * Wallet buttons and no field for a card. Whoever comes back from the wallet without having paid is offered the shop's
 * own checkout, as shops do when a wallet reports that its owner cancelled.
 */
export const renderWalletButtons = (walletOrigin: string): Page =>
  renderPage(
    'Express checkout',
    html`<h1>How do you want to pay?</h1>
      <p>Order total: $21.50</p>
      <button type="button" class="paypal-button" aria-label="Pay with PayPal">PayPal</button>
      <button type="button" class="apple-pay-button" aria-label="Pay with Apple Pay">Apple Pay</button>
      <form method="post" action="/walls/answer"><input type="hidden" name="answer" /></form>
      <script>
        const wallet = ${scriptValue(walletOrigin)};
        document.addEventListener('click', () => (document.body.dataset.clicks = 'some'));
        document.querySelector('.paypal-button').addEventListener('click', ({ isTrusted }) => {
          if (isTrusted) open(wallet + '/wallet', 'wallet', 'popup,width=420,height=560');
        });
        addEventListener('message', ({ origin, data }) => {
          if (origin !== wallet || data !== 'wallet-cancelled') return;
          const form = document.querySelector('form');
          form.elements.answer.value = 'another way';
          form.submit();
        });
      </script>`,
  );
