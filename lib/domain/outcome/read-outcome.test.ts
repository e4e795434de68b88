import { describe, expect, it } from 'vitest';
import { readOutcome, type OutcomeEvidence } from './read-outcome.ts';

const PAGE: OutcomeEvidence = {
  url: 'https://shop.example/checkout',
  title: 'Shop',
  headlines: [],
  alerts: [],
  words: '',
  orderReferences: [],
  canPay: false,
  invalidFields: [],
};
const read = (page: Partial<OutcomeEvidence>) => readOutcome({ ...PAGE, ...page });
const ORDER = [{ reference: 'A-1042', context: 'Order A-1042' }];

describe('confirmations', () => {
  it.each([
    ['en', 'Thank you for your order!'],
    ['de', 'Vielen Dank für Ihre Bestellung'],
    ['fr', 'Merci pour votre commande'],
    ['es', '¡Gracias por tu compra!'],
    ['it', 'Grazie per il tuo ordine'],
    ['pt', 'Obrigado pela sua compra'],
    ['nl', 'Bedankt voor je bestelling'],
    ['pl', 'Dziękujemy za zamówienie'],
    ['ja', 'ご注文ありがとうございます'],
    ['zh', '支付成功'],
    ['ko', '주문이 완료되었습니다'],
    ['ru', 'Спасибо за заказ'],
    ['tr', 'Siparişiniz alındı'],
    ['ar', 'شكرًا لطلبك'],
    ['sv', 'Tack för din beställning'],
  ])('a sentence and an order reference are one (%s)', (_, headline) => {
    expect(read({ headlines: [headline], orderReferences: ORDER })).toEqual({
      kind: 'confirmation',
      reference: 'A-1042',
      headline,
    });
  });

  it.each([
    ['a word like “complete” alone', { headlines: ['Complete'] }],
    ['a thank-you alone', { headlines: ['Thank you for your order'] }],
    ['an address alone', { url: 'https://shop.example/thank-you' }],
    ['an order reference alone', { orderReferences: ORDER, headlines: ['Your orders'] }],
    [
      'a newsletter’s thanks',
      { url: 'https://shop.example/thank-you', headlines: ['Thank you for subscribing'] },
    ],
    [
      'a review page that can still pay',
      {
        headlines: ['Order confirmation'],
        orderReferences: ORDER,
        url: 'https://shop.example/order/confirm',
        canPay: true,
      },
    ],
  ])('%s is none', (_, page) => {
    expect(read(page).kind).not.toBe('confirmation');
  });

  it('a page of failure is none, whatever it thanks for', () => {
    expect(
      read({
        url: 'https://shop.example/checkout/onepage/failure/',
        headlines: ['We received your order!'],
        orderReferences: ORDER,
      }).kind,
    ).toBe('declined');
  });
});

describe('refusals', () => {
  it.each([
    ['Your card was declined.', 'generic'],
    ['Your card has insufficient funds.', 'insufficient_funds'],
    ['Zahlung fehlgeschlagen: unzureichende Deckung', 'insufficient_funds'],
    ['Pago rechazado: fondos insuficientes.', 'insufficient_funds'],
    ['Paiement refusé : votre carte a expiré', 'expired_card'],
    ['Card declined: the security code is incorrect', 'incorrect_cvc'],
    ['カードが拒否されました', 'generic'],
    ['결제가 거부되었습니다. 잔액 부족', 'insufficient_funds'],
    ['Оплата отклонена банком', 'generic'],
    ['تم رفض البطاقة', 'generic'],
    ['Payment failed: this card was reported stolen', 'do_not_retry'],
  ])('%s', (alert, reason) => {
    expect(read({ alerts: [alert], canPay: true })).toMatchObject({ kind: 'declined', reason });
  });

  it('small print that speaks of declined cards is none', () => {
    expect(read({ words: 'if your card was declined, call your bank. pay now', canPay: true }).kind).toBe(
      'none',
    );
  });

  it('what the form finds wrong is no refusal; the fields are named', () => {
    expect(
      read({ alerts: ['Your card number is incomplete.'], invalidFields: ['Card number'], canPay: true }),
    ).toMatchObject({ kind: 'form_errors', fields: ['Card number'] });
  });
});

describe('what is neither', () => {
  it.each([
    ['Processing your payment. Do not close this window.', 'processing'],
    ['Ihre Zahlung wird verarbeitet', 'processing'],
    ['処理中です。しばらくお待ちください', 'processing'],
  ])('%s', (headline, kind) => {
    expect(read({ headlines: [headline] }).kind).toBe(kind);
    expect(read({ headlines: [headline], canPay: true }).kind).not.toBe(kind);
  });

  it.each([
    ['Wool socks was removed because it was sold out.', 'out_of_stock'],
    ['Der Artikel ist leider ausverkauft', 'out_of_stock'],
    ['在庫切れ', 'out_of_stock'],
    ['The price has changed since you added it', 'price_changed'],
    ['Le prix a changé', 'price_changed'],
    ['Your cart is empty', 'cart_empty'],
  ])('%s', (alert, problem) => {
    expect(read({ alerts: [alert] })).toMatchObject({ kind: 'cart_problem', problem });
  });
});
