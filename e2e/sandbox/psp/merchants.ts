import { seededBytes } from '../world/seeded.ts';
import type { World } from '../world/world.ts';

export type ShopKey = 'shop' | 'other';

/** A shop as its payment provider knows it. */
export interface PspMerchant {
  shop: ShopKey;
  publicKey: string;
  secretKey: string;
  descriptor: string;
  acceptorId: string;
  mcc: string;
}

/** Makes the provider's merchants; names come from the shops. */
export function createMerchants(seed: number, names: Record<ShopKey, string>): PspMerchant[] {
  const make = (shop: ShopKey, mcc: string): PspMerchant => {
    const key = seededBytes(seed, `psp-key-${shop}`, 0).toString('hex');
    return {
      shop,
      publicKey: `pk_sandbox_${key.slice(0, 20)}`,
      secretKey: `sk_sandbox_${key.slice(20, 52)}`,
      descriptor: names[shop].toUpperCase().slice(0, 25),
      acceptorId: `M${key.slice(52, 62).toUpperCase()}`,
      mcc,
    };
  };
  return [make('shop', '5943'), make('other', '5732')];
}

/** Gives the origin on which a merchant may embed the card fields. */
export function originOf(merchant: PspMerchant, world: World): string {
  return world.addresses()[merchant.shop];
}
