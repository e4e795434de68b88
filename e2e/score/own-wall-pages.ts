import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StubRule, WallPage } from './walls-pages.ts';

interface OwnPage extends Partial<Omit<WallPage, 'file'>> {
  readonly truth: string;
  readonly lang?: string;
  readonly head?: string;
  readonly body: string;
}

/** An ordinary checkout by card, into which checks and decoys are put. */
const checkout = (extra = '', after = ''): string => `
  <header><a href="/">Shop</a></header>
  <main><h1>Checkout</h1><form method="post" action="/place">
    <label>E-mail <input type="email" autocomplete="email"></label>
    <label>Full name <input autocomplete="name"></label>
    <label>Street <input autocomplete="address-line1"></label>
    <label>Postcode <input autocomplete="postal-code"></label>
    <label>Card number <input name="cardnumber" autocomplete="cc-number"></label>
    <label>Expiry <input name="exp" autocomplete="cc-exp"></label>
    <label>Security code <input name="security_code" autocomplete="cc-csc" maxlength="4"></label>
    ${extra}<button type="submit">Place order</button></form><p>Total <b>34.80 EUR</b></p></main>${after}`;
const frame = (src: string, width: number, height: number, more = ''): string =>
  `<iframe src="${src}" width="${width}" height="${height}" ${more}></iframe>`;
const PARKED = 'position:absolute;top:-10000px;left:-10000px;visibility:hidden';
const ACS = 'https://acs.issuer-bank.test';

/**
 * Pages of our own, made from the vendors' public widget markup and from how shops and banks word things. None was
 * taken from elsewhere; what each is, is said by hand.
 */
const PAGES: Readonly<Record<string, OwnPage>> = {
  'recaptcha-puzzle-over-solved-box': {
    truth: 'captcha:recaptcha-v2',
    body: `${checkout('<div class="g-recaptcha"><iframe title="reCAPTCHA" src="https://www.google.com/recaptcha/api2/anchor?k=1&size=normal" width="304" height="78"></iframe><textarea name="g-recaptcha-response" style="display:none">03AGdBq25abcdefghijklmnopqrstuvwxyz</textarea></div>')}<div style="position:absolute;top:60px;left:60px;z-index:9">${frame('https://www.google.com/recaptcha/api2/bframe?k=1', 400, 580)}</div>`,
  },
  'recaptcha-preloaded-puzzle': {
    truth: 'none',
    body: `${checkout()}<div style="${PARKED}">${frame('https://www.google.com/recaptcha/api2/bframe?k=1', 400, 580)}</div><small>This site is protected by reCAPTCHA and the Google Privacy Policy applies.</small>`,
  },
  'recaptcha-in-review-form': {
    truth: 'none',
    body: checkout(
      '',
      `<section id="reviews"><form action="/review"><h2>Write a review</h2><label>Review <input name="text"></label>${frame('https://www.google.com/recaptcha/api2/anchor?k=1&size=normal', 304, 78)}<textarea name="g-recaptcha-response" style="display:none"></textarea><button>Send</button></form></section>`,
    ),
  },
  'hcaptcha-invisible-open': {
    truth: 'captcha:hcaptcha',
    body: `${checkout('<textarea name="h-captcha-response" style="display:none"></textarea>')}<div style="position:absolute;top:20px;left:20px;z-index:9">${frame('https://newassets.hcaptcha.com/captcha/v1/9a/static/hcaptcha.html#frame=challenge&id=0', 400, 600)}</div>`,
  },
  'turnstile-in-form-of-its-own-root': {
    truth: 'captcha:turnstile',
    body: checkout(
      `<div id="human" style="width:300px;height:65px"><template shadowrootmode="closed">${frame('https://challenges.cloudflare.com/cdn-cgi/challenge-platform/h/g/turnstile/f/ov2/av0/rch/abc/0x4/auto/fbE/new/normal', 300, 65)}</template></div><input type="hidden" name="cf-turnstile-response">`,
    ),
  },
  'turnstile-in-comment-form': {
    truth: 'none',
    body: checkout(
      '',
      `<footer><form><p>Subscribe to our newsletter</p><input type="email" name="e"><div class="cf-turnstile" style="width:300px;height:65px"></div><button>Go</button></form></footer>`,
    ),
  },
  'friendly-unstarted': {
    truth: 'captcha:friendly-captcha',
    body: checkout(
      '<div class="frc-captcha" data-sitekey="x" data-start="none" style="width:300px;height:66px"><button type="button">Click to start verification</button><input type="hidden" name="frc-captcha-solution" value=".UNSTARTED"></div>',
    ),
  },
  'altcha-solved': {
    truth: 'none',
    body: checkout(
      '<altcha-widget><div class="altcha" data-state="verified" style="width:260px;height:60px"><input type="checkbox" checked><input type="hidden" name="altcha" value="eyJhbGdvcml0aG0iOiJTSEEtMjU2IiwiY2hhbGxlbmdlIjoi"></div></altcha-widget>',
    ),
  },
  'altcha-code': {
    truth: 'captcha:altcha',
    body: checkout(
      '<altcha-widget><div class="altcha" data-state="code" style="width:260px;height:60px"><div class="altcha-code-challenge" style="width:260px;height:120px">Enter code <input maxlength="5"></div></div></altcha-widget>',
    ),
  },
  'arkose-puzzle': {
    truth: 'captcha:arkose',
    body: checkout(
      `<input type="hidden" name="fc-token" value="12345678901234567890|r=eu"><div id="arkose">${frame('https://client-api.arkoselabs.com/v2/AAAA/enforcement.123.html', 320, 300)}</div>`,
    ),
  },
  'geetest-v4-box': {
    truth: 'captcha:geetest',
    body: checkout(
      '<div class="geetest_captcha geetest_wind" style="width:300px;height:50px"><div class="geetest_holder">Click to verify</div></div>',
    ),
  },
  'mcaptcha-box': {
    truth: 'captcha:mcaptcha',
    body: checkout(
      `<input type="hidden" id="mcaptcha__token" name="mcaptcha__token"><div id="mcaptcha__widget-container">${frame('https://captcha.shop.test/widget/?sitekey=abc', 300, 90)}</div>`,
    ),
  },
  'press-and-hold': {
    truth: 'captcha:perimeterx',
    status: 403,
    head: '<title>Access to this page has been denied</title><script>window._pxAppId = "PX1";</script>',
    body: '<h1>Before we continue...</h1><p>Press & Hold to confirm you are a human (and not a bot).</p><div id="px-captcha" style="width:310px;height:100px"></div>',
  },
  'perimeterx-sensor': {
    truth: 'none',
    head: '<script>window._pxAppId = "PX1";</script>',
    body: checkout(),
  },
  'imperva-interstitial': {
    truth: 'captcha:imperva',
    headers: { 'x-iinfo': '7-1', 'x-cdn': 'Imperva' },
    body: frame('/_Incapsula_Resource?CWUDNSAI=9&xinfo=7-1', 900, 600, 'id="main-iframe"'),
  },
  'akamai-denied': {
    truth: 'captcha:akamai',
    status: 403,
    head: '<title>Access Denied</title>',
    body: '<h1>Access Denied</h1><p>You don\'t have permission to access "http://shop.example/" on this server.</p><p>Reference #18.2d351ab8.1557333295</p>',
  },
  'cloudflare-blocked': {
    truth: 'cloudflare',
    status: 403,
    head: '<title>Attention Required! | Cloudflare</title>',
    body: '<div id="cf-error-details"><h1>Sorry, you have been blocked</h1><p>You are unable to access shop.example</p></div>',
  },
  'cloudflare-by-header-alone': {
    truth: 'cloudflare',
    status: 403,
    headers: { 'cf-mitigated': 'challenge' },
    lang: 'pt',
    head: '<title>Um momento…</title>',
    body: '<h1>shop.example</h1><p>A verificar que é humano.</p>',
  },
  'aws-silent-challenge': {
    truth: 'captcha:aws-waf',
    status: 202,
    headers: { 'x-amzn-waf-action': 'challenge' },
    body: '<div id="challenge-container"></div>',
  },
  'datadome-refused-for-good': {
    truth: 'captcha:datadome',
    status: 403,
    headers: { 'x-datadome': 'protected', 'x-dd-b': '1' },
    body: frame('https://geo.captcha-delivery.com/captcha/?initialCid=A&t=bv&s=1', 900, 600),
  },
  'picture-de': {
    truth: 'captcha:image-text',
    lang: 'de',
    body: '<main><h1>Sicherheitsprüfung</h1><form><p>Bitte geben Sie die Zeichen im Bild ein</p><img src="/code.png" width="180" height="60" alt=""><input name="antwort"><button>Weiter</button></form></main>',
  },
  'sum-fr': {
    truth: 'captcha:image-text',
    lang: 'fr',
    body: '<main><h1>Vérification</h1><form><label>Combien font 7 + 4 ? <input name="reponse" type="number"></label><button>Continuer</button></form></main>',
  },
  'picture-ja': {
    truth: 'captcha:image-text',
    lang: 'ja',
    body: '<main><form><p>画像に表示されている文字を入力してください</p><img class="captcha" src="/c.png" width="180" height="60"><input name="c"><button>送信</button></form></main>',
  },
  'otp-email-it': {
    truth: 'otp',
    lang: 'it',
    body: '<main><h1>Verifica</h1><form><p>Inserisci il codice di verifica inviato a m•••@posta.it</p><input name="codice" maxlength="6" inputmode="numeric"><button>Conferma</button></form></main>',
  },
  'otp-tr': {
    truth: 'otp',
    lang: 'tr',
    body: '<main><h1>Doğrulama</h1><form><p>Telefonunuza gönderilen doğrulama kodunu girin</p><input name="kod" maxlength="6"><button>Onayla</button></form></main>',
  },
  'otp-ar': {
    truth: 'otp',
    lang: 'ar',
    body: '<main dir="rtl"><h1>التحقق</h1><form><p>أدخل رمز التحقق المرسل إلى هاتفك</p><input name="code" maxlength="6"><button>تأكيد</button></form></main>',
  },
  'otp-split-ko': {
    truth: 'otp',
    lang: 'ko',
    body: `<main><h1>본인 확인</h1><form><p>인증번호를 입력하세요</p>${'<span><input maxlength="1" inputmode="numeric"></span>'.repeat(6)}<button>확인</button></form></main>`,
  },
  'otp-over-checkout': {
    truth: 'otp',
    body: `${checkout()}<div role="dialog" aria-modal="true" style="position:fixed;inset:80px;background:#fff"><h2>Check your phone</h2><p>We texted you a 6-digit code.</p><input name="c1" maxlength="6"><button>Verify</button></div>`,
  },
  'otp-asked-for-again': {
    truth: 'otp',
    body: '<main><h1>Verify it’s you</h1><div role="alert">Authentication failed. Enter the code again.</div><form><p>We sent you a code by SMS</p><label>Code <input name="otp" autocomplete="one-time-code"></label><button>Verify</button></form></main>',
  },
  'gift-card-with-one-time-token': {
    truth: 'none',
    body: checkout(
      '<label>Gift card PIN <input name="gift_pin" autocomplete="one-time-code" maxlength="6"></label>',
    ),
  },
  'login-fr': {
    truth: 'login',
    lang: 'fr',
    url: 'https://shop.example/connexion',
    body: '<main><h1>Connectez-vous pour continuer</h1><form><label>E-mail <input type="email" name="email"></label><label>Mot de passe <input type="password" name="pw"></label><a href="#">Mot de passe oublié ?</a><button>Se connecter</button></form></main>',
  },
  'login-with-an-alert': {
    truth: 'login',
    url: 'https://shop.example/login',
    body: '<main><h1>Sign in</h1><div role="alert">You are not authorized to view this page.</div><form><p>Please sign in to continue</p><label>E-mail <input type="email" name="email"></label><label>Password <input type="password" name="pw"></label><button>Sign in</button></form></main>',
  },
  'login-offered-on-a-step': {
    truth: 'none',
    lang: 'fr',
    body: '<main><h1>Coordonnées</h1><p>Déjà client ? <a href="/connexion">Connectez-vous pour payer plus vite</a></p><form action="/checkout/step"><label>E-mail <input type="email" name="email"></label><button>Continuer</button></form></main>',
  },
  'login-with-guest-path-fr': {
    truth: 'none',
    lang: 'fr',
    url: 'https://shop.example/connexion',
    body: '<main><h1>Connectez-vous pour continuer</h1><form><label>E-mail <input type="email" name="email"></label><label>Mot de passe <input type="password" name="pw"></label><button>Se connecter</button></form><a class="btn" href="/checkout">Continuer en tant qu’invité</a></main>',
  },
  '3ds-in-app-fr': {
    truth: '3ds',
    lang: 'fr',
    body: '<main><h1>Confirmez votre paiement</h1><p>Ouvrez votre application bancaire pour confirmer le paiement de 34,80 €.</p></main>',
  },
  '3ds-bank-page-without-scheme': {
    truth: '3ds',
    url: `${ACS}/challenge/ui`,
    body: '<h1>Payment verification</h1><p>Merchant: Nordlicht. Amount: 34.80 EUR. Card: **** **** **** 4242</p><form><label>Enter the code your bank sent you <input name="challengeDataEntry"></label><button>Submit</button></form>',
  },
  '3ds-posted-into-a-frame': {
    truth: '3ds',
    body: `${checkout()}<form id="f" method="post" action="${ACS}/step" target="w1"><input type="hidden" name="creq" value="eyJ0"></form><iframe name="w1" width="500" height="600"></iframe><script>document.getElementById('f').submit()</script>`,
  },
  '3ds-method-in-a-hidden-frame': {
    truth: 'none',
    body: `${checkout()}<form id="f" method="post" action="${ACS}/method" target="m1"><input type="hidden" name="threeDSMethodData" value="eyJ0"></form><iframe name="m1" width="1" height="1" style="display:none"></iframe><script>document.getElementById('f').submit()</script>`,
  },
  'blog-about-3ds': {
    truth: 'none',
    url: 'https://blog.example/3d-secure',
    body: '<main><article><h1>What is 3-D Secure?</h1><p>With Visa Secure, your bank may ask you to open your banking app and approve the payment, or to enter a one-time code. Verified by Visa and Mastercard Identity Check are names of it.</p></article></main>',
  },
  'notices-on-a-last-step': {
    truth: 'none',
    body: '<main><h1>Review</h1><p>Visa ending in 4242</p><p>Secured by 3D Secure: if your bank requires it, approve in your banking app.</p><p>By placing your order you confirm that you are at least 18 years old.</p><div><img src="/mug.jpg" width="120" height="120" alt="Mug"><label>Gift message <input name="note"></label><small>This site is protected by reCAPTCHA.</small></div><p>Total <b>34.80 EUR</b></p><button>Place order</button></main>',
  },
  'footer-names-the-schemes': {
    truth: 'none',
    body: checkout(
      '',
      '<footer>Verified by Visa · Mastercard SecureCode · 3-D Secure · protected by hCaptcha</footer>',
    ),
  },
  'hidden-dialogs': {
    truth: 'none',
    body: `${checkout()}<div role="dialog" style="display:none"><h2>Are you over 18?</h2></div><div style="display:none" role="alert">Your card was declined.</div><div style="visibility:hidden">Please log in to continue</div>`,
  },
  'wallet-only': {
    truth: 'unsupported',
    url: 'https://shop.example/checkout/payment',
    lang: 'de',
    body: '<main><h1>Zahlung</h1><p>Gesamt 34,80 €</p><div id="paypal-button-container" style="width:300px;height:50px"><div role="link" data-funding-source="paypal" aria-label="PayPal" style="width:300px;height:45px">PayPal</div></div></main>',
  },
  'bank-list-only': {
    truth: 'unsupported',
    url: 'https://shop.example/checkout/payment',
    lang: 'nl',
    body: '<main><h1>Betaling</h1><label><input type="radio" name="m" value="ideal"> iDEAL</label><label>Bank <select name="issuer"><option>ING</option></select></label><button>Naar je bank</button></main>',
  },
  'canvas-keypad': {
    truth: 'unsupported',
    url: 'https://shop.example/checkout/payment',
    body: '<main><h1>Payment</h1><p>Enter your payment PIN</p><canvas id="pin-pad" width="240" height="320" aria-label="PIN keypad"></canvas></main>',
  },
  'declined-pl': {
    truth: 'declined',
    lang: 'pl',
    body: checkout('<div class="alert" role="alert">Płatność została odrzucona przez bank.</div>'),
  },
  'declined-ja': {
    truth: 'declined',
    lang: 'ja',
    body: checkout('<p class="error" role="alert">お支払いに失敗しました。別のカードをお試しください。</p>'),
  },
  'field-error': {
    truth: 'none',
    body: checkout('<p class="error" role="alert">Your card number is incomplete.</p>'),
  },
  'confirmation-fr': {
    truth: 'confirmation',
    lang: 'fr',
    url: 'https://shop.example/commande/confirmation',
    body: '<main><h1>Merci pour votre commande !</h1><p>Numéro de commande : FR-20931</p></main>',
  },
  'confirmation-ar': {
    truth: 'confirmation',
    lang: 'ar',
    url: 'https://shop.example/done',
    body: '<main dir="rtl"><h1>شكرًا لطلبك</h1><p>رقم الطلب: 100482</p></main>',
  },
  'survey-complete': {
    truth: 'none',
    url: 'https://shop.example/survey/complete',
    body: '<main><h1>Complete</h1><p>Thank you for taking part.</p></main>',
  },
  'order-review': {
    truth: 'none',
    url: 'https://shop.example/order/confirmation',
    body: '<main><h1>Order confirmation</h1><p>Order number 100482 will be placed when you pay.</p><p>Total 34.80 EUR</p><button>Place order</button></main>',
  },
};

const STUBS: readonly StubRule[] = [
  { match: '^https://(?!shop\\.example|blog\\.example)', body: '<!doctype html><p>frame</p>' },
  { match: '/_Incapsula_Resource', body: '<!doctype html><p>Incident</p>' },
];

/** Writes the pages as a folder that the scorer reads. */
export async function writeOwnWallPages(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'cs-own-walls-'));
  const entries = Object.entries(PAGES);
  for (const [name, { lang = 'en', head = '<title>Shop</title>', body }] of entries) {
    const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
    await writeFile(join(directory, `${name}.html`), html);
  }
  const index = entries.map(([name, { truth, url, status, headers }]) => ({
    file: `${name}.html`,
    truth,
    url: url ?? 'https://shop.example/checkout',
    status: status ?? 200,
    headers: headers ?? {},
  }));
  await writeFile(join(directory, 'index.json'), JSON.stringify(index));
  await writeFile(join(directory, 'stubs.json'), JSON.stringify({ rules: STUBS }));
  return directory;
}
