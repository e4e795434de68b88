// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageEngine } from '../page-engine.ts';

/** happy-dom lays nothing out. */
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 10, 200, 30));
});
afterEach(() => void vi.restoreAllMocks());

async function read(html: string) {
  document.body.innerHTML = html;
  const engine = createPageEngine(document);
  const reading = await engine.read();
  engine.dispose();
  return reading;
}
const payOf = async (html: string) => (await read(html)).submit?.label;

const CARD =
  '<label>Card number <input autocomplete="cc-number"></label><label>Expiry <input autocomplete="cc-exp"></label><label>CVC <input autocomplete="cc-csc"></label>';
const FRAME = '<iframe title="Secure card payment" srcdoc="-"></iframe>';
const button = (caption: string, attributes = 'type="button"') => `<button ${attributes}>${caption}</button>`;
const trail = (...steps: string[]) =>
  `<ol class="steps">${steps.map((step) => `<li${step.startsWith('*') ? ' aria-current="step"' : ''}>${step.replace('*', '')}</li>`).join('')}</ol>`;

const BESIDE: readonly (readonly [string, string])[] = [
  ['tab', button('Pay with card', 'type="button" role="tab" aria-selected="true"')],
  ['accordion head', button('Pay by credit card', 'type="button" aria-expanded="true"')],
  ['head without a role', button('Mit Kreditkarte bezahlen')],
  ['opener', button('Pay now', 'type="button" aria-controls="panel"')],
  ['instalments', button('Pay in 4 payments of $12.50')],
  ['wallet', button('Buy with Google Pay')],
  ['donation', button('Donate $1')],
  ['offer', `<div class="upsell">${button('Buy now')}</div>`],
  ['menu', `<header>${button('Pay bills')}</header>`],
];

describe('the control that pays', () => {
  it.each(BESIDE)('is not a %s before the frames of the card', async (_, before) => {
    expect(await payOf(`<form>${before}${FRAME}</form>${button('Place order')}`)).toBe('Place order');
    expect(await payOf(`${before}${FRAME}`)).toBeUndefined();
  });

  it.each(BESIDE)('is not a %s before fields, where Pay stands beside their form', async (_, before) => {
    const form = `<main><form>${before}${CARD}</form></main>`;
    expect(await payOf(`${form}<aside>${button('Place order')}</aside>`)).toBe('Place order');
    expect(await payOf(`<aside>${button('Place order')}</aside>${form}`)).toBe('Place order');
  });

  it.each([
    ['an offer', `<div class="cross-sells">${button('Buy now')}</div>`],
    ['a gift', button('Donate')],
    ['another wallet', button('Pay with PayPal')],
    ['the same words again', button('PLACE ORDER')],
  ])('is not lost for %s after it', async (_, after) => {
    expect(await payOf(`${FRAME}${button('Place order')}${after}`)).toMatch(/^place order$/i);
    expect(await payOf(`<form>${CARD}${button('Place order', '')}</form>${after}`)).toBe('Place order');
  });

  it('may stand with all of the checkout in a header', async () => {
    expect(await payOf(`<header><form>${CARD}${button('Pay $950', '')}</form></header>`)).toBe('Pay $950');
  });

  it('may be a link that is painted like a button, and no other link', async () => {
    const link = (style: string) => `<a href="/done" style="${style}">Place order</a>`;
    expect(await payOf(link('background-color: rgb(200, 0, 0)'))).toBe('Place order');
    expect(await payOf(link('color: rgb(200, 0, 0)'))).toBeUndefined();
  });

  it('sends the form with the card, whatever others say', async () => {
    const form = `<form>${CARD}${button('Donate $25', 'type="submit"')}</form>`;
    expect(await payOf(`${form}${button('Complete purchase')}`)).toBe('Donate $25');
  });

  it.each(['Buy now', 'Donate', 'Jetzt kaufen', 'Pay with card', 'Subscribe now', 'Comprar'])(
    'may be "%s" behind the card',
    async (caption) => {
      expect(await payOf(`${FRAME}${button(caption)}`)).toBe(caption);
      expect(await payOf(`<form>${CARD}${button(caption, '')}</form>`)).toBe(caption);
    },
  );

  it('is not known where two could be it', async () => {
    expect(await payOf(`${FRAME}${button('Pay in full')}${button('Pay the deposit')}`)).toBeUndefined();
    expect(await payOf(`${button('Place order')}${FRAME}${button('Buy now')}`)).toBeUndefined();
    expect(await payOf(`${FRAME}${button('Buy now')}${button('Buy now')}`)).toBeUndefined();
    const stored = `<form><label>CVC <input autocomplete="cc-csc"></label>${button('Pay', '')}</form>`;
    expect(await payOf(`${stored}<form>${CARD}${button('Pay', '')}</form>`)).toBeUndefined();
    const { proceed } = await read(`${button('Pay')}${button('Place order')}${button('Continue')}`);
    expect(proceed).toBeNull();
  });

  it.each(['Donate', 'Comprar', 'Place another order', 'Mine bestillinger', 'Buy again'])(
    'is not "%s" on a receipt',
    async (caption) => expect(await payOf(`<h1>Thank you</h1>${button(caption)}`)).toBeUndefined(),
  );

  it('is seen where the card is asked elsewhere', async () => {
    expect(await payOf(button('Place order'))).toBe('Place order');
    expect(await payOf(`<form>${button('Jetzt kaufen', '')}</form>`)).toBe('Jetzt kaufen');
  });
});

describe('a control of the card form that does not say that it pays', () => {
  const step = (caption: string, before = '', after = '') =>
    payOf(`${before}<form>${CARD}${button(caption, 'type="submit"')}</form>${after}`);
  const NEUTRAL = ['Continue', 'Next', 'Weiter', 'Submit', 'Confirm', 'Proceed to pay', 'Fizetés', '次へ'];

  it.each(NEUTRAL)('is Pay where no later step is shown: %s', async (caption) => {
    expect(await step(caption)).toBe(caption);
    expect(await step(caption, trail('Cart', 'Address', '*Payment'))).toBe(caption);
    expect(await step(caption, trail('Cart', '*Payment', 'Done'))).toBe(caption);
    expect(await step(caption, trail('Warenkorb', '*Zahlung', 'Fertig'))).toBe(caption);
    expect(await step(caption, '<h2>Step 3 of 3: Payment</h2>')).toBe(caption);
    const means =
      '<div role="tablist" class="steps"><button type="button" role="tab" aria-current="true">Card</button><button type="button" role="tab">Bank</button></div>';
    expect(await step(caption, means)).toBe(caption);
  });

  it.each(NEUTRAL)('is not where one follows: %s', async (caption) => {
    expect(await step(caption, trail('Shipping', '*Payment', 'Review'))).toBeUndefined();
    expect(await step(caption, trail('Versand', '*Zahlung', 'Prüfen & Bestellen'))).toBeUndefined();
    expect(await step(caption, '<h2>Step 2 of 3: Payment</h2>')).toBeUndefined();
  });

  it.each([
    'Next: Place Order',
    'Continue to review',
    'Continue to order review step',
    'Review your order',
    'Bestellung prüfen',
    'Weiter zur Übersicht',
    'Continuar para revisão',
    '確認画面へ',
  ])('is not where its own caption names what follows: %s', async (caption) => {
    expect(await step(caption)).toBeUndefined();
  });

  it.each(['Submit', 'Confirm', 'Checkout', 'Absenden', 'Enviar', 'Potvrdit', '확인', 'ส่ง'])(
    'may be sent by a script: %s',
    async (caption) => {
      expect(await payOf(`<form>${CARD}${button(caption)}</form>`)).toBe(caption);
      expect(await payOf(`<div>${CARD}</div>${button(caption)}`)).toBe(caption);
      // Not before the card, in another form, where another step follows, or where there are two.
      expect(await payOf(`<form>${button(caption)}${CARD}</form>`)).toBeUndefined();
      expect(await payOf(`<form>${CARD}</form><form>${button(caption)}</form>`)).toBeUndefined();
      const trailed = `${trail('Shipping', '*Payment', 'Review')}<form>${CARD}${button(caption)}</form>`;
      expect(await payOf(trailed)).toBeUndefined();
      expect(await payOf(`<form>${CARD}${button(caption)}${button('Submit all')}</form>`)).toBeUndefined();
    },
  );

  it.each(['Proceed to checkout', 'Continue to payment', 'Continua al checkout', 'Weiter zur Zahlung'])(
    'may be what leads to paying, where the card is asked for: %s',
    async (caption) => {
      expect(await step(caption)).toBe(caption);
      expect(await step(caption, trail('Shipping', '*Payment', 'Review'))).toBeUndefined();
      expect(await payOf(`<form>${CARD}</form>${button(caption)}`)).toBeUndefined();
    },
  );

  it('is not where Pay waits hidden behind it', async () => {
    const later = '<div style="display:none"><button class="place-order">Place order</button></div>';
    expect(await step('Continue', '', later)).toBeUndefined();
    expect(await step('Submit', '', later)).toBe('Submit');
  });

  it('is not what stands beside it in the form', async () => {
    const others = `${button('Aplicar', 'type="submit"')}${button('Volver', 'type="submit"')}`;
    expect(await payOf(`<form>${CARD}${others}${button('Continuar', 'type="submit"')}</form>`)).toBe(
      'Continuar',
    );
    const unsure = `${button('Fizetés', 'type="submit"')}${button('Beváltás', 'type="submit"')}`;
    expect(await payOf(`<form>${CARD}${unsure}</form>`)).toBeUndefined();
  });

  it('is not a button of help', async () => {
    expect(
      await payOf(`<form>${CARD}<button>?</button><button>What is CVC?</button></form>`),
    ).toBeUndefined();
    expect(await payOf(`<form>${CARD}<button>?</button><button>Continue</button></form>`)).toBe('Continue');
    expect(
      await payOf(`<form>${CARD}<button>Mi az?</button>${button('Fizetés', 'type="submit"')}</form>`),
    ).toBe('Fizetés');
  });

  it('pays at any step if it says so', async () => {
    expect(await step('Pay now', trail('Shipping', '*Payment', 'Review'))).toBe('Pay now');
    expect(await step('Review and pay', trail('Shipping', '*Payment', 'Review'))).toBe('Review and pay');
  });
});

describe('what leads on', () => {
  const MAIL = '<label>Email <input type="email" name="email"></label>';
  const STEP = `<form>${MAIL}${button('Continue to shipping', 'type="submit"')}</form>`;
  const onwardOf = async (html: string) => (await read(html)).proceed?.label;

  it.each([
    ['nothing', ''],
    ['another log-in', `${button('Continue with Google')}${button('Continue with Facebook')}`],
    ['a menu', '<header><nav><a href="/checkout">Checkout</a></nav></header>'],
    ['a trail', '<ol class="breadcrumb"><li><a href="/checkout">Checkout</a></li></ol>'],
    ['a link', '<p><a href="/checkout">Proceed to checkout</a></p>'],
    [
      'a carousel',
      `<div class="carousel">${button('Next')}${button('', 'type="button" aria-label="Next slide"')}</div>`,
    ],
    ['a cookie bar', `<div class="cookies"><p>We use cookies.</p>${button('OK')}${button('Continue')}</div>`],
    ['a way home', '<a href="/" aria-label="Go to homepage">-</a><a href="/blog">Continue reading</a>'],
    ['an account', `<form>${MAIL}<input type="password">${button('Continue', '')}</form>`],
    ['a button of no form', button('Continue')],
    ['a tab', button('Review', 'type="button" role="tab"')],
    ['an offer', `<aside class="upsell">${button('Buy now')}</aside>`],
    ['words within words', `${button('Replace item')}<a class="btn" href="/m">Marketplace</a>`],
  ])('is the step, whatever stands beside it: %s', async (_, beside) => {
    expect(await onwardOf(`${beside}${STEP}`)).toBe('Continue to shipping');
    expect(await onwardOf(`${STEP}${beside}`)).toBe('Continue to shipping');
  });

  it('is nothing that stands in such a link', async () => {
    const html = '<form><a href="checkout-confirmation.html"><input type="submit" value="Next"></a></form>';
    expect((await read(html)).proceed).toBeNull();
    expect((await read(html.replace('confirmation', 'delivery'))).proceed?.label).toBe('Next');
  });

  it('is no link to where all is done', async () => {
    expect(await onwardOf('<a class="btn" href="success.php">Proceed</a>')).toBeUndefined();
    expect(await onwardOf('<a class="btn" href="payment.php">Proceed</a>')).toBe('Proceed');
  });

  it('may stand in no form, be a link, or be said in general', async () => {
    const page = `${MAIL}<ol class="breadcrumb"><li><a href="/checkout">Checkout</a></li></ol>`;
    expect(await onwardOf(`${page}${button('Continue')}`)).toBe('Continue');
    expect(await onwardOf('<main><a href="/checkout">Proceed to checkout</a></main>')).toBe(
      'Proceed to checkout',
    );
    expect(await onwardOf(`<form>${MAIL}${button('OK', '')}</form>`)).toBe('OK');
    expect(await onwardOf(`<form>${MAIL}</form><footer>${button('Continue')}</footer>`)).toBe('Continue');
    expect(
      await onwardOf(
        `<form>${MAIL}<fieldset>${button('Continue', 'type="button" aria-controls="two"')}</fieldset></form>`,
      ),
    ).toBe('Continue');
  });

  it("is no other control while the step's own cannot be pressed", async () => {
    const form = `<form>${MAIL}<button disabled>Continue to shipping</button></form>`;
    expect(await onwardOf(`<p><a href="/checkout">Checkout</a></p>${form}`)).toBeUndefined();
  });

  it.each([
    'Sign in',
    'Continue shopping',
    'Continue with Apple',
    'Weiter zu PayPal',
    'Next: Place order',
    'Subscribe',
  ])('is not "%s"', async (caption) =>
    expect(await onwardOf(`<form>${MAIL}${button(caption, '')}</form>`)).toBeUndefined(),
  );
});

describe('what only chooses the card', () => {
  const chosenBy = async (html: string) => (await read(html)).cardMethod?.label;

  it('may say that one pays so, if its role or state tells that it chooses', async () => {
    expect(await chosenBy(button('Pay with card', 'type="button" role="tab"'))).toBe('Pay with card');
    expect(await chosenBy(button('Pay by credit card', 'type="button" aria-expanded="false"'))).toBe(
      'Pay by credit card',
    );
    expect(await chosenBy(button('Credit card', 'type="button" aria-controls="card"'))).toBe('Credit card');
    expect(await chosenBy(button('Pay with card', 'type="button" aria-controls="card"'))).toBeUndefined();
    expect(await chosenBy(button('Pay with card'))).toBeUndefined();
  });
});
