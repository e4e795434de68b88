import type { Matcher } from './matcher.ts';

/** What is mistaken for card or address fields elsewhere. Tried before anything else. */
export const otherMatchers: readonly Matcher[] = [
  // Nouns that a qualifier turns into something nobody has a value for.
  {
    kind: 'other',
    strength: 3,
    pattern:
      /(company|business|organi[sz]ation|firm) (website|web ?site|url|description|logo|registration)|(gate|door|entry|building|buzzer|lock ?box|access) ?code\b|cross ?street|nearest (cross|land ?mark)|^land ?mark|land ?mark$|adres (adi|baslig\S*)$|address (title|label|alias|nick ?name|comments?|notes?|time)$|(job|position) ?(title|name)|^(position|occupation|job)$|\b(father|mother|parent|guardian|spouse|husband|wife|nominee|school|model|retailer|insurance ?company|insurance ?provider|nick|badge|tag|page|file|host|server|domain|project|team|song|artist|list|trip|event|campaign|template|folder)('?s)? ?name|\b(nome|nombre|nom|name)\b.{0,14}\b(mae|pai|madre|padre|mere|pere|mutter|vaters?)\b|name (of|for) (this|the|your) (card|address|list|trip|event|project)|address (nick ?name|label|title|alias|type)|nick ?name|(phone|mobile|address|contact|account|customer|member|property|residence) ?type\b|in (honor|honour|memory|tribute) of|\b(serial|model|part|batch|case|ticket|flight|room|seat|plate|vehicle|vin|chassis|engine|registration|tracking|booking|reservation|contract|employee|patient|group|policy|claim|job|po|p\.?o\.?|purchase order) ?(number|num|no|nr|#)(?!\p{L})|effective date|\b(registration|insurance|warranty|permit|licen[cs]e|certificate|contract|policy)( \w+)? expir\w*|(issuing|issue) (country|authority|date)|\b(check|arrival|departure|delivery|shipping|pick ?up|event|purchase|appointment|travel) ?-?(in |out )?(date|month|year|day|time)\b|\b(payment|invoice|due|transaction|order) date\b|(liefer|abhol|wunsch|anreise|abreise)(datum|termin|tag)|tipo (de )?logradouro|(tur|zugangs|eingangs)code|digicode|code (d'acces|de la porte|portail|immeuble)|fecha de (entrega|llegada|salida)|codigo (del portal|de acceso)|data (di|de) (consegna|entrega|arrivo)|date de (livraison|retrait|depart|arrivee)|bezorgdatum/u,
    not: /card(holder)?.*(name|number)$|zip|postal|security|expir|e ?mail/,
  },
  {
    kind: 'coupon',
    strength: 3,
    pattern:
      /coupon|promo(tion)?(al)? ?code|\bpromo\b|voucher|discount|gift ?(card|cert|code)|\bgift\b|gutschein|rabatt|geschenkk|code (de )?(reduction|promo)|bon d'? ?achat|bon de reduction|(carte|cheque)s? cadeau|codigo (de )?(descuento|promo|regalo)|cupon|descuento|tarjetas? (de )?regalo|cupom|desconto|vale presente|cartao[ -]?presente|buono|codice sconto|\bsconto|carta regalo|korting|cadeau(kaart|bon)|kod rabatowy|rabat|karta podarunkowa|kod promo|クーポン|ギフト|商品券|優惠|优惠|折扣|プロモーション|礼品卡|禮品卡|쿠폰|기프트|상품권|프로모션|할인|промокод|купон|скидк|подарочн|kupon|indirim|hediye|بطاقة (ال)?هدي|كوبون|خصم|قسيمة|بطاقة هدية|\bgc (number|pan|primary|card)|\bgc ?(number|primary)|lahjakort|presentkort|gavekort|darkov\S* kart|ajandek|card cadou|cadou\b|δωροκαρτα|hadiah|qua tang|ของขวัญ|מתנה|подарун|उपहार|podarunkow|alennuskood|slevov|kedvezmeny|cod(ul)? (promo\S*|de reducere)|κουπον|εκπτωτ|giam gia|ส่วนลด|คูปอง|קופון|कूपन|actiecode|aktionscode|store credit|certificate/,
    not: /\bname for\b|gift (recipient|message|wrap|receipt|from|to)\b/,
  },
  {
    kind: 'loyalty',
    strength: 3,
    pattern:
      /loyalty|rewards? (card|number|id|no)|bonus ?(card|karte|kort)|membership|member (card|number|id)|frequent fl|miles ?(and|&)|clubcard|kundenkarte|kundennummer|payback|carte (de )?fidelite|tarjeta (de )?fidelidad|carta fedelta|klantenkaart|карта лояльн|бонусн|ポイントカード|会員番号|회원 ?카드|会员|멤버십|회원 ?번호|customer ?card|fidel(idad|ite|idade|itate)|fedelta|lojalnosc|sadakat|vernostn|torzsvasarlo|medlemsn|jasennumero|καρτα\S* μελους|thanh vien|สมาชิก|מועדון|лояльн|सदस्यता|الولاء|kartu member|numero de socio/,
  },
  {
    kind: 'other',
    strength: 3,
    pattern:
      /\bsim (number|no|serial|id)\b|\biccid\b|\bimsi\b|\bimei\b|(library|scratch|recharge|airtime|\bic|rfid|student|health|medicare|sim|identity|\bid|insurance|fuel|staff|access|travel|transit|transport|metro|parking|oyster|score|business|green|greeting|calling|phone|memory|\bsd|pan|aadhaar|boarding|resident|voter|visitor|press|post|report|time|punch|key|fishing|vaccin\w*) ?card|(greeting|gift) (message|tag)|card (message|text|note)|bahn ?card|versicherten ?karte|krankenkassen|gesundheitskarte|personalausweis|carte (vitale|d'identite|grise|d'embarquement|de sejour)|carta d'identita|tessera sanitaria|cartao (do )?cidadao|tarjeta (sanitaria|de identidad|de embarque|de transporte|de visita|sim|telefonica)|carte (de transport|de visite|etudiant\w*|sim|navigo|mutuelle)|(fahr|eintritts|visiten|gast|gaste|sim|chip|dauer|park|glueckwunsch|gluckwunsch|gruss|post)karte|carta (d'imbarco|fedelta)|tessera (trasporti|studente|elettorale)|biglietto da visita|cartao (de visita|sus|transporte|bilhete)|(ov ?-?chip|bibliotheek|visite|studenten|zorg|verzekerings)(pas|kaart)|karta (miejska|biblioteczna|studencka|pobytu)|交通卡|公交卡|学生证|图书证|교통 ?카드|학생증|診察カード|学生証|транспортн\S* карт|студенческ|診察券|社保卡|身份卡|油卡|就诊卡|医保卡|购物卡|校园卡|饭卡|一卡通|充值卡|топливн\S* карт/,
  },
  {
    kind: 'bank-account',
    strength: 3,
    pattern:
      /\biban\b|\bbic\b|swift|account ?(number|num|no|holder|name)|routing|sort ?code|\bach\b|kontonummer|kontoinhaber|bankleitzahl|\bblz\b|numero de (compte|cuenta)|rekening ?nummer|numer (konta|rachunku)|口座|계좌|银行账|銀行帳|bank (account|name)|cheque number|check number/,
  },
  {
    kind: 'other',
    strength: 3,
    pattern:
      /^(day|tag|jour|dia|giorno|dag|dzien|gun)$|\bexp(ire|iry|iration)? ?day\b|\bissue ?(number|no|num)\b|cc issue|(^| )issue$|switch issue|\bstart ?(date|month|year|mm|yy)|cc ss |valid from|debut de validite|last (4|four)|last4|letzten (4|vier)|cuatro ultimos|\bbin\b|instal?l?ments?|\binst ?mon|תשלומים|parcel(a|as|amento)|\bcuotas?\b|\bplazos\b|mensualidades|taksit|할부|分割|分期|支払回数|支払い回数|\brate(n|izzazione)\b|\brat\b/,
  },
  {
    kind: 'other',
    strength: 3,
    pattern:
      /\bssn\b|social sec|tax ?(id|number|code|payer)|\bvat\b|ust id|umsatzsteuer|\bcpf\b|\bcnpj\b|\bnif\b|\bdni\b|\bcif\b|\bnie\b|\bsiret\b|\bsiren\b|\bvergi\b|person ?nummer|persnum|organisationsnum|ת\.? ?ז\.|codice fiscale|partita iva|\bpesel\b|\bnip\b|\bregon\b|\btckn\b|kimlik|identity ?(number|card)|\bid card|documento|passport|driver'?s? licen|주민|사업자|身份证|身分證|統編|統一編號|載具|発票|發票|wallet ?(id|num|no)|номер кошел|マイナンバー|תעודת זהות|\boib\b|\bjmbg\b|\begn\b|егн|^инн|паспорт|여권|パスポート|护照|護照|گذرنامه|کد ملی/,
    not: /name \(?(as|same|on)\b|^(full|first|last|given|family) name/,
  },
  {
    kind: 'other',
    strength: 3,
    pattern: /\b(tele)?fax\b|\bfaks\b|ファックス|ファクス|传真|傳真|팩스|факс/,
    not: /phone|mobil|\btel\b|\btel\.?\/|電話|电话|телефон/,
  },
  {
    kind: 'other',
    strength: 3,
    pattern:
      /\bpin ?(code)?$|^pin\b|card ?(pin|pw|pass(word|wd)?)|카드 ?비밀번호|비밀번호 ?앞|暗証番号|\bpuk\b|رمز دوم|atm pin|gift.*pin|clave (de )?(la )?tarjeta/,
    not: /postal|zip|pin ?code$|area/,
  },
  {
    kind: 'captcha',
    strength: 3,
    pattern:
      /captcha|characters (you see|shown|in the)|human (check|verif)|are you human|not a robot|看不清|图形验证|画像認証/,
  },
  {
    kind: 'one-time-code',
    strength: 3,
    pattern:
      /one ?time ?(code|pass|pin)|\botp\b|\btotp\b|\b2 ?fa\b|\bmfa\b|two ?factor|authenticat(or|ion) code|sms ?(code|tan)|verification code (we|sent)|(code|kod) (sms|par sms)|(\b6|six) ?digit (verification )?code|einmal(code|passwort)|bestatigungscode|verifizierungscode|code (de verification|a usage unique)|codigo de verificacion|codigo de verificacao|codice di verifica|verificatiecode|kod weryfikacyjny|認証コード|確認コード|ワンタイム|短信验证|動態碼|인증 ?번호|인증 ?코드|код (из смс|подтверждения)|dogrulama kodu|رمز التحقق|sms ?sifre|tek kullanim|jednorazow|engangs(kod|kode)|kertakaytto|vahvistuskood|overovaci kod|ellenorzo kod|eenmalige|monouso|de un solo uso|a usage unique|μιας χρησης|חד פעמי|动态密码|動態密碼|код (з|из) (sms|смс)|ओटीपी|รหัส otp|لمرة واحدة|\b(via|par|por|per|by|z|prin|med) sms\b|\bsms( |-)?(code|kod\w*|cod\w*)\b|^tan$|mobile ?tan/,
    not: /card|cvv|cvc|csc|carte|tarjeta|karte|カード|카드|بطاقة/,
  },
  {
    kind: 'new-password',
    strength: 3,
    pattern:
      /(new|create|confirm|repeat|choose|retype|verify) (a )?(your )?(account )?pass(word|wd)?|pass(word|wd)? (again|confirm|repeat|2)/,
  },
  {
    kind: 'current-password',
    strength: 3,
    pattern:
      /\bpass ?(word|wd|wort|code|phrase)|^pwd?$|\b(bank|account|acct) ?pw\b|kennwort|mot de passe|contrasena|\bsenha\b|wachtwoord|haslo|パスワード|密码|密碼|비밀번호|пароль|رمز عبور|\bsifre|parola|كلمة (المرور|السر)|losenord|adgangskode/,
  },
  {
    kind: 'search',
    strength: 3,
    pattern:
      /\bsearch|^q$|^query$|suche|suchbegriff|recherche|\bbuscar|busqueda|\bbusca\b|pesquis|\bcerca\b|zoeken|szukaj|検索|搜索|搜尋|검색|поиск|\bara$|arama|بحث|find a store|keyword|\bhaku\b|hledat|kereses|\bcauta\b|αναζητ|\bcari\b|tim kiem|ค้นหา|חיפוש|пошук|खोज|^sok$|^sog$/,
    not: /address|adress|postcode|postal|zip|주소|住所|地址|адрес/,
  },
  {
    kind: 'quantity',
    strength: 3,
    pattern:
      /quantit|\bqty\b|^(no|num|number)\.? of (?!.*card)|\bmenge\b|\banzahl\b|cantidad|quantidade|\baantal\b|\bilosc\b|数量|數量|수량|количество|\badet\b|miktar|الكمية|\bantall?\b|\bmaara\b|mnozstvi|pocet kusu|mennyiseg|cantitate|ποσοτητα|\bjumlah\b|so luong|จ.{1,2}นวน|כמות|кільк|मात्रा/,
  },
  {
    kind: 'amount',
    strength: 3,
    pattern:
      /(^| )(amount|betrag|montant|importe|importo|valor|kwota|bedrag|sum|tip|tutar)( |$)|amount to|\bdonation|custom tip|trinkgeld|pourboire|propina|gorjeta|\bmancia\b|金額|金额|금액|сумма|\bprice\b|\bbid\b|spende/,
  },
  {
    kind: 'bday-part',
    strength: 3,
    pattern:
      /birth|\bdob\b|geburts|naissance|nacimiento|nascimento|nascita|geboorte|urodzenia|生年月日|出生|생년|생일|рожд|роден|раждане|рођен|народж|dogum|ميلاد|naixement|narozen|narodeni|rojst|roden[djs]|fodsel|fodelse|syntym|szulet|synni|sunni|γεννησ|dzimsan|gimimo|tanggal lahir|tarikh lahir|ulang tahun|ngay sinh|ปี ?เกิด|วันเกิด|जन्म|জন্ম|תאריך לידה|تولد|faeding|datelind|ditelind|nasterii|verjaardag|төрсөн/,
  },
  {
    kind: 'other',
    strength: 3,
    pattern:
      /comment|\bnotes?\b|message|instruction|remark|bemerkung|anmerkung|nachricht|commentaire|comentario|observac|opmerking|uwagi|備考|备注|備註|메모|요청사항|комментари|\bnot(u|lar)\b|ملاحظ|how did you hear|referr|subject|betreff|question|feedback|review/,
    not: /card|address/,
  },
];
