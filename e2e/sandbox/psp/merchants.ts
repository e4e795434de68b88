import { seededBytes } from '../world/seeded.ts';
import type { World } from '../world/world.ts';

export type ShopKey = 'shop' | 'other';

/** A shop as its payment provider knows it. */
export interface PspMerchant {
  /** The key of one of the two first shops, or of one of the zoo. */
  shop: string;
  publicKey: string;
  secretKey: string;
  descriptor: string;
  acceptorId: string;
  mcc: string;
}

/** Makes the provider's merchants from the shops' keys and names. */
export function createMerchants(
  seed: number,
  shops: readonly { shop: string; name: string; mcc: string }[],
): PspMerchant[] {
  return shops.map(({ shop, name, mcc }) => {
    const key = seededBytes(seed, `psp-key-${shop}`, 0).toString('hex');
    return {
      shop,
      publicKey: `pk_sandbox_${key.slice(0, 20)}`,
      secretKey: `sk_sandbox_${key.slice(20, 52)}`,
      descriptor: name.toUpperCase().slice(0, 25),
      acceptorId: `M${key.slice(52, 62).toUpperCase()}`,
      mcc,
    };
  });
}

/** Gives the origin on which a merchant may embed the card fields. */
export function originOf(merchant: PspMerchant, world: World): string {
  return world.addresses().shopAt(merchant.shop);
}
