import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { isCardNumber } from '../issuer/card-numbers.ts';
import type { World } from '../world/world.ts';
import type { Charge, Charges } from './charges.ts';
import { originOf, type PspMerchant } from './merchants.ts';
import { renderPaidPage, renderPayPage, renderToBank, renderWaiting } from './pay-page.ts';
import type { PaySession, PaySessions } from './pay-sessions.ts';
import type { ThreeDsServer } from './three-ds-server.ts';
import type { CardVault } from './vault.ts';

const SessionRequest = z.strictObject({
  amount: z.int().min(1),
  order: z.string().min(1),
  successUrl: z.url(),
  isPopUp: z.boolean(),
});

interface SessionParts {
  merchants: readonly PspMerchant[];
  vault: CardVault;
  charges: Charges;
  threeDs: ThreeDsServer;
  sessions: PaySessions;
}

/** Makes the payment pages that are the provider's own: `/v1/sessions` for shop servers, `/pay/…` for buyers. */
export function createSessionRoutes(world: World, parts: SessionParts): Hono {
  const { merchants, vault, charges, threeDs, sessions } = parts;
  const app = new Hono();
  const merchantBy = (authorization: string | undefined) =>
    merchants.find(({ secretKey }) => authorization === `Bearer ${secretKey}`);
  const urlOf = (session: PaySession) => `${world.addresses().psp}/pay/${session.id}`;

  const finish = (c: Context, session: PaySession, charge: Charge) => {
    if (charge.status !== 'succeeded') return c.html(renderPayPage(session, 'Your card was declined.'), 402);
    session.charge = charge;
    const back = new URL(session.successUrl);
    back.searchParams.set('session', session.id);
    return session.isPopUp ? c.html(renderPaidPage(session, back)) : c.redirect(back.href, 303);
  };

  app.post('/v1/sessions', async (c) => {
    const merchant = merchantBy(c.req.header('Authorization'));
    const input = SessionRequest.safeParse(await c.req.json().catch(() => undefined));
    if (!merchant || !input.success) return c.json({ error: 'invalid_request' }, 400);
    // A shop may send buyers back to itself only.
    if (new URL(input.data.successUrl).origin !== originOf(merchant, world))
      return c.json({ error: 'foreign_return_address' }, 400);
    const session = sessions.open({ merchant, ...input.data });
    return c.json({ id: session.id, url: urlOf(session) });
  });

  app.get('/v1/sessions/:id', (c) => {
    const merchant = merchantBy(c.req.header('Authorization'));
    const session = sessions.find(c.req.param('id'));
    if (!merchant || session?.merchant !== merchant) return c.json({ error: 'not_found' }, 404);
    return c.json({ charge: session.charge ? charges.view(session.charge) : null });
  });

  app.get('/pay/:id', (c) => {
    const session = sessions.find(c.req.param('id'));
    c.header('Cache-Control', 'no-store');
    // The page holds card fields: nobody may frame it.
    c.header('Content-Security-Policy', "frame-ancestors 'none'");
    return session ? c.html(renderPayPage(session)) : c.notFound();
  });

  app.post('/pay/:id', async (c) => {
    const session = sessions.find(c.req.param('id'));
    if (!session) return c.notFound();
    const { merchant, amount, order } = session;
    world.events.add({ kind: 'pay-requested', shop: merchant.descriptor, expectedTotal: amount });
    const form = new URLSearchParams(await c.req.text());
    const pan = (form.get('cardNumber') ?? '').replace(/\D/g, '');
    const expiry = (form.get('cardExpiry') ?? '').replace(/\D/g, '');
    const cvc = form.get('cardCvc') ?? '';
    if (!isCardNumber(pan) || expiry.length !== 4 || !/^\d{3}$/.test(cvc))
      return c.html(renderPayPage(session, 'Please check your card details.'), 400);
    const card = { pan, cvc, expMonth: expiry.slice(0, 2), expYear: `20${expiry.slice(2)}` };
    const token = vault.keep(card, merchant.publicKey);
    const wholePageReturn = `/pay/${session.id}/authenticated`;
    const charge = await charges.create(merchant, { token, amount, order, wholePageReturn });
    if (typeof charge === 'string') return c.html(renderPayPage(session, 'Your card was declined.'), 402);
    if (charge.threeDsId === undefined) return finish(c, session, charge);
    session.charge = charge;
    const next = await threeDs.authenticate(charge.threeDsId);
    if (next?.step === 'challenge') return c.html(renderToBank(next));
    if (next?.step === 'wait') return c.html(renderWaiting(session, charge.threeDsId));
    return finish(c, session, await charges.confirm(charge));
  });

  // The bank leads the whole page back to here. What it says in the form is a claim: the provider has its own word.
  app.post('/pay/:id/authenticated', async (c) => {
    const session = sessions.find(c.req.param('id'));
    return session?.charge ? finish(c, session, await charges.confirm(session.charge)) : c.notFound();
  });

  return app;
}
