import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html, raw } from 'hono/html';
import { create } from 'svg-captcha';
import { renderPage } from '../world/html.ts';
import type { World } from '../world/world.ts';
import { createAltchaWall } from './altcha-wall.ts';
import { createCapWall } from './cap-wall.ts';
import {
  renderAgeGate,
  renderKeypad,
  renderPasskey,
  renderSmsCode,
  renderWalletButtons,
} from './gate-pages.ts';

const PASSED = 'passed';

/** Lets the visitor through: only the browser that passed carries the cookie. */
const pass = (c: Context): void => setCookie(c, PASSED, 'yes', { path: '/', sameSite: 'Lax' });

/**
 * Stands before a shop's checkout and asks what real guards ask. A person passes by real input: scripts' clicks are
 * refused where a page can tell, and answers are compared here, not in the page.
 */
export function createWallGate(world: World): Hono {
  const altcha = createAltchaWall(world);
  const cap = createCapWall();
  const gate = new Hono().route('/', altcha.routes).route('/', cap.routes);
  let answer = '';
  /** Whoever plays the person reads it off the world, as a person would off a phone or a page. */
  const expect = (right: string): void => {
    answer = right;
    world.wallAnswer = right;
  };

  const ask = (c: Context): Response | Promise<Response> | undefined => {
    switch (world.options.current.wall) {
      case 'none':
        return undefined;
      case 'altcha_silent':
        return c.html(altcha.page('silent'));
      case 'altcha_click':
        return c.html(altcha.page('click'));
      case 'altcha_code':
        return c.html(altcha.page('code'));
      case 'cap':
        return c.html(cap.page());
      case 'wallets_only':
        expect('another way');
        return c.html(renderWalletButtons(world.addresses().psp));
      case 'interstitial_that_clears':
        return interstitial(
          c,
          raw(`setTimeout(() => { document.cookie = '${PASSED}=yes;path=/'; location.reload(); }, 1500);`),
        );
      case 'interstitial_for_a_person':
        return interstitial(
          c,
          raw(
            `document.querySelector('button').addEventListener('click', (event) => { if (!event.isTrusted) return; document.cookie = '${PASSED}=yes;path=/'; location.reload(); });`,
          ),
          html`<button type="button">Verify you are human</button>`,
        );
      case 'picture_text': {
        const { text, data } = create({ size: 5, noise: 2, color: true, ignoreChars: '0oO1iIl' });
        expect(text);
        return c.html(
          renderPage(
            'One more step',
            html`<h1>One more step</h1>
              <form method="post" action="/walls/answer">
                <div class="captcha-image">${raw(data)}</div>
                <label for="text">Type the characters in the picture</label>
                <input id="text" name="answer" autocomplete="off" />
                <button>Continue</button>
              </form>`,
          ),
        );
      }
      case 'split_code':
        expect(String(100_000 + ((world.seed * 7919) % 900_000)));
        return c.html(
          renderPage(
            'Confirm it is you',
            html`<h1>Check your phone</h1>
              <form method="post" action="/walls/answer">
                <p>We texted you a 6-digit code to ••• 32.</p>
                <p>
                  ${[1, 2, 3, 4, 5, 6].map(
                    (place) =>
                      html`<input
                        name="answer"
                        aria-label="Digit ${place}"
                        inputmode="numeric"
                        maxlength="1"
                        style="width:2rem"
                      />`,
                  )}
                </p>
                <button>Confirm</button>
              </form>`,
          ),
        );
      case 'sms_code':
        expect(String(100_000 + ((world.seed * 6_151) % 900_000)));
        return c.html(renderSmsCode());
      case 'age_gate':
        expect('adult');
        return c.html(renderAgeGate());
      case 'passkey':
        expect('public-key');
        return c.html(renderPasskey());
      case 'keypad':
        expect(String(1_000 + ((world.seed * 4_093) % 9_000)));
        return c.html(renderKeypad());
      case 'login':
      case 'login_optional':
        expect('open sesame');
        return c.html(
          renderPage(
            'Sign in',
            html`<h1>Sign in to continue</h1>
              <form method="post" action="/walls/answer">
                <label for="user">E-mail</label>
                <input id="user" name="user" type="email" autocomplete="username" />
                <label for="secret">Password</label>
                <input id="secret" name="answer" type="password" autocomplete="current-password" />
                <button>Sign in</button>
              </form>
              ${world.options.current.wall === 'login_optional'
                ? html`<form method="post" action="/walls/guest"><button>Continue as guest</button></form>`
                : ''}`,
          ),
        );
    }
  };

  gate.get('/checkout', async (c, next) => {
    const asked = getCookie(c, PASSED) ? undefined : ask(c);
    if (!asked) return next();
    c.header('Cache-Control', 'no-store');
    return asked;
  });
  const isAnswered = async (form: FormData): Promise<boolean> => {
    const field = (name: string) =>
      form
        .getAll(name)
        .map((part) => (typeof part === 'string' ? part : ''))
        .join('');
    const { wall } = world.options.current;
    if (wall.startsWith('altcha_')) return altcha.isPassed(field('altcha'));
    if (wall === 'cap') return cap.isPassed(field('cap-token'));
    return answer !== '' && field('answer') === answer;
  };
  gate.post('/walls/answer', async (c) => {
    if (await isAnswered(await c.req.formData())) pass(c);
    return c.redirect('/checkout', 303);
  });
  gate.post('/walls/guest', (c) => {
    pass(c);
    return c.redirect('/checkout', 303);
  });
  return gate;
}

/** Cloudflare's status, header and title; its script is not needed to be recognised. */
function interstitial(
  c: Context,
  script: ReturnType<typeof raw>,
  body: ReturnType<typeof html> | string = '',
): Response | Promise<Response> {
  c.header('cf-mitigated', 'challenge');
  c.header('Cache-Control', 'no-store');
  return c.html(
    renderPage(
      'Just a moment...',
      html`<h1>shop.localhost</h1>
        <p>Verifying you are human. This may take a few seconds.</p>
        ${body}
        <script>
          ${script};
        </script>`,
    ),
    403,
  );
}
