import { Hono } from 'hono';
import { html } from 'hono/html';
import { renderPage } from '../world/html.ts';
import type { BankInbox } from './inbox.ts';

/** Makes the bank's site: a page with the messages that carry one-time codes. */
export function createBankApp(inbox: BankInbox): Hono {
  const app = new Hono();

  app.get('/', (c) => c.redirect('/messages'));

  app.get('/messages', (c) => {
    c.header('Cache-Control', 'no-store');
    c.header('Refresh', '2');
    const messages = inbox.all();
    const rows = messages.map(
      (message) =>
        html`<article data-message-id="${message.id}">
          <p>${message.text}</p>
          <p>Code: <strong data-code>${message.code}</strong></p>
          <small>${message.at}</small>
        </article>`,
    );
    const list = rows.length > 0 ? rows : html`<p>No messages.</p>`;
    return c.html(
      renderPage(
        'Messages — Harbor Bank',
        html`<h1>Messages from Harbor Bank</h1>
          ${list}`,
      ),
    );
  });

  return app;
}
