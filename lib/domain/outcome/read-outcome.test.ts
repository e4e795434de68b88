import { describe, expect, it } from 'vitest';
import { readOutcome, type OutcomeEvidence } from './read-outcome.ts';

const PAGE: OutcomeEvidence = {
  url: 'https://shop.example/checkout',
  title: 'Shop',
  headlines: [],
  alerts: [],
  words: '',
  orderReferences: [],
  hasPayControl: false,
  takesCard: false,
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
    ['bg', 'Поръчката ви е приета'],
    ['ca', 'Gràcies per la teva comanda!'],
    ['cs', 'Objednávku jste úspěšně odeslali.'],
    ['da', 'Din ordre er blevet modtaget'],
    ['fa', 'سفارش شما با موفقیت ثبت شد'],
    ['lt', 'Jūsų užsakymas sėkmingai priimtas'],
    ['ro', 'Comanda a fost procesată cu succes'],
    ['sl', 'Vaše naročilo je bilo uspešno oddano.'],
    ['bn', 'আপনার অর্ডারের জন্য ধন্যবাদ!'],
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
      'an address and a number under a headline that asks to wait',
      {
        url: 'https://shop.example/order-received/387',
        headlines: ['Processing your payment'],
        orderReferences: ORDER,
      },
    ],
    [
      'what happens once something is confirmed',
      { words: 'once your order is confirmed we will send it. order a-1042', orderReferences: ORDER },
    ],
    [
      'an e-mail that is promised',
      { words: 'order a-1042. you will get an order confirmation by e-mail', orderReferences: ORDER },
    ],
    ['a request that thanks', { headlines: ['Merci de vérifier votre commande'], orderReferences: ORDER }],
    ['thanks for waiting', { headlines: ['Thank you for your patience'], orderReferences: ORDER }],
    [
      'thanks above a Pay that still stands, without a number',
      { headlines: ['Thank you for your order'], url: 'https://shop.example/thank-you', hasPayControl: true },
    ],
    [
      'thanks above a form for a card',
      { headlines: ['Thank you for your order'], orderReferences: ORDER, takesCard: true },
    ],
    [
      'small print that thanks above a Pay',
      {
        words: 'thank you for your order, please click the button below to pay',
        orderReferences: ORDER,
        hasPayControl: true,
      },
    ],
    [
      'a review page that can still pay',
      {
        headlines: ['Order confirmation'],
        orderReferences: ORDER,
        url: 'https://shop.example/order/confirm',
        hasPayControl: true,
      },
    ],
  ])('%s is none', (_, page) => {
    expect(read(page).kind).not.toBe('confirmation');
  });

  it.each([
    'Thank you!',
    'Thank you, Ada!',
    'Vielen Dank!',
    'Merci Ada',
    'Thanks for shopping with us',
    'Thank you for your payment',
    'Your order A-1042 has been placed',
    'Order #A-1042 confirmed',
    'Ihre Bestellung A-1042 ist eingegangen',
    'Bestellung erhalten',
    'Commande reçue',
    'Pedido recibido',
    'Ordine ricevuto',
    'Bestelling ontvangen',
    'Zamówienie otrzymane',
    'Payment was successful',
    'Děkujeme za vaši objednávku',
    'Köszönjük a rendelését!',
    'Takk for kjøpet',
    'Дякуємо за замовлення',
    'Ευχαριστούμε για την παραγγελία σας',
    '感謝您的訂購',
  ])('“%s” beside a reference is one', (headline) => {
    expect(read({ headlines: [headline], orderReferences: ORDER }).kind).toBe('confirmation');
  });

  it('a receipt may offer to buy again', () => {
    expect(
      read({
        headlines: ['Thank you for your order'],
        alerts: ['Your order is being processed'],
        orderReferences: ORDER,
        hasPayControl: true,
      }).kind,
    ).toBe('confirmation');
  });

  it('an address with a reference is one', () => {
    for (const path of ['checkout/order-received/387', 'Order-Confirm?ID=1', 'checkout_success.php'])
      expect(read({ url: `https://shop.example/${path}`, orderReferences: ORDER }).kind).toBe('confirmation');
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
    ['Platba selhala', 'generic'],
    ['Betalingen mislyktes', 'generic'],
    ['Mokėjimas nepavyko', 'generic'],
    ['Plaćanje odbijeno', 'generic'],
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
    ['Your order #1042 was cancelled', 'generic'],
    ['Su pedido ha sido cancelado', 'generic'],
  ])('%s', (alert, reason) => {
    expect(read({ alerts: [alert], hasPayControl: true })).toMatchObject({ kind: 'declined', reason });
  });

  it('a shop that refuses on its page of thanks refuses', () => {
    expect(
      read({
        url: 'https://shop.example/checkout/order-received/387/',
        headlines: ['Order received'],
        words:
          'order received unfortunately your order cannot be processed as the originating bank/merchant has declined your transaction. order number: 387',
        orderReferences: ORDER,
      }).kind,
    ).toBe('declined');
  });

  it('small print that speaks of declined cards is none', () => {
    expect(
      read({ words: 'if your card was declined, call your bank. pay now', hasPayControl: true }).kind,
    ).toBe('none');
  });

  it('what the form finds wrong is no refusal; the fields are named', () => {
    expect(
      read({
        alerts: ['Your card number is incomplete.'],
        invalidFields: ['Card number'],
        hasPayControl: true,
      }),
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
    expect(read({ headlines: [headline], hasPayControl: true }).kind).not.toBe(kind);
  });

  it.each([
    ['Wool socks was removed because it was sold out.', 'out_of_stock'],
    ['Der Artikel ist leider ausverkauft', 'out_of_stock'],
    ['在庫切れ', 'out_of_stock'],
    ['Není skladem', 'out_of_stock'],
    ['Váš košík je prázdný', 'cart_empty'],
    ['購物車是空的', 'cart_empty'],
    ['The price has changed since you added it', 'price_changed'],
    ['Le prix a changé', 'price_changed'],
    ['Your cart is empty', 'cart_empty'],
  ])('%s', (alert, problem) => {
    expect(read({ alerts: [alert] })).toMatchObject({ kind: 'cart_problem', problem });
  });
});
