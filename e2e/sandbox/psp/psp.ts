import type { Hono } from 'hono';
import { shopName } from '../shops/catalog.ts';
import type { World } from '../world/world.ts';
import { Charges } from './charges.ts';
import { IssuerLink } from './issuer-link.ts';
import { createMerchants, type PspMerchant } from './merchants.ts';
import { createPspApp } from './psp-app.ts';
import { ThreeDsServer } from './three-ds-server.ts';
import { CardVault } from './vault.ts';

interface Psp {
  app: Hono;
  merchants: PspMerchant[];
  reset(): void;
}

/** Puts the payment provider together. */
export function createPsp(world: World, issuerApiKey: string, webDir: string): Psp {
  const merchants = createMerchants(world.seed, {
    shop: shopName(world.seed, 'shop'),
    other: shopName(world.seed, 'other'),
  });
  const vault = new CardVault(world);
  const threeDs = new ThreeDsServer(world);
  const charges = new Charges(world, vault, new IssuerLink(world, issuerApiKey), threeDs);
  return {
    app: createPspApp(world, { merchants, vault, charges, threeDs }, webDir),
    merchants,
    reset: () => [vault, threeDs, charges].forEach((part) => part.reset()),
  };
}
