import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { World } from '../world/world.ts';
import { CARD_NETWORK_HEADER } from './network.ts';

/**
 * Breaks the connection or the server, or allows no more calls, as a test scripted it; the card network goes on
 * working. A broken server refuses in its dialect's words.
 */
export function answerAsScripted(
  world: World,
  refuse: (c: Context, status: 500 | 429, message: string) => Response,
) {
  return createMiddleware<{ Bindings: HttpBindings }>(async (c, next) => {
    const isNetwork = c.req.header(CARD_NETWORK_HEADER) !== undefined;
    const mode = isNetwork ? 'normal' : world.options.current.issuerAnswers;
    if (mode === 'error') return refuse(c, 500, 'Internal error (scripted)');
    if (mode === 'rate_limited') {
      c.header('Retry-After', '1');
      return refuse(c, 429, 'Too many requests (scripted)');
    }
    await next();
    if (mode !== 'lost_reply') return undefined;
    c.env.outgoing.destroy();
    c.res = RESPONSE_ALREADY_SENT;
    return undefined;
  });
}
