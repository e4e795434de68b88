// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findRecurringWording } from './find-consents.ts';

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 10, 200, 30));
});
afterEach(() => vi.restoreAllMocks());

function wordingOf(html: string): string | null {
  document.body.innerHTML = `<main><h1>Checkout</h1>${html}</main>`;
  return findRecurringWording([document]);
}

describe('what recurs', () => {
  it.each([
    'Your plan renews automatically at $9.99 until you cancel.',
    'Coffee Club: $19.00 / month',
    '$20.00 per month. Or pay later with Klarna.',
    'Pay monthly, cancel anytime',
    'Financial News: $20 per month',
    'At the rate of $20 per month',
    '9,99 € pro Monat, jederzeit kündbar',
    'Abonnement à 9,99 € par mois, sans engagement',
    '9,99 €/mois',
    '9,99 € par mois, sans frais de livraison',
    '12,00 € al mes',
    '毎月 980円',
    'Delivered every two weeks',
    '$4.99/mo, billed annually. 0% interest with Affirm',
  ])('%s', (text) => expect(wordingOf(`<p>${text}</p>`)).toBe(text));

  it('a price whose parts are marked', () => {
    expect(wordingOf('<p><b>$20</b> <span>/ month</span></p><p>Buy now, pay later with Klarna</p>')).toBe(
      '/ month',
    );
  });

  it('in a notice longer than what is looked at around it', () => {
    expect(wordingOf(`<p>${'We care for you. '.repeat(100)}<b>$20 per month</b></p>`)).toBe('$20 per month');
  });
});

describe('what is one purchase', () => {
  it.each([
    'As low as $15/mo with Affirm. Learn more',
    'From $12.50 per month with Klarna',
    'Or from £20 per month with 0% finance',
    'Pay monthly in 6 interest-free instalments',
    'Oder ab 12,50 € pro Monat in Raten',
    'Finanzierung ab 12,50 €/Monat',
    'Ou 4x 12,50 € par mois sans frais',
    'En 3 fois : 20,00 € par mois',
    '12 cuotas de 10 € al mes',
    '20 € al mese in 3 rate',
    '6 parcelas de R$ 10,00 por mês',
    '月々980円、毎月の分割払い',
    '每月 ¥100，分期付款',
    'Devis gratuit et sans engagement',
    'Free cancellation: cancel anytime before 12 May',
    'Delivered every working day before noon',
    'Use within a month of opening',
  ])('%s', (text) => expect(wordingOf(`<p>${text}</p>`)).toBeNull());

  it('an advert whose parts are marked, or whose lender is a picture', () => {
    expect(wordingOf('<p>As low as <b>$15</b>/mo with <span>Affirm</span>.</p>')).toBeNull();
    expect(wordingOf('<klarna-placement><div>From <b>$15</b>/month</div></klarna-placement>')).toBeNull();
    expect(wordingOf('<div class="affirm-as-low-as">From <b>$15</b>/mo <img alt=""></div>')).toBeNull();
  });
});
