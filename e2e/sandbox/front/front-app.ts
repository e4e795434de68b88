import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { SandboxControl } from '../control.ts';
import { SandboxOptions } from '../world/options.ts';
import type { World } from '../world/world.ts';
import { renderFrontPage } from './front-page.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';

const Press = z.object({ isOn: z.boolean() });
const DEFAULTS = SandboxOptions.parse({});

/** Makes the front page's server. No card number passes it: the log has none. */
export function createFrontApp(world: World, control: () => SandboxControl): Hono {
  const app = new Hono();
  const isOn = ({ options }: Scenario): boolean =>
    Object.entries(options).every(
      ([name, value]) => world.options.current[name as keyof SandboxOptions] === value,
    );

  // A page of a hostile shop may post here as well; this header it cannot send without being asked first (CORS).
  app.use(async (c, next) => {
    if (c.req.method === 'POST' && c.req.header('X-Sandbox') !== 'front') return c.body(null, 403);
    await next();
    return undefined;
  });

  app.get('/', (c) => c.html(renderFrontPage(world.seed, world.addresses())));
  app.get('/favicon.ico', (c) => c.body(null, 204));

  app.post('/scenarios/:key', async (c) => {
    const scenario = SCENARIOS.find(({ key }) => key === c.req.param('key'));
    const press = Press.safeParse(await c.req.json().catch(() => undefined));
    if (!scenario || !press.success) return c.json({ error: 'unknown scenario' }, 404);
    const names = Object.keys(scenario.options) as (keyof SandboxOptions)[];
    const usual = Object.fromEntries(names.map((name) => [name, DEFAULTS[name]]));
    control().merge(press.data.isOn ? scenario.options : usual);
    return c.json(control().options());
  });
  app.post('/capture-now', async (c) => c.json({ captured: await control().captureNow() }));
  app.post('/reset', (c) => {
    control().reset();
    return c.json({ ok: true });
  });

  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      // A page that went away is noticed by onAbort; the write that lost the race may fail.
      const send = (event: string, body: unknown) =>
        void stream.writeSSE({ event, data: JSON.stringify(body) }).catch(() => undefined);
      const sendState = () => send('state', Object.fromEntries(SCENARIOS.map((one) => [one.key, isOn(one)])));
      const unsubscribe = [
        world.options.subscribe(sendState),
        world.events.subscribe((event) => (event ? send('happened', event) : send('clear', {}))),
      ];
      sendState();
      for (const event of world.events.all()) send('happened', event);
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      for (const stop of unsubscribe) stop();
    }),
  );
  return app;
}
