// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameReading, type AutocompleteToken } from '../messaging/contracts/page-reading.ts';
import { createPageEngine, type PageEngine } from './page-engine.ts';

const SHOP = `
<h1>Checkout</h1>
<form action="https://shop.example/pay" method="post">
  <label for="mail">E-mail</label><input id="mail" type="email">
  <label for="land">Country</label><select id="land"><option value="">Choose</option><option value="DE">Germany</option></select>
  <fieldset><legend>Payment</legend>
    <label for="num">Card number</label><input id="num" autocomplete="cc-number">
    <label for="exp">Expiry</label><input id="exp" placeholder="MM/YY" maxlength="5">
    <label for="cvc">CVC</label><input id="cvc" maxlength="4">
    <label for="own">Name on card</label><input id="own">
    <input name="coupon" placeholder="Gift card number">
    <div style="display:none"><input name="cc_number2" autocomplete="cc-number"></div>
  </fieldset>
  <table><tr><td>Subtotal</td><td>9.00 USD</td></tr><tr><td>Total</td><td><s>$20.00</s> $14.80 USD</td></tr></table>
  <p>Free shipping over $50</p>
  <button type="button">Apply</button>
  <button>Pay $14.80</button>
</form>`;

const VALUES: Partial<Record<AutocompleteToken, string>> = {
  'email': 'ada@example.com',
  'country': 'Germany',
  'cc-number': '4242424242424242',
  'cc-exp': '08/30',
  'cc-csc': '123',
  'cc-name': 'Ada Lovelace',
}; // prettier-ignore

const BANNER = {
  words: { agent: 'Agent is filling', operator: 'You hold it', takeOver: 'Take over', stop: 'Stop' },
  direction: 'ltr',
  onTakeOver: () => undefined,
  onStop: () => undefined,
} as const;

let engine: PageEngine;

/** happy-dom lays nothing out: every element that is displayed gets a box of its own. */
function giveBoxes(): void {
  let count = 0;
  const rows = new WeakMap<Element, number>();
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    if (!rows.has(this)) rows.set(this, (count += 1));
    return new DOMRect(10, rows.get(this)! * 5, 200, 30);
  });
}

function show(html: string): void {
  document.body.innerHTML = html;
  engine = createPageEngine(document);
}

const entriesOf = async (tokens: readonly AutocompleteToken[]) =>
  (await engine.read()).fields
    .filter(({ token, decoy }) => token !== null && decoy === null && tokens.includes(token))
    .map(({ ref, token }) => ({ ref, token: token!, value: VALUES[token!]!, alternatives: [] }));

const ALL = Object.keys(VALUES) as AutocompleteToken[];

beforeEach(giveBoxes);
afterEach(() => {
  engine.dispose();
  vi.restoreAllMocks();
});

describe('page engine', () => {
  it('reads fields, decoys and what is none of ours', async () => {
    show(SHOP);
    const { fields } = await engine.read();
    expect(fields.filter(({ decoy }) => decoy === null).map(({ token }) => token)).toEqual([
      'email', 'country', 'cc-number', 'cc-exp', 'cc-csc', 'cc-name', null,
    ]); // prettier-ignore
    expect(fields.find(({ decoy }) => decoy !== null)).toMatchObject({
      token: 'cc-number',
      decoy: 'invisible',
    });
  });

  it.each([
    ['<p>Ulica <input name="address"></p>', 'shipping'],
    ['<p>Ulica do faktury <input name="address"></p>', 'billing'],
    ['<label>Ulica do faktury <input name="address"></label>', 'billing'],
    ['<label>Street <input name="invoice_street"></label>', 'billing'],
    ['<h2>Számlázási cím</h2><label>Utca <input name="utca"></label>', 'billing'],
    ['<h2>Rechnung</h2><label>Lieferadresse: Straße <input name="a"></label>', 'shipping'],
  ])('tells whose address is asked for: %s', async (html, section) => {
    show(`<form>${html}</form>`);
    expect((await engine.read()).fields.map((field) => field.section)).toEqual([section]);
  });

  it('gives a reading that the contract accepts', async () => {
    show(SHOP);
    const wire = JSON.parse(
      JSON.stringify(await engine.read(), (_, part: unknown) =>
        typeof part === 'bigint' ? part.toString() : part,
      ),
    ) as unknown;
    expect(FrameReading.safeParse(wire).error).toBeUndefined();
  });

  it('reads the total, not the old price and not the offer', async () => {
    show(SHOP);
    expect((await engine.read()).total).toEqual({
      status: 'read',
      amount: { minor: 1480n, currency: 'USD' },
      isCurrencyAssumed: false,
    });
  });

  it('leaves a bare dollar sign unread', async () => {
    show(SHOP.replaceAll(' USD', ''));
    expect((await engine.read()).total).toEqual({ status: 'unreadable', reason: 'ambiguous_currency' });
  });

  it('takes a bare dollar sign for the assumed dollars, and says so; for no other money', async () => {
    show(SHOP.replaceAll(' USD', ''));
    const { total, lines } = await engine.read({ assumedCurrency: 'CAD' });
    const amount = { minor: 1480n, currency: 'CAD' };
    expect(total).toMatchObject({ status: 'read', amount, isCurrencyAssumed: true });
    expect(lines.every((line) => line.amount?.currency === 'CAD')).toBe(true);
    expect((await engine.read({ assumedCurrency: 'EUR' })).total).toMatchObject({ status: 'unreadable' });
  });

  it('reads on where a trail marks a step without words, and where controls are called like properties', async () => {
    const trail = '<ol class="steps"><li class="active"></li><li>Cart</li><li>Payment</li></ol>';
    const forms =
      '<div><form><input name="id"><b>$1.00</b></form><div class="r">Mug $2.00</div></div><form class="steps"><input name="children"><i class="active">One</i><p class="r">Tea $3.00</p></form>';
    show(`${trail}${forms}${SHOP}`);
    const { total, step } = await engine.read();
    expect(total.status).toBe('read');
    expect(step).toBeNull();
  });

  it('assumes nothing of bare numbers', async () => {
    show(SHOP.replaceAll(' USD', '').replaceAll('$', ''));
    expect((await engine.read({ assumedCurrency: 'CAD' })).total).toMatchObject({ status: 'unreadable' });
  });

  it('assumes nothing where the page says its currency', async () => {
    show(SHOP);
    expect((await engine.read({ assumedCurrency: 'CAD' })).total).toEqual({
      status: 'read',
      amount: { minor: 1480n, currency: 'USD' },
      isCurrencyAssumed: false,
    });
  });

  it('leaves totals that disagree unread', async () => {
    show(SHOP.replace('Pay $14.80', 'Pay $18.40'));
    expect((await engine.read()).total).toEqual({ status: 'unreadable', reason: 'disagreement' });
  });

  it('finds the control that pays and where it leads', async () => {
    show(SHOP);
    const { submit, proceed, formAction } = await engine.read();
    expect(submit?.label).toBe('Pay $14.80');
    expect(submit?.fingerprint).not.toMatch(/14/);
    expect(proceed).toBeNull();
    expect(formAction).toEqual({ origin: 'https://shop.example', method: 'post' });
  });

  it('fills, reads back, keeps what it declared and clears', async () => {
    show(SHOP);
    const reports = await engine.fill(await entriesOf(ALL));
    expect(reports.map(({ outcome }) => outcome)).toEqual(ALL.map(() => 'kept'));
    const number = document.querySelector<HTMLInputElement>('#num')!;
    expect(number.value).toBe('4242424242424242');
    expect(number.getAttribute('autocomplete')).toBe('off');
    expect((await engine.read()).fields.find(({ token }) => token === 'cc-number')?.signals).toContain(
      'autocomplete',
    );
    expect(document.querySelector<HTMLInputElement>('[name=cc_number2]')!.value).toBe('');
    expect(engine.cardGeometry()).toHaveLength(4);
    expect(engine.clear()).toEqual({ cleared: 6 });
    expect(number.value).toBe('');
    expect(number.getAttribute('autocomplete')).toBe('cc-number');
    expect(document.querySelector('#exp')!.hasAttribute('autocomplete')).toBe(false);
  });

  it('keeps a masked number and reports a field that drops its value', async () => {
    show(SHOP);
    const number = document.querySelector<HTMLInputElement>('#num')!;
    number.addEventListener('input', () => {
      number.value = number.value.replace(/\D/g, '').replace(/(\d{4})(?=\d)/g, '$1 ');
    });
    const code = document.querySelector<HTMLInputElement>('#cvc')!;
    code.addEventListener('change', () => (code.value = ''));
    const reports = await engine.fill(await entriesOf(['cc-number', 'cc-csc']));
    expect(reports.map(({ token, outcome }) => [token, outcome])).toEqual([
      ['cc-number', 'kept'],
      ['cc-csc', 'blank'],
    ]);
  });

  it('does not type into a field that was swapped, hidden or removed', async () => {
    show(SHOP);
    const entries = await entriesOf(['cc-number', 'cc-csc', 'cc-name']);
    document.querySelector('#num')!.setAttribute('name', 'other');
    document.querySelector<HTMLElement>('#cvc')!.style.display = 'none';
    document.querySelector('#own')!.remove();
    const reports = await engine.fill(entries);
    expect(reports.map(({ outcome }) => outcome)).toEqual(['field_changed', 'not_visible', 'field_gone']);
  });

  it('cuts a number over the boxes that hold it', async () => {
    const box = '<input maxlength="4">';
    show(
      `<form><div><span>Card number</span><div>${box}${box}${box}${box}</div></div><label>CVC <input name="cvc"></label></form>`,
    );
    const reports = await engine.fill(await entriesOf(['cc-number']));
    expect(reports.map(({ outcome }) => outcome)).toEqual(['kept', 'kept', 'kept', 'kept']);
    expect([...document.querySelectorAll('input')].slice(0, 4).map(({ value }) => value)).toEqual(
      Array(4).fill('4242'),
    );
  });

  it('is not sure of either of two visible card numbers', async () => {
    show(SHOP.replace('display:none', ''));
    const numbers = (await engine.read()).fields.filter(({ token }) => token === 'cc-number');
    expect(numbers.every(({ confidence }) => confidence < 0.5)).toBe(true);
  });

  it('does not believe an attribute that a label contradicts', async () => {
    show(SHOP.replace('>Card number<', '>Coupon code<'));
    expect(
      (await engine.read()).fields.filter(({ token, decoy }) => token === 'cc-number' && decoy === null),
    ).toEqual([]);
  });

  it('presses once what was read, and nothing else', async () => {
    show(SHOP);
    const { submit } = await engine.read();
    const button = [...document.querySelectorAll('button')].at(-1)!;
    let pressed = 0;
    button.addEventListener('click', (event) => {
      event.preventDefault();
      pressed += 1;
    });
    button.textContent = 'Pay $15.80';
    expect(engine.press(submit!)).toEqual({ outcome: 'pressed' });
    button.textContent = 'Subscribe for ever';
    expect(engine.press(submit!)).toEqual({ outcome: 'control_changed' });
    button.textContent = 'Pay $14.80';
    button.disabled = true;
    expect(engine.press(submit!)).toEqual({ outcome: 'disabled' });
    button.remove();
    expect(engine.press(submit!)).toEqual({ outcome: 'control_gone' });
    expect(pressed).toBe(1);
  });

  it('reads closed shadow roots that it is given', async () => {
    document.body.innerHTML = '<pay-card></pay-card>';
    const host = document.querySelector('pay-card')!;
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML =
      '<label for="n">Card number</label><input id="n"><label for="c">CVV</label><input id="c">';
    engine = createPageEngine(document, { shadowRootOf: (element) => (element === host ? root : null) });
    expect((await engine.read()).fields.map(({ token }) => token)).toEqual(['cc-number', 'cc-csc']);
  });

  it('does not read its own banner', async () => {
    document.body.innerHTML = SHOP;
    const attach = vi.spyOn(Element.prototype, 'attachShadow');
    engine = createPageEngine(document, {
      shadowRootOf: (element) =>
        attach.mock.contexts.includes(element) ? (attach.mock.results[0]!.value as ShadowRoot) : null,
      banner: BANNER,
    });
    engine.showHolder({ holder: 'agent' });
    expect(attach).toHaveBeenCalledOnce();
    expect(JSON.stringify((await engine.read()).evidence)).not.toContain('Agent is filling');
  });

  it('says who holds the page and leaves nothing behind', async () => {
    document.body.innerHTML = SHOP;
    engine = createPageEngine(document, { banner: BANNER });
    const before = document.body.children.length;
    engine.showHolder({ holder: 'agent' });
    engine.showHolder({ holder: 'operator' });
    expect(document.body.children.length).toBe(before + 1);
    engine.showHolder({ holder: 'nobody' });
    expect(document.body.children.length).toBe(before);
  });
});
