// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { walkPage } from '../dom/walk.ts';
import { findShownDelivery } from './find-shown-delivery.ts';

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 10, 200, 30));
});
afterEach(() => vi.restoreAllMocks());

function shown(html: string): string | null {
  document.body.innerHTML = html;
  return findShownDelivery(walkPage(document));
}

const ADA = 'Ada Lovelace, 1 Market Street, San Francisco CA 94105';
const EVE = 'Eve Moriarty, 9 Elsewhere Lane, Nowhere NV 89001';

describe('[A33] where a page says that an order goes', () => {
  it.each([
    ['a heading over it', (to: string) => `<section><h2>Shipping address</h2><p>${to}</p></section>`],
    ['words before it', (to: string) => `<div>Deliver to: ${to}</div>`],
    ['a line of a list', (to: string) => `<dl><div><dt>Ship to</dt><dd>${to}</dd></div></dl>`],
    ['German', (to: string) => `<div><h3>Lieferadresse</h3><address>${to}</address></div>`],
    ['French', (to: string) => `<div><b>Adresse de livraison :</b> ${to}</div>`],
    ['Spanish', (to: string) => `<div><b>Enviar a</b> <span>${to}</span></div>`],
    ['Japanese', (to: string) => `<div><h3>お届け先</h3><p>${to}</p></div>`],
    ['Chinese', (to: string) => `<div><h3>收货地址</h3><p>${to}</p></div>`],
    ['Thai', (to: string) => `<div><h3>ที่อยู่จัดส่ง</h3><p>${to}</p></div>`],
    ['Arabic', (to: string) => `<div><h3>عنوان التوصيل</h3><p>${to}</p></div>`],
  ])('%s', (_, page) => {
    expect(shown(page(ADA))).not.toBeNull();
    expect(shown(page(ADA))).toBe(shown(page(ADA)));
    expect(shown(page(ADA))).not.toBe(shown(page(EVE)));
  });

  it('is the saved address that is chosen', () => {
    const saved = (first: string, second: string): string =>
      `<label><input type="radio" name="address_id" ${first}> ${ADA}</label>` +
      `<label><input type="radio" name="address_id" ${second}> ${EVE}</label>`;
    expect(shown(saved('checked', ''))).not.toBe(shown(saved('', 'checked')));
  });

  it('is as it was while a clock beside it runs', () => {
    const page = (left: string): string =>
      `<div><h2>Deliver to</h2><p>${ADA}</p><p>Order within ${left} for delivery on Monday</p></div>`;
    expect(shown(page('3 hours 12 min'))).toBe(shown(page('2 hours 59 min')));
    expect(shown(page('4:59'))).toBe(shown(page('4:58')));
  });

  it.each([
    [
      'fields under the heading',
      `<fieldset><legend>Shipping address</legend><input name="street"></fieldset>`,
    ],
    ['a heading alone', '<h2>Shipping address</h2>'],
    ['a radio button for something else', `<label><input type="radio" name="colour" checked> Red</label>`],
    ['what is not shown', `<div style="display:none"><h2>Deliver to</h2><p>${ADA}</p></div>`],
  ])('is not told by %s', (_, html) => expect(shown(html)).toBeNull());
});
