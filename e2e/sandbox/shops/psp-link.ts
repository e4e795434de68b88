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

  /** Makes a token of a card that the shop's own form took: a shop that sees card numbers. */
  async tokenize(card: {
    number: string;
    expMonth: string;
    expYear: string;
    cvc: string;
  }): Promise<string | undefined> {
    const reply = await this.send('/v1/tokens', { publicKey: this.merchant.publicKey, ...card });
    return reply.ok ? z.looseObject({ token: z.string() }).parse(await reply.json()).token : undefined;
  }

  /** Opens a payment page of the provider's own. */
  async openSession(request: {
    amount: number;
    order: string;
    successUrl: string;
    isPopUp: boolean;
  }): Promise<string | undefined> {
    const reply = await this.send('/v1/sessions', request);
    return reply.ok ? z.looseObject({ url: z.string() }).parse(await reply.json()).url : undefined;
  }

  /** Asks what was charged on a payment page; believes the provider, never the buyer's browser. */
  async sessionCharge(id: string): Promise<PspCharge | undefined> {
    const reply = await fetch(`${this.world.addresses().inside.psp}/v1/sessions/${encodeURIComponent(id)}`, {
      headers: { Authorization: `Bearer ${this.merchant.secretKey}` },
    });
    if (!reply.ok) return undefined;
    return z.looseObject({ charge: Charge.nullable() }).parse(await reply.json()).charge ?? undefined;
  }

  private async post(path: string, body: unknown): Promise<PspCharge | undefined> {
    const reply = await this.send(path, body);
    return reply.ok ? Charge.parse(await reply.json()) : undefined;
  }

  private send(path: string, body: unknown): Promise<Response> {
    return fetch(`${this.world.addresses().inside.psp}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.merchant.secretKey}` },
      body: JSON.stringify(body),
    });
  }
}
