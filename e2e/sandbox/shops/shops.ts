import { Hono } from 'hono';
import type { PspMerchant, ShopKey } from '../psp/merchants.ts';
import type { World } from '../world/world.ts';
import { createZoo } from './zoo/zoo-app.ts';
import { Orders } from './orders.ts';
import { PriceBoard } from './price-board.ts';
import { PspLink } from './psp-link.ts';
import { createShopApp, type Shop } from './shop-app.ts';

interface Shops {
  app: Hono;
  captureNow(): Promise<number>;
  reset(): void;
}

/** Puts both shops together, each with its own merchant account and orders. */
export function createShops(world: World, merchants: PspMerchant[], webDir: string): Shops {
  const prices = new PriceBoard(world);
  const open = (key: ShopKey): Shop => {
    const merchant = merchants.find((one) => one.shop === key);
    if (!merchant) throw new Error(`the provider has no merchant for ${key}`);
    return { key, merchant, orders: new Orders(world, merchant, new PspLink(world, merchant)) };
  };
  const shops = { shop: open('shop'), other: open('other') };
  const zoo = createZoo(world, merchants, prices, webDir);
  const first = createShopApp(world, shops, prices, webDir);
  const orders = [shops.shop.orders, shops.other.orders, ...zoo.orders];
  // One server for all of them: the Host header says which shop is asked.
  const app = new Hono().all('*', async (c) => {
    const chosen = zoo.appFor(c.req.header('Host')) ?? first;
    const { method, url, headers } = c.req.raw;
    const hasBody = method !== 'GET' && method !== 'HEAD';
    // The recorder has read the body already: the app gets the request anew.
    return chosen.fetch(new Request(url, { method, headers, ...(hasBody && { body: await c.req.text() }) }));
  });
  return {
    app,
    async captureNow() {
      const captured = await Promise.all(orders.map((one) => one.captureNow()));
      return captured.reduce((sum, count) => sum + count, 0);
    },
    reset: () => [...orders, prices].forEach((part) => part.reset()),
  };
}
