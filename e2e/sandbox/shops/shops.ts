import type { Hono } from 'hono';
import type { PspMerchant, ShopKey } from '../psp/merchants.ts';
import type { World } from '../world/world.ts';
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
  return {
    app: createShopApp(world, shops, prices, webDir),
    captureNow: async () => (await shops.shop.orders.captureNow()) + (await shops.other.orders.captureNow()),
    reset: () => [shops.shop.orders, shops.other.orders, prices].forEach((part) => part.reset()),
  };
}
