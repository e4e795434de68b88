import { html } from 'hono/html';
import type { ZooShop } from './desk.ts';
import { renderBill, renderProblem, renderShopPage, type BillWords } from './page.ts';
import { openPostShop } from './post-shop.ts';

const inFormat = (locale: string) => (minor: number) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', currencyDisplay: 'code' }).format(
    minor / 100,
  );

/** Right to left, with digits as they are written in Egypt. */
export const arabicShop: ZooShop = {
  key: 'arabic',
  name: 'Souq of Paper',
  what: 'Arabic, right to left',
  ending: 'receipt',
  open: openPostShop({
    required: ['email', 'name', 'address', 'city', 'phone', 'cardName'],
    render: (_desk, bill, problem) =>
      renderShopPage({
        title: 'إتمام الشراء',
        lang: 'ar',
        dir: 'rtl',
        body: html`<h1>إتمام الشراء</h1>
          ${renderProblem(problem)}
          <form method="post" action="/checkout">
            <label for="f1">البريد الإلكتروني</label><input id="f1" name="email" type="email" required />
            <label for="f2">الاسم الكامل</label><input id="f2" name="name" required />
            <label for="f3">العنوان</label><input id="f3" name="address" required />
            <label for="f4">المدينة</label><input id="f4" name="city" required />
            <label for="f5">رقم الهاتف</label><input id="f5" name="phone" type="tel" required />
            <fieldset>
              <legend>بطاقة الائتمان</legend>
              <label for="f6">الاسم على البطاقة</label><input id="f6" name="cardName" required />
              <label for="f7">رقم البطاقة</label><input id="f7" name="cardNumber" dir="ltr" required />
              <label for="f8">تاريخ الانتهاء</label
              ><input id="f8" name="expiry" placeholder="MM/YY" dir="ltr" required />
              <label for="f9">رمز الأمان</label><input id="f9" name="cvc" maxlength="4" dir="ltr" required />
            </fieldset>
            <button>ادفع الآن</button>
          </form>
          ${renderBill(bill, ARABIC)}`,
      }),
  }),
};
const ARABIC: BillWords = {
  subtotal: 'المجموع الفرعي',
  shipping: 'الشحن',
  total: 'الإجمالي',
  print: inFormat('ar-EG'),
};

const kana = (id: string, label: string) => html`<label for="${id}">${label}</label>`;

/** Names twice, in characters and in kana; the phone and the postal code in pieces. */
export const japaneseShop: ZooShop = {
  key: 'japanese',
  name: 'Bunbogu Tokyo',
  what: 'Japanese: furigana, split phone and postal code',
  ending: 'receipt',
  open: openPostShop({
    required: ['sei', 'mei', 'seiKana', 'meiKana', 'email', 'tel1', 'tel2', 'tel3'],
    refuse: ({ seiKana = '', meiKana = '' }) =>
      /^[ァ-ヶー]+$/.test(seiKana + meiKana) ? undefined : 'フリガナは全角カタカナで入力してください',
    render: (_desk, bill, problem) =>
      renderShopPage({
        title: 'ご注文手続き',
        lang: 'ja',
        body: html`<h1>ご注文手続き</h1>
          ${renderProblem(problem)}
          <form method="post" action="/checkout">
            <div class="pair">
              <div>${kana('sei', '姓')}<input id="sei" name="sei" required /></div>
              <div>${kana('mei', '名')}<input id="mei" name="mei" required /></div>
            </div>
            <div class="pair">
              <div>${kana('seiKana', 'セイ（フリガナ）')}<input id="seiKana" name="seiKana" required /></div>
              <div>${kana('meiKana', 'メイ（フリガナ）')}<input id="meiKana" name="meiKana" required /></div>
            </div>
            <label for="email">メールアドレス</label><input id="email" name="email" type="email" required />
            <label for="tel1">電話番号</label>
            <div class="pair">
              <input id="tel1" name="tel1" type="tel" maxlength="4" required />
              <input name="tel2" type="tel" maxlength="4" aria-label="電話番号（2）" required />
              <input name="tel3" type="tel" maxlength="4" aria-label="電話番号（3）" required />
            </div>
            <fieldset>
              <legend>クレジットカード</legend>
              <label for="cardNumber">カード番号</label><input id="cardNumber" name="cardNumber" required />
              <label for="expiry">有効期限</label
              ><input id="expiry" name="expiry" placeholder="MM/YY" required />
              <label for="cvc">セキュリティコード</label><input id="cvc" name="cvc" maxlength="4" required />
            </fieldset>
            <button>注文を確定する</button>
          </form>
          ${renderBill(bill, { subtotal: '小計', shipping: '送料', total: '合計', print: inFormat('ja-JP') })}`,
      }),
  }),
};

/** A direct debit stands beside the card: its number is longer, and it is no card's. */
export const germanShop: ZooShop = {
  key: 'german',
  name: 'Papierhaus',
  what: 'German: IBAN beside the card, house number apart',
  ending: 'receipt',
  open: openPostShop({
    required: ['vorname', 'nachname', 'email', 'strasse', 'hausnr', 'plz', 'ort', 'inhaber'],
    refuse: ({ strasse = '', hausnr = '' }) =>
      /\d/.test(strasse) || !/^\d+/.test(hausnr) ? 'Bitte die Hausnummer getrennt angeben' : undefined,
    render: (_desk, bill, problem) =>
      renderShopPage({
        title: 'Kasse',
        lang: 'de',
        body: html`<h1>Kasse</h1>
          ${renderProblem(problem)}
          <form method="post" action="/checkout">
            <div class="pair">
              <div><label for="vorname">Vorname</label><input id="vorname" name="vorname" required /></div>
              <div>
                <label for="nachname">Nachname</label><input id="nachname" name="nachname" required />
              </div>
            </div>
            <label for="email">E-Mail-Adresse</label><input id="email" name="email" type="email" required />
            <div class="pair">
              <div><label for="strasse">Straße</label><input id="strasse" name="strasse" required /></div>
              <div><label for="hausnr">Hausnummer</label><input id="hausnr" name="hausnr" required /></div>
            </div>
            <div class="pair">
              <div><label for="plz">Postleitzahl</label><input id="plz" name="plz" required /></div>
              <div><label for="ort">Ort</label><input id="ort" name="ort" required /></div>
            </div>
            <fieldset>
              <legend>Lastschrift</legend>
              <label for="iban">IBAN</label
              ><input id="iban" name="iban" maxlength="34" placeholder="DE00 0000 0000 0000 0000 00" />
            </fieldset>
            <fieldset>
              <legend>oder Kreditkarte</legend>
              <label for="inhaber">Karteninhaber</label><input id="inhaber" name="inhaber" required />
              <label for="cardNumber">Kartennummer</label
              ><input id="cardNumber" name="cardNumber" inputmode="numeric" required />
              <div class="pair">
                <div>
                  <label for="expiry">Gültig bis</label
                  ><input id="expiry" name="expiry" placeholder="MM/JJ" required />
                </div>
                <div>
                  <label for="cvc">Prüfnummer</label><input id="cvc" name="cvc" maxlength="4" required />
                </div>
              </div>
            </fieldset>
            <button>Zahlungspflichtig bestellen</button>
          </form>
          ${renderBill(bill, {
            subtotal: 'Zwischensumme',
            shipping: 'Versand',
            total: 'Gesamtsumme',
            print: inFormat('de-DE'),
          })}`,
      }),
  }),
};
