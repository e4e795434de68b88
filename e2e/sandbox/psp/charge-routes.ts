import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Charges } from './charges.ts';
import type { PspMerchant } from './merchants.ts';

const ChargeRequest = z.strictObject({
  token: z.string(),
  amount: z.int().min(1),
  currency: z.literal('USD'),
  order: z.string().min(1),
});
const CaptureRequest = z.strictObject({ amount: z.int().min(1) });

/** Makes `/v1/charges`, for shop servers with their secret key. */
export function createChargeRoutes(merchants: PspMerchant[], charges: Charges): Hono {
  const app = new Hono();
  const merchantOf = (c: Context) =>
    merchants.find((one) => c.req.header('Authorization') === `Bearer ${one.secretKey}`);
  const body = (c: Context): Promise<unknown> => c.req.json<unknown>().catch(() => undefined);

  app.post('/', async (c) => {
    const merchant = merchantOf(c);
    if (!merchant) return c.json({ error: 'unauthorized' }, 401);
    const input = ChargeRequest.safeParse(await body(c));
    if (!input.success) return c.json({ error: 'invalid_request' }, 400);
    const charge = await charges.create(merchant, input.data);
    if (typeof charge === 'string') return c.json({ error: charge }, 400);
    return c.json(charges.view(charge));
  });

  app.get('/:id', (c) => {
    const merchant = merchantOf(c);
    const charge = merchant && charges.find(c.req.param('id'), merchant);
    return charge ? c.json(charges.view(charge)) : c.json({ error: 'not_found' }, 404);
  });

  app.post('/:id/confirm', async (c) => {
    const merchant = merchantOf(c);
    const charge = merchant && charges.find(c.req.param('id'), merchant);
    if (!charge) return c.json({ error: 'not_found' }, 404);
    return c.json(charges.view(await charges.confirm(charge)));
  });

  app.post('/:id/capture', async (c) => {
    const merchant = merchantOf(c);
    const charge = merchant && charges.find(c.req.param('id'), merchant);
    if (!charge) return c.json({ error: 'not_found' }, 404);
    const input = CaptureRequest.safeParse(await body(c));
    if (!input.success) return c.json({ error: 'invalid_request' }, 400);
    const outcome = await charges.capture(charge, input.data.amount);
    return outcome === 'captured' ? c.json(charges.view(charge)) : c.json({ error: outcome }, 400);
  });

  return app;
}
