import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PspMerchant, ShopKey } from '../psp/merchants.ts';
import { skillFile } from '../../tooling/paths.ts';
import { createWallGate } from '../walls/wall-gate.ts';
import type { World } from '../world/world.ts';
import { makeQuote, Sku, type Quote } from './catalog.ts';
import { OrderForm, type OrderAnswer } from './order-form.ts';
import type { Orders } from './orders.ts';
import type { PriceBoard } from './price-board.ts';
import { addUp } from './totals.ts';

export interface Shop {
  key: ShopKey;
  merchant: PspMerchant;
  orders: Orders;
}

/** Makes the server of both shops; the Host header says which one is asked. */
export function createShopApp(
  world: World,
  shops: Record<ShopKey, Shop>,
  prices: PriceBoard,
  webDir: string,
): Hono {
  const app = new Hono().route('/', createWallGate(world));
  const shopOf = (c: Context) => shops[c.req.header('Host')?.startsWith('other.') ? 'other' : 'shop'];
  const quoteFor = (shop: Shop, sku: Sku): Quote =>
    makeQuote(world.seed, shop.key, sku, world.options.current, prices.raisedBy);
  const skuOf = (c: Context): Sku => Sku.catch('basket').parse(c.req.query('sku'));

  app.get('/api/quote', (c) => {
    prices.pageLoaded();
    c.header('Cache-Control', 'no-store');
    const shop = shopOf(c);
    const { publicKey } = shop.merchant;
    const pspScript = `${world.addresses().psp}/v1/hosted-fields.js`;
    return c.json({ quote: quoteFor(shop, skuOf(c)), publicKey, pspScript });
  });

  app.get('/api/quote/live', (c) => {
    const shop = shopOf(c);
    const sku = skuOf(c);
    return streamSSE(c, async (stream) => {
      const send = () => {
        // A page that went away is noticed by onAbort; the write that lost the race may fail.
        stream.writeSSE({ event: 'quote', data: JSON.stringify(quoteFor(shop, sku)) }).catch(() => undefined);
      };
      const unsubscribe = prices.subscribe(send);
      send();
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      unsubscribe();
    });
  });

  app.post('/api/orders', async (c) => {
    const shop = shopOf(c);
    const form = OrderForm.safeParse(await c.req.json().catch(() => undefined));
    const refuse = (status: 'invalid' | 'price_changed', reason: string, message: string) => {
      world.events.add({ kind: 'pay-refused', shop: shop.merchant.descriptor, reason });
      return c.json<OrderAnswer>({ status, message }, status === 'invalid' ? 400 : 409);
    };
    const expectedTotal = form.success ? form.data.expectedTotal : 0;
    world.events.add({ kind: 'pay-requested', shop: shop.merchant.descriptor, expectedTotal });
    if (!form.success) {
      const first = form.error.issues[0];
      return refuse(
        'invalid',
        `invalid ${first?.path.join('.') ?? ''}`,
        `Please check: ${first?.path.at(-1)?.toString() ?? 'form'} ${first?.message ?? ''}`,
      );
    }
    if (world.options.current.stock !== 'enough')
      return refuse('invalid', 'sold out', 'Sorry, an item in your cart has just sold out.');
    const { total } = addUp(quoteFor(shop, form.data.sku), form.data.shipping, form.data.address.state);
    if (total !== form.data.expectedTotal)
      return refuse('price_changed', 'price changed', 'The price has changed. Please check the new total.');
    return c.json(await shop.orders.place({ token: form.data.token, email: form.data.contact.email }, total));
  });

  app.post('/api/orders/:ref/complete', async (c) => {
    const answer = await shopOf(c).orders.complete(c.req.param('ref'));
    return answer ? c.json(answer) : c.json({ status: 'invalid', message: 'Unknown order' }, 404);
  });

  app.get('/api/orders/:ref', (c) => {
    c.header('Cache-Control', 'no-store');
    const order = shopOf(c).orders.find(c.req.param('ref'));
    return order?.isPlaced ? c.json(order) : c.json({ error: 'not_found' }, 404);
  });

  // A shop that welcomes agents says where their instructions are.
  app.get('/skill.md', async (c) =>
    c.body(await readFile(skillFile, 'utf8'), 200, { 'Content-Type': 'text/markdown; charset=utf-8' }),
  );

  app.get('/assets/:file', async (c) => {
    const file = basename(c.req.param('file'));
    const type = file.endsWith('.css') ? 'text/css' : 'text/javascript';
    const text = await readFile(join(webDir, 'shop', 'assets', file), 'utf8').catch(() => undefined);
    return text === undefined
      ? c.notFound()
      : c.body(text, 200, { 'Content-Type': `${type}; charset=utf-8` });
  });

  // Every page is the same document; the router inside shows what the path asks for.
  app.get('*', async (c) => {
    if (c.req.path.startsWith('/favicon')) return c.body(null, 204);
    return c.html(await readFile(join(webDir, 'shop', 'index.html'), 'utf8'));
  });

  return app;
}
