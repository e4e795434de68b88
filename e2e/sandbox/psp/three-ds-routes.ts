import { Hono } from 'hono';
import { html } from 'hono/html';
import { renderPage, scriptValue } from '../world/html.ts';
import {
  ChallengeResponse,
  ResultsRequest,
  ThreeDsMethodData,
  decodeMessage,
} from '../world/three-ds-messages.ts';
import type { ThreeDsServer } from './three-ds-server.ts';

/** A document that does nothing but tell the shop's page something. */
function tellPage(message: unknown, targetOrigin: string) {
  return renderPage(
    'Returning to the shop',
    html`<p>Returning to the shop…</p>
      <script>
        parent.postMessage(${scriptValue(message)}, ${scriptValue(targetOrigin)});
      </script>`,
  );
}

/** Makes `/3ds`: where the bank's frames and the bank itself report back. */
export function createThreeDsRoutes(server: ThreeDsServer): Hono {
  const app = new Hono();

  app.post('/method-notification', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const message = decodeMessage(ThreeDsMethodData, form.get('threeDSMethodData'));
    const id = message?.threeDSServerTransID ?? '';
    const origin = server.pageOriginOf(id);
    const next = origin === undefined ? undefined : await server.authenticate(id);
    if (origin === undefined || next === undefined) return c.text('Unknown transaction', 400);
    return c.html(tellPage({ type: 'psp:3ds-next', transactionId: id, next }, origin));
  });

  app.post('/notification', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const message = decodeMessage(ChallengeResponse, form.get('cres'));
    const id = message?.threeDSServerTransID ?? '';
    const origin = server.pageOriginOf(id);
    if (origin === undefined) return c.text('Unknown transaction', 400);
    return c.html(tellPage({ type: 'psp:3ds-next', transactionId: id, next: { step: 'done' } }, origin));
  });

  // For the shop's page, which waits while the bank asks the buyer by itself.
  app.get('/state/:id', (c) => {
    const origin = server.pageOriginOf(c.req.param('id'));
    if (origin === undefined) return c.notFound();
    c.header('Access-Control-Allow-Origin', origin);
    c.header('Cache-Control', 'no-store');
    return c.text(server.outcomeOf(c.req.param('id')));
  });

  app.post('/results', async (c) => {
    const report = ResultsRequest.safeParse(await c.req.json().catch(() => undefined));
    if (!report.success || !server.conclude(report.data)) return c.json({ messageType: 'Erro' }, 400);
    return c.json({ messageType: 'RRes', resultsStatus: '01' });
  });

  return app;
}
