import type { PageEngine } from '../../lib/page/page-engine.ts';
import { expect, test, type EnginePage } from '../fixtures/engine-page.ts';

const CARD = `<fieldset><legend>Payment</legend>
<label>Card number <input autocomplete="cc-number"></label><label>Expiry <input placeholder="MM/YY" autocomplete="cc-exp"></label>
<label>CVC <input autocomplete="cc-csc"></label></fieldset>`;

const summary = (rows: string): string => `<table>${rows}</table>`;
const row = (name: string, amount: string): string => `<tr><td>${name}</td><td>${amount}</td></tr>`;
const form = (rest: string, pay = 'Pay'): string => `<form>${CARD}${rest}<button>${pay}</button></form>`;

test.describe('what a checkout asks besides the money', () => {
  const boxes: readonly (readonly [string, string, { kind: string; isChecked: boolean }[]])[] = [
    [
      'boxes ticked beforehand are told from empty ones',
      `<label><input type="checkbox" checked> Send me offers by e-mail</label><label><input type="checkbox"> I accept the terms</label>`,
      [
        { kind: 'marketing', isChecked: true },
        { kind: 'terms', isChecked: false },
      ],
    ],
    [
      'saving the card is asked',
      `<label><input type="checkbox"> Save my card for next time</label>`,
      [{ kind: 'save_card', isChecked: false }],
    ],
    [
      'German',
      `<label><input type="checkbox" checked> Karte für spätere Einkäufe speichern</label><label><input type="checkbox"> Ich habe die AGB gelesen</label>`,
      [
        { kind: 'save_card', isChecked: true },
        { kind: 'terms', isChecked: false },
      ],
    ],
    [
      'Japanese',
      `<label><input type="checkbox" checked>カード情報を保存する</label><label><input type="checkbox">利用規約に同意する</label>`,
      [
        { kind: 'save_card', isChecked: true },
        { kind: 'terms', isChecked: false },
      ],
    ],
    [
      'a switch that is no input',
      `<div role="switch" aria-checked="true" tabindex="0">Add delivery protection for $1.99</div>`,
      [{ kind: 'add_on', isChecked: true }],
    ],
    [
      'a drawn tick box tied by aria-labelledby',
      `<span role="checkbox" aria-checked="true" aria-labelledby="l"></span><span id="l">Renew my membership every year</span>`,
      [{ kind: 'recurring', isChecked: true }],
    ],
    [
      'a radio button chosen beforehand subscribes',
      `<label><input type="radio" name="p"> One-time purchase</label><label><input type="radio" name="p" checked> Subscribe and save 10 %</label>`,
      [{ kind: 'recurring', isChecked: true }],
    ],
    [
      'a radio button that does not subscribe is no consent',
      `<label><input type="radio" name="p" checked> Standard shipping</label><label><input type="radio" name="p"> Express</label>`,
      [],
    ],
    [
      'a ticked box that says nothing known counts',
      `<label><input type="checkbox" checked> Use my blue bag</label><label><input type="checkbox"> Use my red bag</label>`,
      [{ kind: 'other', isChecked: true }],
    ],
  ];
  for (const [name, html, expected] of boxes) {
    test(`[A34] ${name}`, async ({ engine }) => {
      await engine.show(form(html));
      const { consents } = await engine.read();
      expect(consents.map(({ kind, isChecked }) => ({ kind, isChecked }))).toEqual(expected);
    });
  }

  for (const [language, wording] of [
    ['en', 'Your plan renews automatically at $9.99 until you cancel.'],
    ['en', '$4.99 / month after your free trial'],
    ['de', 'Das Abonnement verlängert sich um einen Monat und ist monatlich kündbar.'],
    ['fr', 'Renouvellement automatique chaque année.'],
    ['es', 'La suscripción se renueva cada mes.'],
    ['ja', '毎月自動更新されます'],
    ['ru', 'Подписка автоматически продлевается'],
  ] as const) {
    test(`[A34] recurring wording is quoted: ${language}, ${wording}`, async ({ engine }) => {
      await engine.show(form(`<p>${wording}</p>`));
      expect((await engine.read()).recurringWording).toBe(wording);
    });
  }

  test('[A34] wording of a footer or of hidden text does not make a purchase recurring', async ({
    engine,
  }) => {
    await engine.show(
      form('<p hidden>Renews automatically every month.</p><footer><p>Cancel any time.</p></footer>'),
    );
    expect((await engine.read()).recurringWording).toBeNull();
  });
});

test.describe('the summary', () => {
  test('[A34] every kind of row is read with its amount', async ({ engine }) => {
    await engine.show(
      form(
        summary(
          row('Subtotal', '40.00 EUR') + row('Discount SPRING10', '-4.00 EUR') + row('Shipping', '5.90 EUR') +
            row('Tip', '2.00 EUR') + row('Service fee', '1.10 EUR') + row('VAT 19 %', '6.81 EUR') + row('Total', '45.00 EUR'),
        ),
      ),
    ); // prettier-ignore
    const { amounts, total } = await engine.read();
    expect(amounts.map(({ kind, amount }) => [kind, amount?.minor])).toEqual([
      ['subtotal', 4_000n], ['discount', -400n], ['shipping', 590n], ['tip', 200n], ['fee', 110n], ['tax', 681n], ['total', 4_500n],
    ]); // prettier-ignore
    expect(total).toEqual({
      status: 'read',
      amount: { minor: 4_500n, currency: 'EUR' },
      isCurrencyAssumed: false,
    });
  });

  const disagreements: readonly (readonly [string, string])[] = [
    ['two visible totals', form(summary(row('Total', '45.00 EUR') + row('Order total', '54.00 EUR')) + summary(row('Order total', '45.00 EUR')))],
    ['the Pay button', form(summary(row('Total', '45.00 EUR')), 'Pay 54.00 EUR')],
    [
      'JSON-LD',
      `<script type="application/ld+json">{"@type":"Invoice","totalPaymentDue":{"price":"54.00","priceCurrency":"EUR"}}</script>${form(summary(row('Total', '45.00 EUR')))}`,
    ],
    [
      'microdata',
      form(`${summary(row('Total', '45.00 EUR'))}<p itemprop="totalPaymentDue" itemscope><meta itemprop="price" content="54.00"><meta itemprop="priceCurrency" content="EUR"></p>`),
    ],
    ['another currency', form(summary(row('Total', '45.00 EUR')), 'Pay 45.00 USD')],
  ]; // prettier-ignore
  for (const [name, html] of disagreements) {
    test(`[A32] totals that disagree are a finding: ${name}`, async ({ engine }) => {
      await engine.show(html);
      expect((await engine.read()).total).toEqual({ status: 'unreadable', reason: 'disagreement' });
    });
  }

  test('[A34] lines are read with quantity and price', async ({ engine }) => {
    await engine.show(
      form(
        `<ul><li><h4>Green tea</h4><span>Qty: 2</span> <span>9.00 EUR</span></li><li><h4>Mug</h4><span>1 × 12.50 EUR</span></li><li><h4>Pot</h4><select><option>Remove</option><option>1</option><option selected>2</option><option>3</option></select> <span>30.00 EUR</span></li></ul>${summary(row('Total', '51.50 EUR'))}`,
      ),
    );
    const { lines } = await engine.read();
    expect(lines.map(({ title, quantity, amount }) => [title, quantity, amount?.minor])).toEqual([
      ['Green tea', 2, 900n],
      ['Mug', 1, 1_250n],
      ['Pot', 2, 3_000n],
    ]);
  });
});

test.describe('the place in a flow', () => {
  const flows: readonly (readonly [string, string, object | null])[] = [
    [
      'a list with aria-current',
      '<ol><li>Cart</li><li>Address</li><li aria-current="step">Payment</li><li>Done</li></ol>',
      { current: 3, of: 4, label: 'Payment' },
    ],
    [
      'a breadcrumb whose current page is marked',
      '<nav class="breadcrumb"><ul><li><a href="#">Cart</a></li><li aria-current="page">Information</li><li>Payment</li></ul></nav>',
      { current: 2, of: 3, label: 'Information' },
    ],
    [
      'a bar of steps marked by class only',
      '<div class="checkout-steps"><div class="step done">1 Cart</div><div class="step active">2 Pay</div><div class="step">3 Done</div></div>',
      { current: 2, of: 3, label: '2 Pay' },
    ],
    ['words', '<h2>Step 2 of 3: Payment</h2>', { current: 2, of: 3, label: 'Step 2 of 3: Payment' }],
    ['German words', '<p>Schritt 1 von 4</p>', { current: 1, of: 4, label: 'Schritt 1 von 4' }],
    ['French words', '<p>Étape 2 sur 3</p>', { current: 2, of: 3, label: 'Étape 2 sur 3' }],
    [
      'a bar that fills up to it',
      '<div class="wizard-steps"><div class="item is-active is-done">\n              <svg></svg>\n              <b>Delivery</b></div><div class="line"></div><div class="item is-active">2 <b>Payment</b></div><div class="line"></div><div class="item">3 <b>Review</b></div></div>',
      { current: 2, of: 3, label: '2 Payment' },
    ],
    [
      "a component library's state on a part of the step",
      '<div class="el-steps"><div class="el-step"><div class="el-step__head is-success"><i></i></div><div class="el-step__main">Cart</div></div><div class="el-step"><div class="el-step__head is-process"><i>2</i></div><div class="el-step__main">Payment</div></div><div class="el-step"><div class="el-step__head is-wait"><i>3</i></div><div class="el-step__main">Thanks</div></div></div>',
      { current: 2, of: 3, label: '2 Payment' },
    ],
    [
      'numbers behind ticks, without a word in any class',
      '<div class="flex"><div class="flex-col"><div class="w-6 bg-green-500"><svg></svg></div><span>Shop</span></div><div class="h-0.5"></div><div class="flex-col"><div class="w-6 bg-gray-600">2</div><span>Checkout</span></div></div>',
      { current: 2, of: 2, label: '2 Checkout' },
    ],
    [
      'the only number that looks its own way',
      '<div class="flex"><div class="flex-col"><div class="w-6 bg-white">1</div><span>Review</span></div><div class="flex-col"><div class="w-6 bg-gray-600">2</div><span>Payment</span></div><div class="flex-col"><div class="w-6 bg-gray-600">3</div><span>Complete</span></div></div>',
      { current: 1, of: 3, label: '1 Review' },
    ],
    [
      'a list that is called a process',
      '<ul class="checkout_process"><li>Identification</li><li class="current">Paiement</li><li>Confirmation</li></ul>',
      { current: 2, of: 3, label: 'Paiement' },
    ],
    ['no flow', '<h2>Payment</h2><p>Steps to open the box: 3</p>', null],
    [
      'numbers alone that are called steps',
      '<div class="trail"><div class="checkout-step-circle">1</div><div class="checkout-step-line"></div><div class="checkout-step-circle checkout-step-circle-off">2</div><div class="checkout-step-line"></div><div class="checkout-step-circle checkout-step-circle-off">3</div></div>',
      { current: 1, of: 3, label: '1' },
    ],
    [
      'no flow: the pages of a list',
      '<div class="pages"><b class="page on">1</b><b class="page">2</b><b class="page">3</b></div>',
      null,
    ],
    [
      'the only section that holds fields',
      '<div class="panel a"><h3>1. Information</h3><p>ada@example.com</p></div><div class="panel b"><h3>2. Delivery</h3><input name="zip"></div><div class="panel"><h3>3. Payment</h3></div>',
      { current: 2, of: 3, label: '2. Delivery' },
    ],
    [
      'no flow: numbers of what all look alike',
      '<div class="how"><div class="col"><b>1</b> Choose</div><div class="col"><b>2</b> Pay</div><div class="col"><b>3</b> Enjoy</div></div>',
      null,
    ],
    [
      'no flow: a menu of numbered dishes',
      '<table><tr><td><h5>1 Onion Bhaji</h5><p>Sliced onions in spiced gram flour, deep fried.</p></td></tr></table><ul><li class="hot"><h5>1 Bhaji</h5><p>Sliced onions in spiced gram flour, deep fried, with a dip</p></li><li><h5>2 Chaat</h5><p>Diced</p></li><li><h5>3 Samosa</h5><p>Diced</p></li></ul>',
      null,
    ],
    [
      'no flow: how much is chosen',
      '<div class="plans"><div class="plan">1 Month</div><div class="plan on">2 Months</div><div class="plan">3 Months</div></div>',
      null,
    ],
    [
      'no flow: how many are bought',
      '<div class="goods"><div class="row">1 Tea 3.00</div><div class="row hot">2 Mug 9.00</div><div class="row">3 Pot 7.00</div></div>',
      null,
    ],
    [
      'no flow: sections of one page that are counted in words',
      '<h2>Step 1 of 2: Address</h2><p>Where to</p><h2>Step 2 of 2: Payment</h2><p>How</p>',
      null,
    ],
  ];
  for (const [name, html, step] of flows) {
    test(`[A34] the step is told by ${name}`, async ({ engine }) => {
      await engine.show(html + form(''));
      expect((await engine.read()).step).toEqual(step);
    });
  }
});

test.describe('what is wrong with the cart', () => {
  const problems: readonly (readonly [string, string])[] = [
    ['empty', 'Your cart is empty.'],
    ['empty', 'no items in cart'],
    ['empty', 'Ihr Warenkorb ist leer.'],
    ['out_of_stock', 'Green tea is no longer available.'],
    ['out_of_stock', 'Dieser Artikel ist ausverkauft.'],
    ['out_of_stock', '在庫切れです'],
    ['out_of_stock', 'Товара нет в наличии'],
    ['price_changed', 'The price of one item has changed since you added it.'],
    ['price_changed', 'Le prix de cet article a augmenté.'],
    ['limited_quantity', 'Only 2 left: we adjusted your order.'],
    ['limited_quantity', '在庫不足の商品があります。'],
    ['minimum_order', 'The minimum order is $25.'],
    ['minimum_order', 'Mindestbestellwert: 20 €'],
    ['not_deliverable', "We can't ship this item to your address."],
    ['not_deliverable', 'No livramos; no realizamos envíos a Canarias.'],
    ['expired', 'Your reservation has expired.'],
  ];
  for (const [kind, text] of problems) {
    test(`[A34] ${kind} is told: ${text}`, async ({ engine }) => {
      await engine.show(`<p class="message">${text}</p>${form('')}`);
      expect((await engine.read()).cartProblems).toEqual([{ kind, text }]);
    });
  }

  test('[A34] a sold-out choice, another product and hidden text are no problem of the cart', async ({
    engine,
  }) => {
    await engine.show(
      form(
        `<label><input type="radio"> Red: sold out</label><div class="related-products"><p>Sold out</p></div><p hidden>Your cart is empty.</p><select><option>M (out of stock)</option></select>`,
      ),
    );
    expect((await engine.read()).cartProblems).toEqual([]);
  });
});

test.describe('a page that is being left', () => {
  /** Does something in the page, then reads it and presses Pay: in one go, for the document may be gone after it. */
  async function pressAfter(engine: EnginePage, action: string) {
    // Never answers: the document that is being left stands until the test has ended.
    await engine.page.route('http://slow.localhost/**', () => undefined);
    await engine.show(
      `<a id="file" href="/file" download>Terms</a>${form('').replace('<form', '<form action="http://slow.localhost/pay"')}`,
    );
    return engine.page.evaluate(async (what) => {
      const actions: Record<string, () => void> = {
        'its form was sent': () => document.forms[0]!.submit(),
        'its own script pressed Pay': () => document.forms[0]!.requestSubmit(),
        'it goes to another address': () => location.assign('http://slow.localhost/next'),
        'it only renames itself': () => history.pushState(null, '', '/step-2'),
        'it moves to a place of its own': () => location.assign('#pay'),
        'it offers a file': () => document.getElementById('file')!.click(),
      };
      const { countersignEngine } = globalThis as unknown as { countersignEngine: PageEngine };
      const { submit } = await countersignEngine.read();
      let isPressed = false;
      document.addEventListener('click', (event) => {
        isPressed ||= (event.target as Element).tagName === 'BUTTON';
        if (isPressed) event.preventDefault();
      });
      const isSettingOut = new Promise((resolve) => navigation.addEventListener('navigate', resolve));
      actions[what]!();
      await isSettingOut;
      const { isLoading } = await countersignEngine.read();
      const { outcome } = countersignEngine.press(submit!);
      return { isLoading, outcome, isPressed };
    }, action);
  }

  for (const what of ['its form was sent', 'its own script pressed Pay', 'it goes to another address'])
    test(`[A8] is not pressed: ${what}`, async ({ engine }) => {
      expect(await pressAfter(engine, what)).toEqual({
        isLoading: true,
        outcome: 'page_leaving',
        isPressed: false,
      });
    });

  for (const what of ['it only renames itself', 'it moves to a place of its own', 'it offers a file'])
    test(`is pressed all the same where it stays: ${what}`, async ({ engine }) => {
      expect(await pressAfter(engine, what)).toEqual({
        isLoading: false,
        outcome: 'pressed',
        isPressed: true,
      });
    });
});
