import { Hono, type Context } from 'hono';
import { originAllows } from './frame-policy.ts';
import type { World } from '../world/world.ts';
import {
  AuthenticationRequest,
  ChallengeRequest,
  ThreeDsMethodData,
  decodeMessage,
  encodeMessage,
} from '../world/three-ds-messages.ts';
import type { AccessControl, AcsTransaction } from './access-control.ts';
import { renderAppChallenge, renderChallenge, renderMethod, renderReturn } from './challenge-page.ts';

/** Makes the access control server's pages and its endpoint for 3DS servers. */
export function createAcsApp(world: World, acs: AccessControl): Hono {
  const app = new Hono();

  const answer = (c: Context, transaction: AcsTransaction) => {
    if (transaction.result !== 'open') return c.html(renderReturn(transaction, acs));
    return c.html(transaction.code === '' ? renderAppChallenge(transaction) : renderChallenge(transaction));
  };
  const readForm = async (c: Context) => {
    const form = new URLSearchParams(await c.req.text());
    return { form, transaction: acs.find(form.get('acsTransID') ?? '') };
  };

  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });

  app.post('/3ds/areq', async (c) => {
    const request = AuthenticationRequest.safeParse(await c.req.json().catch(() => undefined));
    if (!request.success) return c.json({ messageType: 'Erro', errorCode: '203' }, 400);
    return c.json(acs.answer(request.data));
  });

  app.post('/3ds/method', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const message = decodeMessage(ThreeDsMethodData, form.get('threeDSMethodData'));
    const url = message?.threeDSMethodNotificationURL;
    // Only the provider we know may be notified: an open redirect with a form would serve anybody.
    if (!message || url === undefined || !originAllows(world.addresses().psp, url))
      return c.text('Bad method data', 400);
    const back = encodeMessage({ threeDSServerTransID: message.threeDSServerTransID });
    return c.html(renderMethod(back, url));
  });

  app.post('/3ds/creq', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const request = decodeMessage(ChallengeRequest, form.get('creq'));
    const transaction = request && acs.find(request.acsTransID);
    if (!transaction) return c.text('Bad challenge request', 400);
    acs.sendCode(transaction);
    return answer(c, transaction);
  });

  app.post('/3ds/challenge', async (c) => {
    const { form, transaction } = await readForm(c);
    if (!transaction) return c.text('Unknown transaction', 400);
    await acs.tryCode(transaction, form.get('otp') ?? '');
    return answer(c, transaction);
  });

  app.post('/3ds/state', async (c) => {
    const { transaction } = await readForm(c);
    if (!transaction) return c.text('Unknown transaction', 400);
    // The bank's own clock ends what nobody answered.
    if (Date.now() >= transaction.deadline) await acs.giveUp(transaction, 'timed out');
    return c.text(transaction.result);
  });

  app.post('/3ds/abandon', async (c) => {
    const { transaction } = await readForm(c);
    if (!transaction) return c.text('Unknown transaction', 400);
    await acs.giveUp(transaction, 'abandoned');
    return answer(c, transaction);
  });

  app.post('/3ds/timeout', async (c) => {
    const { transaction } = await readForm(c);
    if (!transaction) return c.text('Unknown transaction', 400);
    // The browser's timer may run a little ahead of ours; anybody may give up anyway.
    await acs.giveUp(transaction, 'timed out');
    return answer(c, transaction);
  });

  return app;
}
