import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PspMerchant } from '../../psp/merchants.ts';
import type { World } from '../../world/world.ts';
import { Orders } from '../orders.ts';
import type { PriceBoard } from '../price-board.ts';
import { PspLink } from '../psp-link.ts';
import { printUsd } from '../totals.ts';
import type { Desk } from './desk.ts';
import { renderShopPage } from './page.ts';
import { OPEN_SHOPS } from './zoo-shops.ts';

export interface Zoo {
  /** Gives the app of the shop that a Host header names. */
  appFor(host: string | undefined): Hono | undefined;
  orders: readonly Orders[];
}

const HOST = /^([a-z0-9-]+)\.zoo\.localhost(?::\d+)?$/;

/** Opens every shop of the zoo, each with its own merchant account and orders. */
export function createZoo(
  world: World,
  merchants: readonly PspMerchant[],
  prices: PriceBoard,
  webDir: string,
): Zoo {
  const opened = new Map(
    OPEN_SHOPS.map((shop) => {
      const merchant = merchants.find((one) => one.shop === shop.key);
      if (!merchant) throw new Error(`the provider has no merchant for ${shop.key}`);
      const psp = new PspLink(world, merchant);
      const desk: Desk = {
        world,
        merchant,
        psp,
        orders: new Orders(world, merchant, psp),
        get origin() {
          return world.addresses().shopAt(shop.key);
        },
        raisedBy: () => prices.raisedBy,
      };
      const app = new Hono()
        .get('/orders/:ref', (c) => renderOrder(c, desk))
        .get('/processing/:ref', (c) => c.html(renderProcessing()))
        .get('/favicon.ico', (c) => c.body(null, 204))
        .get('/bundles/:file', (c) => serveBundle(c, webDir))
        .route('/', shop.open(desk));
      return [shop.key, { app, desk }];
    }),
  );
  return {
    appFor: (host) => opened.get(HOST.exec(host ?? '')?.[1] ?? '')?.app,
    orders: [...opened.values()].map(({ desk }) => desk.orders),
  };
}

function renderOrder(c: Context, { orders }: Desk) {
  const order = orders.find(c.req.param('ref') ?? '');
  c.header('Cache-Control', 'no-store');
  if (!order?.isPlaced) return c.notFound();
  return c.html(
    renderShopPage({
      title: 'Order confirmed',
      body: html`<main>
        <h1>Thank you for your order</h1>
        <p>Order number: <strong>${order.ref}</strong></p>
        <p>You paid ${printUsd(order.total)}. A confirmation was sent to ${order.email}.</p>
      </main>`,
    }),
  );
}

const renderProcessing = () =>
  renderShopPage({
    title: 'One moment',
    body: html`<h1>We are looking into it</h1>
      <p>We will get back to you by e-mail.</p>`,
  });

async function serveBundle(c: Context, webDir: string) {
  const file = basename(c.req.param('file') ?? '');
  const text = await readFile(join(webDir, file), 'utf8').catch(() => undefined);
  return text === undefined
    ? c.notFound()
    : c.body(text, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
}
