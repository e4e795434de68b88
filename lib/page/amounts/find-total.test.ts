// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findSummaryRows } from './find-amounts.ts';
import { findTotal, structuredAmounts } from './find-total.ts';
import { readPageCurrency } from './page-currency.ts';
import { readStructuredFacts } from './structured-facts.ts';

/** happy-dom lays nothing out: every element gets a box. */
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 10, 200, 30));
});
afterEach(() => void vi.restoreAllMocks());

interface Page {
  readonly lang?: string;
  readonly host?: string;
  readonly pay?: string;
}

function look(html: string, { lang = 'en-GB', host = 'shop.example', pay }: Page = {}) {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`https://${host}/`);
  document.documentElement.lang = lang;
  document.body.innerHTML = html;
  const facts = readStructuredFacts(document);
  const currency = readPageCurrency(document, facts);
  const rows = findSummaryRows([document], currency);
  return { rows, total: findTotal(rows, structuredAmounts(facts), pay, currency) };
}

function totalOf(html: string, page?: Page): string {
  const { total } = look(html, page);
  return total.status === 'read' ? `${total.amount.minor} ${total.amount.currency}` : total.reason;
}

function kindsOf(html: string, page?: Page): string[] {
  return look(html, page).rows.map(({ finding: { kind, amount } }) => `${kind} ${amount?.minor}`);
}

type Pair = readonly [string, string];
const table = (...pairs: readonly Pair[]): string =>
  `<table>${pairs.map(([name, value]) => `<tr><td>${name}</td><td>${value}</td></tr>`).join('')}</table>`;
const boxes = (...pairs: readonly Pair[]): string =>
  pairs.map(([name, value]) => `<div class="row"><span>${name}</span><span>${value}</span></div>`).join('');

describe('[A32] a total that names what it holds', () => {
  it.each([
    'Total inc. VAT', 'Total (incl. VAT)', 'Total including VAT', 'Total (inc GST)', 'Order Total Incl. Tax',
    'Gesamtsumme inkl. MwSt.', 'Gesamt (inkl. 19 % MwSt.)', 'Gesamtbetrag inkl. MwSt. und Versand', 'Gesamt brutto',
    'Total (tax incl.)', 'Total (IVA incluido)', 'Total (impuestos inc.)', 'Total con IVA', 'Totale (tasse incl.)',
    'Totale (IVA inclusa)', 'Total TTC', 'Total (TVA comprise)', 'Total avec livraison', 'Totaal (incl. btw)',
    'Razem z VAT', 'Celkem s DPH', 'Celkem vč. DPH', 'I alt inkl. moms', 'Totalt inkl. mva', 'Σύνολο (με ΦΠΑ)',
    'Итого с НДС', 'Toplam (KDV dahil)', '合計（税込）', '税込合計', '总计（含运费）', '합계 (부가세 포함)', 'Total including delivery',
    'Total after discount', 'Total',
  ])('%s', (name) => {
    expect(totalOf(table([name, '59,90 €']))).toBe('5990 EUR');
    expect(totalOf(boxes([name, '59,90 €']))).toBe('5990 EUR');
    expect(totalOf(`<p>${name}: 59,90 €</p>`)).toBe('5990 EUR');
  }); // prettier-ignore

  it.each([
    ['beside it, in small', table(['Total <small>(incl. VAT)</small>', '£120.00'])],
    ['behind the amount', table(['Total', '£120.00 <small>(includes £20.00 VAT)</small>'])],
    ['before the amount', boxes(['Gesamt', '<small>inkl. MwSt.</small> £120.00'])],
    ['as a line between', '<div><p>Total</p><p>Including £20.00 in taxes</p><p>GBP £120.00</p></div>'],
    ['in a row of its own', boxes(['Total', '£120.00'], ['Including VAT', '£20.00'])],
    ['as two amounts', table(['Total incl. VAT', '£120.00 (VAT £20.00)'])],
  ])('what it holds stands %s', (_, html) => expect(totalOf(html)).toBe('12000 GBP'));

  it.each([
    'Total excl. VAT', 'Total (tax excl.)', 'Total ex VAT', 'Total HT', 'Gesamtsumme ohne MwSt.', 'Gesamt netto',
    'Total sin IVA', 'Totale IVA esclusa', 'Totaal excl. btw', 'Razem bez VAT', 'Totalt ekskl. moms', '合計（税抜）',
    '총 금액 (부가세 별도)', 'Total before discount', 'Total excl. shipping', 'Total (VAT not included)',
  ])('%s is no more than a part', (name) => {
    expect(totalOf(table([name, '£100.00']))).toBe('not_found');
    expect(totalOf(table([name, '£100.00'], ['VAT', '£20.00'], ['Total', '£120.00']))).toBe('12000 GBP');
  }); // prettier-ignore

  it.each([
    ['£120.00 (£100.00 excl. VAT)', '12000 GBP'],
    ['£120.00 <small>(ex VAT £100.00)</small>', '12000 GBP'],
    ['€ 121,00<br>€ 100,00 excl. btw', '12100 EUR'],
    ['120,00 € TTC (100,00 € HT)', '12000 EUR'],
    ['119,00 € <small>(netto 100,00 €)</small>', '11900 EUR'],
    ['11,000円（税抜10,000円）', '11000 JPY'],
  ])('%s says the same amount without its tax besides', (said, total) => {
    expect(totalOf(table(['Total', said]))).toBe(total);
    expect(totalOf(boxes(['Total', said]))).toBe(total);
  });

  it.each([
    // What the total leaves out, and what comes on top of it.
    '£100.00 (excl. £20.00 VAT)',
    '£100.00 (£20.00 VAT excl.)',
    '£5.00 (zzgl. £4.00 Versand)',
    '£5.00 (excl. £4.00 shipping)',
    '£100.00 (£120.00 excl. VAT)',
    '£120.00 (£100.00 excl. VAT) £90.00',
  ])('%s is left unread', (said) =>
    expect(totalOf(table(['Total', said]))).toMatch(/not_found|not_a_number/),
  );

  it('leaves what is still to be added unread', () => {
    expect(totalOf(table(['Total', '£100.00 <small>excl. VAT</small>']))).toBe('not_found');
    expect(totalOf(table(['Gesamtsumme', '100,00 € zzgl. Versand']))).toBe('not_found');
  });

  it('takes no tax, charge or reduction for a total, and no tax that is in it for a charge', () => {
    expect(
      kindsOf(
        table(
          ['Total tax', '£1.00'],
          ['Total VAT', '£2.00'],
          ['Shipping (excl. tax)', '£3.00'],
          ['Versand inkl. Verpackung', '£4.00'],
          ['Total savings', '£5.00'],
          ['Frais de livraison', '£6.00'],
          ['VAT (20 %)', '£7.00'],
          ['inkl. 19 % MwSt.', '£8.00'],
        ),
      ),
    ).toEqual([
      'tax 100',
      'tax 200',
      'shipping 300',
      'shipping 400',
      'discount 500',
      'shipping 600',
      'tax 700',
    ]);
  });
});

describe('[A32] summaries as shop systems write them', () => {
  it.each([
    [
      'WooCommerce',
      '<table><tr class="cart-subtotal"><th>Subtotal</th><td>£100.00</td></tr><tr class="shipping"><th>Shipping</th><td>Flat rate: <span>£5.00</span></td></tr><tr class="order-total"><th>Total</th><td><strong>£105.00</strong> <small class="includes_tax">(includes <span>£17.50</span> VAT)</small></td></tr></table>',
      ['subtotal 10000', 'shipping 500', 'total 10500'],
    ],
    [
      'Shopify',
      '<table><tr><th class="payment-due-label"><span>Total</span> <span class="taxes">Including <span>£17.50</span> in taxes</span></th><td class="payment-due"><span>GBP</span> <span>£105.00</span></td></tr></table>',
      ['total 10500'],
    ],
    [
      'Magento',
      '<table><caption>Order Summary</caption><tr class="totals sub"><th>Cart Subtotal</th><td><span>£100.00</span></td></tr><tr class="totals shipping"><th><span>Shipping</span><span>Flat Rate - Fixed</span></th><td>£5.00</td></tr><tr class="grand totals incl"><th><strong>Order Total Incl. Tax</strong></th><td>£105.00</td></tr><tr class="grand totals excl"><th><strong>Order Total Excl. Tax</strong></th><td>£87.50</td></tr></table>',
      ['subtotal 10000', 'shipping 500', 'total 10500', 'subtotal 8750'],
    ],
    [
      'PrestaShop',
      '<div class="cart-summary-line"><span class="label">Total (tax excl.)</span><span class="value">£87.50</span></div><div class="cart-summary-line cart-total"><span class="label">Total (tax incl.)</span><span class="value">£105.00</span></div>',
      ['subtotal 8750', 'total 10500'],
    ],
    [
      'Shopware',
      '<dl><dt>Summe</dt><dd>£100.00</dd><dt>Versandkosten</dt><dd>£5.00</dd><dt>Gesamtsumme</dt><dd>£105.00</dd><dt>Gesamtnettosumme</dt><dd>£87.50</dd><dt>zzgl. 20 % MwSt.</dt><dd>£17.50</dd></dl>',
      ['total 10000', 'shipping 500', 'total 10500', 'subtotal 8750', 'tax 1750'],
    ],
    [
      'Bootstrap',
      '<ul class="list-group"><li class="list-group-item"><div><h6>Mug</h6></div><span>£105.00</span></li><li class="list-group-item"><span>Total (GBP)</span><strong>£105.00</strong></li></ul>',
      ['total 10500'],
    ],
  ] as const)('%s', (_, html, kinds) => {
    expect(kindsOf(html)).toEqual(kinds);
    expect(totalOf(html)).toBe('10500 GBP');
  });
});

describe('[A32] words for the total', () => {
  it.each([
    'סה"כ לתשלום', 'Σύνολο', 'Всього до сплати', 'Разом', 'Ukupno', 'Skupaj', 'Spolu', 'Celková cena', 'Общо', 'Tổng cộng',
    'ยอดรวม', 'Jumlah', 'Iš viso', 'Kokku', 'Total de plată', 'Fizetendő', 'Yhteensä', 'Summa', 'I alt', 'Å betale',
    'お支払い金額', 'ご請求額', '총 결제금액', '应付总额', 'المبلغ الإجمالي', 'Your order total', 'Importe total',
  ])('%s', (name) => expect(totalOf(table([name, '59,90 €']))).toBe('5990 EUR')); // prettier-ignore

  it.each([
    'Delsumma', 'Υποσύνολο', 'Μερικό σύνολο', 'Mezisoučet', 'Medzisúčet', 'Välisumma', 'Проміжний підсумок', 'סכום ביניים',
    'Gesamtmenge', 'Total items', 'Previous total', 'Monthly total', 'Minimum order total', 'Total at property',
  ])('%s is another sum', (name) => expect(totalOf(table([name, '59,90 €']))).toBe('not_found')); // prettier-ignore
});

describe('[A32] what is no row of the total', () => {
  const parts: readonly Pair[] = [['Subtotal', '£45.00'], ['Shipping', '£5.00'], ['Total', '£50.00']]; // prettier-ignore

  it.each(['Order total', 'Cart totals', 'Total', 'Gesamtsumme', 'Your total'])(
    'the heading %s',
    (heading) => {
      expect(totalOf(`<h3>${heading}</h3>${boxes(...parts)}`)).toBe('5000 GBP');
      expect(totalOf(`<div><h3>${heading}</h3><div>${boxes(...parts)}</div></div>`)).toBe('5000 GBP');
      expect(totalOf(`<h3>${heading}</h3>${boxes(['Mug', '£45.00'], ...parts)}`)).toBe('5000 GBP');
      expect(totalOf(`<div><h3>${heading}</h3><p>Mug</p><p>£45.00</p></div>`)).toBe('not_found');
      expect(totalOf(`<h3>${heading}</h3><p>£50.00</p>`)).toBe('5000 GBP');
    },
  );

  it.each([
    'Get 10% off when your order total exceeds £100',
    'Orders with an order total over £100 ship free',
    'If your total is £100.00 or more we ship for free',
    'Free delivery: minimum order total £100',
    'Ab einer Gesamtsumme von 100 £ liefern wir kostenlos',
    'Save £100.00 on totals like these',
  ])('%s', (offer) => {
    expect(totalOf(`<p>${offer}</p>${table(['Total', '£50.00'])}`)).toBe('5000 GBP');
    expect(totalOf(`<p>${offer}</p>`)).toBe('not_found');
  });

  it('the head of a column', () => {
    const head = '<tr><th>Product</th><th>Total</th></tr>';
    const rows = table(['Mug', '£12.50'], ['Total', '£50.00']).replace('<table>', '');
    expect(totalOf(`<table>${head}${rows}`)).toBe('5000 GBP');
    expect(totalOf(`<table><thead>${head}</thead><tbody><tr><td>Mug</td><td>£12.50</td></tr></tbody></table>`)).toBe(
      'not_found',
    ); // prettier-ignore
  });

  it('an amount of the row before it, while its own is not there yet', () =>
    expect(totalOf('<div>Order Summary<br>Shipping and Handling: £5.99<br>Order Total: <b>£</b></div>')).toBe(
      'not_found',
    ));
  it('an estimate', () => expect(totalOf(table(['Total', 'approx. £50.00']))).toBe('not_found'));
});

describe('[A32] several totals', () => {
  it.each([
    ['before and with tax', '12000 GBP', [['Order Total Excl. Tax', '£100.00'], ['Tax', '£20.00'], ['Order Total Incl. Tax', '£120.00']]],
    ['shipping with its tax', '10550 GBP', [['Subtotal', '£100.00'], ['Shipping (incl. tax)', '£5.50'], ['Total', '£105.50']]],
    ['a gift card pays a part', '3000 GBP', [['Order total', '£50.00'], ['Gift card', '-£20.00'], ['Amount due', '£30.00']]],
    ['of goods, and of the order', '4500 EUR', [['Summe', '40,00 €'], ['Versand', '5,00 €'], ['Gesamtsumme', '45,00 €']]],
    ['before and after what is taken off', '4000 GBP', [['Total', '£50.00'], ['Discount', '£10.00'], ['Total to pay', '£40.00']]],
    ['a part is due today', '1000 GBP', [['Total', '£50.00'], ['Due today', '£10.00']]],
    ['nothing leads from one to the other', 'disagreement', [['Total', '£50.00'], ['Order total', '£100.00']]],
    ['more is due than rows explain', 'disagreement', [['Total', '£50.00'], ['Shipping', '£5.00'], ['Amount due', '£100.00']]],
    ['in two currencies', 'disagreement', [['Total', '£50.00'], ['Order total', '60,00 €']]],
  ] as const)('%s', (_, expected, pairs) => expect(totalOf(table(...pairs))).toBe(expected)); // prettier-ignore
});

describe('[A32] classes', () => {
  it.each([
    'list-group-item', 'ant-list-item', 'list-none', 'order-list', 'price-list', 'text-regular', 'original', 'before:mt-2', 'price-regular', 'bold-price',
  ])('%s hides no total', (name) => {
    expect(totalOf(`<ul><li class="${name}"><span>Total</span><strong>£20.00</strong></li></ul>`)).toBe('2000 GBP');
    expect(totalOf(`<div><span>Total</span><strong class="${name}">£20.00</strong></div>`)).toBe('2000 GBP');
  }); // prettier-ignore

  it.each([
    'old-price', 'price-old', 'price--was', 'was-price', 'product__price--compare', 'compare-at-price', 'price-item--original price--strike',
    'oldPrice', 'price_before', 'original-price', 'list-price', 'line-through', 'rrp',
  ])('%s is no longer asked', (name) => {
    expect(totalOf(`<div><span>Total</span><span><i class="${name}">£80.00</i><b>£50.00</b></span></div>`)).toBe('5000 GBP');
  }); // prettier-ignore
});

describe('[A32] numbers on the Pay control', () => {
  it.each(['Place order (2)', 'Buy 2 tickets', 'Pay invoice 1042', 'Book 2 nights', 'Step 3: Place order', 'Pay £50', 'Pay 50.00'])(
    '%s',
    (pay) => expect(totalOf(table(['Total', '£50.00']), { pay })).toBe('5000 GBP'),
  ); // prettier-ignore
  it.each(['Pay £54', 'Pay £54.00', 'Pay 50.00 EUR'])('%s', (pay) =>
    expect(totalOf(table(['Total', '£50.00']), { pay })).toBe('disagreement'),
  );
  it('state the total, or that nobody knows whose dollars it is', () => {
    expect(totalOf('', { pay: 'Pay £12.00' })).toBe('1200 GBP');
    expect(totalOf('', { pay: 'Pay $950', lang: 'en' })).toBe('ambiguous_currency');
  });
  it('are no total by themselves', () => expect(totalOf('', { pay: 'Pay invoice 1042' })).toBe('not_found'));
});

describe('[A34] a total that says besides which tax it holds', () => {
  const total = (aside: string): string =>
    `<div class="row"><div><p>Grand Total</p><span>${aside}</span></div><p>€58.95</p></div>`;
  it.each(['Inc €5 sales tax', 'Inc. €5.00 tax', 'Including €5.00 in taxes', 'incl. 5,00 € VAT'])(
    '%s',
    (aside) => expect(totalOf(total(aside))).toBe('5895 EUR'),
  );

  it('is not the tax, however it is said: less than half of the goods, with nothing taken off', () => {
    expect(totalOf(table(['Subtotal', '€50.00'], ['Total', '€5.00']))).toBe('disagreement');
    expect(totalOf(table(['Subtotal', '€50.00'], ['Discount', '-€45.00'], ['Total', '€5.00']))).toBe(
      '500 EUR',
    );
    expect(totalOf(table(['Subtotal', '€50.00'], ['Due today', '€5.00']))).toBe('500 EUR');
  });
});

describe('[A34] more words', () => {
  it.each([
    ['Łączna kwota', '133.89 zł', '13389 PLN'],
    ['Итого', '5920 rub', '592000 RUB'],
    ['Total', '25.00 usd', '2500 USD'],
  ])('%s', (name, amount, expected) => expect(totalOf(table([name, amount]))).toBe(expected));
});

describe('[A34] names and amounts in two columns', () => {
  const column = (...texts: string[]): string =>
    `<div class="col">${texts.map((text) => `<h6>${text}</h6>`).join('<hr>')}</div>`;

  it('go together by their places', () => {
    const html = `<div class="row">${column('Price (2 items)', 'Delivery charges', 'Amount payable')}${column('€25.49', '€2.00', '€27.49')}</div>`;
    expect(totalOf(html)).toBe('2749 EUR');
    expect(kindsOf(html)).toContain('shipping 200');
  });

  it('are left alone where their numbers differ', () => {
    const html = `<div class="row">${column('Delivery charges', 'Amount payable')}${column('€25.49', '€2.00', '€27.49')}</div>`;
    expect(totalOf(html)).toBe('not_found');
  });
});

describe('[A34] an R before whole numbers', () => {
  it('is rand where the page is of South Africa, and nothing sure elsewhere', () => {
    expect(totalOf('<p>Total: R1848</p>', { lang: 'en-ZA' })).toBe('184800 ZAR');
    expect(totalOf('<p>Total: R1848</p>')).toBe('ambiguous_currency');
    expect(totalOf('<p>Total: R1,848.00</p>')).toBe('184800 ZAR');
  });
});

/** Subtotal, delivery, discount, tax and total, as shops call them. */
const SUMMARIES: Readonly<Record<string, string>> = {
  be: 'Падытог | Дастаўка | Зніжка | Падатак | Усяго', bg: 'Междинна сума | Доставка | Отстъпка | Данък | Обща сума',
  bn: 'উপমোট | ডেলিভারি চার্জ | ছাড় | কর | সর্বমোট', ca: 'Subtotal | Enviament | Descompte | Impostos | Total',
  cs: 'Mezisoučet | Doprava | Slevy | Daň | Celkem', cy: 'Is-gyfanswm | Cludiant | Gostyngiad | Treth | Cyfanswm',
  da: 'Delsum | Forsendelse | Rabat | Afgift | I alt', el: 'Υποσύνολο | Μεταφορικά | Έκπτωση | Φόρος | Σύνολο',
  et: 'Vahesumma | Tarne | Allahindlus | Käibemaks | Kokku', eu: 'Azpitotala | Bidalketa | Deskontua | Zergak | Guztira',
  fa: 'جمع جزء | هزینه ارسال | تخفیف | مالیات | مجموع کل', fi: 'Välisumma | Toimitus | Alennus | Vero | Yhteensä',
  he: 'סכום ביניים | משלוח | הנחה | מע"מ | סך הכל', hi: 'उप-कुल | शिपिंग | छूट | कर | कुल योग',
  hr: 'Međuzbroj | Dostava | Popust | Porez | Ukupno', hu: 'Részösszeg | Szállítás | Kedvezmény | Adó | Végösszeg',
  id: 'Subtotal | Ongkos kirim | Diskon | Pajak | Total', is: 'Millisumma | Sendingarkostnaður | Afsláttur | Skattur | Samtals',
  ka: 'შუალედური ჯამი | მიტანა | ფასდაკლება | გადასახადი | სულ', km: 'សរុបរង | ដឹកជញ្ជូន | បញ្ចុះតម្លៃ | ពន្ធ | សរុប',
  lt: 'Tarpinė suma | Pristatymas | Nuolaida | Mokesčiai | Iš viso', lv: 'Starpsumma | Piegāde | Atlaide | Nodokļi | Kopā',
  mn: 'Дүн | Хүргэлт | Хөнгөлөлт | Татвар | Нийт', ne: 'उप-कुल | डेलिभरी | छुट | कर | कुल',
  nl: 'Subtotaal | Verzending | Korting | Belasting | Totaal', no: 'Delsum | Frakt | Rabatt | Skatt | Totalt',
  pl: 'Suma częściowa | Wysyłka | Rabat | Podatek | Razem', ro: 'Subtotal | Livrare | Reducere | TVA | Total',
  ru: 'Подытог | Доставка | Скидка | Налог | Общая стоимость', sk: 'Medzisúčet | Preprava | Zľava | Daň | Spolu',
  sl: 'Delna vsota | Poštnina | Popust | Davek | Skupna vsota', sq: 'Nëntotali | Dërgesa | Zbritje | Taksat | Totali',
  sr: 'Међузбир | Испорука | Попуст | Порези | Укупно', sv: 'Delsumma | Leverans | Kampanjrabatt | Skatt | Summa',
  th: 'ยอดรวมย่อย | ค่าจัดส่ง | ส่วนลด | ภาษี | รวมทั้งหมด', tr: 'Ara toplam | Nakliye | İndirim | Vergi | Genel toplam',
  uk: 'Проміжна сума | Доставка | Знижка | Податок | Загальна сума', vi: 'Tạm tính | Giao hàng | Giảm giá | Thuế | Tổng',
  'zh-TW': '小計 | 運送 | 優惠 | 稅金 | 總金額', ko: '소계 | 배송 | 할인 | 세금 | 총 주문 금액',
}; // prettier-ignore

describe('[A32] a summary in the words of shops', () => {
  it.each(Object.entries(SUMMARIES))('%s', (lang, words) => {
    const [subtotal, delivery, discount, tax, total] = words.split(' | ');
    const rows = table(
      [subtotal!, '€100.00'],
      [delivery!, '€5.00'],
      [discount!, '-€10.00'],
      [tax!, '€3.00'],
      [total!, '€98.00'],
    );
    expect(totalOf(rows, { lang })).toBe('9800 EUR');
    const kinds = kindsOf(rows, { lang });
    expect(kinds).toContain('shipping 500');
    expect(kinds).toContain('discount -1000');
    expect(kinds).toContain('tax 300');
  });

  it.each(['Dan Brown: Inferno', 'Vero Moda dress', 'Much ado about nothing', 'Expedition tent', 'Transport toy',
    'Portobello burger', 'كابل شحن',
  ])('goods called %s are no charge', (name) => {
    expect(kindsOf(table([name, '€12.00'], ['Total', '€12.00']))).toEqual(['total 1200']);
  }); // prettier-ignore
});

describe('[A32] rows as they are written', () => {
  it('takes no amount of goods above for a total that stands in a box of its own', () => {
    const goods = `<div>\n${' '.repeat(60)}<p>\n${' '.repeat(60)}6.40 €\n${' '.repeat(60)}</p><p>Coffee</p></div>`;
    expect(
      totalOf(
        `<div>${goods.repeat(3)}<div><b>TOTAL</b><span><input type="number" value="21.75"> €</span></div></div>`,
      ),
    ).toBe('not_found');
  });

  it('reads a total that a box only shows', () => {
    expect(totalOf('<div><b>Total</b> <input readonly value="21.75"> €</div>')).toBe('2175 EUR');
    expect(totalOf('<div><b>Total</b> <input value="21.75"> €</div>')).toBe('not_found');
  });

  it('parts a name from the number that its style sets apart', () => {
    const rows =
      '<div><p><span>Shipping as agreed</span></p><p><span>Total</span><span>127 €</span></p></div>';
    expect(kindsOf(rows)).toEqual(['total 12700']);
  });

  it('takes the last of totals with the charges between them', () => {
    const flight = [['Total', '€21.00'], ['Shipping', '€6.00'], ['Total', '€27.00']] as const;
    expect(totalOf(table(...flight))).toBe('2700 EUR');
    expect(totalOf(table(...[...flight].reverse()))).toBe('disagreement');
    expect(totalOf(table(['Total', '€21.00'], ['Shipping', '€5.00'], ['Total', '€27.00']))).toBe('disagreement');
  }); // prettier-ignore

  it.each([
    ['a tax with its rate', ['VAT included: 7.7 %', '€1.20'], 'tax 120'],
    ['an address to deliver to', ['Indirizzo di spedizione: Via Roma', '41,40 €'], undefined],
    ['a count of goods', ['Toplam 3 Adet Ürün', ''], undefined],
    ['a total of each month', ['Totaal per maand', '15,00 €'], undefined],
    ['a cart with its sum', ['Koszyk:', '15,00 €'], 'subtotal 1500'],
  ] as const)('%s', (_, row, found) => {
    expect(kindsOf(table(row, ['Total', '€50.00']))).toEqual(found ? [found, 'total 5000'] : ['total 5000']);
  });

  it('reads a tax that a total holds, in any script', () => {
    expect(totalOf('<p>סה״כ 3,482.00 ₪ (כולל 505.94 ₪ מע״מ)</p>', { lang: 'he' })).toBe('348200 ILS');
    expect(totalOf('<p>Итого 1200,00 ₽ (включая НДС 200,00 ₽)</p>', { lang: 'ru' })).toBe('120000 RUB');
  });
});
