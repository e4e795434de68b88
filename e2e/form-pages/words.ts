/** What shops write beside a field, per language; several wordings where shops differ. */
export interface FieldWords {
  readonly number: readonly string[];
  readonly name: readonly string[];
  readonly expiry: readonly string[];
  readonly month: readonly string[];
  readonly year: readonly string[];
  readonly code: readonly string[];
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly fullName: readonly string[];
  readonly email: readonly string[];
  readonly phone: readonly string[];
  readonly street: readonly string[];
  readonly line2: readonly string[];
  readonly zip: readonly string[];
  readonly city: readonly string[];
  readonly state: readonly string[];
  readonly country: readonly string[];
  readonly company: readonly string[];
  readonly coupon: readonly string[];
  readonly giftCard: readonly string[];
  readonly oneTimeCode: readonly string[];
  readonly loyalty: readonly string[];
  readonly search: readonly string[];
  readonly quantity: readonly string[];
  /** How month and year are abbreviated in a placeholder. */
  readonly monthYear: string;
  /** A heading over card fields. */
  readonly heading: readonly string[];
}

const list = (text: string): string[] => text.split(' | ');

/** Order of the columns below. */
const KEYS = [
  'heading', 'number', 'name', 'expiry', 'month', 'year', 'monthYear', 'code', 'given', 'family', 'fullName', 'email',
  'phone', 'street', 'line2', 'zip', 'city', 'state', 'country', 'company', 'coupon', 'giftCard', 'oneTimeCode',
  'loyalty', 'search', 'quantity',
] as const; // prettier-ignore

const TEXTS: Readonly<Record<string, string>> = {
  en: `Payment details | Credit or debit card
Card number | Credit card number | Card No. | Debit card number
Name on card | Cardholder name | Card holder's full name | Name (as it appears on the card)
Expiry date | Expiration | Valid thru | Exp. date (MM/YY)
Month | MM
Year | YYYY
MM/YY
CVC | Security code | CVV2 | 3-digit code on the back of the card
First name | Given name | Forename
Last name | Surname | Family name
Full name | Your name
Email | E-mail address
Phone | Mobile number | Telephone
Address | Street address | House number and street
Apartment, suite, unit, etc. | Address line 2
ZIP code | Postcode | Postal code
City | Town / City | Suburb
State | Province | County
Country | Country / Region
Company (optional) | Business name
Promo code | Discount code or gift card | Coupon
Gift card number | Gift certificate number
One-time code | Enter the 6-digit code we sent you | SMS code
Loyalty card number | Frequent flyer number
Search products
Quantity | Qty`,
  de: `Zahlungsdaten | Kreditkarte
Kartennummer | Kreditkartennummer | Karten-Nr. | Nummer der Karte
Karteninhaber | Name auf der Karte | Name des Karteninhabers | Inhaber
Ablaufdatum | Gültig bis | Verfallsdatum | Gültigkeit
Monat | MM
Jahr | JJJJ
MM/JJ
Prüfnummer | CVC / CVV | Sicherheitscode | Kartenprüfnummer (KPN)
Vorname
Nachname | Familienname
Vor- und Nachname | Vollständiger Name
E-Mail-Adresse | E-Mail
Telefon | Telefonnummer | Mobilnummer
Straße und Hausnummer | Straße, Nr. | Anschrift
Adresszusatz | Wohnung, Etage, Gebäude
PLZ | Postleitzahl
Ort | Stadt
Bundesland | Kanton
Land
Firma | Unternehmen (optional)
Gutscheincode | Rabattcode
Geschenkkartennummer | Nummer der Geschenkkarte
Bestätigungscode | TAN | SMS-Code
Kundenkartennummer | PAYBACK Nummer
Suche
Menge | Anzahl`,
  fr: `Paiement par carte | Informations de paiement
Numéro de carte | Numéro de carte bancaire | N° de carte | Numéro de la carte bleue
Titulaire de la carte | Nom sur la carte | Nom du titulaire | Nom du porteur
Date d'expiration | Expire fin | Validité | Date de validité
Mois | MM
Année | AAAA
MM/AA
Cryptogramme visuel | Code de sécurité | CVV | Les 3 derniers chiffres au dos de la carte
Prénom
Nom | Nom de famille
Nom et prénom | Nom complet
Adresse e-mail | Courriel | Email
Téléphone | Numéro de portable
Adresse | Numéro et rue | Voie
Complément d'adresse | Appartement, bâtiment, étage
Code postal
Ville | Commune
Région | Département | Province
Pays
Société | Entreprise
Code promo | Bon de réduction
Numéro de carte cadeau | Carte cadeau
Code reçu par SMS | Code de vérification
Numéro de carte de fidélité
Rechercher
Quantité`,
  es: `Datos de pago | Tarjeta de crédito o débito
Número de tarjeta | Nº de tarjeta | Número de la tarjeta de crédito | Numero tarjeta
Titular de la tarjeta | Nombre en la tarjeta | Nombre del titular | Nombre como aparece en la tarjeta
Fecha de caducidad | Fecha de vencimiento | Válida hasta | Vencimiento
Mes | MM
Año | AAAA
MM/AA
Código de seguridad | CVV | Código CVC | Código de verificación (3 dígitos)
Nombre | Nombres
Apellidos | Apellido
Nombre completo | Nombre y apellidos
Correo electrónico | Email
Teléfono | Móvil | Celular
Dirección | Calle y número | Domicilio
Piso, puerta, escalera | Apartamento, suite, etc.
Código postal | C.P.
Ciudad | Población | Localidad
Provincia | Estado | Comunidad autónoma
País
Empresa
Código de descuento | Cupón
Número de tarjeta regalo
Código recibido por SMS | Código de un solo uso
Número de tarjeta de fidelidad | Número de socio
Buscar
Cantidad`,
  it: `Dati di pagamento | Carta di credito
Numero carta | Numero della carta | N. carta di credito | Numero di carta
Titolare della carta | Intestatario carta | Nome sulla carta | Nome e cognome del titolare
Data di scadenza | Scadenza | Valida fino al | Scade il
Mese | MM
Anno | AAAA
MM/AA
Codice di sicurezza | CVV/CVC | Codice CVV | Codice a 3 cifre sul retro
Nome
Cognome
Nome e cognome | Nome completo
Indirizzo email | E-mail
Telefono | Cellulare
Indirizzo | Via e numero civico
Interno, scala, piano | Presso (c/o)
CAP | Codice postale
Città | Comune | Località
Provincia | Regione
Paese | Nazione
Azienda | Ragione sociale
Codice sconto | Buono sconto
Numero carta regalo
Codice ricevuto via SMS | Codice monouso
Numero carta fedeltà
Cerca
Quantità`,
  pt: `Dados do cartão | Pagamento com cartão
Número do cartão | Nº do cartão | Numero do cartao de credito | Cartão número
Nome do titular | Nome impresso no cartão | Titular do cartão | Nome no cartão
Validade | Data de validade | Data de vencimento | Expira em
Mês | MM
Ano | AAAA
MM/AA
Código de segurança | CVV | Cód. de segurança | CVC
Nome | Primeiro nome
Sobrenome | Apelido
Nome completo
E-mail
Telefone | Celular | Telemóvel
Endereço | Rua | Morada | Logradouro
Complemento | Apto, bloco
CEP | Código postal
Cidade | Município | Localidade
Estado | UF | Distrito
País
Empresa
Cupom de desconto | Código promocional
Número do cartão presente | Cartão-presente
Código enviado por SMS
Número do cartão fidelidade
Buscar | Pesquisar
Quantidade`,
  nl: `Betaalgegevens | Creditcard
Kaartnummer | Creditcardnummer | Nummer van de kaart
Naam kaarthouder | Naam op kaart | Kaarthouder | Naam op de creditcard
Vervaldatum | Geldig tot | Vervalt op
Maand | MM
Jaar | JJJJ
MM/JJ
CVC-code | Beveiligingscode | Controlegetal | Veiligheidscode
Voornaam
Achternaam
Volledige naam | Naam
E-mailadres
Telefoonnummer | Mobiel nummer
Straatnaam en huisnummer | Adres | Straat
Toevoeging | Appartement, unit
Postcode
Plaats | Woonplaats | Stad
Provincie
Land
Bedrijfsnaam
Kortingscode | Actiecode
Cadeaukaartnummer
Eenmalige code | Sms-code
Klantenkaartnummer
Zoeken
Aantal`,
  pl: `Dane karty | Płatność kartą
Numer karty | Nr karty | Numer karty kredytowej | Numer karty płatniczej
Imię i nazwisko na karcie | Posiadacz karty | Właściciel karty | Imię i nazwisko posiadacza karty
Data ważności | Ważna do | Termin ważności
Miesiąc | MM
Rok | RRRR
MM/RR
Kod CVV | Kod bezpieczeństwa | CVV2/CVC2 | Kod zabezpieczający
Imię
Nazwisko
Imię i nazwisko
Adres e-mail | E-mail
Telefon | Numer telefonu
Ulica i numer domu | Ulica | Adres
Numer lokalu | Mieszkanie
Kod pocztowy
Miasto | Miejscowość
Województwo
Kraj
Firma | Nazwa firmy
Kod rabatowy | Kupon
Numer karty podarunkowej
Kod z SMS | Kod jednorazowy
Numer karty lojalnościowej
Szukaj
Ilość`,
  ja: `お支払い方法 | クレジットカード情報
カード番号 | クレジットカード番号 | カード番号（半角数字）
カード名義人 | カード名義 | カードの名義（ローマ字） | 名義人氏名
有効期限 | カード有効期限
月 | MM
年 | YY
MM/YY
セキュリティコード | CVV | カード裏面の3桁の番号
名
姓
氏名 | お名前
メールアドレス
電話番号 | 携帯電話
番地 | 住所 | 町名・番地
建物名・部屋番号 | マンション名
郵便番号
市区町村
都道府県
国
会社名
クーポンコード | プロモーションコード
ギフトカード番号
認証コード | 確認コード | ワンタイムパスワード
ポイントカード番号 | 会員番号
検索
数量`,
  zh: `银行卡信息 | 付款方式
卡号 | 信用卡号 | 银行卡号 | 信用卡號
持卡人姓名 | 持卡人 | 卡上姓名
有效期 | 到期日 | 有效期限 | 截止日期
月 | MM
年 | YY
MM/YY
安全码 | CVV | 卡背面后三位 | 驗證碼 (CVV)
名 | 名字
姓 | 姓氏
姓名 | 收货人
邮箱 | 电子邮件
手机号 | 电话
详细地址 | 街道地址 | 地址
门牌号、楼层
邮编 | 邮政编码
城市
省份 | 省
国家
公司
优惠码 | 优惠券
礼品卡号
短信验证码 | 动态密码
会员卡号 | 会员号
搜索
数量`,
  ko: `결제 정보 | 신용카드 결제
카드 번호 | 카드번호 | 신용카드 번호
카드 소유자 이름 | 카드 명의자 | 카드에 표시된 이름 | 소유자명
유효기간 | 만료일 | 유효 기간 (MM/YY)
월 | MM
년 | YY
MM/YY
CVC | 보안 코드 | 카드 뒷면 3자리
이름
성
성명 | 받는 분
이메일
휴대폰 번호 | 전화번호 | 연락처
주소 | 도로명 주소
상세주소 | 나머지 주소
우편번호
시/군/구 | 도시
시/도
국가
회사명
쿠폰 번호 | 할인 코드
상품권 번호 | 기프트카드 번호
인증번호
멤버십 카드 번호 | 회원번호
검색
수량`,
  ru: `Оплата картой | Данные карты
Номер карты | Номер банковской карты | № карты
Имя держателя карты | Владелец карты | Имя на карте | Имя и фамилия держателя
Срок действия | Действует до | Годен до
Месяц | ММ
Год | ГГ
ММ/ГГ
CVV/CVC | Код безопасности | Защитный код | Три цифры на обороте карты
Имя
Фамилия
ФИО | Имя и фамилия
Электронная почта | E-mail
Телефон | Мобильный телефон
Адрес | Улица, дом
Квартира, офис | Кв.
Индекс | Почтовый индекс
Город
Область | Регион
Страна
Компания | Организация
Промокод | Купон на скидку
Номер подарочной карты
Код из СМС | Код подтверждения
Номер карты лояльности | Номер бонусной карты
Поиск
Количество`,
  tr: `Ödeme bilgileri | Kredi kartı
Kart numarası | Kart No | Kredi kartı numarası
Kart sahibinin adı | Kart üzerindeki isim | Kart üzerindeki ad soyad | Kart sahibi
Son kullanma tarihi | SKT | Geçerlilik tarihi
Ay
Yıl
AA/YY
CVV | Güvenlik kodu | Güvenlik numarası (CVC)
Ad | Adınız
Soyad | Soyadınız
Ad Soyad
E-posta | E-posta adresi
Telefon | Cep telefonu
Adres | Sokak, cadde
Daire, kat | Apartman, daire no
Posta kodu
İlçe | Şehir
İl
Ülke
Şirket | Firma
İndirim kodu | Kupon kodu
Hediye kartı numarası
Doğrulama kodu | SMS şifresi
Sadakat kartı numarası
Ara
Adet | Miktar`,
  ar: `بيانات الدفع | بطاقة الائتمان
رقم البطاقة | رقم بطاقة الائتمان
اسم حامل البطاقة | الاسم على البطاقة
تاريخ الانتهاء | تاريخ انتهاء الصلاحية | صالحة حتى
الشهر
السنة
MM/YY
رمز الأمان | رمز التحقق من البطاقة (CVV) | CVV
الاسم الأول
اسم العائلة | الاسم الأخير
الاسم الكامل
البريد الإلكتروني
رقم الهاتف | الجوال
العنوان | الشارع
شقة، مبنى
الرمز البريدي
المدينة
المحافظة | المنطقة
الدولة | البلد
الشركة
كود الخصم | قسيمة
رقم بطاقة الهدية
رمز التحقق | رمز لمرة واحدة
رقم بطاقة الولاء
بحث
الكمية`,
  sv: `Betalning | Kortuppgifter
Kortnummer | Ditt kortnummer
Kortinnehavare | Namn på kortet | Kortinnehavarens namn
Giltig till | Utgångsdatum | Giltigt t.o.m.
Månad
År
MM/ÅÅ
Säkerhetskod | CVC | CVV-kod
Förnamn
Efternamn
Fullständigt namn | Namn
E-post | E-postadress
Telefon | Mobilnummer
Gatuadress | Adress
Lägenhet, våning
Postnummer
Ort | Stad | Postort
Län
Land
Företag
Rabattkod
Presentkortsnummer
Engångskod
Medlemsnummer
Sök
Antal`,
  da: `Betalingsoplysninger | Betalingskort
Kortnummer
Kortholder | Navn på kort | Kortholders navn
Udløbsdato | Gyldig til | Udløber
Måned
År
MM/ÅÅ
Sikkerhedskode | Kontrolcifre | CVC
Fornavn
Efternavn
Fulde navn | Navn
E-mail | E-mailadresse
Telefon | Mobilnummer
Adresse | Vejnavn og nummer
Etage, dør
Postnummer
By
Region
Land
Firma | Virksomhed
Rabatkode
Gavekortnummer
Engangskode
Medlemsnummer
Søg
Antal`,
  nb: `Betaling | Kortinformasjon
Kortnummer
Kortholder | Navn på kortet | Kortinnehaver
Utløpsdato | Gyldig til | Utløper
Måned
År
MM/ÅÅ
Sikkerhetskode | Kontrollsiffer | CVC
Fornavn
Etternavn
Fullt navn | Navn
E-post | E-postadresse
Telefon | Mobil
Adresse | Gateadresse
Leilighet, etasje
Postnummer
Poststed | By
Fylke
Land
Firma | Bedrift
Rabattkode
Gavekortnummer
Engangskode
Medlemsnummer
Søk
Antall`,
  fi: `Maksutiedot | Korttimaksu
Kortin numero | Korttinumero | Luottokortin numero
Kortin haltija | Nimi kortissa | Kortinhaltijan nimi
Voimassaolo | Viimeinen voimassaolopäivä | Voimassa asti
Kuukausi
Vuosi
KK/VV
Turvakoodi | CVC-koodi | Tarkistusnumero
Etunimi
Sukunimi
Koko nimi | Nimi
Sähköposti | Sähköpostiosoite
Puhelinnumero | Puhelin
Katuosoite | Osoite
Asunto, kerros
Postinumero
Kaupunki | Postitoimipaikka
Maakunta
Maa
Yritys
Alennuskoodi
Lahjakortin numero
Kertakäyttökoodi | Vahvistuskoodi
Jäsennumero
Haku
Määrä`,
  cs: `Platební údaje | Platba kartou
Číslo karty | Číslo platební karty
Držitel karty | Jméno na kartě | Jméno držitele karty
Platnost do | Datum expirace | Platnost karty
Měsíc
Rok
MM/RR
Bezpečnostní kód | CVV kód | CVC
Jméno | Křestní jméno
Příjmení
Celé jméno | Jméno a příjmení
E-mail
Telefon
Ulice a číslo popisné | Ulice
Doplněk adresy
PSČ
Město | Obec
Kraj
Země | Stát
Firma | Společnost
Slevový kód | Kupón
Číslo dárkové karty
Ověřovací kód | SMS kód
Číslo věrnostní karty
Hledat
Množství | Počet kusů`,
  hu: `Fizetési adatok | Bankkártya
Kártyaszám | Bankkártya száma
Kártyabirtokos neve | Kártyára írt név | Kártyatulajdonos
Lejárat | Lejárati dátum | Érvényesség
Hónap
Év
HH/ÉÉ
Biztonsági kód | CVC kód | CVV
Keresztnév | Utónév
Vezetéknév
Teljes név | Név
E-mail cím
Telefonszám
Utca, házszám | Cím
Emelet, ajtó
Irányítószám
Város | Település
Megye
Ország
Cégnév
Kuponkód
Ajándékkártya száma
SMS kód | Ellenőrző kód
Törzsvásárlói kártya száma
Keresés
Mennyiség`,
  ro: `Detalii de plată | Plata cu cardul
Număr card | Numărul cardului
Deținătorul cardului | Nume pe card | Titular card | Numele de pe card
Data expirării | Valabil până la | Expiră la
Luna
An
LL/AA
Cod de securitate | Cod CVV | CVC
Prenume
Nume de familie | Nume
Nume complet | Nume și prenume
E-mail | Adresă de e-mail
Telefon | Număr de telefon
Stradă și număr | Adresă
Bloc, scară, apartament
Cod poștal
Oraș | Localitate
Județ
Țară
Companie | Firmă
Cod promoțional | Cod de reducere
Număr card cadou
Cod primit prin SMS
Număr card de fidelitate
Caută
Cantitate`,
  el: `Στοιχεία πληρωμής | Πιστωτική κάρτα
Αριθμός κάρτας | Αριθμός πιστωτικής κάρτας
Όνομα κατόχου | Κάτοχος κάρτας | Ονοματεπώνυμο κατόχου κάρτας
Ημερομηνία λήξης | Λήξη
Μήνας
Έτος
ΜΜ/ΕΕ
Κωδικός ασφαλείας | CVV | Κωδικός CVC
Όνομα
Επώνυμο
Ονοματεπώνυμο
Email | Ηλεκτρονικό ταχυδρομείο
Τηλέφωνο | Κινητό
Διεύθυνση | Οδός και αριθμός
Όροφος, διαμέρισμα
Ταχυδρομικός κώδικας | Τ.Κ.
Πόλη
Νομός | Περιοχή
Χώρα
Εταιρεία
Κωδικός κουπονιού | Εκπτωτικός κωδικός
Αριθμός δωροκάρτας
Κωδικός μίας χρήσης
Αριθμός κάρτας μέλους
Αναζήτηση
Ποσότητα`,
  id: `Detail pembayaran | Kartu kredit
Nomor kartu | No. Kartu | Nomor kartu kredit
Nama pemegang kartu | Nama di kartu | Nama pada kartu
Masa berlaku | Tanggal kedaluwarsa | Berlaku sampai
Bulan
Tahun
BB/TT
Kode keamanan | CVV | Kode CVC
Nama depan
Nama belakang
Nama lengkap
Email | Alamat email
Nomor telepon | No. HP
Alamat | Jalan
Detail lainnya (blok, unit)
Kode pos
Kota | Kabupaten
Provinsi
Negara
Perusahaan
Kode promo | Kode voucher
Nomor kartu hadiah
Kode OTP
Nomor kartu member
Cari
Jumlah`,
  vi: `Thông tin thanh toán | Thẻ tín dụng
Số thẻ | Số thẻ tín dụng
Tên chủ thẻ | Tên trên thẻ | Họ tên chủ thẻ
Ngày hết hạn | Hiệu lực đến
Tháng
Năm
MM/YY
Mã bảo mật | CVV | Mã CVC
Tên
Họ
Họ và tên | Họ tên
Email | Địa chỉ email
Số điện thoại | Điện thoại
Địa chỉ | Số nhà, tên đường
Căn hộ, tầng
Mã bưu điện
Thành phố | Quận/Huyện
Tỉnh
Quốc gia
Công ty
Mã giảm giá
Số thẻ quà tặng
Mã OTP
Số thẻ thành viên
Tìm kiếm
Số lượng`,
  th: `ข้อมูลการชำระเงิน | บัตรเครดิต
หมายเลขบัตร | หมายเลขบัตรเครดิต | เลขที่บัตร
ชื่อบนบัตร | ชื่อผู้ถือบัตร
วันหมดอายุ | วันที่หมดอายุ
เดือน
ปี
MM/YY
รหัสความปลอดภัย | CVV | รหัส CVC
ชื่อ
นามสกุล
ชื่อ-นามสกุล
อีเมล
เบอร์โทรศัพท์ | หมายเลขโทรศัพท์
ที่อยู่
ห้อง, ชั้น, อาคาร
รหัสไปรษณีย์
เขต/อำเภอ | เมือง
จังหวัด
ประเทศ
บริษัท
โค้ดส่วนลด | คูปอง
หมายเลขบัตรของขวัญ
รหัส OTP
หมายเลขสมาชิก
ค้นหา
จำนวน`,
  he: `פרטי תשלום | כרטיס אשראי
מספר כרטיס | מספר כרטיס אשראי
שם בעל הכרטיס | שם על הכרטיס
תוקף | תאריך תפוגה | בתוקף עד
חודש
שנה
MM/YY
קוד אבטחה | CVV | 3 ספרות בגב הכרטיס
שם פרטי
שם משפחה
שם מלא
אימייל | דוא"ל
טלפון | נייד
כתובת | רחוב ומספר
דירה, קומה
מיקוד
עיר | יישוב
מחוז
מדינה | ארץ
חברה
קוד קופון
מספר כרטיס מתנה
קוד חד פעמי
מספר מועדון
חיפוש
כמות`,
  uk: `Оплата карткою | Дані картки
Номер картки | Номер банківської картки
Ім'я власника картки | Власник картки | Ім'я на картці
Термін дії | Дійсна до
Місяць
Рік
ММ/РР
Код безпеки | CVV | CVC-код
Ім'я
Прізвище
ПІБ | Ім'я та прізвище
Електронна пошта | E-mail
Телефон | Номер телефону
Адреса | Вулиця, будинок
Квартира
Поштовий індекс | Індекс
Місто
Область
Країна
Компанія
Промокод
Номер подарункової картки
Код з SMS
Номер картки лояльності
Пошук
Кількість`,
  hi: `भुगतान विवरण | क्रेडिट कार्ड
कार्ड नंबर | कार्ड संख्या
कार्डधारक का नाम | कार्ड पर नाम
समाप्ति तिथि | वैधता
महीना
वर्ष
MM/YY
सुरक्षा कोड | CVV
पहला नाम
उपनाम | अंतिम नाम
पूरा नाम
ईमेल
फ़ोन नंबर | मोबाइल नंबर
पता
फ्लैट, भवन
पिन कोड
शहर
राज्य
देश
कंपनी
कूपन कोड
उपहार कार्ड नंबर
ओटीपी
सदस्यता संख्या
खोजें
मात्रा`,
};

function readWords(text: string): FieldWords {
  const rows = text.split('\n').map(list);
  if (rows.length !== KEYS.length) throw new Error(`${rows.length} rows of words: ${text.slice(0, 40)}`);
  const words = Object.fromEntries(KEYS.map((key, index) => [key, rows[index]]));
  return { ...words, monthYear: rows[KEYS.indexOf('monthYear')]![0] } as unknown as FieldWords;
}

/** The words of every language that the project's own pages speak. */
export const LANGUAGES: Readonly<Record<string, FieldWords>> = Object.fromEntries(
  Object.entries(TEXTS).map(([language, text]) => [language, readWords(text)]),
);
