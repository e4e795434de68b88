import { setTimeout as wait } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import type { World } from '../world/world.ts';

/** Lets the provider be slow or gone, as scripted. */
export function scriptedFaults(world: World): MiddlewareHandler {
  return async (c, next) => {
    const { provider, providerDelayMs } = world.options.current;
    if (providerDelayMs > 0) await wait(providerDelayMs, undefined, { ref: false });
    if (provider === 'stopped') return c.json({ error: 'service_unavailable' }, 503);
    await next();
    return undefined;
  };
}
