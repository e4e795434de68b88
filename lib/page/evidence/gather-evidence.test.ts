// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageEngine } from '../page-engine.ts';

const HOSTED = '<iframe srcdoc="" title="Secure card payment input frame"></iframe>';
const TOTAL = '<table><tr><td>Total</td><td>$50.00 USD</td></tr></table>';
const PAY = '<button type="button">Place order</button>';
const MASKED = '<dl><dt>Merchant</dt><dd>Nordlicht</dd><dt>Card</dt><dd>**** **** **** 4242</dd></dl>';

beforeEach(() => {
  let count = 0;
  const rows = new WeakMap<Element, number>();
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    if (!rows.has(this)) rows.set(this, (count += 1));
    return new DOMRect(10, rows.get(this)! * 5, 200, 30);
  });
});
afterEach(() => vi.restoreAllMocks());

interface Placed {
  readonly happyDOM: { setURL(url: string): void };
}

/** The walls that a page shows by its own words: signals that stand, and checks that wait for an answer. */
async function wallsOf(html: string, title = 'Checkout', path = '/checkout'): Promise<string[]> {
  (window as unknown as Placed).happyDOM.setURL(`https://shop.example${path}`);
  document.title = title;
  document.body.innerHTML = html;
  const engine = createPageEngine(document);
  const { evidence } = await engine.read();
  engine.dispose();
  return [
    ...evidence.signals
      .filter(({ name, isVisible }) => isVisible && /^(3ds_page|age_gate|login_form)/.test(name))
      .map(({ name }) => name),
    ...evidence.checks.map(({ vendor }) => vendor),
  ];
}

describe('a bank', () => {
  const NOTICES = [
    '<p>Secured by 3D Secure: if your bank requires it, you will be asked to confirm.</p>',
    '<p>Verified by Visa / Mastercard Identity Check: you may have to approve in your banking app.</p>',
    '<p>Mastercard SecureCode, Verified by Visa.</p><p>Bitte bestätigen Sie unsere AGB</p><h2>Zahlungsart</h2>',
    '<p>Kreditkarte (3D Secure): Die Zahlung wird anschließend in Ihrer Banking-App freigegeben.</p>',
    '<p>Cartes bancaires acceptées</p><p>Confirmez votre paiement</p>',
    '<p>Płatność kartą (3D Secure): potwierdź transakcję w aplikacji bankowej.</p>',
    '<p>Visa Secure</p><p>Prepare-se: confirme na app do banco.</p>',
  ];
  it.each(NOTICES)('asks nothing beside the fields of a provider: %s', async (notice) => {
    expect(await wallsOf(`<h1>Payment</h1>${HOSTED}${notice}${TOTAL}${PAY}`)).toEqual([]);
  });
  it.each(NOTICES)('asks nothing beside Pay: %s', async (notice) => {
    expect(await wallsOf(`<h1>Review</h1>${notice}${TOTAL}${PAY}`)).toEqual([]);
    for (const field of ['Discount code <input name="discount_code">', 'Gift message <input name="note">'])
      expect(await wallsOf(`<h1>Review</h1>${notice}<label>${field}</label>${TOTAL}${PAY}`), field).toEqual(
        [],
      );
  });
  it('asks nothing where a button says what banks say', async () => {
    const step = (caption: string) =>
      `<h1>Pagamento</h1><p>Protetto da 3D Secure</p>${TOTAL}<button type="button">${caption}</button>`;
    expect(await wallsOf(step('Conferma pagamento'))).toEqual([]);
    expect(await wallsOf(step('Conferma il pagamento'))).toEqual([]);
  });
  it('asks nothing where a footer of many parts names the schemes', async () => {
    const footer =
      '<footer><ul><li>Verified by Visa</li><li>Mastercard SecureCode</li></ul><p>© Shop</p></footer>';
    expect(await wallsOf(`<h1>Cart</h1><p>A payment verification may follow.</p>${TOTAL}${footer}`)).toEqual(
      [],
    );
  });

  it.each([
    [
      'a password',
      '<h1>Mastercard Identity Check</h1><p>Enter your code to authenticate this purchase.</p><form><input type="password" name="p"><button>Continue</button></form>',
    ],
    [
      'its app, with a button for afterwards',
      '<h1>Visa Secure</h1><p>We sent a notification to your phone. Approve it, then continue.</p><button>Continue</button>',
    ],
    [
      'its app, before the transaction is confirmed',
      `<h1>Visa Secure</h1>${MASKED}<p>Confirm this payment in your banking app.</p><button>Confirm payment</button>`,
    ],
    [
      'a code, beside a button that says pay',
      `<h1>Verified by Visa</h1><p>Please authenticate this payment.</p><form><input name="answer"><button>Confirm payment</button></form>`,
    ],
    [
      'a way to get the code',
      `<h1>Payment authentication</h1><p>Mastercard ID Check</p>${MASKED}<label><input type="radio" name="w">SMS</label><label><input type="radio" name="w">E-mail</label><button>Next</button>`,
    ],
    [
      'a code, in German',
      '<h1>Mastercard Identity Check</h1><p>Bitte bestätigen Sie die Zahlung über 34,80 EUR.</p><form><input name="tan"><button>Weiter</button></form>',
    ],
    ['its app', '<h1>Confirmez votre paiement</h1><p>Ouvrez votre application bancaire.</p>'],
  ])('asks for %s', async (_, html) => {
    expect(await wallsOf(html, 'Bank')).toContain('3ds_page');
  });
});

describe('an age', () => {
  it.each([
    '<p>By placing your order you confirm that you are at least 18 years old.</p>',
    '<p>By placing your order you confirm that you are happy with our terms.</p>',
    '<p>You must be over 18 years to buy knives.</p>',
    '<p>Sauf cas de force majeure, livraison sous 48 h.</p>',
    '<p>Verkauf nur an Volljährige (mindestens 18 Jahre).</p>',
    '<label><input type="checkbox"> I confirm that I am over 18 years of age</label>',
    '<p>Sprzedaż tylko osobom pełnoletnim.</p><button type="button">Nie mam konta</button>',
  ])('is stated, not asked: %s', async (text) => {
    expect(await wallsOf(`<h1>Payment</h1>${HOSTED}${text}${TOTAL}${PAY}`)).toEqual([]);
    expect(await wallsOf(`<h1>Review</h1>${text}${TOTAL}${PAY}`)).toEqual([]);
  });
  it('is stated in a cart', async () => {
    expect(
      await wallsOf(
        `<h1>Cart</h1>${TOTAL}<p>You must be over 18 years to buy knives.</p><a href="/checkout">Go to checkout</a>`,
      ),
    ).toEqual([]);
  });
  it('is stated on a step for an address', async () => {
    expect(
      await wallsOf(
        '<h1>Contact</h1><form><label>Email <input type="email" name="email"></label><p>By going on you confirm that you are at least 18.</p><button>Continue to shipping</button></form>',
      ),
    ).toEqual([]);
  });

  it.each([
    '<h1>Are you over 18?</h1><button>Yes</button><button>No</button>',
    '<h1>Welcome</h1><p>You must be of legal drinking age.</p><button>Enter site</button><a href="/x">Exit</a>',
    '<h1>Age verification</h1><p>Enter your date of birth</p><select><option>1</option></select><select><option>2000</option></select><button>Continue</button>',
    '<h1>Willkommen</h1><p>Sind Sie mindestens 18 Jahre alt?</p><button>Weiter</button>',
    '<h1>Bienvenue</h1><p>Vous devez être majeur pour entrer.</p><button>J’ai plus de 18 ans</button>',
    '<h1>Witamy</h1><p>Strona dla osób pełnoletnich</p><button>Tak, mam 18 lat</button>',
    '<h1>年齢確認</h1><p>20歳以上ですか</p><button>はい</button><button>いいえ</button>',
    `${HOSTED}${PAY}<div role="dialog"><p>Are you over 18 years of age?</p><button>Yes</button></div>`,
  ])('is asked: %s', async (html) => {
    expect(await wallsOf(html, 'Shop', '/')).toEqual(['age_gate']);
  });
});

describe('a log-in', () => {
  const step = (text: string, heading = 'Contact') =>
    `<h1>${heading}</h1>${text}<form action="/checkout/contact"><label>Email <input type="email" name="email"></label><button type="submit">Continue</button></form>`;
  it.each([
    '<p>Already have an account? <a href="/login">Sign in to check out faster</a></p>',
    '<p>Have an account? Please log in.</p>',
    '<p><a href="/login">Log in to earn points</a></p>',
    '<p>Returning customer? <a href="/login">Click here</a></p>',
    '<p>Bereits Kunde? Bitte melden Sie sich <a href="/login">hier</a> an</p>',
    '<p>Déjà client ? <a href="/l">Connectez-vous</a></p>',
    '<p>¿Ya tienes cuenta? <a href="/l">Inicia sesión</a></p>',
    '<p>Masz konto? <a href="/l">Zaloguj się</a></p>',
    '<p>会員の方は<a href="/l">こちら</a></p>',
  ])('is offered: %s', async (text) => {
    expect(await wallsOf(step(text))).toEqual([]);
  });

  it('is no matter of where one comes from', async () => {
    const offer = step('<p>A customer? <a href="/login">Sign in to check out faster</a></p>');
    expect(await wallsOf(offer, 'Checkout', '/checkout?from=/login')).toEqual([]);
  });

  it.each([
    [step('<p>Sign in to your account.</p>', 'Log in to continue')],
    [step('<p>Please sign in to continue.</p>', 'Checkout'), 'Shop', '/account/signin'],
    [step('<p>Bitte melden Sie sich an, um fortzufahren.</p>', 'Hallo'), 'Anmeldung'],
    [step('<p>Log in to continue.</p>', 'Welcome'), 'Sign in', '/auth?return=/checkout'],
    [step('<p>Connectez-vous pour continuer.</p>', 'Bonjour'), 'Compte', '/connexion'],
    [step('<p>ログインしてください</p>', 'ログイン')],
    [step('', 'Войдите, чтобы продолжить')],
  ])('is asked for: %s', async (html, title = 'Shop', path = '/step') => {
    expect(await wallsOf(html, title, path)).toEqual(['login_form']);
  });
});

describe('a picture to be read', () => {
  const NOTICE =
    '<p>This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.</p>';
  const MUG = '<img src="/p.jpg" alt="Mug">';
  it.each([
    `<div>${MUG}<label>Discount code <input name="discount"></label><button type="button">Apply</button>${NOTICE}</div>`,
    `<div>${MUG}<label>Gift message <input name="note"></label>${NOTICE}</div>`,
    `<div>${MUG}<label>Gift message <input name="note"></label><p>Protected by hCaptcha</p></div>`,
    `<div><label>Gift message <input name="note"></label><img class="grecaptcha-logo" src="/recaptcha/logo.png"></div>`,
    `<div>${MUG}<label>Voucher <input name="coupon_code"></label><p>We use a captcha.</p></div>`,
  ])('is none: %s', async (html) => {
    expect(await wallsOf(`<main><h1>Payment</h1>${html}${TOTAL}${PAY}</main>`)).toEqual([]);
  });
  it.each([
    `<form><p>Type the characters you see</p>${MUG}<input name="answer">${NOTICE}<button>Go</button></form>`,
    '<form><label>Captcha <input name="answer"></label><img src="/c.png"><button>Go</button></form>',
    '<form><p>Security image</p><img class="captcha" src="/c.png"><input name="c"><button>Go</button></form>',
  ])('is one: %s', async (html) => {
    expect(await wallsOf(`<main>${html}</main>`)).toEqual(['image-text']);
  });
});
