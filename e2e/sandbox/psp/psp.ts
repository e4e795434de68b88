import type { Hono } from 'hono';
import { shopName } from '../shops/catalog.ts';
import { OPEN_SHOPS } from '../shops/zoo/zoo-shops.ts';
import type { World } from '../world/world.ts';
import { Charges } from './charges.ts';
import { IssuerLink } from './issuer-link.ts';
import { createMerchants, type PspMerchant } from './merchants.ts';
import { createPspApp } from './psp-app.ts';
import { PaySessions } from './pay-sessions.ts';
import { ThreeDsServer } from './three-ds-server.ts';
import { CardVault } from './vault.ts';

interface Psp {
  app: Hono;
  merchants: PspMerchant[];
  reset(): void;
}

/** Puts the payment provider together. */
export function createPsp(world: World, issuerApiKey: string, webDir: string): Psp {
  const merchants = createMerchants(world.seed, [
    { shop: 'shop', name: shopName(world.seed, 'shop'), mcc: '5943' },
    { shop: 'other', name: shopName(world.seed, 'other'), mcc: '5732' },
    ...OPEN_SHOPS.map(({ key, name }) => ({ shop: key, name, mcc: '5999' })),
  ]);
  const vault = new CardVault(world);
  const threeDs = new ThreeDsServer(world);
  const charges = new Charges(world, vault, new IssuerLink(world, issuerApiKey), threeDs);
  const sessions = new PaySessions(world);
  return {
    app: createPspApp(world, { merchants, vault, charges, threeDs, sessions }, webDir),
    merchants,
    reset: () => [vault, threeDs, charges, sessions].forEach((part) => part.reset()),
  };
}
