// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { walkPage } from '../dom/walk.ts';
import { findOrderReferences } from './find-order-references.ts';

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 10, 200, 30));
});
afterEach(() => void vi.restoreAllMocks());

function referencesOf(html: string): string[] {
  document.body.innerHTML = html;
  return findOrderReferences(walkPage(document), []).map(({ reference }) => reference);
}

describe('a number with its label', () => {
  it.each([
    ['WooCommerce', '<li>Order number: <strong>387</strong></li>', '387'],
    ['WooCommerce, German', '<li>Bestellnummer: <strong>12</strong></li>', '12'],
    ['Shopify', '<p>Confirmation #VQ8KZTNRP</p>', 'VQ8KZTNRP'],
    ['Shopify, older', '<span>Order #1001</span>', '1001'],
    ['Magento', '<p>Your order number is: <span>000000042</span>.</p>', '000000042'],
    ['PrestaShop', '<li>Order reference: XKBKNABJK</li>', 'XKBKNABJK'],
    ['Squarespace', '<div>Order #00017</div>', '00017'],
    ['Amazon', '<b>Order # 112-1234567-1234567</b>', '112-1234567-1234567'],
    ['an airline', '<p>Booking reference: XKPQRT</p>', 'XKPQRT'],
    ['small letters', '<p>Order ID: ab12cd34ef</p>', 'ab12cd34ef'],
    [
      'a UUID',
      '<p>Order ID: 3f9c1c1e-52a0-4b7c-9a57-3f1b0c2d7e11</p>',
      '3f9c1c1e-52a0-4b7c-9a57-3f1b0c2d7e11',
    ],
    ['dots', '<p>Order number: 2025.000.123.</p>', '2025.000.123'],
    ['a year', '<p>Order number: 2025</p>', '2025'],
    ['two words for it', '<p>Order reference number – A/77</p>', 'A/77'],
    ['a link', '<p>Order <a href="/o/1">#1045</a></p>', '1045'],
    ['a list of terms', '<dl><dt>Order number</dt><dd>387</dd><dt>Date</dt><dd>12 May 2025</dd></dl>', '387'],
    ['boxes', '<div><div><b>Order no.</b></div><div><span>387</span></div></div>', '387'],
    [
      'a row',
      '<table><tr><td>Order number</td><td>387</td></tr><tr><td>Total</td><td>20.00</td></tr></table>',
      '387',
    ],
    [
      'a column',
      '<table><thead><tr><th>Date</th><th>Order number</th></tr></thead><tbody><tr><td>12 May</td><td>100045</td></tr></tbody></table>',
      '100045',
    ],
    ['the sentence in a long box', `<div>Order number: 387<p>${'and so on '.repeat(60)}</p></div>`, '387'],
  ])('%s', (_, html, reference) => {
    expect(referencesOf(html)[0]).toBe(reference);
  });

  it.each([
    ['de', 'Ihre Bestellnummer lautet 100045.', '100045'],
    ['de', 'Bestell-Nr. 100045', '100045'],
    ['de', 'Bestellreferenz: XKBKNABJK', 'XKBKNABJK'],
    ['fr', 'Référence de la commande : XKBKNABJK', 'XKBKNABJK'],
    ['it', 'Riferimento ordine: XKBKNABJK', 'XKBKNABJK'],
    ['es', 'Referencia del pedido: XKBKNABJK', 'XKBKNABJK'],
    ['ko', '주문번호는 100045입니다', '100045'],
    ['de', 'Auftragsnummer: AB-100045', 'AB-100045'],
    ['fr', 'Numéro de commande : 100045', '100045'],
    ['fr', 'Commande n° 100045', '100045'],
    ['fr', 'N° de votre commande : 100045', '100045'],
    ['es', 'Número de pedido: 100045', '100045'],
    ['es', 'Número de orden: 100045', '100045'],
    ['es', 'Tu n.º de pedido es 100045', '100045'],
    ['pt', 'Número da encomenda: 100045', '100045'],
    ['pt', 'Pedido nº 100045', '100045'],
    ['it', "Numero d'ordine: 100045", '100045'],
    ['it', 'Ordine n. 100045', '100045'],
    ['it', 'Codice prenotazione: AB12CD', 'AB12CD'],
    ['nl', 'Bestelnummer: 100045', '100045'],
    ['pl', 'Numer Twojego zamówienia: 100045', '100045'],
    ['pl', 'Nr zamówienia 100045', '100045'],
    ['cs', 'Číslo objednávky: 202500123', '202500123'],
    ['cs', 'Objednávka č. 202500123', '202500123'],
    ['sk', 'Číslo objednávky: 100023', '100023'],
    ['hu', 'Rendelésszám: 100023', '100023'],
    ['hu', 'A rendelés száma: 100023', '100023'],
    ['ro', 'Număr comandă: 100023', '100023'],
    ['ro', 'Numărul comenzii este 100023', '100023'],
    ['el', 'Αριθμός παραγγελίας: 100023', '100023'],
    ['uk', 'Номер замовлення: 100023', '100023'],
    ['ru', 'Номер вашего заказа: 100023', '100023'],
    ['ru', 'Заказ № 100023', '100023'],
    ['bg', 'Поръчка № 100023', '100023'],
    ['sv', 'Ordernummer: 100023', '100023'],
    ['no', 'Ordrenummer: 100023', '100023'],
    ['da', 'Ordrenr. 100023', '100023'],
    ['fi', 'Tilausnumero: 100023', '100023'],
    ['tr', 'Sipariş numaranız: 100023', '100023'],
    ['tr', 'Sipariş No: 100023', '100023'],
    ['hr', 'Broj narudžbe: 100023', '100023'],
    ['ar', 'رقم الطلب: ١٠٠٠٢٣', '١٠٠٠٢٣'],
    ['he', 'מספר הזמנה: 100023', '100023'],
    ['ja', 'ご注文番号は100045です', '100045'],
    ['ja', '受付番号：１００００４５', '１００００４５'],
    ['zh', '您的订单号：2025051200017', '2025051200017'],
    ['zh-TW', '訂單號碼：100023', '100023'],
    ['zh-TW', '訂單編號 100023', '100023'],
    ['ko', '주문번호: 100023', '100023'],
    ['vi', 'Mã đơn hàng: 100023', '100023'],
    ['id', 'Nomor pesanan: 100023', '100023'],
    ['th', 'หมายเลขคำสั่งซื้อ: 100023', '100023'],
  ])('%s: %s', (_, text, reference) => {
    expect(referencesOf(`<p>${text}</p>`)[0]).toBe(reference);
  });
});

describe('a number right after the word for an order', () => {
  it.each([
    ['Your order 100045 is confirmed', '100045'],
    ['Your order (100045) is confirmed', '100045'],
    ['Your order "100045" is confirmed', '100045'],
    ['Order A-1042 confirmed', 'A-1042'],
    ['Thank you, your order <strong>SO-2026-000042</strong> is confirmed.', 'SO-2026-000042'],
    ['<strong>Order:</strong> 100045', '100045'],
    ['Ihre Bestellung 100045 ist eingegangen', '100045'],
    ['Pedido 100045 confirmado', '100045'],
  ])('%s', (html, reference) => {
    expect(referencesOf(`<p>${html}</p>`)).toEqual([reference]);
  });
});

describe('what is none', () => {
  it.each([
    '<p>Questions about your order? Call 1-800-555-0199</p>',
    '<p>Order by phone: 0800 123 4567</p>',
    '<p>To order: 0800 1234567</p>',
    '<p>Order: 800-555-0199</p>',
    '<p>Order total: 1234.50 EUR</p>',
    '<p>Order: 1234.50</p>',
    '<p>Order: 1234 EUR</p>',
    '<p>Bestellung: 2500 €</p>',
    '<p>Your order arrives 12-15 May</p>',
    '<p>Your order: 12-15 May</p>',
    '<h2>Order summary</h2><ul><li>T-shirt SKU-12345</li></ul>',
    '<h2>Your order</h2><p>62704 Springfield</p>',
    '<p>Your order ships to Springfield 62704</p>',
    '<p>Purchase protection up to 2500 USD</p>',
    '<p>Border 12345 Shop GmbH HRB 12345</p>',
    '<p>Order date: May 12, 2025</p>',
    '<p>Order 2025</p>',
    '<p>Order: 12.05.2025</p>',
    '<p>Order within 12h35m</p>',
    '<p>Orders over 1000 ship free</p>',
    '<p>Order no later than 18:00</p>',
    '<p>Have your order number ready and call 0800 123 4567</p>',
    '<table><tr><th>Order number</th><th>STATUS</th></tr><tr><td>none yet</td><td>12345</td></tr></table>',
    '<p>Order number: PENDING…</p>',
    '<form><label>Order number 1042</label></form><footer><p>Order no. 1042</p></footer>',
    '<p>Order number: help@shop24.example</p>',
    '<p>Confirmation code</p><p>We sent it to +1 555 0100</p>',
  ])('%s', (html) => {
    expect(referencesOf(html)).toEqual([]);
  });
});

it('the number of the order comes before one of the payment, whatever stands first', () => {
  expect(
    referencesOf('<p>Your order 4711 is paid.</p><p>Transaction ID: 8812345</p><p>Order number: 100045</p>'),
  ).toEqual(['100045', '8812345', '4711']);
});
