import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { createChallenge, verifySolution, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { create } from 'svg-captcha';
import { z } from 'zod';
import { renderPage } from '../world/html.ts';
import type { World } from '../world/world.ts';

/** A vendor may take its time: the widget says that it verifies, and a person is still to type what it shows then. */
const SLOW_MS = 1_200;

const SECRET = 'a secret of the sandbox';
const script = createRequire(import.meta.url).resolve('altcha');

/** The widget's own way: it works by itself, waits for a click, or shows a picture whose letters a person types. */
export type AltchaManner = 'silent' | 'click' | 'code';

/** What a shop does when its widget works by itself: nobody has to press anything. */
const GO_ON = `document.querySelector('altcha-widget').addEventListener('verified', () => setTimeout(() => document.forms[0].submit(), 50));`;

const Sent = z.looseObject({ code: z.string().optional(), payload: z.string() });

/** ALTCHA with its own widget and server library, served from here alone. */
export function createAltchaWall(world: World) {
  const routes = new Hono();

  routes.get('/walls/altcha.js', async (c) =>
    c.body(await readFile(script, 'utf8'), 200, { 'Content-Type': 'text/javascript' }),
  );
  routes.get('/walls/altcha/challenge', async (c) => {
    const challenge = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: 100,
      deriveKey,
      hmacSignatureSecret: SECRET,
    });
    if (world.options.current.wall !== 'altcha_code') return c.json(challenge);
    await setTimeout(SLOW_MS);
    const { text, data } = create({ size: 5, ignoreChars: '0oO1iIl' });
    world.wallAnswer = text;
    const image = `data:image/svg+xml;base64,${Buffer.from(data).toString('base64')}`;
    return c.json({ ...challenge, codeChallenge: { image, length: text.length } });
  });
  routes.post('/walls/altcha/verify', async (c) => {
    const sent = Sent.safeParse(await c.req.json().catch(() => undefined));
    const isRight = sent.success && sent.data.code?.toLowerCase() === world.wallAnswer.toLowerCase();
    return c.json(isRight ? { verified: true, payload: sent.data.payload } : { verified: false });
  });

  return {
    routes,
    /** Tells whether a form's `altcha` field holds a solution of a challenge of ours. */
    async isPassed(field: string): Promise<boolean> {
      const payload = z
        .looseObject({ challenge: z.unknown(), solution: z.unknown() })
        .safeParse(readJson(Buffer.from(field, 'base64').toString()));
      if (!payload.success) return false;
      const { challenge, solution } = payload.data as unknown as Payload;
      const { verified } = await verifySolution({
        challenge,
        solution,
        deriveKey,
        hmacSignatureSecret: SECRET,
      }).catch(() => ({ verified: false }));
      return verified;
    },
    page(manner: AltchaManner) {
      const settings = manner === 'code' ? { verifyUrl: '/walls/altcha/verify' } : {};
      const isSilent = manner === 'silent';
      return renderPage(
        'One more step',
        html`<h1>One more step</h1>
          <form method="post" action="/walls/answer">
            <altcha-widget
              challenge="/walls/altcha/challenge"
              ${isSilent ? raw('auto="onload" display="invisible"') : ''}
              configuration="${JSON.stringify(settings)}"
            ></altcha-widget>
            <button>Continue</button>
          </form>
          <script type="module" src="/walls/altcha.js"></script>
          ${isSilent
            ? html`<script>
                ${raw(GO_ON)};
              </script>`
            : ''}`,
      );
    },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
