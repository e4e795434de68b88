import { Hono } from 'hono';
import type { SandboxControl } from '../control.ts';
import type { ServerName } from '../world/recorder.ts';
import { z } from 'zod';
import { refuse } from './lithic-errors.ts';
import { isScenario, SCENARIOS } from './scenarios.ts';

const SERVERS: readonly ServerName[] = ['front', 'issuer', 'psp', 'acs', 'bank', 'shop', 'mail'];

const Play = z.strictObject({
  scenario: z.string().refine(isScenario),
  card: z.string(),
  price: z.int().min(1),
});

/** Makes `/_control` for other processes, behind the issuer's API key. Card numbers are left out. */
export function createControlRoutes(apiKey: string, control: () => SandboxControl): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    if (c.req.header('Authorization') !== apiKey) return refuse(c, 401, 'Please provide the sandbox API key');
    c.header('Cache-Control', 'no-store');
    await next();
    return undefined;
  });

  app.get('/log', (c) => c.json(control().log()));
  app.get('/authorizations', (c) => c.json(control().authorizations()));
  app.get('/captures', (c) => c.json(control().captures()));
  app.get('/transactions', (c) => c.json(control().transactions()));
  app.get('/balance', (c) => c.json(control().balance()));
  app.get('/options', (c) => c.json(control().options()));
  app.get('/bank-messages', (c) => c.json(control().bankMessages()));
  app.get('/cards', (c) =>
    c.json(
      control()
        .cards()
        .map(({ token, lastFour, state, spendLimit, memo, isUsed }) => ({
          token,
          lastFour,
          state,
          spendLimit,
          memo,
          isUsed,
        })),
    ),
  );
  app.get('/requests', (c) => {
    const server = SERVERS.find((name) => name === c.req.query('server'));
    return c.json(control().requests(server));
  });

  app.post('/set', async (c) => {
    const changes: unknown = await c.req.json().catch(() => undefined);
    try {
      control().merge(changes);
      return c.json(control().options());
    } catch (error) {
      return refuse(c, 400, error instanceof Error ? error.message : 'unknown option');
    }
  });
  app.post('/play', async (c) => {
    const input = Play.safeParse(await c.req.json().catch(() => undefined));
    if (!input.success)
      return refuse(c, 400, `Needs card, price and one of ${Object.keys(SCENARIOS).join(', ')}`);
    const { scenario, card, price } = input.data;
    if (
      !control()
        .cards()
        .some(({ token }) => token === card)
    )
      return refuse(c, 404, 'Card not found');
    control().play(scenario, card, price);
    return c.json({ ok: true });
  });
  app.post('/capture-now', async (c) => c.json({ captured: await control().captureNow() }));
  app.post('/reset', (c) => {
    control().reset();
    return c.json({ ok: true });
  });

  return app;
}
