import type { Matcher } from './matcher.ts';

const CARD =
  '(credit |debit |bank |kredit|payment )?(card|karten?|carte|tarjeta|carta|cartao|kaart|karty|kart|karta|cb|cc|kartu|kort|kortin)';

/** A word for a payment card, inflected and compounded as languages do. */
const ANY_CARD =
  /(card|karten?|carte|tarjeta|carta|cartao|kaart|kart[aeiyu]?n?|karcie|kort(et|in|en)?|kortti\w*|kortissa|kartya\w*|targeta|txartela|kortanumer|korti\b|card(ul|ului)|kartic[aeiou]|kartes?|kortel\w*|kaardi)\b|kortin|luottokort|kartya|カード|[银銀]行卡|信用卡|卡[号號上片背]|카드|карт((а|ы|у|е|ой|ки|ка|ку|ці|кі|ын|ата)|(?![а-яіїөү]))|карти(?![а-яіїє])|καρτα|บัตร|כרטיס|कार्ड|بطاقة|[کك]ارت|ប័ណ្ណ|কার্ড|\b(so|chu|tren) the\b/;

const ANY_NUMBER =
  /\bno\b(?! cart)|\b(number|num|nr|nro|numb|numero|numer|numar\w*|numurs|numeris|nom[eo]r|zenbakia|cislo|stevilka|broj|numri[nt]?|szam\w*|n°|so)\b|n°|nummer|numero|szam\b|\bbang(o|ou)\b|番号|号|번호|номер|нумар|дугаар|број|رقم|شماره|αριθμο|หมายเลข|เลขที่|מספר|नंबर|संख्या/;

const ANY_HOLDER =
  /holder|\bowner|inhaber|titulaire|titular|intestatario|titolare|houder|posiadacz|wlasciciel|sahib|innehav|haver\b|vlasni[kc]|imetni[kc]|nositelj|nosil[ec]|majitel|korthafi|savinink|ipasniek|omanik|proprietaire|propietari[oa]|propr?i?etari[oa]|haltija|drzitel|birtokos|tulajdonos|detinator|κατοχ|pemegang|\bchu the\b|ผู้ถือ|בעל|[уў]ладальн|эзэмшигч|mbajtes|власник|держател|владел|притежател|титуляр|картодържател|धारक|名義|持卡|명의|소유자|حامل|صاحب|دارنده/;

const ANY_NAME =
  /\b(name|nom|nombre|nome|naam|namn|navn|nimi|imie|jmeno|neve?|nume(le)?|nama|ten|isim|ad|adi|intestata|ime|meno|vardas|vards|nafn|emri)\b|ονομα|имя|^име|ім'я|ชื่อ|שם|नाम|姓名|이름|اسم/;

/** What says that a card ends some time, inflected as languages do. */
const ANY_EXPIRY =
  /\bexp(ir\w*|iry)?\b|skadenc|venc|scad|caduc|ablauf|gultig|verfall|verval|geldig|wazn|platn|lejarat|ervenyess|valabil|истеч|срок|дейст|годен|انتهاء|صلاحية|انقضا|만료|유효|有効期限|有效期|到期|ληξη|תוקף|หมดอายุ|het han|hieu luc|berlaku|son kullanma|gecerli|gildis|vanhene|erääntym|eraantym|izbeigs|wygas|платн|оконч|закінч|заканч|изтич|过期|過期|소멸|man han|utgang|giltig|gyldig|udlob|utlop|voimassa|\bistek|velja|galioj|deriga|kehtiv|aegum/;

/** A date as it is to be written. */
const DATE_SHAPE = /\b(mm|dd|tt|jj|aa|yy(yy)?|rr|мм|гг)\b/;

/** What else ends, or stands beside a date. */
const NO_CARD_DATE = /birth|\bstart\b|coupon|session|passport|여권|パスポート|护照|護照|паспорт|cvv|cvc/;

const ANY_MONTH =
  /\b(month|mth|mois|mes|monat|mese|maand|miesiac|miesiaca|ay|ayi|manad|maned|kuukausi|kuu|mesic|mesiac|honap|luna|lunii|mesec|mjesec|menuo|menesis|bulan|thang|muaji[nt]?)\b|месяц|місяц|месец|μηνα|شهر|ماه|เดือน|חודש|महीना|月|월/;

const ANY_YEAR =
  /\b(year|yr|annee|anul|anului|ano|anio|jahr|anno|jaar|rok|yil|yili|ar|vuosi|ev|godina|leto|metai|gads|aasta|tahun|nam|viti[nt]?)\b|год(?!ен|на)|рік|ετος|سنة|سال|ปี|שנה|वर्ष|年|년/;

/** What is copied from the card and is no number: its holder's name. */
const AS_SHOWN =
  /appears?\b|as (shown|printed|written|it is)|aparece|figura\b|como esta\b|impress[oa]\b|impreso|appare|come (riportato|scritto|indicato)|riportato|(tel|comme) (qu|indiqu|inscrit)|figurant|wie auf|steht auf|zoals|vermeld|jak na|jako na|som (det )?(star|pa)|kuten|cum apare|ahogy|uzerinde yaz/;

/** Belongs to the card's holder, but is not the name. */
const OF_THE_HOLDER =
  /phone|\btel|mobil|\bstate\b|province|company|middle|suffix|prefix|personal ?id|זהות|e ?mail|correo|address|adress|direcc|domicil|\bzip\b|postal|birth|nacim|nasc|\bcity\b|country|bill(ing)? ?(to|address|first|last|name)/;

/** Card fields. Order matters: what names a part of a date or name stands before the whole. */
export const cardMatchers: readonly Matcher[] = [
  {
    kind: 'cc-given-name',
    strength: 3,
    pattern:
      /(card|cc|holder|carte|tarjeta|karte)\b.*(first|given|f) ?name|first ?name.*(on|of) ?(the )?card|prenom.*(carte|titulaire)|nombre (del )?titular.*\(|vorname.*karte/,
    not: OF_THE_HOLDER,
  },
  {
    kind: 'cc-family-name',
    strength: 3,
    pattern:
      /(card|cc|holder|carte|tarjeta|karte)\b.*(last|family|sur) ?name|(last|sur) ?name.*(on|of) ?(the )?card|nom de famille.*(carte|titulaire)|apellidos?.*(titular|tarjeta)|nachname.*karte/,
    not: new RegExp(`nombres? y|first (and|&)|prenom et|vor- ?und|${OF_THE_HOLDER.source}`),
  },
  {
    kind: 'cc-name',
    strength: 3,
    pattern: new RegExp(
      [
        'card ?(holder|owner|member)',
        `(name|nom|nombre|nome|naam|nazwisko|imie|nama|navn|namn|nimi|jmeno)\\b.*(on|auf|sur|en|no|do|op|na|sulla|del|della|di|da|de|pada|tertera|pa|som)\\b.*\\b${CARD}`,
        `(owner|holder|inhaber|name) (of |der |on )?(the )?(credit |debit )?card`,
        `\\b(card|cc|creditcard|credit card|payment card|karten|carte) ?(holders? ?)?(full ?)?name`,
        'cc ?(holder|owner|inhaber)|holder ?name|name ?holder|card ?name\\b|ccname|nameoncard|cardname',
        'karten ?inhaber|inhaber der karte|name auf der karte',
        'titulaire|nom (du )?porteur|detenteur',
        'titular|portador|nome (impresso|como)|nombre (impreso|como)|nome (no|do) cart|nome cart',
        'intestatario|titolare',
        'kaarthouder|naam op kaart',
        'posiadacz|wlasciciel karty',
        'kart (sahibi|uzerindeki)|kartin uzerindeki',
        'カード名義|名義人|名義|持卡人|카드 ?소유|소유자 ?명|카드 ?명의|명의자',
        '\\bmeigi(nin)?\\b|κατοχ|chu the|ผู้ถือ|בעל הכרטיס|власник|धारक|birtokos|deti[nt]ator|posesor|kartholder',
        'картодържател|держател|владел\\S* карт|имя.* карт|имя владельца',
        'حامل البطاقة|الاسم على البطاقة|اسم صاحب البطاقة',
        'pemegang kartu|kort(holder|innehav|inneh|haver)|kortin haltija|drzitel',
      ].join('|'),
    ),
    not: new RegExp(
      `type|number|month|year|expir|first|last|cvv|cvc|nick|user|gift|saved|${OF_THE_HOLDER.source}`,
    ),
  },
  {
    kind: 'cc-name',
    strength: 3,
    pattern: ANY_CARD,
    and: new RegExp(`${ANY_HOLDER.source}|${ANY_NAME.source}`),
    not: new RegExp(
      `type|typ\\b|tipo|number|nummer|month|year|expir|first|last|cvv|cvc|nick|user|gift|saved|bank ?name|${OF_THE_HOLDER.source}`,
    ),
  },
  {
    kind: 'cc-name',
    strength: 2,
    pattern: AS_SHOWN,
    and: ANY_CARD,
    not: new RegExp(
      `${ANY_NUMBER.source}|digit|date|fecha|data\\b|datum|code|codigo|codice|expir|cvv|cvc|type`,
    ),
  },
  {
    kind: 'cc-exp-month',
    strength: 3,
    pattern:
      /(exp\w*|valid\w*|venc\w*|scad\w*|ablauf|gultig|cc|card|karte|credit ?card|due|caduc\w*|verfall|verval\w*|geldig|waznosci|yu+k[ou]+ ?kigen|有効期限|有效期|유효\S*|срок)\b.*\b(month|mon|mm?|mois|mes|monat|mese|maand|miesiac|ay|mth)\b|\b(month|mm|mois|mes|monat|mese|maand)\b.*(expir|exp\b|valid|venc|scad|ablauf|gultig|caduc)|ccmonth|(exp(ir\w*)?|(ablauf|gultig|verfall|verval|utgang|giltig|utlop|udlob|gyldig|kehtiv)\w*) ?(month|monat|maand|manad|maned|mois|mes\b|mese|kuu)|card ?month|(exp|card|kadaluarsa) ?bulan|exp ?mm\b|month ?chooser|有効期限.*月|有效期.*月|유효.*월|срок.*месяц/,
    not: /\b(year|yy|yyyy|aa|aaaa|jj|jahr|annee|ano|anno|jaar|rok|yil)\b|年|년|год|birth|\bstart\b|installment/,
  },
  {
    kind: 'cc-exp-year',
    strength: 3,
    pattern:
      /(exp\w*|valid\w*|venc\w*|scad\w*|ablauf|gultig|cc|card|karte|credit ?card|due|caduc\w*|verfall|verval\w*|geldig|waznosci|有効期限|有效期|유효\S*|yu+k[ou]+ ?kigen|срок)\b.*\b(year|yr|yy?|yyyy|annee|an|ano|anio|jahr|anno|jaar|rok|yil|yil)\b|\b(year|yy|yyyy|annee|ano|jahr|anno|jaar)\b.*(expir|exp\b|valid|venc|scad|ablauf|gultig|caduc)|ccyear|(exp(ir\w*)?|(ablauf|gultig|verfall|verval|utgang|giltig|utlop|udlob|gyldig|kehtiv)\w*) ?(year|jahr|jaar|ar\b|annee|ano\b|anno|aasta)|card ?year|(exp|card|kadaluarsa) ?tahun|exp ?yy\b|year ?chooser|expiration yr|有効期限.*年|有效期.*年|유효.*년|срок.*год/,
    not: /\b(month|mm|mois|mes|monat|mese|maand)\b|月|월|месяц|birth|\bstart\b/,
  },
  {
    kind: 'cc-exp-month',
    strength: 3,
    pattern: ANY_EXPIRY,
    and: ANY_MONTH,
    not: new RegExp(`${ANY_YEAR.source}|${DATE_SHAPE.source}|${NO_CARD_DATE.source}`),
  },
  {
    kind: 'cc-exp-year',
    strength: 3,
    pattern: ANY_EXPIRY,
    and: ANY_YEAR,
    not: new RegExp(`${ANY_MONTH.source}|${DATE_SHAPE.source}|${NO_CARD_DATE.source}`),
  },
  {
    kind: 'cc-exp',
    strength: 3,
    pattern:
      /(card|cc|credit ?card|payment) ?exp|\bexp(iry|iration|ires?|iracion|iracao)? ?(date|day)?\b|expir|(exp|ex|cc) ?date|valid (dates?|thru|through|until|till|to|upto)|good thru|ablauf(datum)?|gultigkeit|gultig bis|verfall(s|datum)|date d'? ?exp|fin de validite|date de validite|validite|fecha de (vencimiento|caducidad|expiracion|exp)|vencimiento|\bvence\b|caducidad|validade|vencimento|scadenza|data (di )?scad|valida fino|verval ?datum|geldig tot|data (waznosci|wygasniecia)|wazna do|waznosc|yu+k[ou]+ ?kigen|有効期限|使用期限|有效期|有效期限|到期|유효 ?기간|만료일?|срок действия|действ\S* до|годна до|son kullanma|gecerlilik|skt\b|(تاريخ )?(ال)?[اإ]نتهاء|انقضا|صلاحية|masa berlaku|kadaluarsa|udlob|utgang|utlop|gyldig|giltig|giltig(t|hets)|platnost|termin waznosci|voimassa|lejarat|ervenyesseg|valabil|expira|\bscade\b|vervalt|expire fin|ληξη|kedaluwarsa|berlaku|het han|hieu luc|หมดอายุ|תוקף|תפוגה|термін дії|дійсн|годен до|截止日期|समाप्ति|वैधता|صالحة حتى|card ?due ?date|datum isteka|istek\b|vrijedi do|vazi do|velja do|veljavnost|galioj|deriga|kehtiv|aegum|валидн|важи до|истич|derig[au]|gildis|vanhenemis|platn[ay] do|дата окончания|окончание действия|закінчення дії|заканчэнне|изтичане|хугацаа|过期|過期|소멸일|man han|utgar\b|caducita/,
    not: NO_CARD_DATE,
  },
  {
    kind: 'cc-exp',
    strength: 3,
    pattern:
      /^(mm|m|мм) ?[/.-] ?(yy(yy)?|jj(jj)?|aa(aa)?|rr(rr)?|гг(гг)?)(?![\p{L}])|\((mm|m) ?\/ ?(yy|jj|aa|rr)/u,
  },
  {
    kind: 'cc-csc',
    strength: 3,
    pattern:
      /\bcvv ?2?\b|\bcvc ?2?\b|\bcsc\b|\bcvn\b|\bcvd ?2?\b|\bcv ?2\b|\bcav ?2\b|\bccv\b|\bvcc\b|\bcvs\b|\bcw\b|cvv|cvc|card (verification|security|validation|check|code|cvv)|(card ?)?(security|secure|secur|sec|secu) ?(code|cd|number|num|no|cb|digits?)\b|card ?code|cc ?(cid|cvv|csc|cvc|code|sec)|credit card (code|id)|verification (value|number|digits)|(code|value) (on|at) the back|prufziffer|prufnummer|pruef(ziffer|nummer|code)|prufcode|kartenpruf|sicherheitscode|sicherheitsnummer|cryptogramme|num(ero)? de securite(?! sociale)|code (de )?(securite|verif\w* (de )?(la )?carte)|num\w* (de )?verification|(cod(igo)?s?|num(ero)?|nro) (de )?(la )?(seguridad|seguranca|seg)\b|codigo (de )?(verificac\w+)?( de| da)? (tarjeta|cartao)|cod(ice)? (di )?(sicurezza|segreto|controllo)|cifre di controllo|veiligheidscode|beveiligingscode|controlecode|kod (bezpieczenstwa|zabezpieczajacy|cvv)|セキュリティ|安全码|安全碼|安全代码|校验码|背面|末(三|3)碼|檢查碼|卡片验证|보안 ?(코드|번호)|카드 ?검증|код (безопасности|проверки)|проверочный код|guvenlik (kodu|numarasi)|رمز (الأمان|الحماية)|kode keamanan|sikkerhedskode|sikkerhetskode|sakerhetskod|turvakood|bezpecnostni kod|biztonsagi kod|cod(ul)? de securitate|κωδικος (ασφαλειας|καρτας|cv)|kontroll? ?(cifre|siff?e?r\w*|kode|kod)|controlegetal|tarkistusnumero|kontrollkod|ma bao mat|รหัสความปลอดภัย|(รหัส|หมายเลข)ตรวจสอบ|קוד אבטחה|защитный код|код безпеки|सुरक्षा कोड|رمز التحقق من البطاقة|裏面|背后|背後|后三位|後三碼|卡背|뒷면|(3|three)( ?(or|\/|-|to) ?(4|four))? ?-? ?digit|(last )?(3|three) (digits?|numbers?).{0,24}(signature|strip|panel)|signature (strip|panel)|(3|4|three|trois|tre|tri|drei|tres|drie|trzy|три|3자리).{0,14}(back|reverse|retro|rückseite|ruckseite|rueckseite|verso|reverso|achterkant|baksid|bagsid|bakside|rewers|оборот|звороті|arka)|(dos|verso) de (la )?carte|ספרות בגב|check ?code|sigurnosni (kod|broj)|varnostna (koda|stevilka)|saugos kod|drosibas kod|защитен код|код за сигурност|сигурносни код|bezpecnostny kod|codi de seguretat|oryggis ?(kodi|numer)|3 ?位(验证|驗證|安全)/,
    not: /captcha|promo|coupon|postal|zip/,
  },
  {
    kind: 'cc-number',
    strength: 3,
    pattern: new RegExp(
      [
        '(credit|debit|bank|charge|payment|your)? ?card ?(number|num|no|nr|numb|digits?|pan)\\b|(^| )c ?(number|num)\\b|number ?card|num ?card',
        'cc ?(number|num|no|nr)\\b|ccn\\b|ccnum|ccnumber|creditcard ?(number|num|no|nr)\\b|cardnumber|cardno|cardnum|acct ?num.*card',
        'long (card )?number|number (on|across) the (front|card)|(16|sixteen) ?-? ?digit|\\bpan\\b|credit card #|card #|account ?(number)?.*card',
        'karten ?(nummer|nr)|kreditkarten ?(nummer|nr)',
        "((numero|num|n|nr|nro|n°)\\.? ?(de |della |do |du |da |d' ?|di )?|no\\.? (de|della|do|du|da|di) )(la |tu |su |sua |votre |ma )?(carte|tarjeta|carta|cartao|cb|kartu|kredit)\\b|(carte|tarjeta|carta|cartao)( bancaire| de credito| di credito| bleue)? (numero|num|no|nr)\\b|digits ?cb",
        'nomor kartu|kaart ?(nummer|nr\\b)|numer karty|kart(in)? ?(no|numarasi|numara)|kredi karti (no|numara)|kort ?(nummer|nr\\b)|kortin ?numero|cislo karty',
        '[银銀]行卡(号|號)|信用卡(号|號)?$|カード番号|カードの番号|クレジットカード番号|卡号|卡號|카드 ?번호|номер (банковской |кредитной |вашей )?карты|رقم (ال)?بطاقة',
      ].join('|'),
    ),
    not: /\btype\b(?! (in )?(your|the))|name|holder|expir|\bexp\b|month|year|cvv|cvc|csc|security|verif|gift|phone|\bor\b|user|confirm ?email/,
  },
  {
    kind: 'cc-number',
    strength: 3,
    pattern: ANY_CARD,
    and: ANY_NUMBER,
    not: /type|typ\b|tipo|name|holder|expir|\bexp\b|month|year|cvv|cvc|csc|security|verif|gift|phone|loyal|member|\bor\b|user|bank ?name|address|zip|postal|on (the )?back/,
  },
  {
    kind: 'cc-type',
    strength: 3,
    pattern:
      /(card|cc|creditcard) ?(type|brand|scheme|issuer|kind)|type of card|karten ?(typ|art)|type de carte|tipo (de |di )?(tarjeta|carta|cartao)|bandeira|kaart ?(soort|type)|(typ|rodzaj) karty|(カード|クレジット)(会社|種類|ブランド)|卡(类型|種類|别)|카드 ?(종류|사|회사)|тип карты|kart tipi|نوع البطاقة|ประเภทบัตร/,
  },
  {
    kind: 'cc-type',
    strength: 3,
    pattern: ANY_CARD,
    and: /\b(typ\w*|tipo|tyyppi|tipul|tipus\w*|tipas|tip|tipe|tuup|vrsta|jenis|loai|lloji|fajta\w*|tur[ui]|mota|soort|rodzaj)\b|korttyp|korttityyp|тип|тып|вид|төрөл|τυπος|نوع|סוג|種類|タイプ|종류/,
    not: ANY_NUMBER,
  },
  {
    kind: 'cc-csc',
    strength: 3,
    pattern: ANY_CARD,
    and: /\b(kod[aeu]?s?|kood|koodi|codul)\b|kortkode|kaardikood|kaartcode|код(?!ов)|κωδικ|کد|رمز|รหัส|קוד|코드|コード|कोड|验证|驗證/,
    not: new RegExp(`${ANY_NUMBER.source}|promo|zip|post|country|qr|bar|gift|reg(ion|istr)`),
  },
  // Words that mean card data only where other card fields stand around them.
  { kind: 'cc-type', strength: 1, pattern: /^(brand|scheme|network|marke|marque|marca|bandeira)$/ },
  {
    kind: 'cc-number',
    strength: 2,
    pattern:
      /^(credit|debit) ?card$|^(card|creditcard|carta|carte|tarjeta|cartao|kaart|karte)$|^(credit|debit) card\b.{0,12}$|^(kreditkarte|carte (de credit|bancaire)|(tarjeta|cartao) de credito|carta di credito|kredi karti|(кредитная|банковская) карта|karta (kredytowa|platnicza)|(πιστωτικη|χρεωστικη).{0,12} ?καρτα|credit ?(\/|or) ?debit card)$|card ?(entry|field|input|data)$|\bcard number\b|\bdcard\b/,
    not: /name|type|save|add|use|bank/,
  },
  {
    kind: 'cc-exp-month',
    strength: 1,
    pattern:
      /^(mm?|kk|hh|ll|мм|μμ|bb|شهر|months?|mon|mois|mes|monat|mese|maand|miesiac|ay|月|월|месяц|mth|الشهر|manad|maned|kuukausi|mesic|honap|luna|μηνας|bulan|thang|เดือน|חודש|місяць|महीना|ماه|kuu|mesec|mjesec|mesiac|menuo|menesis|manudur|месец|月份)$|\bmonth\b|\bmois\b|\bmes\b|\bmonat\b|\bmese\b|\bmaand\b|^\d?val /,
    not: /year|birth|per |yy/,
  },
  {
    kind: 'cc-exp-year',
    strength: 1,
    pattern:
      /^(yy(yy)?|jj(jj)?|aa(aa)?|rr(rr)?|vv(vv)?|ee(ee)?|εε(εε)?|tt(tt)?|гг|рр|years?|yr|annee|an|ano|anio|jahr|anno|jaar|rok|yil|年|년|год|السنة|ar|aar|vuosi|ev|ετος|tahun|nam|anul|godina|metai|aasta|viti[nt]?|ปี|שנה|рік|वर्ष|سال|gads|leto|година|年份|연도)$|\byear\b|\bannee\b|\bano\b|\bjahr\b|\banno\b|\bjaar\b/,
    not: /month|birth|per |mm/,
  },
  {
    kind: 'cc-exp',
    strength: 1,
    pattern:
      /^(date|fecha|data|datum|valid|validity|validez|vto|thru)\b|(mm|m) ?[/-] ?(yy|jj|aa|rr|гг|y)|\bdate\b|\bfecha\b|\bdata\b|caduca/,
    not: /birth|delivery|deliver|pickup|arriv|depart|check ?in|purchase|order|event|report|visit|travel|appoint|created|joined|compra|achat|kauf|acquisto/,
  },
  {
    kind: 'cc-csc',
    strength: 1,
    pattern:
      /^(code|codigo|codice|kod|cod|kodi|κωδικος|kode|ma|รหัส|קוד|код|رمز|कोड|sicherheit|csv|security|seg|secret|verification|cid|check|control|3 digits|xxx)\b|verification code|codigo$|\bverif/,
    not: /zip|postal|postcode|promo|country|area/,
  },
  {
    kind: 'cc-number',
    strength: 1,
    pattern:
      /^cc$|^(number|numero|num|nr|no|nummer|numer|番号|号码|번호|номер|رقم|account|acct|digits|xxxx)\b|^x{4}|(0000|1234|1111|9999|4111|4242)[ -]+(0000|5678|1234|1111|9999|4242)/,
    not: /phone|tel|street|house|order|apartment|flat|wallet|кошел|invoice|發票|統編/,
  },
  {
    kind: 'cc-number',
    strength: 1,
    pattern: /\b(\d ?){16}$|^(\d{4} ?){3,}/,
    not: /phone|tel|street|house|order|apartment|flat/,
    shortest: 12,
  },
  {
    kind: 'cc-name',
    strength: 1,
    pattern:
      /^(full ?)?(name|nombre|nome|nom|naam|nama|imie|isim|имя|фио|姓名|이름|성명|氏名|お名前|الاسم|owner|holder|propietario|proprietario|proprietaire|cardholder|vlasnik|imetnik|tulajdonos|majitel|nosilec|ad soyad|inhaber|intest\w*|wlasciciel|titulaire|sahibi|embossed)\b|\bowner\b|\bholder\b|(full|l|f|complete) ?name/,
    not: /first|last|user|company|street|middle|nick|given|family|sur|city|e ?mail|product|file|bank|sort/,
  },
];
