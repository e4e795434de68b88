import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isCardNumber } from '../issuer/card-numbers.ts';
import type { World } from '../world/world.ts';
import { createChargeRoutes } from './charge-routes.ts';
import type { Charges } from './charges.ts';
import { FIELD_NAMES, renderFieldPage } from './field-page.ts';
import { originOf, type PspMerchant } from './merchants.ts';
import { createThreeDsRoutes } from './three-ds-routes.ts';
import { renderCardFormPage } from './card-form-page.ts';
import type { PaySessions } from './pay-sessions.ts';
import { createSessionRoutes } from './session-routes.ts';
import type { ThreeDsServer } from './three-ds-server.ts';
import type { CardVault } from './vault.ts';
import { renderWalletPage } from './wallet-page.ts';

const TokenRequest = z.strictObject({
  publicKey: z.string(),
  number: z.string().refine(isCardNumber, 'invalid_number'),
  expMonth: z.string().regex(/^(0[1-9]|1[0-2])$/, 'invalid_expiry'),
  expYear: z.string().regex(/^20\d\d$/, 'invalid_expiry'),
  cvc: z.string().regex(/^\d{3}$/, 'invalid_cvc'),
});

interface PspParts {
  merchants: PspMerchant[];
  vault: CardVault;
  charges: Charges;
  threeDs: ThreeDsServer;
  sessions: PaySessions;
}

/** Makes the payment provider: hosted card fields, tokens, charges and its 3DS server. */
export function createPspApp(world: World, parts: PspParts, webDir: string): Hono {
  const app = new Hono();
  const merchantOf = (key: string | undefined) => parts.merchants.find((one) => one.publicKey === key);

  app.get('/v1/hosted-fields.js', () => serveScript(join(webDir, 'hosted-fields.js')));
  app.get('/assets/field.js', () => serveScript(join(webDir, 'field.js')));

  app.get('/fields/:field', (c) => {
    const field = FIELD_NAMES.find((name) => name === c.req.param('field'));
    const merchant = merchantOf(c.req.query('key'));
    if (!field || !merchant) return c.text('Unknown field or merchant', 404);
    const origin = originOf(merchant, world);
    c.header('Content-Security-Policy', `frame-ancestors ${origin}`);
    c.header('Cache-Control', 'no-store');
    return c.html(renderFieldPage(field, c.req.query('session') ?? '', origin, merchant.publicKey));
  });

  app.get('/card-form', (c) => {
    const merchant = merchantOf(c.req.query('key'));
    if (!merchant) return c.text('Unknown merchant', 404);
    const origin = originOf(merchant, world);
    c.header('Content-Security-Policy', `frame-ancestors ${origin}`);
    c.header('Cache-Control', 'no-store');
    return c.html(renderCardFormPage(origin, merchant.publicKey));
  });

  app.get('/wallet', (c) => c.html(renderWalletPage(world.addresses().shop)));

  app.post('/v1/tokens', async (c) => {
    c.header('Cache-Control', 'no-store');
    const input = TokenRequest.safeParse(await c.req.json().catch(() => undefined));
    if (!input.success) return c.json({ error: input.error.issues[0]?.message ?? 'invalid_request' }, 400);
    const { publicKey, number: pan, expMonth, expYear, cvc } = input.data;
    const merchant = merchantOf(publicKey);
    // The fields themselves may make tokens, which are of this origin; and servers with the merchant's secret key.
    const isServer = c.req.header('Authorization') === `Bearer ${merchant?.secretKey}`;
    if (!merchant || (!isServer && c.req.header('Origin') !== world.addresses().psp))
      return c.json({ error: 'forbidden' }, 403);
    const token = parts.vault.keep({ pan, expMonth, expYear, cvc }, publicKey);
    const lastFour = pan.slice(-4);
    world.events.add({ kind: 'card-tokenized', pspToken: token, lastFour, merchant: merchant.descriptor });
    return c.json({ token, lastFour });
  });

  app.route('/v1/charges', createChargeRoutes(parts.merchants, parts.charges));
  app.route('/', createSessionRoutes(world, parts));
  app.route('/3ds', createThreeDsRoutes(parts.threeDs));
  return app;
}

async function serveScript(file: string): Promise<Response> {
  return new Response(await readFile(file, 'utf8'), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
