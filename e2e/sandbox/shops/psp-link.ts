import { z } from 'zod';
import type { PspMerchant } from '../psp/merchants.ts';
import type { World } from '../world/world.ts';

const Charge = z.looseObject({
  id: z.string(),
  status: z.enum(['requires_action', 'authorizing', 'succeeded', 'declined']),
  reason: z.string(),
  action: z
    .looseObject({
      type: z.literal('three_ds'),
      transactionId: z.string(),
      methodUrl: z.string(),
      threeDSMethodData: z.string(),
    })
    .optional(),
});
export type PspCharge = z.infer<typeof Charge>;

/** A shop server's way to its payment provider, with its secret key. */
export class PspLink {
  constructor(
    private readonly world: World,
    private readonly merchant: PspMerchant,
  ) {}

  charge(request: { token: string; amount: number; order: string }): Promise<PspCharge | undefined> {
    return this.post('/v1/charges', { ...request, currency: 'USD' });
  }

  confirm(chargeId: string): Promise<PspCharge | undefined> {
    return this.post(`/v1/charges/${chargeId}/confirm`, {});
  }

  capture(chargeId: string, amount: number): Promise<PspCharge | undefined> {
    return this.post(`/v1/charges/${chargeId}/capture`, { amount });
  }

  private async post(path: string, body: unknown): Promise<PspCharge | undefined> {
    const reply = await fetch(`${this.world.addresses().inside.psp}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.merchant.secretKey}` },
      body: JSON.stringify(body),
    });
    return reply.ok ? Charge.parse(await reply.json()) : undefined;
  }
}
