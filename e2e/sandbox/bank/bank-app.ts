import { Hono } from 'hono';
import { html } from 'hono/html';
import { renderPage } from '../world/html.ts';
import type { BankInbox } from './inbox.ts';

/** Makes the bank's site: a page with the messages that carry one-time codes, and the app in which payments are approved. */
export function createBankApp(
  inbox: BankInbox,
  decide: (messageId: string, isApproved: boolean) => Promise<void>,
): Hono {
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
          ${message.code === ''
            ? html`<form method="post" action="/messages">
                <input type="hidden" name="id" value="${message.id}" />
                <button name="answer" value="approve">Approve</button>
                <button name="answer" value="deny" class="quiet">Deny</button>
              </form>`
            : html`<p>Code: <strong data-code>${message.code}</strong></p>`}
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

  app.post('/messages', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    await decide(form.get('id') ?? '', form.get('answer') === 'approve');
    return c.redirect('/messages', 303);
  });

  return app;
}
