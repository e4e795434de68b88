import { html } from 'hono/html';
import { renderPage, scriptValue } from '../world/html.ts';

/**
 * A wallet's own window: it pays from a balance that only its owner can reach, or goes back to the shop. `shopOrigin` is
 * told when it does.
 */
export const renderWalletPage = (shopOrigin: string): ReturnType<typeof renderPage> =>
  renderPage(
    'Log in to your wallet',
    html`<h1>Log in to your wallet</h1>
      <p>Your wallet pays the shop; it sees no card.</p>
      <button type="button" class="quiet">Cancel and return to the shop</button>
      <script>
        document.querySelector('button').addEventListener('click', ({ isTrusted }) => {
          if (!isTrusted) return;
          opener.postMessage('wallet-cancelled', ${scriptValue(shopOrigin)});
          close();
        });
      </script>`,
  );
