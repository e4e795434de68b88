import { Hono } from 'hono';
import { Lithic } from 'lithic';
import Stripe from 'stripe';
import { listen } from '../world/listen.ts';
import type { SandboxHappening } from '../world/event-log.ts';
import { createWorld, type World } from '../world/world.ts';
import { createLithicApp } from './lithic-app.ts';
import { Program } from './program.ts';
import { createStripeApp } from './stripe-app.ts';

export interface StartedIssuer {
  url: string;
  world: World;
  program: Program;
  /** The official client, as a program owner would use it. */
  client: Lithic;
  /** Stripe's, against the same books. */
  stripe: Stripe;
  kinds(): SandboxHappening['kind'][];
  close(): Promise<void>;
}

/** Starts the issuer alone, for tests that need no shop. */
export async function startIssuer(seed = 1): Promise<StartedIssuer> {
  const world = createWorld(seed, () => {
    throw new Error('the issuer alone has no neighbours');
  });
  const program = new Program(world);
  const { port, close } = await listen(
    new Hono().route('/v1', createStripeApp(world, program)).route('/v1', createLithicApp(world, program)),
    0,
  );
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    world,
    program,
    client: new Lithic({ apiKey: program.apiKey, baseURL: url, maxRetries: 0 }),
    stripe: new Stripe(program.apiKey, {
      host: '127.0.0.1',
      port,
      protocol: 'http',
      maxNetworkRetries: 0,
      telemetry: false,
    }),
    kinds: () => world.events.all().map((event) => event.kind),
    close,
  };
}
