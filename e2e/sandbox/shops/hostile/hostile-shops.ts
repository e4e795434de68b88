import { fieldShops } from './field-shops.ts';
import { frameShops } from './frame-shops.ts';
import type { HostileShop } from './hostile-shop.ts';
import { lyingShops } from './lying-shops.ts';
import { movingShops } from './moving-shops.ts';
import { surfaceShops } from './surface-shops.ts';

/** One page for each attack that a page can stage. */
export const HOSTILE_SHOPS: readonly HostileShop[] = [
  ...surfaceShops,
  ...fieldShops,
  ...frameShops,
  ...movingShops,
  ...lyingShops,
];
