import type { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import Cap from '@cap.js/server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { renderPage } from '../world/html.ts';

const { resolve } = createRequire(import.meta.url);
const script = join(dirname(resolve('@cap.js/widget')), 'cap.min.js');
const wasm = join(dirname(resolve('@cap.js/wasm/package.json')), 'browser/cap_wasm_bg.wasm');

const Redeemed = z.object({ token: z.string(), solutions: z.array(z.number()) });

const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGQUIT', 'beforeExit'] as const;

/** The library ends the whole process at a signal. When ours ends is for those to say who run the sandbox. */
function createCap(): Cap {
  const signals: EventEmitter = process;
  const before = new Set(ENDINGS.flatMap((name) => signals.listeners(name)));
  const cap = new Cap({ noFSState: true });
  for (const name of ENDINGS) {
    for (const listener of signals.listeners(name).filter((one) => !before.has(one)))
      signals.removeListener(name, listener as () => void);
  }
  return cap;
}

/** Cap with its own widget and server library, served from here alone. */
export function createCapWall() {
  const cap = createCap();
  const routes = new Hono();

  routes.get('/walls/cap.js', async (c) =>
    c.body(await readFile(script, 'utf8'), 200, { 'Content-Type': 'text/javascript' }),
  );
  routes.get('/walls/cap.wasm', async (c) =>
    c.body(new Uint8Array(await readFile(wasm)), 200, { 'Content-Type': 'application/wasm' }),
  );
  routes.post('/walls/cap/challenge', async (c) =>
    c.json(await cap.createChallenge({ challengeCount: 5, challengeDifficulty: 3 })),
  );
  routes.post('/walls/cap/redeem', async (c) => {
    const asked = Redeemed.safeParse(await c.req.json().catch(() => undefined));
    return c.json(asked.success ? await cap.redeemChallenge(asked.data) : { success: false });
  });

  return {
    routes,
    /** Tells whether a form's `cap-token` is one that was redeemed here, once. */
    isPassed: async (field: string): Promise<boolean> => (await cap.validateToken(field)).success,
    page: () =>
      renderPage(
        'One more step',
        html`<h1>One more step</h1>
          <script>
            window.CAP_CUSTOM_WASM_URL = '/walls/cap.wasm';
          </script>
          <form method="post" action="/walls/answer">
            <cap-widget data-cap-api-endpoint="/walls/cap/"></cap-widget>
            <button>Continue</button>
          </form>
          <script type="module" src="/walls/cap.js"></script>`,
      ),
  };
}
