import type { AutocompleteToken } from '../../messaging/contracts/page-reading.ts';

/** How a token is recognised by words, in the order in which it is tried: special before general. */
export interface Matcher {
  readonly token: AutocompleteToken;
  /** Against name, id and test ids, split into lower-case words. */
  readonly attributes: RegExp;
  /** Against label, placeholder and neighbour text, in the languages of the shops we know. */
  readonly words: RegExp;
}

/** Words of controls that look like ours and are not: never classified by words. */
export const NOT_OURS =
  /coupon|gift|voucher|promo|discount code|loyalty|points|iban|\bbic\b|account number|search|quantity|\bqty\b|newsletter|gutschein|geschenk|rabatt|code promo|cupón|cupom|buono|クーポン|ギフト|優惠|礼品|كوبون|captcha|one.?time|\botp\b|verification code/i;

export const MATCHERS: readonly Matcher[] = [
  {
    token: 'cc-csc',
    attributes: /\b(cvc|cvv|csc|cvn|cvd|cid|security code|card code|card ?cvc|verification value|cryptogram)/,
    words:
      /\b(cvc2?|cvv2?|csc|cvn)\b|security code|card code|prüfnummer|kartenprüf|sicherheitscode|cryptogramme|code de sécurité|código de seguridad|código de segurança|codice di sicurezza|beveiligingscode|セキュリティ|安全码|安全碼|驗證碼|보안 ?코드|код безопасности|kod cvv|رمز الأمان|güvenlik kodu/i,
  },
  {
    token: 'cc-exp-month',
    attributes: /\b(exp|expiry|expiration|cc|card)\w* ?(date )?(month|mm|mo)\b|\bmonth\b.*\bexp|\bccmonth\b/,
    words:
      /(exp\w*|valid\w*|ablauf\w*|gültig\w*|有効期限).*\b(month|mm|monat|mois|mes|月)|^(month|mm|monat|mois|mes|mês|mese|月)$/i,
  },
  {
    token: 'cc-exp-year',
    attributes:
      /\b(exp|expiry|expiration|cc|card)\w* ?(date )?(year|yy|yyyy|yr)\b|\byear\b.*\bexp|\bccyear\b/,
    words:
      /(exp\w*|valid\w*|ablauf\w*|gültig\w*|有効期限).*\b(year|yy|yyyy|jahr|année|año|年)|^(year|yy|yyyy|jahr|année|año|ano|anno|年)$/i,
  },
  {
    token: 'cc-exp',
    attributes: /\b(cc|card)? ?(exp|expiry|expiration|expdate|expire)\b( date)?|\bvalid (thru|until)|mm ?yy/,
    words:
      /expir|\bexp\.?\b|valid (thru|through|until)|mm ?\/ ?(yy|aa|jj)|ablauf|gültig bis|gültigkeit|date d.expiration|vencimiento|caducidad|validade|scadenza|vervaldatum|geldig tot|有効期限|有效期|有效日期|유효 ?기간|срок действия|data ważności|تاريخ الانتهاء|son kullanma/i,
  },
  {
    token: 'cc-name',
    attributes: /\b(cc|card)\w* ?(holder|owner|name)|name on card|holder name/,
    words:
      /name on (the )?card|card ?holder|karteninhaber|titulaire|nom (sur|figurant)|titular|nome (no|do|impresso)|intestatario|kaarthouder|カード名義|持卡人|카드 ?소유자|владелец|имя на карте|posiadacz|اسم حامل|kart sahibi|kart üzerindeki/i,
  },
  {
    token: 'cc-number',
    attributes: /\b(cc|card|credit|pan)\w* ?(num|number|no|nr|pan)\b|\bcardnumber|\bccnumber|\bccnum|\bpan\b/,
    words:
      /card (number|no)|credit card|debit card|kartennummer|kreditkarte|numéro (de|de la) carte|número (de la|de|do) (tarjeta|cartão)|numero (della )?carta|kaartnummer|カード番号|卡号|卡號|카드 ?번호|номер карты|numer karty|رقم البطاقة|kart numarası/i,
  },
  {
    token: 'email',
    attributes: /\be ?mail\b|email/,
    words: /e-?mail|courriel|correo|メール|邮箱|電子郵件|이메일|эл\w*\.? ?почт|البريد/i,
  },
  {
    token: 'tel',
    attributes: /\b(tel|phone|mobile|telephone|handy|telefon)\b|phone/,
    words:
      /phone|telefon|téléphone|teléfono|telefone|telefono|telefoon|mobile|電話|手机|电话|전화|телефон|الهاتف|cep/i,
  },
  {
    token: 'given-name',
    attributes: /\b(first|given|fore) ?name|\bfname\b|vorname|prenom/,
    words:
      /first name|given name|forename|vorname|prénom|nombre(?! de)|primeiro nome|^nome$|voornaam|^名$|имя|^imię|الاسم الأول/i,
  },
  {
    token: 'family-name',
    attributes: /\b(last|family|sur) ?name|\blname\b|nachname|surname/,
    words:
      /last name|family name|surname|nachname|familienname|nom de famille|apellidos?|sobrenome|cognome|achternaam|^姓$|фамилия|nazwisko|اسم العائلة|soyad/i,
  },
  {
    token: 'postal-code',
    attributes: /\b(zip|postal|post ?code|postcode|zipcode|plz|cep|cap)\b/,
    words:
      /zip|postal|post ?code|postleitzahl|\bplz\b|code postal|código postal|\bcep\b|\bcap\b|郵便番号|邮编|郵遞|우편|индекс|kod pocztowy|الرمز البريدي|posta kodu/i,
  },
  {
    token: 'address-line2',
    attributes: /address ?(line)? ?2|\baddr2|apartment|\bapt\b|suite|street2/,
    words:
      /address line 2|apartment|\bapt\b|suite|unit|adresszusatz|complément|piso|complemento|interno|建物|квартира/i,
  },
  {
    token: 'address-line1',
    attributes: /address ?(line)? ?1|\baddr1|street|\baddress\b|strasse/,
    words:
      /address|street|straße|strasse|anschrift|adresse|dirección|endereço|indirizzo|adres|住所|地址|주소|адрес|ulica|العنوان/i,
  },
  {
    token: 'address-level2',
    attributes: /\b(city|town|locality|suburb|ort|ville)\b/,
    words:
      /city|town|suburb|\bort\b|stadt|ville|ciudad|cidade|città|plaats|woonplaats|市区町村|城市|도시|город|miasto|المدينة|şehir/i,
  },
  {
    token: 'address-level1',
    attributes: /\b(state|province|region|county|prefecture)\b/,
    words:
      /state|province|region|county|bundesland|provincia|estado|都道府県|省|область|województwo|المنطقة/i,
  },
  {
    token: 'country',
    attributes: /\bcountry\b|\bland\b|\bpays\b/,
    words: /country|^land$|pays|país|paese|国|國家|국가|страна|kraj|البلد|ülke/i,
  },
  {
    token: 'name',
    attributes: /\b(full|your|customer|recipient|ship\w*|bill\w*)? ?name\b/,
    words:
      /full name|your name|^name$|recipient|vollständiger name|nom complet|nombre completo|nome completo|お名前|氏名|姓名|성명|الاسم/i,
  },
];
